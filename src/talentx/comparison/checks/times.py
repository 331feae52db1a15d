"""When a figure holds, as far as checks ask for it."""

from __future__ import annotations

from talentx import edtf
from talentx.comparison.model import Stated
from talentx.comparison.periods import period
from talentx.edtf import Date, Interval

_DECEMBER = 12
_A_DAY = len("2024-09-28")


def last_day(row: Stated) -> tuple[int, int, int] | None:
    """The last day of its time, else of the day it was published; None where neither is known."""
    time = row.time or row.published
    if time is None:
        return None
    value = edtf.parse(time)
    end = value.end if isinstance(value, Interval) else value
    if end is None or end.year is None:
        return None
    return edtf.last_day(end)


def whole_year(row: Stated) -> int | None:
    """The year it holds for or at the end of: 2023, 2023-12; None for any other time."""
    value = edtf.parse(row.time) if row.time else None
    if not isinstance(value, Date) or value.month not in (None, _DECEMBER):
        return None
    return value.year


def is_year(row: Stated) -> bool:
    """Is its time a year and no more exact?"""
    value = edtf.parse(row.time) if row.time else None
    return isinstance(value, Date) and value.month is None and value.day is None


def since(row: Stated) -> str | None:
    """Where the stretch begins that it holds for; None for a moment."""
    value = edtf.parse(row.time) if row.time else None
    return str(value.start) if isinstance(value, Interval) else None


def earlier(time: str, years: int) -> str | None:
    """The same time so many years before, None where there is none: 2024-01/2024-09 → 2023-01/2023-09."""
    value = edtf.parse(time)
    try:
        if isinstance(value, Date):
            return str(edtf.shift(value, years=-years))
        if value.start is None or value.end is None:
            return None
        return str(Interval(edtf.shift(value.start, years=-years), edtf.shift(value.end, years=-years)))
    except ValueError:
        return None


def still_runs(row: Stated) -> bool:
    """Does it speak of a time that had not ended when it was published, 今年以来 or 目前?

    What was said of it a day later may have grown.
    """
    time, published = period(row.time), period(row.published)
    return time is not None and published is not None and time.last >= published.last


def one_day(one: Stated, other: Stated) -> bool:
    """Were the two published on one day?"""
    return one.published == other.published and len(one.published or "") == _A_DAY
