"""Units of one measure: 36个月 and 三年 are as long, 2000元 a month and 6000元 a quarter are as much."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact
from fractions import Fraction
from functools import lru_cache

_EXACT = Context(prec=200, traps=[Inexact])
_ENDLESS = Context(prec=12)
"""For what has no last digit: ten days are 1.42857142857 weeks."""

ONE = Fraction(1)
"""What figures in one unit are multiplied by."""
_MEASURES: tuple[dict[str, int], ...] = (
    {"月": 1, "季度": 3, "年": 12},
    {"秒": 1, "分钟": 60, "小时": 3600, "天": 86_400, "日": 86_400, "周": 604_800},
    {"平方米": 3, "平方": 3, "亩": 2000, "公顷": 30_000, "平方公里": 3_000_000},
    {"米": 1, "公里": 1000},
    {"克": 1, "斤": 500, "千克": 1000, "吨": 1_000_000},
    {"千瓦时": 1, "度电": 1},
    {"个": 1, "对": 2, "双": 2, "打": 12},
)
"""How much of the least unit each unit of a measure holds. A month has no fixed number of days."""

_EACH = frozenset({"人", "个"})
"""每名60万元 and 每个80万元 are as much each."""
_MONEY = {"元": "CNY"}
"""The currency of a unit that says no other."""
_ALIKE = (frozenset("个家项所处座支只名位件条种"), frozenset("套间户"))
"""Classifiers that count the same one by one: 12家平台 are 12个平台, 300间公寓 are 300套."""


@lru_cache(maxsize=4096)
def factor(unit: str | None, other: str | None) -> Fraction | None:
    """How many of `other` one of `unit` is; None where the two measure different things."""
    if unit == other:
        return ONE
    for measure in _MEASURES:
        if unit in measure and other in measure:
            return Fraction(measure[unit], measure[other])
    if any(unit in alike and other in alike for alike in _ALIKE):
        return ONE
    return None


def factor_per(per: str | None, other: str | None) -> Fraction | None:
    """By what a sum per `per` is to be multiplied to be one per `other`; None where that cannot be told.

    Where one of the two says nothing, it is taken for the other: 每人每月2000元 and 每月2000元.
    """
    if per is None or other is None or per == other:
        return ONE
    (mine, whose), (others, of_whom) = _parted(per), _parted(other)
    if whose and of_whom and whose != of_whom and not whose | of_whom <= _EACH:
        return None
    return factor(others, mine) if (mine is None) == (others is None) else None


def currency(unit: str | None, told: str | None) -> str | None:
    """The currency of a figure: the one it is told in, or that of its unit; None for what is no money."""
    return told or _MONEY.get(unit or "")


def scaled(number: Decimal, factor: Fraction) -> Decimal:
    """So many times the number: exact, or in twelve digits where its digits do not end."""
    if factor is ONE:
        return number
    times = _EXACT.multiply(number, factor.numerator)
    try:
        return _EXACT.divide(times, factor.denominator)
    except Inexact:
        return _ENDLESS.divide(times, factor.denominator)


@lru_cache(maxsize=4096)
def related(unit: str | None, other: str | None) -> bool:
    """Can two figures in these units be of one series, be it counted anew in another unit (人 and 人次)?"""
    if factor(unit, other) is not None:
        return True
    persons = {"人", "人次"}
    return (
        {unit, other} <= persons or {unit, other} <= {"次", "场", "期"} or {unit, other} <= {*persons, "次"}
    )


def _parted(per: str) -> tuple[str | None, frozenset[str]]:
    """The time that a sum is paid for, and whom or what: 人·月 is (月, {人})."""
    parts = per.split("·")
    times = [part for part in parts if any(part in measure for measure in _MEASURES[:2])]
    return (times[0] if times else None), frozenset(parts).difference(times)
