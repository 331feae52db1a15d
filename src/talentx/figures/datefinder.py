"""Where the date expressions of a text are: the styles of writing a date, and what each may begin with.

A cheap look at one or two characters decides which styles are tried at a place; most places admit none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from talentx.figures import datestyles, festivals, spokendates
from talentx.figures import datewords as words
from talentx.figures.calendardates import calendar_date
from talentx.figures.moments import BLANK, HAN, Moment, Years

Reader = Callable[[str, int, Years], Moment | None]

_DIGITS = "0123456789"
_COUNTED = f"{HAN}两半百千元"
_NUMBER = re.compile(
    rf"[12][0-9]{{3}} (?=[01][0-9] [0-3][0-9])"
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
    **dict.fromkeys("“\"「『", "一二三四五六七八九十"),
}
"""First character → the second ones with which a date may begin, words and numbers aside."""
_SPOKEN_OPENINGS: dict[str, str] = {
    **dict.fromkeys("上下", f"周星礼季个上下一二三四五六七八九十两{_DIGITS}"),
    **dict.fromkeys("本这", "周星礼季个一"),
    "今": "明周星礼个",
    "明": "后",
    "去": "今明",
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
_ISO = (datestyles.iso, datestyles.day_first)
_WHEN = (datestyles.plan, datestyles.ago, datestyles.century, calendar_date)
_READERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(_DIGITS, (*_ISO, *_WHEN)),
    **dict.fromkeys(_COUNTED, _WHEN),
    **dict.fromkeys("“\"「『", (datestyles.plan,)),
    **dict.fromkeys(words.BRACKET_STEPS, (datestyles.bracketed, datestyles.century, calendar_date)),
}
"""The styles to try at a character, in order; those of `calendar_date` alone need no line."""
_SPOKEN_READERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(_DIGITS + _COUNTED, (spokendates.away, spokendates.since, spokendates.century, spokendates.composed)),
    **dict.fromkeys(
        "上下本这今", (spokendates.towards, spokendates.years, spokendates.quarter, spokendates.week, spokendates.composed)
    ),
    **dict.fromkeys("前后", (spokendates.towards, spokendates.years, spokendates.composed)),
    **dict.fromkeys("近最过未接此", (spokendates.towards,)),
    **dict.fromkeys("周星礼", (spokendates.week,)),
    **dict.fromkeys("去明", (spokendates.years, spokendates.composed)),
    "月": (spokendates.month_part,),
}
_CALENDAR: tuple[Reader, ...] = (calendar_date,)
_COMPOSED: tuple[Reader, ...] = (spokendates.composed,)


@dataclass(frozen=True, slots=True)
class _Openings:
    """A pattern of the first characters that a date may have, and the second ones by the first."""

    first: re.Pattern[str]
    seconds: dict[str, frozenset[str]]

    def admits(self, text: str, at: int) -> bool:
        """May a date begin here?"""
        character = text[at]
        if character in _DIGITS:
            return text[at - 1 : at] not in _DIGITS_BEFORE and _NUMBER.match(text, at) is not None
        if text[at + 1 : at + 2] in self.seconds.get(character, ()):
            return True
        return character in _COUNTED and _WRITTEN.match(text, at) is not None


_DIGITS_BEFORE = frozenset(_DIGITS)


def moments(text: str, years: Years, *, spoken: bool) -> Iterator[Moment]:
    """The date expressions of a text, in text order, none overlapping another."""
    openings = _openings(spoken)
    named = festivals.find(text) if spoken else {}
    end = 0
    for at in _places(text, openings, sorted(named)):
        if at < end:
            continue
        moment = _moment_at(text, at, years, spoken=spoken)
        if moment is None and at in named:
            moment = spokendates.festival(at, named[at])
        if moment is not None and not _numbers_a_list(text, moment) and not text.startswith("分之", at - 2):
            yield moment
            end = moment.end


def _places(text: str, openings: _Openings, named: list[int]) -> Iterator[int]:
    """Where a date may begin, in text order."""
    festival = iter(named)
    following = next(festival, len(text))
    for found in openings.first.finditer(text):
        at = found.start()
        while following < at:
            yield following
            following = next(festival, len(text))
        if openings.admits(text, at) or at == following:
            yield at
    while following < len(text):
        yield following
        following = next(festival, len(text))


def _moment_at(text: str, at: int, years: Years, *, spoken: bool) -> Moment | None:
    """The date expression that begins at `at`, or None."""
    character = text[at]
    if spoken:
        for reader in _SPOKEN_READERS.get(character, _COMPOSED):
            if (found := _tried(reader, text, at, years)) is not None:
                return found
    for reader in _READERS.get(character, _CALENDAR):
        if (found := _tried(reader, text, at, years)) is not None:
            return found
    return None


def _tried(reader: Reader, text: str, at: int, years: Years) -> Moment | None:
    """What a style reads; a date that does not exist is none."""
    try:
        return reader(text, at, years)
    except ValueError:
        return None


@cache
def _openings(spoken: bool) -> _Openings:
    seconds: dict[str, set[str]] = {}
    for table in (_OPENINGS, _BRACKETS, *((_SPOKEN_OPENINGS,) if spoken else ())):
        for first, after in table.items():
            seconds.setdefault(first, set()).update(after)
    for word in chain.from_iterable(_WORDS):
        seconds.setdefault(word[0], set()).add(word[1])
    first = "".join({*seconds, *_DIGITS, *_COUNTED})
    return _Openings(
        re.compile(f"[{re.escape(first)}]"), {each: frozenset(after) for each, after in seconds.items()}
    )


_LIST_NUMBER = re.compile(r"(?:^|[\n。；：])[ \u3000]{0,4}$")


def _numbers_a_list(text: str, moment: Moment) -> bool:
    """Is its number only that of a list item (1、9月1日)?"""
    printed = text[moment.start : moment.end]
    if not printed.isdigit() or len(printed) > 2 or text[moment.end : moment.end + 1] != "、":
        return False
    return _LIST_NUMBER.search(text[max(0, moment.start - 5) : moment.start]) is not None
