"""Units of one measure: 36个月 and 三年 are the same length."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

_EXACT = Context(prec=200)

_MEASURES: tuple[dict[str, int], ...] = (
    {"月": 1, "季度": 3, "年": 12},
    {"分钟": 1, "小时": 60, "天": 1440, "日": 1440, "周": 10080},
    {"平方米": 1, "公顷": 10_000, "平方公里": 1_000_000},
    {"米": 1, "公里": 1000},
    {"个": 1, "对": 2, "双": 2, "打": 12},
)
"""How much of the least unit each unit of a measure holds. A month has no fixed number of days."""

_MONEY = "元"
_THINGS = frozenset("个家项所处座支只名位批件条类种")
"""Classifiers that count things one by one: 12家平台 are 12个平台."""


def factor(unit: str | None, other: str | None) -> Fraction | None:
    """How many of `other` one of `unit` is; None where the two measure different things."""
    if unit == other:
        return Fraction(1)
    for measure in _MEASURES:
        if unit in measure and other in measure:
            return Fraction(measure[unit], measure[other])
    if unit in _THINGS and other in _THINGS:
        return Fraction(1)
    return None


def scaled(number: Decimal, factor: Fraction) -> Decimal:
    """So many times the number: exact, where its digits end."""
    if factor == 1:
        return number
    return _EXACT.divide(_EXACT.multiply(number, factor.numerator), factor.denominator)


def related(unit: str | None, other: str | None) -> bool:
    """Can two figures in these units be of one series, be it counted anew in another unit (人 and 人次)?"""
    if factor(unit, other) is not None:
        return True
    persons = {"人", "人次"}
    return (
        {unit, other} <= persons or {unit, other} <= {"次", "场", "期"} or {unit, other} <= {*persons, "次"}
    )
