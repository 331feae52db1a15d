"""Dates and periods in a text: 2024年9月28日, 9月23日、24日, 今年7月底到9月初, 前三季度, “十四五”期间.

`expressions` finds every date expression, also the words without a number (去年, 年底); `read` gives those
that have a number, as figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from talentx.edtf import Date, Interval
from talentx.figures import datestyles, festivals, openends, spokendates
from talentx.figures import datewords as words
from talentx.figures.calendardates import calendar_date
from talentx.figures.model import Figure
from talentx.figures.moments import BLANK, HAN, Moment, any_of
from talentx.figures.periods import Calendar

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
_START = re.compile(
    rf"Q(?=[1-4])|[12][0-9]{{3}} (?=[01][0-9] [0-3][0-9])|[0-9]{{1,4}}(?={BLANK}(?:[年月日号天周季世个星礼学Q]|[-/.—–~～至到、和及与]))"
    rf"|[两半{HAN}百千元]{{1,4}}(?={BLANK}[年月日号天周季世个星礼学至到、—五])"
    rf"|[第首前头本上今昨明去次](?=[首一二三四两1-9世季(（天日年]|{BLANK}[0-9])"
    rf"|[“\"「『](?=[一二三四五六七八九十]{{1,2}}五[”\"」』])|{any_of(chain.from_iterable(_WORDS))}"
)
"""Where a date may begin; most of what it finds is none."""


@cache
def _spoken_start() -> re.Pattern[str]:
    """Where a date may begin that is spoken of without a number; the festivals are read when first asked for."""
    return re.compile(
        rf"{_START.pattern}|[上下前后本这今近最过未接此正腊闰农阴旧半两{HAN}0-9](?=[{HAN}两半0-9 ]|[周星礼季个本上下近去来后月历年明天日间底礼]|[大过未])"
        rf"|月[初底末尾]|周[一二三四五六日天]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|{festivals.opens()}"
    )


_CLOCK = r"(?:[上下中]午|早上|晚上?|凌晨)?(?:[0-9]{1,2}(?:[:：时点][0-9]{0,2}分?)?)?"
_TO = re.compile(
    rf"{BLANK}(?:[(（](?:星期|周)[一二三四五六日天][)）])?{BLANK}(?:{_CLOCK})?{BLANK}(?:起|开始|始)?{BLANK}"
    rf"(?:[，,]?(?:截?至|到|持续到)|-{{1,2}}|—{{1,2}}|–|~{{1,2}}|～|－){BLANK}"
)
_LONGEST_TO = 24
_WEEKDAY = re.compile("(?:星期|周|礼拜)[一二三四五六日天]")
_BESIDE = re.compile(r"[ ]?[，,(（]?[ ]?")
_LIST_NUMBER = re.compile(r"(?:^|[\n。；：])[ \u3000]{0,4}$")
_REPUBLIC = re.compile(
    r"民国[ ]?[0-9]{2,3}|新台币|(?<![0-9])[0-9]{2,3}学年|较[0-9]{2,3}年|台[币北中南]|新竹|高雄"
)
_REPUBLIC_REACH = 20_000


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at `text[start:end]` and the EDTF value it stands for."""

    start: int
    end: int
    value: Date | Interval
    numbered: bool

    @property
    def edtf(self) -> str:
        return str(self.value)


def read(text: str, published: str | None = None, *, spoken: bool = False) -> list[Figure]:
    """The dates and periods of the text, in text order, dated from the article's own date.

    The text is folded: half-width digits, simplified characters. `published` is an EDTF date; ValueError if
    it is none. Only those with a number in them, unless `spoken`: then 去年, 下周三 and 国庆节 as well.
    """
    return [
        Figure(found.start, found.end, text[found.start : found.end], "date", date=found.edtf, core=(found.start, found.end))
        for found in expressions(text, published, spoken=spoken)
        if found.numbered or spoken
    ]


