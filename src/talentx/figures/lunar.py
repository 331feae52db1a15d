"""The lunisolar calendar of China (农历): its days, months and years as Gregorian dates, 1900 to 2100.

Everything comes from `data/lunar.tsv`, which follows GB/T 33661-2017 (NOTICE tells its source) and is read
when a function is first called. A lunar year has the number of the Gregorian year it begins in. A year that
the table does not have is a ValueError, and so is a month or a day that a year does not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from talentx.edtf import Date, Interval, shift
from talentx.figures.tables import rows

_SHORT = 29
"""Days of a short month; a long one has one more."""


@dataclass(frozen=True, slots=True)
class _Year:
    """A row of the table: the first day, the leap month (0 for none) and the days of each month in turn."""

    first: Date
    leap: int
    lengths: tuple[int, ...]
    qingming: int
    dongzhi: int


def gregorian(year: int, month: int, day: int, *, leap: bool = False) -> Date:
    """The Gregorian day of a day of a lunar month; `leap` takes the leap month of that number (闰六月)."""
    first, days = _month(year, month, leap)
    if not 1 <= day <= days:
        raise ValueError(f"day {day} is not in {_name(month, leap)} of lunar {year}, which has {days}")
    return shift(first, days=day - 1)


def month_span(year: int, month: int, *, leap: bool = False) -> Interval:
    """The first to the last day of a lunar month, 29 or 30 days."""
    first, days = _month(year, month, leap)
    return Interval(first, shift(first, days=days - 1))


def qingming(year: int) -> Date:
    """The day of 清明 in the Gregorian year, when the Sun's apparent longitude passes 15°."""
    return Date(year, 4, _year(year).qingming)


def dongzhi(year: int) -> Date:
    """The day of 冬至 in the Gregorian year, when the Sun's apparent longitude passes 270°."""
    return Date(year, 12, _year(year).dongzhi)


def _month(year: int, month: int, leap: bool) -> tuple[Date, int]:
    """The first day of a lunar month and how many it has."""
    row = _year(year)
    if not 1 <= month <= 12 or (leap and month != row.leap):
        raise ValueError(f"lunar {year} has no {_name(month, leap)}")
    # Whatever comes after the leap month stands one place further back, and so does the leap month itself.
    place = month - 1 + (leap or 0 < row.leap < month)
    return shift(row.first, days=sum(row.lengths[:place])), row.lengths[place]


def _name(month: int, leap: bool) -> str:
    return f"{'leap ' if leap else ''}month {month}"


@cache
def _year(year: int) -> _Year:
    try:
        first, leap, lengths, spring, winter = _table()[year]
    except KeyError:
        raise ValueError(f"the lunar calendar of {year} is not in the table") from None
    return _Year(
        Date(*map(int, first.split("-"))),
        int(leap),
        tuple(_SHORT + int(long) for long in lengths),
        int(spring),
        int(winter),
    )


@cache
def _table() -> dict[int, tuple[str, ...]]:
    return {int(row[0]): row[1:] for row in rows("lunar.tsv", 6)}
