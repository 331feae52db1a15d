"""Exact arithmetic on EDTF dates: a year, a month or a day, and the intervals between two of them.

The subset of EDTF (ISO 8601-2, level 1) that articles need: `2024`, `2024-09`, `2024-09-28`; an `X` for each
digit that nobody printed (`XXXX-09-28`, `XXXX-XX-28`); intervals `2024-01/2024-09` with an open end `..`.
A date that is none, such as 2024-02-30, is a ValueError wherever it would arise.
Every step may use it, and the command line loads it first: it needs the standard library alone.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

LAST_YEAR = 9999
"""The last year that four digits can write."""

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""Spring, summer, autumn and winter: the first and last month of each in its year."""

_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_ONE = f"(?:[0-9]{{4}}|(?:[0-9]{{4}}|XXXX)-(?:(?:0[1-9]|1[0-2]|2[1-4])(?:-{_DAY})?|XX-{_DAY}))"
PATTERN = f"^(?:{_ONE}(?:/(?:{_ONE}|[.][.]))?|[.][.]/{_ONE})$"
"""What any regular expression can say of `is_edtf`, for schemas; not that February has no day 30."""
PUBLISHED_PATTERN = f"^[0-9]{{4}}(?:-(?:0[1-9]|1[0-2])(?:-{_DAY})?)?$"
"""The same of `is_published`."""

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d))?)?")
_SEASON_PARTS = frozenset(f"-{season}" for season in SEASONS)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_FEBRUARY, _FEBRUARY = 29, 28


@dataclass(frozen=True, slots=True)
class Date:
    """A year, a season (month 21 to 24, spring to winter), a month or a day.

    A year of None is one nobody printed, so is a month of None below a day.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year is not None and not 0 < self.year <= LAST_YEAR:
            raise ValueError(f"{self.year} is no year")
        if self.year is None and self.month is None and self.day is None:
            raise ValueError("a date needs a year, a month or a day")
        if self.month in SEASONS:
            if self.day is not None:
                raise ValueError(f"season {self.month} has no days")
        elif self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"{self.month} is no month")
        if self.day is not None and not 1 <= self.day <= days_in(self.year, self.month):
            raise ValueError(f"day {self.day} is not in {_year(self.year)}-{_two(self.month)}")

    def __str__(self) -> str:
        if self.day is not None:
            return f"{_year(self.year)}-{_two(self.month)}-{self.day:02}"
        if self.month is not None:
            return f"{_year(self.year)}-{self.month:02}"
        return _year(self.year)

    def known(self) -> bool:
        """Is every part of it known, down to the one it stops at?"""
        return self.year is not None and (self.day is None or self.month is not None)


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another, both included; None is an open end. It must not end before it starts."""

    start: Date | None
    end: Date | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval needs a start or an end")
        if self.start is None or self.end is None or not (self.start.known() and self.end.known()):
            return
        if first_day(self.start) > last_day(self.end):
            raise ValueError(f"{self.end} is before {self.start}")

    def __str__(self) -> str:
        return f"{_side(self.start)}/{_side(self.end)}"


def parse(text: str) -> Date | Interval:
    """The value of an EDTF string. Raises ValueError for one that is malformed or no date."""
    if "/" not in text:
        return _parse_date(text)
    start, _, end = text.partition("/")
    return Interval(*(None if side == ".." else _parse_date(side) for side in (start, end)))


def is_edtf(text: str) -> bool:
    """Is it an EDTF string of the kind `parse` reads?"""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def is_published(text: str) -> bool:
    """Can an article bear this date: a year, month or day, fully known?"""
    return "/" not in text and "X" not in text and text[4:7] not in _SEASON_PARTS and is_edtf(text)


def days_in(year: int | None, month: int | None) -> int:
    """How many days the month has; the most it can have where year or month is not known."""
    if month is None:
        return max(_DAYS)
    if month == 2 and year is not None:
        return _LEAP_FEBRUARY if year % 4 == 0 and (year % 100 or year % 400 == 0) else _FEBRUARY
    return _DAYS[month - 1]


def shift(date: Date, *, years: int = 0, months: int = 0, days: int = 0) -> Date:
    """The date so much later (earlier if negative), as precise as before.

    In a month too short for it the day becomes the last one: a month before 31 March is the end of February.
    Raises ValueError where the date is too coarse or too little known to be shifted by such a step.
    """
    if not date.known() or date.year is None:
        raise ValueError(f"{date} cannot be shifted")
    if date.month in SEASONS or (months and date.month is None) or (days and date.day is None):
        raise ValueError(f"{date} is too coarse for the step")
    whole = (date.year + years) * 12 + (date.month or 1) - 1 + months
    year, month = divmod(whole, 12)
    if date.month is None:
        return Date(year)
    if date.day is None:
        return Date(year, month + 1)
    moved = Date(year, month + 1, min(date.day, days_in(year, month + 1)))
    return _plus(moved, days) if days else moved


def first_day(date: Date) -> tuple[int, int, int]:
    """Its first day as a sort key; unknown parts count as their least."""
    month = SEASONS[date.month][0] if date.month in SEASONS else date.month or 1
    return date.year or 0, month, date.day or 1


def last_day(date: Date) -> tuple[int, int, int]:
    """Its last day as a sort key; unknown parts count as their greatest."""
    month = SEASONS[date.month][1] if date.month in SEASONS else date.month or 12
    return date.year or LAST_YEAR, month, date.day or days_in(date.year, month)


def coarsen(date: Date, *, month: bool) -> Date:
    """The month (or, with `month` false, the year) the date lies in; a coarser date stays as it is."""
    return Date(date.year, date.month if month else None)


def _plus(date: Date, days: int) -> Date:
    assert date.year is not None
    assert date.month is not None
    assert date.day is not None
    try:
        day = datetime.date(date.year, date.month, date.day) + datetime.timedelta(days)
    except OverflowError as error:
        raise ValueError(f"{date} and {days} days is in no year of four digits") from error
    return Date(day.year, day.month, day.day)


def _parse_date(text: str) -> Date:
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(f"{text!r} is no EDTF date")
    year, month, day = (None if part is None or "X" in part else int(part) for part in match.groups())
    if match[2] == "XX" and day is None:
        raise ValueError(f"{text!r} names no month")
    return Date(year, month, day)


def _year(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04}"


def _two(part: int | None) -> str:
    return "XX" if part is None else f"{part:02}"


def _side(date: Date | None) -> str:
    return ".." if date is None else str(date)
