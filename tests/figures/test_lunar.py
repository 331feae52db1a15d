"""The lunisolar calendar: days everyone knows, the years experts argue about, and a table that adds up."""

from __future__ import annotations

import datetime
import subprocess
import sys
from itertools import accumulate, pairwise

import pytest

from talentx.figures import lunar
from talentx.figures.tables import rows

FIRST, LAST = 1900, 2100


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_every_line_of_the_table_ends_where_the_next_begins() -> None:
    table = list(rows("lunar.tsv", 6))
    assert [int(row[0]) for row in table] == list(range(FIRST, LAST + 1))
    for row, following in pairwise(table):
        days = sum(29 + int(long) for long in row[3])
        assert day(row[1]) + datetime.timedelta(days) == day(following[1]), row[0]


@pytest.mark.parametrize("row", list(rows("lunar.tsv", 6)), ids=lambda row: str(row[0]))
def test_every_line_is_of_the_right_form(row: tuple[str, ...]) -> None:
    year, first, leap, lengths, qingming, dongzhi = row
    assert day(f"{year}-01-20") < day(first) < day(f"{year}-02-22")
    assert len(lengths) == (13 if int(leap) else 12)
    assert set(lengths) == {"0", "1"}
    assert "11111" not in lengths
    assert "0000" not in lengths
    assert 0 <= int(leap) <= 12
    assert qingming in ("4", "5", "6")
    assert dongzhi in ("21", "22", "23")
    # The rule behind it all: 冬至 lies in the eleventh month.
    starts = list(accumulate((29 + int(long) for long in lengths), initial=0))
    eleventh = 10 + (0 < int(leap) < 11)
    solstice = (day(f"{year}-12-{dongzhi}") - day(first)).days
    assert starts[eleventh] <= solstice < starts[eleventh + 1]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ((1900, 1, 1), "1900-01-31"),
        ((1949, 8, 10), "1949-10-01"),
        ((2008, 1, 1), "2008-02-07"),
        ((2020, 8, 15), "2020-10-01"),
        ((2022, 12, 8), "2022-12-30"),
        ((2023, 1, 1), "2023-01-22"),
        ((2023, 5, 5), "2023-06-22"),
        ((2024, 5, 5), "2024-06-10"),
        ((2024, 7, 7), "2024-08-10"),
        ((2024, 8, 15), "2024-09-17"),
        ((2024, 9, 9), "2024-10-11"),
        ((2025, 1, 1), "2025-01-29"),
        ((2025, 8, 15), "2025-10-06"),
        ((2100, 12, 29), "2101-01-28"),
    ],
)
def test_a_lunar_day_is_a_gregorian_one(date: tuple[int, int, int], expected: str) -> None:
    assert str(lunar.gregorian(*date)) == expected


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        (1984, 10, "1984-11-23/1984-12-21"),
        (2020, 4, "2020-05-23/2020-06-20"),
        (2023, 2, "2023-03-22/2023-04-19"),
        (2025, 6, "2025-07-25/2025-08-22"),
        (2033, 11, "2033-12-22/2034-01-19"),
    ],
)
def test_a_leap_month_follows_the_month_of_its_number(year: int, month: int, expected: str) -> None:
    span = lunar.month_span(year, month, leap=True)
    assert str(span) == expected
    assert span.start == lunar.gregorian(year, month, 1, leap=True)
    plain, following = lunar.month_span(year, month), lunar.month_span(year, month % 12 + 1)
    assert plain.end is not None
    assert following.start is not None
    assert str(plain.end) < expected < str(following.start)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        # Beijing's local time, in use to 1928, puts the new moon before midnight; today's zone would not.
        ((1914, 10, 1), "1914-11-17"),
        ((1916, 1, 1), "1916-02-03"),
        ((1920, 10, 1), "1920-11-10"),
        # Handed-down tables are a day off here.
        ((1933, 7, 1), "1933-08-21"),
        ((1954, 11, 1), "1954-11-25"),
        ((1978, 8, 1), "1978-09-03"),
        ((2013, 5, 1), "2013-06-08"),
        ((2018, 10, 1), "2018-11-08"),
        ((2030, 1, 1), "2030-02-03"),
        # Within a minute or three of midnight: predictions, see the table's head.
        ((2057, 9, 1), "2057-09-29"),
        ((2089, 8, 1), "2089-09-04"),
        ((2097, 7, 1), "2097-08-07"),
    ],
)
def test_months_that_begin_near_midnight(date: tuple[int, int, int], expected: str) -> None:
    assert str(lunar.gregorian(*date)) == expected


@pytest.mark.parametrize(
    ("date", "leap"),
    [
        ((1899, 1, 1), False),
        ((2101, 1, 1), False),
        ((2024, 0, 1), False),
        ((2024, 13, 1), False),
        ((2024, 1, 0), False),
        ((2024, 1, 30), False),
        ((2024, 2, 31), False),
        ((2024, 2, 1), True),
        ((2025, 6, 30), True),
        ((2025, 5, 1), True),
    ],
)
def test_what_is_not_in_the_calendar_is_an_error(date: tuple[int, int, int], leap: bool) -> None:
    with pytest.raises(ValueError, match="lunar"):
        lunar.gregorian(*date, leap=leap)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2012, "2013-02-09"), (2023, "2024-02-09"), (2024, "2025-01-28"), (2099, "2100-02-08")],
)
def test_the_eve_is_the_last_day_of_the_year(year: int, expected: str) -> None:
    assert str(lunar.month_span(year, 12).end) == expected


@pytest.mark.parametrize("year", range(FIRST, LAST))
def test_the_new_year_follows_its_eve(year: int) -> None:
    eve, new = day(str(lunar.month_span(year, 12).end)), day(str(lunar.gregorian(year + 1, 1, 1)))
    assert eve + datetime.timedelta(1) == new


@pytest.mark.parametrize(
    ("year", "qingming", "dongzhi"),
    [
        (1951, "04-05", "12-23"),
        (2008, "04-04", "12-21"),
        (2019, "04-05", "12-22"),
        (2021, "04-04", "12-21"),
        (2023, "04-05", "12-22"),
        (2024, "04-04", "12-21"),
    ],
)
def test_the_solar_terms(year: int, qingming: str, dongzhi: str) -> None:
    assert str(lunar.qingming(year)) == f"{year}-{qingming}"
    assert str(lunar.dongzhi(year)) == f"{year}-{dongzhi}"


def test_importing_it_reads_no_table() -> None:
    program = (
        "from talentx.figures import festivals, lunar\n"
        "assert not lunar._table.cache_info().currsize\n"
        "assert not festivals._table.cache_info().currsize\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
