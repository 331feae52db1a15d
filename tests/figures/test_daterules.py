"""What a rule makes of the date it is applied to, by itself."""

from __future__ import annotations

import pytest

from talentx.edtf import Date, parse
from talentx.figures.daterules import (
    LunarDate,
    OfMonth,
    OfQuarter,
    OfWeek,
    Reach,
    Rule,
    Season,
    WeekOfYear,
    YearsOn,
)


def base(text: str) -> Date:
    value = parse(text)
    assert isinstance(value, Date)
    return value


@pytest.mark.parametrize(
    ("rule", "of", "expected"),
    [
        (Season(22), "2024", "2024-22"),
        (LunarDate(8, 15), "2024", "2024-09-17"),
        (LunarDate(6, None, leap=True), "2025", "2025-07-25/2025-08-22"),
        (LunarDate(12, 0), "2023", "2024-02-09"),
        (WeekOfYear(1), "2025", "2024-12-30/2025-01-05"),
        (OfMonth(1, 2), "2024-08", "2024-08-06"),
        (OfMonth(5, 4), "2024-08", "2024-08-29"),
        (OfMonth(5, 1), "2024-08", "None"),
        (OfMonth(-1, 7), "2024-08", "2024-08-25"),
        (OfMonth(1, None), "2024-09", "2024-09-02/2024-09-08"),
        (OfMonth(1, 2), "2024", "None"),
        (OfWeek(0, (1, 7)), "2024-09-15", "2024-09-09/2024-09-15"),
        (OfWeek(1, (1, 1)), "2024-12-30", "2025-01-06"),
        (OfWeek(-1, (6, 7)), "2024-09-10", "2024-09-07/2024-09-08"),
        (OfWeek(0, (3, 3)), "2024-09", "None"),
        (OfQuarter(-1), "2024-02", "2023-10/2023-12"),
        (OfQuarter(1), "2024", "None"),
        (YearsOn(0, 1), "2024-09-10", "2024/2025"),
        (Reach(-36, 0), "2024-09-10", "2021-09-10/2024-09-10"),
        (Reach(-36, 0), "2024", "2021/2024"),
        (Reach(0, 14), "2024-09-10", "2024-09-10/2024-09-24"),
        (Reach(24, 0, "year"), "2024-09-10", "2026"),
        (Reach(-1, 0, "month"), "2024-03-31", "2024-02"),
        (Reach(0, -3), "2024-09", "None"),
    ],
)
def test_a_rule_finds_its_date_in_another(rule: Rule, of: str, expected: str) -> None:
    assert str(rule.within(base(of))) == expected


@pytest.mark.parametrize(
    ("rule", "of"),
    [
        (LunarDate(1, 30), "2017"),
        (LunarDate(4, None, leap=True), "2024"),
        (LunarDate(1, 1), "1850"),
        (WeekOfYear(53), "2024"),
        (OfWeek(1, (1, 7)), "9999-12-31"),
        (Reach(-120, 0), "0003-01-01"),
    ],
)
def test_a_date_that_does_not_exist_is_an_error(rule: Rule, of: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        rule.within(base(of))
