"""What a date expression names within a year, a month or around a day: a season, a week, the second Tuesday.

A rule is applied to the date before it: 今年 + 夏天, 8月 + 第一个周二, the day of the article + 下周三.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, Protocol

from talentx.edtf import Date, Interval, coarsen, days_in, shift
from talentx.figures import festivals, lunar

_WEEK = 7


class Rule(Protocol):
    """Something that a year, month or day has one of."""

    @property
    def of_article(self) -> bool:
        """Whether it is counted from the article's own date, whatever else is named."""

    def within(self, base: Date) -> Date | Interval | None:
        """The date it is in (or from) `base`; None or ValueError where `base` is too coarse or has none."""


@dataclass(frozen=True, slots=True)
class Season:
    """Spring 21, summer 22, autumn 23, winter 24."""

    code: int
    of_article: bool = False

    def within(self, base: Date) -> Date:
        return Date(base.year, self.code)


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A month of the lunar year, or a day of it; day 0 is the month's last."""

    month: int
    day: int | None
    leap: bool = False
    of_article: bool = False

    def within(self, base: Date) -> Date | Interval | None:
        if base.year is None:
            return None
        if self.day is None:
            return lunar.month_span(base.year, self.month, leap=self.leap)
        if self.day == 0:
            return lunar.month_span(base.year, self.month, leap=self.leap).end
        return lunar.gregorian(base.year, self.month, self.day, leap=self.leap)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A festival of the year."""

    festival: festivals.Festival
    of_article: bool = False

    def within(self, base: Date) -> Date | Interval | None:
        return self.festival.on(base.year) if base.year is not None else None


@dataclass(frozen=True, slots=True)
class WeekOfYear:
    """The n-th week of the year (ISO 8601)."""

    number: int
    of_article: bool = False

    def within(self, base: Date) -> Interval:
        assert base.year is not None
        monday = datetime.date.fromisocalendar(base.year, self.number, 1)
        return _week_from(Date(monday.year, monday.month, monday.day))


@dataclass(frozen=True, slots=True)
class OfMonth:
    """The n-th week of a month, from its n-th Monday on; with a weekday (1 to 7), the n-th such day.

    Number -1 is the last.
    """

    number: int
    weekday: int | None
    of_article: bool = False

    def within(self, base: Date) -> Date | Interval | None:
        if base.year is None or base.month is None:
            return None
        first = Date(base.year, base.month, 1)
        ahead = ((self.weekday or 1) - _weekday(first)) % _WEEK
        days = [shift(first, days=ahead + _WEEK * week) for week in range(4)]
        if ahead + _WEEK * 4 < days_in(base.year, base.month):
            days.append(shift(first, days=ahead + _WEEK * 4))
        if self.number > len(days):
            return None
        day = days[self.number if self.number < 0 else self.number - 1]
        return _week_from(day) if self.weekday is None else day


@dataclass(frozen=True, slots=True)
class OfWeek:
    """A day of the week so many weeks from that of the article, or its weekend, or all of it."""

    weeks: int
    days: tuple[int, int]
    of_article: bool = True

    def within(self, base: Date) -> Date | Interval | None:
        if base.day is None:
            return None
        monday = _WEEK * self.weeks + 1 - _weekday(base)
        first, last = (shift(base, days=monday + day - 1) for day in self.days)
        return first if first == last else Interval(first, last)


@dataclass(frozen=True, slots=True)
class OfQuarter:
    """The quarter so many from that of the article."""

    quarters: int
    of_article: bool = True

    def within(self, base: Date) -> Interval | None:
        if base.year is None or base.month is None:
            return None
        first = Date(base.year, (base.month - 1) // 3 * 3 + 1)
        first = shift(first, months=3 * self.quarters)
        return Interval(first, shift(first, months=2))


@dataclass(frozen=True, slots=True)
class YearsOn:
    """The years from so many to so many after that of the article: 今明两年."""

    first: int
    last: int
    of_article: bool = True

    def within(self, base: Date) -> Interval:
        year = coarsen(base, month=False)
        return Interval(shift(year, years=self.first), shift(year, years=self.last))


@dataclass(frozen=True, slots=True)
class Reach:
    """A length of time up to or from the article's date (近三年, 未来两周), or its far end (三年后)."""

    months: int
    days: int
    point: Literal["", "year", "month", "day"] = ""
    of_article: bool = True

    def within(self, base: Date) -> Date | Interval | None:
        if self.months and base.month is None and self.months % 12 == 0:
            there = shift(base, years=self.months // 12)
        elif self.days and base.day is None:
            return None
        else:
            there = shift(base, months=self.months, days=self.days)
        if self.point:
            return there if self.point == "day" else coarsen(there, month=self.point == "month")
        return Interval(*((there, base) if self.months < 0 or self.days < 0 else (base, there)))


def _week_from(monday: Date) -> Interval:
    return Interval(monday, shift(monday, days=_WEEK - 1))


def _weekday(day: Date) -> int:
    """Monday 1 to Sunday 7."""
    assert day.year is not None
    assert day.month is not None
    assert day.day is not None
    return datetime.date(day.year, day.month, day.day).isoweekday()
