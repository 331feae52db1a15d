"""A figure as a point of a series: its year, and how much of the year it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from talentx import edtf
from talentx.comparison.brief import Brief
from talentx.comparison.checks.statements import slack
from talentx.comparison.interval import Interval, reading, widened
from talentx.comparison.model import Stated
from talentx.edtf import SEASONS, Date

Extent = Literal["year", "moment", "part", "years"]
"""A year, a moment in it, a part of it, or several years that end in it."""
_MONTHS = 12
_LIMITS = frozenset(("at_least", "at_most", "under"))


@dataclass(frozen=True, slots=True)
class Span:
    """The time of a figure within its year.

    `first` and `last` are months of 1 to 12; `first` is 0 where it began in an earlier year, `since`.
    """

    year: int
    extent: Extent
    first: int = 1
    last: int = _MONTHS
    since: int | None = None

    def __str__(self) -> str:
        """What to add to the figure of a year: nothing for a whole one, 09 for September, 01–09, 2009–09."""
        if self.extent == "year":
            return ""
        end = f"{self.last:02}"
        if self.extent == "moment":
            return end
        start = f"{self.first:02}" if self.since is None else str(self.since)
        return f"{start}–{end}"


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in a series: in brief, with the words of its clause that say what it is of, and its time."""

    brief: Brief
    span: Span
    words: str = ""
    anchor: str | None = None
    """What its clause names as that which it is of, an area or its subject."""

    @property
    def stated(self) -> Stated:
        """The record."""
        return self.brief.stated

    @property
    def reading(self) -> Interval:
        """How a reader takes its number, with what rounding in print may hide.

        A limit is taken for the number itself: 170万以上 and 180万以上 are of two series, or contradict.
        """
        row = self.stated
        bound = "exact" if row.bound in _LIMITS else row.bound
        found = reading(row.value, row.low, row.high, bound, row.raw)
        assert found is not None, "a figure of a series has a number"
        return widened(found._replace(low_open=False), slack(row))


def span_of(time: str | None, date: str | None, published: str | None) -> Span | None:
    """The year of a figure: the last of its time, else of its date, else of its article; None without any.

    An open end is taken for the start: from 2024 on is of 2024.
    """
    for told in (time, date):
        if told is not None and (found := _span(edtf.parse(told))) is not None:
            return found
    return Span(int(published[:4]), "year") if published is not None else None


def _span(told: Date | edtf.Interval) -> Span | None:
    if isinstance(told, Date):
        return _of_date(told)
    end = told.end or told.start
    if end is None or end.year is None:
        return None
    start = told.start if told.end is not None else None
    if start is None or start.year is None:
        return _of_date(end)
    last = edtf.last_day(end)[1]
    first = edtf.first_day(start)[1]
    if start.year < end.year:
        return Span(end.year, "years", 0, last, start.year)
    if (first, last) == (1, _MONTHS):
        return Span(end.year, "year")
    return Span(end.year, "moment" if first == last else "part", first, last)


def _of_date(date: Date) -> Span | None:
    if date.year is None:
        return None
    if date.month is None:
        return Span(date.year, "year")
    if date.month in SEASONS:
        first, last = SEASONS[date.month]
        return Span(date.year, "part", first, last)
    return Span(date.year, "moment", date.month, date.month)
