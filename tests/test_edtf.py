"""The form of EDTF dates."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.edtf import is_edtf, is_published

DATES = ["2024", "2024-09", "2024-09-28", "2024-02-29", "0999-12-31"]
UNKNOWN = [
    "XXXX-04-22",
    "XXXX-04",
    "XXXX-02-29",
    "198X",
    "19XX",
    "2024-XX-05",
    "2024-22",
    "2024-33",
    "2024-09~",
    "-0209",
]
INTERVALS = [
    "2023-07/2023-09",
    "2021/2025",
    "2010/2023-09",
    "2010/..",
    "../2024",
    "2010/",
    "2024-09-28/2024-09-28",
]
WRONG = [
    *"24 2024-9 2024-13 2024-00 2024-02-30 2023-02-29 XXXX-02-30 XXXX-04-31 2024/9/28 2024-22-01".split(),
    *"2024-09-28T10:00 2024年 20240928 ２０２４ ../.. / 2024/2023 2024-09-28/2024-09-01 2024//2025".split(),
    "",
    "2024-09-28\n",
    " 2024",
    "1/2/3",
]


@pytest.mark.parametrize("text", DATES + UNKNOWN + INTERVALS)
def test_edtf(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize("text", WRONG)
def test_no_edtf(text: str) -> None:
    assert not is_edtf(text)


@pytest.mark.parametrize("text", DATES)
def test_an_article_can_bear_it(text: str) -> None:
    assert is_published(text)


@pytest.mark.parametrize("text", UNKNOWN + INTERVALS + WRONG + ["0000"])
def test_no_article_can_bear_it(text: str) -> None:
    assert not is_published(text)


@given(st.dates())
def test_every_day_of_the_calendar(day: datetime.date) -> None:
    assert is_published(day.isoformat())
    assert is_edtf(f"XXXX{day.isoformat()[4:]}")


@given(st.dates(), st.dates())
def test_an_interval_goes_forward(one: datetime.date, other: datetime.date) -> None:
    assert is_edtf(f"{one}/{other}") == (one <= other)
