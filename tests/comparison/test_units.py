"""Units and times of payment: what can be converted, and into how many."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.comparison import units
from talentx.comparison.units import currency, factor, factor_per, related, scaled

_UNITS = [*dict.fromkeys(unit for measure in units._MEASURES for unit in measure), *"家项人场", "人次", None]
_PERS = [
    None,
    *(f"{whom}{time}".strip("·") for whom in ("", "人·", "家·") for time in ("年", "季度", "月", "天", "")),
]


@pytest.mark.parametrize(
    ("unit", "other", "expected"),
    [
        ("年", "月", 12),
        ("月", "年", Fraction(1, 12)),
        ("季度", "月", 3),
        ("周", "天", 7),
        ("天", "日", 1),
        ("小时", "分钟", 60),
        ("月", "天", None),
        ("亩", "平方米", Fraction(2000, 3)),
        ("公顷", "亩", 15),
        ("家", "个", 1),
        ("对", "个", 2),
        ("人", "人次", None),
        ("场", "家", None),
        ("人", None, None),
        (None, None, 1),
        ("桶", "桶", 1),
    ],
)
def test_one_unit_is_so_many_of_the_other(
    unit: str | None, other: str | None, expected: Fraction | None
) -> None:
    assert factor(unit, other) == expected


@pytest.mark.parametrize(
    ("per", "other", "expected"),
    [
        ("月", "年", 12),
        ("季度", "月", Fraction(1, 3)),
        ("人·月", "人·年", 12),
        ("人·月", "年", 12),
        ("月·人", "人·年", 12),
        ("人·月", "家·月", None),
        ("人", "月", None),
        ("人·月", "人", None),
        ("人", None, 1),
        (None, "年", 1),
        ("天", "周", 7),
        ("天", "月", None),
        ("平方米", "平方米", 1),
        ("平方米", "套", None),
    ],
)
def test_a_sum_is_paid_for_so_many_times(
    per: str | None, other: str | None, expected: Fraction | None
) -> None:
    assert factor_per(per, other) == expected


@pytest.mark.parametrize("told", [factor, factor_per])
@given(st.sampled_from(_UNITS + _PERS), st.sampled_from(_UNITS + _PERS))
def test_there_and_back_is_no_way(told, one, other) -> None:  # type: ignore[no-untyped-def]
    there, back = told(one, other), told(other, one)
    assert (there is None) == (back is None)
    assert there is None or there * back == 1


@given(*[st.sampled_from(_UNITS)] * 3)
def test_what_is_converted_twice_is_converted_at_once(
    one: str | None, two: str | None, three: str | None
) -> None:
    first, second = factor(one, two), factor(two, three)
    if first is not None and second is not None:
        assert factor(one, three) in (first * second, None)


@pytest.mark.parametrize(
    ("number", "times", "expected"),
    [
        ("3", Fraction(12), "36"),
        ("36", Fraction(1, 12), "3"),
        ("18", Fraction(1, 12), "1.5"),
        ("10", Fraction(1, 7), "1.42857142857"),
        ("0.1", Fraction(1), "0.1"),
        ("-7", Fraction(1, 3), "-2.33333333333"),
        ("0", Fraction(1, 3), "0"),
        ("123456789012345678901234567890.5", Fraction(2), "246913578024691357802469135781"),
    ],
)
def test_a_number_is_scaled_exactly_where_its_digits_end(number: str, times: Fraction, expected: str) -> None:
    assert scaled(Decimal(number), times) == Decimal(expected)


@given(st.integers(-(10**15), 10**15).map(lambda number: Decimal(number).scaleb(-6)))
def test_scaling_there_and_back_is_exact(number: Decimal) -> None:
    for times in (Fraction(12), Fraction(2000, 3), Fraction(86_400)):
        assert scaled(scaled(number * times.denominator, times), 1 / times) == number * times.denominator


@pytest.mark.parametrize(
    ("unit", "told", "expected"),
    [
        ("元", "CNY", "CNY"),
        ("元", None, "CNY"),
        ("元", "EUR", "EUR"),
        ("美元", "USD", "USD"),
        ("家", None, None),
        (None, None, None),
    ],
)
def test_yuan_are_yuan_where_nothing_else_is_said(
    unit: str | None, told: str | None, expected: str | None
) -> None:
    assert currency(unit, told) == expected


@pytest.mark.parametrize(
    ("unit", "other", "expected"),
    [("人", "人次", True), ("人次", "次", True), ("场", "次", True), ("年", "月", True), ("套", "套", True),
     ("人", "家", False), ("场", "人", False), ("人", None, False), ("套", "场", False)],
)  # fmt: skip
def test_some_units_count_one_thing_in_two_ways(unit: str | None, other: str | None, expected: bool) -> None:
    assert related(unit, other) is related(other, unit) is expected