def expressions(text: str, published: str | None = None, *, spoken: bool = False) -> list[Expression]:
    """Every date expression of the text whose value is known, words like 去年 among them, in text order."""
    calendar = Calendar(text, published, spoken=spoken)
    moments = list(_moments(text, calendar.year, spoken=spoken))
    found: list[Expression] = []
    here = 0
    while here < len(moments):
        first = moments[here]
        if here + 1 < len(moments) and _joined(text, first, moments[here + 1]):
            last = moments[here + 1]
            if stretch := calendar.stretch(first, last):
                end = last.end + 2 * text.startswith("之间", last.end)
                found.append(Expression(first.start, end, stretch, first.numbered or last.numbered))
                here += 2
                continue
        if (value := calendar.date(first)) is not None:
            found.append(Expression(first.start, first.end, value, first.numbered))
        here += 1
    return [_opened(text, each, calendar) for each in _merged(text, found)] if spoken else found


def _opened(text: str, found: Expression, calendar: Calendar) -> Expression:
    start, end, value = openends.opened(text, found.start, found.end, found.value, calendar.published)
    return Expression(start, end, value, found.numbered)


def _merged(text: str, found: list[Expression]) -> Iterator[Expression]:
    """The expressions without the day of the week that stands beside a date (9月28日，星期六)."""
    before: Expression | None = None
    for here in found:
        if before is not None and _is_weekday(text, here) and _BESIDE.fullmatch(text, before.end, here.start):
            before = Expression(before.start, here.end, before.value, before.numbered)
            continue
        if before is not None and not (_is_weekday(text, before) and _BESIDE.fullmatch(text, before.end, here.start)):
            yield before
        elif before is not None:
            here = Expression(before.start, here.end, here.value, here.numbered)
        before = here
    if before is not None:
        yield before


def _is_weekday(text: str, found: Expression) -> bool:
    return _WEEKDAY.fullmatch(text, found.start, found.end) is not None


def _moments(text: str, now: int, *, spoken: bool) -> Iterator[Moment]:
    republic = counts_from_republic(text)
    at = 0
    start = _spoken_start() if spoken else _START
    while match := start.search(text, at):
        moment = _spoken_at(text, match.start(), now, republic) if spoken else None
        moment = moment or _moment_at(text, match.start(), now, republic)
        if moment is None or _numbers_a_list(text, moment) or text.startswith("分之", moment.start - 2):
            at = match.start() + 1 if match[0][:1] not in "0123456789" else match.end()
            continue
        yield moment
        at = moment.end


def counts_from_republic(text: str) -> bool:
    """Does the text count years from 1912, as Taiwan does?"""
    return len(_REPUBLIC.findall(text, 0, _REPUBLIC_REACH)) >= 2


def _moment_at(text: str, at: int, now: int, republic: bool) -> Moment | None:
    """The date expression that begins at `at`, or None."""
    try:
        for read_style in (datestyles.iso, datestyles.day_first, datestyles.bracketed, datestyles.plan, datestyles.ago):
            if found := read_style(text, at):
                return found
        return datestyles.century(text, at, now) or calendar_date(text, at, now, republic)
    except ValueError:
        return None


def _spoken_at(text: str, at: int, now: int, republic: bool) -> Moment | None:
    """The date expression as it is spoken that begins at `at`, or None."""
    try:
        return spokendates.read(text, at) or spokendates.composed(text, at, now, republic)
    except ValueError:
        return None


def _numbers_a_list(text: str, moment: Moment) -> bool:
    """Is its number only that of a list item (1、9月1日)?"""
    printed = text[moment.start : moment.end]
    if not printed.isdigit() or len(printed) > 2 or text[moment.end : moment.end + 1] != "、":
        return False
    return _LIST_NUMBER.search(text[max(0, moment.start - 5) : moment.start]) is not None


def _joined(text: str, first: Moment, last: Moment) -> bool:
    if last.start - first.end > _LONGEST_TO or first.until_month or first.until_year:
        return False
    if text[first.end : last.start].strip() in ("和", "与"):
        return text.startswith(("之间", "间"), last.end)
    return _TO.fullmatch(text, first.end, last.start) is not None
