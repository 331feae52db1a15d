"""The year of a figure, and how much of it the figure speaks of."""

from __future__ import annotations

import pytest

from talentx.comparison.series.points import Span, span_of


@pytest.mark.parametrize(
    ("time", "year", "shown"),
    [
        ("2023", 2023, ""),
        ("2023-09", 2023, "09"),
        ("2023-09-28", 2023, "09"),
        ("2023-09-05/2023-09-06", 2023, "09"),
        ("2023-01/2023-09", 2023, "01–09"),
        ("2023-01/2023-12", 2023, ""),
        ("2023-21", 2023, "03–05"),
        ("2009/2022-11", 2022, "2009–11"),
        ("2021/2025", 2025, "2021–12"),
        ("../2023-06", 2023, "06"),
        ("2024/..", 2024, ""),
    ],
)
def test_a_time_is_of_the_year_it_ends_in(time: str, year: int, shown: str) -> None:
    found = span_of(time, None, "2030")
    assert found is not None
    assert (found.year, str(found)) == (year, shown)


def test_without_a_time_it_is_that_of_its_date_then_of_its_article() -> None:
    assert span_of(None, "2022-05", "2024-01") == Span(2022, "moment", 5, 5)
    assert span_of(None, "XXXX-05-01", "2024-01") == Span(2024, "year")
    assert span_of("XXXX-09", None, "2024-01") == Span(2024, "year")
    assert span_of(None, None, None) is None
