"""Units of one measure: 36个月 and 三年 are the same length."""

from __future__ import annotations

from decimal import Decimal

_MEASURES: tuple[dict[str, Decimal], ...] = (
    {"月": Decimal(1), "季度": Decimal(3), "年": Decimal(12)},
    {"分钟": Decimal(1), "小时": Decimal(60), "天": Decimal(1440), "日": Decimal(1440), "周": Decimal(10080)},
    {"平方米": Decimal(1), "公顷": Decimal(10_000), "平方公里": Decimal(1_000_000)},
    {"米": Decimal(1), "公里": Decimal(1000)},
    {"个": Decimal(1), "对": Decimal(2), "双": Decimal(2), "打": Decimal(12)},
)
"""How much of the least unit each unit of a measure holds. A month has no fixed number of days."""

_MONEY = "元"
_THINGS = frozenset("个家项所处座支只名位批件条类种")
"""Classifiers that count things one by one: 12家平台 are 12个平台."""


def factor(unit: str | None, other: str | None) -> Decimal | None:
    """How many of `other` one of `unit` is; None where the two measure different things."""
    if unit == other:
        return Decimal(1)
    for measure in _MEASURES:
        if unit in measure and other in measure:
            return measure[unit] / measure[other]
    if unit in _THINGS and other in _THINGS:
        return Decimal(1)
    return None


def related(unit: str | None, other: str | None) -> bool:
    """Can two figures in these units be of one series, be it counted anew in another unit (人 and 人次)?"""
    if factor(unit, other) is not None:
        return True
    persons = {"人", "人次"}
    return (
        {unit, other} <= persons or {unit, other} <= {"次", "场", "期"} or {unit, other} <= {*persons, "次"}
    )
