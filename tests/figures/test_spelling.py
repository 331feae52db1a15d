"""How a numeral adds up is told as it is: the sum that is shown has the numeral's value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figures.styles import chinese
from hypothesis import example, given
from hypothesis import strategies as st

from talentx.figures.numerals import parse
from talentx.figures.spelling import spelling

NUMERIC = st.text("0123456789一二三四五六七八九零两十百千万亿廿点.,多余几", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("500万", "500 × 10000"),
        ("三百零六万", "(3×100 + 6) × 10000"),
        ("三百万", "3×100 × 10000"),
        ("十二万", "(10 + 2) × 10000"),
        ("廿三万", "(20 + 3) × 10000"),
        ("3万4000", "3 × 10000 + 4000"),
        ("三万四", "3 × 10000 + 4×1000"),
        ("一百二", "1×100 + 2×10"),
        ("一百零二", "1×100 + 2"),
        ("1.2万亿", "1.2 × 10000 × 100000000"),
        ("23.5个亿", "23.5 × 100000000"),
        ("1,234万", "1234 × 10000"),
        ("百余万", "100 × 10000"),
    ],
)
def test_a_sum(text: str, said: str) -> None:
    numeral = parse(text, 0)
    assert numeral is not None
    assert spelling(text, numeral) == said


@pytest.mark.parametrize("text", ["306", "三", "二〇二四", "几十", "三五百", "千八百", "百"])
def test_no_sum(text: str) -> None:
    numeral = parse(text, 0)
    assert numeral is not None
    assert spelling(text, numeral) is None


def added(said: str) -> Decimal:
    """The value of a sum as it is told: products go before sums, parentheses before both."""
    while "(" in said:
        before, _, rest = said.rpartition("(")
        inside, _, after = rest.partition(")")
        said = f"{before}{added(inside):f}{after}"
    total = Decimal(0)
    for term in said.split("+"):
        product = Decimal(1)
        for factor in term.split("×"):
            product *= Decimal(factor.strip())
        total += product
    return total


@given(st.integers(1, 10**16 - 1))
def test_every_number_in_chinese_digits_with_a_scale_adds_up(number: int) -> None:
    said = chinese(number)
    assert said is not None
    numeral = parse(said, 0)
    assert numeral is not None
    told = spelling(said, numeral)
    if told is None:
        assert number < 20 or len(said) == 2
    else:
        assert added(told) == number


@given(NUMERIC)
@example(".0点0")
def test_what_is_told_has_the_value(text: str) -> None:
    numeral = parse(text, 0)
    if numeral is not None and (told := spelling(text, numeral)) is not None:
        assert added(told) == numeral.value
