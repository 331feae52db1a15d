"""Dates and periods in a text: 2024年9月28日, 9月23日、24日, 今年7月底到9月初, 前三季度, “十四五”期间.

`expressions` finds every date expression, also the words without a number (去年, 年底); `read` gives them as
figures, those of articles only with a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from talentx.edtf import Date, Interval
from talentx.figures import datefinder, openends
from talentx.figures.model import Figure
from talentx.figures.moments import BLANK, Moment, Years
from talentx.figures.periods import Calendar

_CLOCK = r"(?:[上下中]午|早上|晚上?|凌晨)?(?:[0-9]{1,2}(?:[:：时点][0-9]{0,2}分?)?)?"
_TO = re.compile(
    rf"{BLANK}(?:[(（](?:星期|周)[一二三四五六日天][)）])?{BLANK}(?:{_CLOCK})?{BLANK}(?:起|开始|始)?{BLANK}"
    rf"(?:[，,]?(?:截?至|到|持续到)|-{{1,2}}|—{{1,2}}|–|~{{1,2}}|～|－){BLANK}"
)
_SENTENCE_END = re.compile("[。！？\n]")
_LONGEST_TO = 24
_WEEKDAY = re.compile("(?:星期|周|礼拜)[一二三四五六日天]")
_BESIDE = re.compile(r"[ ]?[，,(（]?[ ]?")
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
        Figure(
            found.start,
            found.end,
            text[found.start : found.end],
            "date",
            date=found.edtf,
            core=(found.start, found.end),
        )
        for found in expressions(text, published, spoken=spoken)
        if found.numbered or spoken
    ]


def expressions(text: str, published: str | None = None, *, spoken: bool = False) -> list[Expression]:
    """Every date expression of the text whose value is known, words like 去年 among them, in text order."""
    calendar = Calendar(text, published, spoken=spoken)
    # A sentence that is read for itself says nothing of how its text counts its years.
    years = Years(calendar.year, not spoken and counts_from_republic(text))
    moments = list(datefinder.moments(text, years, spoken=spoken))
    if spoken:
        moments = [moment for moment in moments if not _said_again(text, moment)]
    found: list[Expression] = []
    here = 0
    while here < len(moments):
        first = moments[here]
        if spoken and here and _SENTENCE_END.search(text, moments[here - 1].end, first.start):
            calendar.forget()
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
    return _closed([_opened(text, each, calendar) for each in _merged(text, found)]) if spoken else found


def _closed(found: list[Expression]) -> list[Expression]:
    """Two open ends that meet are one stretch: 2010年之后2018年之前."""
    kept: list[Expression] = []
    for here in found:
        before = kept[-1] if kept else None
        stretch = _between(before, here) if before is not None and before.end == here.start else None
        if before is not None and stretch is not None:
            kept[-1] = Expression(before.start, here.end, stretch, before.numbered or here.numbered)
        else:
            kept.append(here)
    return kept


def _between(first: Expression, last: Expression) -> Interval | None:
    low, high = first.value, last.value
    if not isinstance(low, Interval) or not isinstance(high, Interval) or low.end or high.start:
        return None
    try:
        return Interval(low.start, high.end)
    except ValueError:
        return None


def _said_again(text: str, moment: Moment) -> bool:
    """Is it the day of the week in brackets behind a date: 9月12日（周四）?"""
    if text[max(0, moment.start - 1) : moment.start] not in ("(", "（"):
        return False
    return text[moment.end : moment.end + 1] in (")", "）") and text[max(0, moment.start - 2)] in "日号"


def _opened(text: str, found: Expression, calendar: Calendar) -> Expression:
    start, end, value = openends.opened(text, found.start, found.end, found.value, calendar.published)
    return Expression(start, end, value, found.numbered)


def _merged(text: str, found: list[Expression]) -> Iterator[Expression]:
    """The expressions without the day of the week that stands beside a date (9月28日，星期六)."""
    before: Expression | None = None
    for here in found:
        beside = before is not None and _BESIDE.fullmatch(text, before.end, here.start) is not None
        if before is None or not beside or not (_is_weekday(text, here) or _is_weekday(text, before)):
            if before is not None:
                yield before
            before = here
            continue
        said = before if _is_weekday(text, here) else here
        before = Expression(before.start, here.end, said.value, said.numbered)
    if before is not None:
        yield before


def _is_weekday(text: str, found: Expression) -> bool:
    return _WEEKDAY.fullmatch(text, found.start, found.end) is not None


def counts_from_republic(text: str) -> bool:
    """Does the text count years from 1912, as Taiwan does?"""
    return len(_REPUBLIC.findall(text, 0, _REPUBLIC_REACH)) >= 2


def _joined(text: str, first: Moment, last: Moment) -> bool:
    if last.start - first.end > _LONGEST_TO or first.until_month or first.until_year:
        return False
    if text[first.end : last.start].strip() in ("和", "与"):
        return text.startswith(("之间", "间"), last.end)
    return _TO.fullmatch(text, first.end, last.start) is not None
