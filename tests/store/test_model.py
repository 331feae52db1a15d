"""The year a figure is told for."""

from __future__ import annotations

import pytest

from talentx.store.model import year_of


@pytest.mark.parametrize(
    ("time", "published", "year"),
    [
        ("2023", "2024-09", 2023),
        ("2023-05", "2024-09", 2023),
        ("2023-05-01", None, 2023),
        ("2021/2025", "2024", 2025),
        ("2010/2023-09", "2024", 2023),
        ("2019/..", "2024", 2019),
        ("../2019", "2024", 2019),
        ("XXXX-09-28", "2024", None),
        (None, "2024-09-28", 2024),
        (None, None, None),
    ],
)
def test_it_is_the_last_of_its_time_else_that_of_its_article(
    time: str | None, published: str | None, year: int | None
) -> None:
    assert year_of(time, published) == year
