"""The months a figure holds for, from its EDTF time."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from talentx.edtf import Date, Interval, first_day, last_day, parse

_LONG = 18
"""Months from which on a period runs over years."""


class Period(NamedTuple):
    """From the first month to the last, both included, in months since the year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How long it is."""
        return self.last - self.first + 1

    @property
    def runs_over_years(self) -> bool:
        """Is it longer than a report of one year can be: 13年来 against 今年?"""
        return self.months >= _LONG

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return self.last // 12

    def within(self, other: Period) -> bool:
        """Is it a part of the other, or the same?"""
        return other.first <= self.first and self.last <= other.last


@lru_cache(maxsize=4096)
def period(edtf: str | None) -> Period | None:
    """The months of an EDTF date or interval; None for none, an open one and one of an unknown year."""
    if edtf is None:
        return None
    try:
        told = parse(edtf)
    except ValueError:
        return None
    start, end = (told.start, told.end) if isinstance(told, Interval) else (told, told)
    if not _is_known(start) or not _is_known(end):
        return None
    assert start is not None
    assert end is not None
    first, last = first_day(start), last_day(end)
    return Period(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1)


def as_of(time: str | None, published: str | None) -> Period | None:
    """When a figure holds: its own time, or else the date of its article."""
    return period(time) or period(published)


def _is_known(date: Date | None) -> bool:
    return date is not None and date.year is not None
