"""By how much a figure changed, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from talentx.comparison.rows import paired
from talentx.comparison.views import telling

from .making import NEWS, ROSE, WAYS, new, old

CASES: list[tuple[str, str, str]] = [
    ("人才12万余人", "人才超13.6万人", "+6,000 to +17,000人 (+4.6% to +14.2%)"),
    ("人才12万人", "人才13.2万人", "+12,000人 (+10%)"),
    ("人才12万人", "人才12.001万人", "+10人 (+0.008%)"),
    ("人才12万人", "人才9万人", "-30,000人 (-25%)"),
    ("人才3人", "人才41人", "+38人 (×13.7)"),
    ("人才12万人以上", "人才13万人", "at most +10,000人 (at most +8.3%)"),
    ("人才12万人", "人才13万人以上", "at least +10,000人 (at least +8.3%)"),
    ("人才12万人以上", "人才13万人以上", "+10,000人 as printed (+8.3% as printed)"),
    ("人才12万人", "人才12万人", "0人 (0%)"),
    ("基金10亿元", "基金100亿元", "+9,000,000,000元 (×10)"),
    ("占35%", "占38.5%", "+3.5 points"),
    ("增长5.1%", "增长3%", "-2.1 points"),
    ("位列第3位", "位列第1位", "2 places up"),
    ("位列第1位", "位列第2位", "1 place down"),
    ("用时12个月", "用时3个月", "-9月 (-75%)"),
    ("于2022年9月27日开幕", "于2022年9月28日开幕", "+1 day"),
    ("人才12万人", "培训3万人次", ""),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "wanted"), CASES)
def test_a_difference_is_told(one: str, other: str, wanted: str) -> None:
    row = paired(old(one, item=None), new(other, item=None), "")
    assert telling.difference_and_ratio(row) == wanted


def test_what_an_amount_is_per_is_told() -> None:
    one, other = (side(f"补贴{number}元", per="人·月") for side, number in ((old, 1000), (new, 1500)))
    assert telling.difference(paired(one, other, "")) == "+500元/人·月"


GROWTHS: list[tuple[dict[str, Any], str]] = [
    ({"growth": Decimal("0.05")}, "+5% a year as printed"),
    ({"growth_low": Decimal("0.05"), "growth_high": Decimal("0.0821")}, "+5% to +8.2% a year"),
    ({"growth_low": Decimal("-0.05")}, "at least -5% a year"),
    ({"growth_low": Decimal("1E+40"), "growth_high": Decimal("1E+40")}, f"×10{',000' * 13} a year"),
    ({}, ""),
]


@pytest.mark.parametrize(("found", "wanted"), GROWTHS)
def test_the_growth_a_year_is_told(found: dict[str, Any], wanted: str) -> None:
    none = dict.fromkeys(("growth", "growth_low", "growth_high"))
    assert telling.growth(replace(ROSE, **{**none, **found})) == wanted


def test_a_number_of_any_size_is_told() -> None:
    for number in (Decimal("1E-900"), Decimal("-1E-900"), Decimal("1E+900")):
        ends: dict[str, Any] = {
            "difference_low": number,
            "difference_high": number,
            "ratio_low": number,
            "ratio_high": number,
        }
        assert telling.change(replace(ROSE, **ends))


def test_series_and_figures_are_told() -> None:
    assert telling.series(ROSE) == "杭州市 · talent_total · 人才"
    assert telling.figures(ROSE) == "12万余人 → 超13.6万人"
    assert telling.figures(NEWS) == "13.6万人"
    assert telling.figures(WAYS[0]) == "12万人 → 13万人"
    bare = paired(old("12人", indicator=None, item=None), new("13人", indicator=None, item=None), "")
    assert telling.series(replace(bare, place=None)) == "talent"
