"""EDTF dates and their arithmetic."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.edtf import PATTERN, PUBLISHED_PATTERN, Date, Interval, is_edtf, is_published, parse, shift

VALID = """
2024 2024-09 2024-09-28 2024-02-29 0001-01-01 XXXX-09-28 XXXX-02-29 XXXX-XX-28 XXXX-09
2024-21 2024-24 2023-24/2024-21 2024-01/2024-09 2024/.. ../2024-09 2023/2024-01 2024-09-28/2024-09-28
""".split()
OF_AN_ARTICLE = ["2024", "2024-09", "2024-09-28", "2024-02-29", "0001-01-01"]
INVALID = """
24 2024-9 2024-13 2024-00 2024-02-30 2023-02-29 1900-02-29 2024-04-31 0000 XXXX 2024-XX 2024-09-XX
2024/2023 2024-09/2024-08 ../.. / 2024/ ２０２４ 2024/2025/2026 1/2/3 2024//2025 2024/9/28 20240928
XXXX-02-30 XXXX-04-31 2024-09-28T10:00 2024年 -0209 198X 2024-20 2024-25 2024-22-01 2024-09~
""".split()


@pytest.mark.parametrize("text", VALID)
def test_a_value_prints_as_it_was_read(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize("text", [*INVALID, "", "2024-09-28 ", "2024-09-28\n", " 2024"])
def test_a_date_that_is_none_is_an_error(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(ValueError, match=r"\S"):
        parse(text)


@pytest.mark.parametrize("text", [*VALID, *INVALID, ""])
def test_an_article_bears_one_date_that_is_fully_known(text: str) -> None:
    assert is_published(text) is (text in OF_AN_ARTICLE)


BEYOND_PATTERNS = """
2024-02-30 2023-02-29 1900-02-29 2024-04-31 0000 2024/2023 2024-09/2024-08 XXXX-02-30 XXXX-04-31 2024-22-01
""".split()


@pytest.mark.parametrize("text", [*VALID, *INVALID, "", "2024-09-28 ", "../2024/.."])
def test_a_pattern_says_nearly_the_same(text: str) -> None:
    assert bool(re.fullmatch(PATTERN, text)) == (is_edtf(text) or text in BEYOND_PATTERNS)
    if is_published(text):
        assert re.fullmatch(PUBLISHED_PATTERN, text)


@pytest.mark.parametrize(
    ("text", "step", "wanted"),
    [
        ("2024", {"years": -1}, "2023"),
        ("2024-01", {"months": -1}, "2023-12"),
        ("2024-12", {"months": 1}, "2025-01"),
        ("2024-03-31", {"months": -1}, "2024-02-29"),
        ("2024-02-29", {"years": 1}, "2025-02-28"),
        ("2024-03-01", {"days": -1}, "2024-02-29"),
        ("2023-12-31", {"days": 1}, "2024-01-01"),
        ("2024-09", {"years": 3}, "2027-09"),
    ],
)
def test_a_shifted_date_stays_as_precise(text: str, step: dict[str, int], wanted: str) -> None:
    value = parse(text)
    assert isinstance(value, Date)
    assert str(shift(value, **step)) == wanted


@pytest.mark.parametrize(
    ("text", "step"), [("2024", {"months": 1}), ("2024-09", {"days": 1}), ("XXXX-09", {"years": 1})]
)
def test_a_date_too_coarse_for_the_step_is_an_error(text: str, step: dict[str, int]) -> None:
    value = parse(text)
    assert isinstance(value, Date)
    with pytest.raises(ValueError, match=r"coarse|shifted"):
        shift(value, **step)


def test_a_year_outside_the_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="year"):
        shift(Date(9999, 12, 31), days=1)


def test_an_interval_must_not_end_before_it_starts() -> None:
    assert str(Interval(Date(2024, 9), Date(2024))) == "2024-09/2024"
    with pytest.raises(ValueError, match="before"):
        Interval(Date(2024, 9), Date(2024, 8, 31))


@given(st.dates(), st.integers(-400_000, 400_000))
def test_days_are_counted_as_the_calendar_counts_them(start: date, days: int) -> None:
    value = Date(start.year, start.month, start.day)
    try:
        wanted = str(start + timedelta(days))
    except OverflowError:
        with pytest.raises(ValueError, match="year"):
            shift(value, days=days)
    else:
        assert str(shift(value, days=days)) == wanted


@given(st.dates(), st.dates())
def test_an_interval_goes_forward(one: date, other: date) -> None:
    assert is_edtf(f"{one}/{other}") == (one <= other)


@given(st.text(alphabet="0123456789X-/.", max_size=22))
def test_any_string_is_a_value_or_an_error(text: str) -> None:
    if is_edtf(text):
        assert str(parse(text)) == text
