"""Where the date expressions of a text are: the styles of writing a date, and what each may begin with.

A cheap look at one or two characters decides which styles are tried at a place; most places admit none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from talentx.figures import datestyles, festivals, reaches, spokendates, weeks
from talentx.figures import datewords as words
from talentx.figures.calendardates import calendar_date
from talentx.figures.moments import BLANK, HAN, Moment, Years

Reader = Callable[[str, int, Years], Moment | None]

_DIGITS = "0123456789"
_COUNTED = f"{HAN}两半百千元"
_NUMBER = re.compile(
    rf"[12][0-9]{{3}} (?=[01][0-9] [0-3][0-9])|(?<=[到至—~-])[12][0-9]{{3}}(?![0-9年])"
    rf"|[0-9]{{1,4}}(?={BLANK}(?:[年月日号天周季世星礼学Q]|个多?[月季星礼半]|[-/.—–~～至到、和及与]|多[年天月]))"
)
_WRITTEN = re.compile(
    rf"[{_COUNTED}]{{1,6}}(?={BLANK}(?:[年月日号周季世星礼学]|天[之以前后来半]|个多?[月季星礼半]|[至到—、][{HAN}0-9]|多[年天月]"
    rf"|五[”\"」』规计时期初末以]))"
)
"""What a number must be followed by to begin a date."""

_WORDS = (
    words.YEAR_WORDS,
    words.NAMED_YEAR_WORDS,
    words.MONTH_WORDS,
    words.NAMED_MONTH_WORDS,
    words.DAY_WORDS,
    words.NAMED_DAY_WORDS,
    words.YEAR_PARTS,
    words.REIGNS,
    ("民国", "中华民国", "上半年", "下半年"),
)
_BRACKETS = dict.fromkeys(words.BRACKET_STEPS, "(（天日年")
_OPENINGS: dict[str, str] = {
    "Q": "1234",
    "第": f"首一二三四1234 {_DIGITS}",
    "首": "一二三四两季世",
    "前": f"首一二三四五六七八九十两{_DIGITS} ",
    "头": f"一二三四五六七八九十两{_DIGITS} ",
    "本": "世",
    "上": "世",
    **dict.fromkeys('“"「『', "一二三四五六七八九十"),
}
"""First character → the second ones with which a date may begin, words and numbers aside."""
_SPOKEN_OPENINGS: dict[str, str] = {
    **dict.fromkeys("上下", f"周星礼季个上下一二三四五六七八九十两{_DIGITS}"),
    **dict.fromkeys("本这", "周星礼季个一"),
    "今": "明周星礼个后春夏秋冬",
    "明": "后春夏秋冬",
    "去": "今明春夏秋冬",
    "后": f"一两三{_DIGITS}",
    "近": f"{HAN}两半 {_DIGITS}",
    "最": "近",
    "过": "去",
    "未": "来",
    "接": "下",
    "此": "前",
    "周": "一二三四五六日天",
    "星": "期",
    "礼": "拜",
    "月": "初底末尾",
    **dict.fromkeys("正腊冬", "月"),
    "闰": f"{HAN}{_DIGITS}",
    **dict.fromkeys("农阴旧古", "历"),
}
_COUNT = (reaches.away, reaches.since, datestyles.ago)
_BY_NUMBER: tuple[tuple[str, tuple[Reader, ...]], ...] = (
    ("-/. ", (datestyles.iso, datestyles.day_first, calendar_date)),
    ("年", (*_COUNT, datestyles.century, spokendates.composed, calendar_date)),
    ("月至到、—–~～和与及Q学", (spokendates.composed, calendar_date)),
    ("日号天周星礼季个多半", (*_COUNT, calendar_date)),
    ("世", (spokendates.century, datestyles.century)),
    ('五”"」』规计时期初末以', (datestyles.plan,)),
)
"""The styles to try at a number, in order, by what stands behind it."""
_BY_WORD: tuple[tuple[str, tuple[Reader, ...]], ...] = (
    (
        "上下本这今",
        (
            reaches.towards,
            weeks.coming_years,
            weeks.quarter,
            weeks.week,
            datestyles.bracketed,
        ),
    ),
    ("前后", (reaches.towards, weeks.coming_years, datestyles.bracketed)),
    ("近最过未接此", (reaches.towards,)),
    ("周星礼", (weeks.week,)),
    ("昨去明次", (datestyles.bracketed, weeks.coming_years)),
    ("月", (weeks.month_part,)),
    ('“"「『', (datestyles.plan,)),
)
"""The styles to try at a word, in order, before those that any word may begin."""
_ANY: tuple[Reader, ...] = (datestyles.century, spokendates.composed, calendar_date)
_LIST_NUMBER = re.compile(r"(?:^|[\n。；：！？])[ \u3000]{0,4}\Z")
_SPOKEN = frozenset(
    (
        reaches.away,
        reaches.since,
        reaches.towards,
        spokendates.composed,
        spokendates.century,
        weeks.coming_years,
        weeks.quarter,
        weeks.week,
        weeks.month_part,
    )
)
_RUN = re.compile(f"[0-9{_COUNTED}]+")
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class _Styles:
    """The styles by the character behind a number and by the first of a word, and a pattern of the words."""

    numbers: dict[str, tuple[Reader, ...]]
    words: dict[str, tuple[Reader, ...]]
    other: tuple[Reader, ...]
    opening: re.Pattern[str]


def moments(text: str, years: Years, *, spoken: bool) -> Iterator[Moment]:
    """The date expressions of a text, in text order, none overlapping another."""
    named = festivals.find(text) if spoken else {}
    places = _places(text, _styles(spoken))
    for at in named:
        places.setdefault(at, ())
    end = 0
    for at in sorted(places):
        if at < end:
            continue
        moment = _moment_at(text, at, years, places[at])
        if moment is None and at in named:
            moment = spokendates.festival(at, named[at])
        if moment is not None and not _numbers_a_list(text, moment) and text[max(0, at - 2) : at] != "分之":
            yield moment
            end = moment.end


def _places(text: str, styles: _Styles) -> dict[int, tuple[Reader, ...]]:
    """Where a date may begin, and the styles to try there."""
    places: dict[int, tuple[Reader, ...]] = {}
    for run in _RUN.finditer(text):
        at = run.start()
        found = (_NUMBER if text[at] in _DIGITS else _WRITTEN).match(text, at)
        if (
            found is None
            and text[at] not in _DIGITS
            and (digit := _DIGIT.search(text, at, run.end())) is not None
        ):
            at = digit.start()
            found = _NUMBER.match(text, at)
        if found is not None:
            behind = " " if found[0][-1] == " " else text[found.end() : found.end() + 1].strip() or " "
            places[at] = styles.numbers.get(behind, styles.numbers[" "])
    for found in styles.opening.finditer(text):
        places[found.start()] = styles.words.get(found[0][0], styles.other)
    return places


def _moment_at(text: str, at: int, years: Years, readers: tuple[Reader, ...]) -> Moment | None:
    """The date expression that begins at `at`, or None; one that does not exist is none."""
    for reader in readers:
        try:
            found = reader(text, at, years)
        except ValueError:
            continue
        if found is not None:
            return found
    return None


@cache
def _styles(spoken: bool) -> _Styles:
    def allowed(readers: tuple[Reader, ...]) -> tuple[Reader, ...]:
        # What `calendar_date` reads, `composed` does as well.
        without = {calendar_date} if spoken and spokendates.composed in readers else () if spoken else _SPOKEN
        return tuple(reader for reader in readers if reader not in without)

    seconds: dict[str, set[str]] = {}
    for table in (_OPENINGS, _BRACKETS, *((_SPOKEN_OPENINGS,) if spoken else ())):
        for first, after in table.items():
            seconds.setdefault(first, set()).update(after)
    for word in chain.from_iterable(_WORDS):
        seconds.setdefault(word[0], set()).add(word[1])
    branches = (
        f"{re.escape(first)}[{re.escape(''.join(sorted(after)))}]" for first, after in sorted(seconds.items())
    )
    return _Styles(
        {character: allowed(readers) for behind, readers in _BY_NUMBER for character in behind},
        {first: allowed((*readers, *_ANY)) for firsts, readers in _BY_WORD for first in firsts},
        allowed(_ANY),
        re.compile("|".join(branches)),
    )


def _numbers_a_list(text: str, moment: Moment) -> bool:
    """Is its number only that of a list item (1、9月1日)?"""
    printed = text[moment.start : moment.end]
    if not printed.isdigit() or len(printed) > 2 or text[moment.end : moment.end + 1] != "、":
        return False
    return _LIST_NUMBER.search(text[max(0, moment.start - 5) : moment.start]) is not None
