"""The months that a figure holds for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.comparison.periods import Period, as_of, period


def months(year: int, first: int, last: int, years: int = 0) -> Period:
    return Period(year * 12 + first - 1, (year + years) * 12 + last - 1)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024", months(2024, 1, 12)),
        ("2024-09", months(2024, 9, 9)),
        ("2024-09-28", months(2024, 9, 9)),
        ("2024-01/2024-06", months(2024, 1, 6)),
        ("2021/2025", months(2021, 1, 12, years=4)),
        ("2023-11/2024-02", months(2023, 11, 2, years=1)),
        ("2024-21", months(2024, 3, 5)),
        ("2024-24", months(2024, 12, 12)),
        (None, None),
        ("XXXX-09-28", None),
        ("2024-09/..", None),
        ("../2024-09", None),
        ("2024-09-28/XXXX-10-01", None),
        ("no date", None),
        ("2024-02-30", None),
    ],
)
def test_a_time_is_so_many_months(edtf: str | None, expected: Period | None) -> None:
    assert period(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "number", "year"), [("2024", 12, 2024), ("2024-09", 1, 2024), ("2023-11/2024-02", 4, 2024)]
)
def test_a_period_has_a_length_and_the_year_it_ends_in(edtf: str, number: int, year: int) -> None:
    found = period(edtf)
    assert found is not None
    assert (found.months, found.year) == (number, year)


@pytest.mark.parametrize(
    ("time", "published", "expected"),
    [
        ("2023", "2024-09", "2023"),
        (None, "2024-09", "2024-09"),
        ("XXXX-09", "2024-09", "2024-09"),
        (None, None, None),
    ],
)
def test_a_figure_holds_for_its_own_time_or_else_its_articles(
    time: str | None, published: str | None, expected: str | None
) -> None:
    assert as_of(time, published) == period(expected)


spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Period(min(ends), max(ends)))


@given(spans, spans, spans)
def test_periods_lie_in_each_other_in_order(one: Period, two: Period, three: Period) -> None:
    assert one.within(one)
    if one.within(two):
        assert one.months <= two.months
        assert one == two or not two.within(one)
        assert one.within(three) or not two.within(three)
