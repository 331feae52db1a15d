"""The numeral grammar by itself: where a numeral ends, and what it says besides its value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from talentx.figures.numerals import parse


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024十大人物", "2024"),
        ("5亿2024年", "5亿"),
        ("3万5月", "3万"),
        ("千瓦", ""),
        ("1200千瓦", "1200"),
        ("100余杭州人", "100"),
        ("30多元化", "30"),
        ("12个亿元项目", "12"),
        ("三点半", "三"),
        ("八点十分", "八"),
        ("1,23家", "1"),
        ("6.32 万亿", "6.32 万亿"),
        ("1兆1869亿", "1兆1869亿"),
        ("三五百万人", "三五百万"),
        ("零", "零"),
    ],
)
def test_a_numeral_ends_where_the_grammar_does(text: str, read: str) -> None:
    numeral = parse(text, 0)
    assert (text[: numeral.end] if numeral is not None else "") == read


@pytest.mark.parametrize(
    ("text", "scale", "alone"),
    [
        ("15", 0, False),
        ("30万", 4, False),
        ("万亿", 12, True),
        ("百万", 6, True),
        ("二十", 0, False),
        ("三百", 2, False),
    ],
)
def test_scale(text: str, scale: int, alone: bool) -> None:
    numeral = parse(text, 0)
    assert numeral is not None
    assert (numeral.scale, numeral.alone) == (scale, alone)


def test_a_row_of_digits_too_long_is_a_code() -> None:
    assert parse("一" * 60, 0) is None
    assert parse("1" * 60, 0) is None


def test_twenty_one_digits_are_read_exactly() -> None:
    numeral = parse("二" * 21, 0)
    assert numeral is not None
    assert numeral.value == Decimal("2" * 21)
