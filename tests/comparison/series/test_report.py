"""Series as tables, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import record, records
from rich.cells import cell_len

from talentx.comparison.series import export
from talentx.comparison.series.cells import number, sparkline
from talentx.comparison.series.choice import Choice
from talentx.comparison.series.model import Series, series
from talentx.comparison.series.report import write_text
from talentx.records.model import Record

STYLE = re.compile(r"\x1b\[[0-9;]*m")


def total(number: int, year: int, raw: str, value: int, **more: Any) -> Record:
    """The talent of a city at the end of a year, as the so-manieth document has it."""
    sentence = f"截至{year}年底，杭州市人才总量{raw}。"
    fields = {"kind": "talent", "indicator": "talent_total", "item": "人才", "subject": None, "unit": "人"}
    origin = {"id": f"{number:016x}", "document": f"{number}.txt", "published": f"{year + 1}-01"}
    figure = {"value": Decimal(value), "bound": "exact", "currency": None, "time": f"{year}-12", "raw": raw}
    return record(**{**fields, **origin, **figure, "start": 13, "sentence": sentence, **more})


TOTALS = [
    total(1, 2020, "250万人", 2500000),
    total(2, 2021, "约270万人", 2700000, bound="about"),
    total(3, 2023, "300万人", 3000000),
    total(4, 2023, "330万人", 3300000),
]
(FOUND,) = series(TOTALS)


def written(write: Callable[..., None], found: Sequence[Series], *how: object, **more: int) -> str:
    stream = io.StringIO()
    write(found, stream, *how, **more)
    return stream.getvalue()


def test_a_table_shows_years_gaps_bounds_and_contradictions() -> None:
    told = written(write_text, [FOUND], width=120)
    head, columns, line, *_ = told.splitlines()
    assert head == "1 series · 2020–2023"
    assert columns.split() == ["series", "item", "place", "unit", "trend", "2020", "2021", "2023"]
    assert line.split() == [
        *("talent_total", "人才", "杭州市", "人", "▁▄·█", "250万", "(12)", "≈270万", "(12)", "300万", "(12)!")
    ]
    assert "talent_total, 人才, 杭州市, 2023: 300万 (12), against 330万" in told
    assert told.count("330万人") == told.count("300万人") == 1


@pytest.mark.parametrize("width", [20, 40, 60, 100])
@pytest.mark.parametrize("layout", ["wide", "long"])
def test_a_table_fits_the_terminal(width: int, layout: str) -> None:
    told = STYLE.sub("", written(write_text, [FOUND], layout, width=width))
    assert all(cell_len(line) <= width for line in told.splitlines())
    assert layout == "long" or "2023" in told


def test_no_series_is_said_in_words_and_as_nothing() -> None:
    assert written(write_text, [], "wide") == "no series\n"
    assert written(export.write_json, [], "wide") == "[]\n"
    assert written(export.write_jsonl, [], "long") == ""
    assert list(csv.reader(io.StringIO(written(export.write_csv, [], "long")))) == [[*export.LONG]]


def test_wide_csv_has_a_column_a_year_empty_for_a_gap() -> None:
    (row,) = csv.DictReader(io.StringIO(written(export.write_csv, [FOUND], "wide")))
    assert [row[year] for year in ("2020", "2021", "2022", "2023")] == ["2500000", "2700000", "", "3000000"]
    assert (row["spans"], row["conflicting"]) == ("2020: 12; 2021: 12; 2023: 12", "2023")
    assert [row[name] for name in ("indicator", "place", "status")] == ["talent_total", "杭州市", "actual"]


def test_wide_json_has_an_object_a_year_null_for_a_gap() -> None:
    (found,) = json.loads(written(export.write_json, [FOUND], "wide"))
    assert list(found) == [*export.NAMES, "years"]
    assert list(found["years"]) == ["2020", "2021", "2022", "2023"]
    assert found["years"]["2022"] is None
    assert found["years"]["2023"]["conflicting"] == 1
    assert (found["years"]["2021"]["value"], found["years"]["2021"]["bound"]) == (2700000, "about")


def test_long_has_a_row_for_every_source_with_its_sentence() -> None:
    rows = [json.loads(line) for line in written(export.write_jsonl, [FOUND], "long").splitlines()]
    assert [(row["year"], row["source"], row["value"], row["document"]) for row in rows] == [
        (2020, "chosen", 2500000, "1.txt"),
        (2021, "chosen", 2700000, "2.txt"),
        (2023, "chosen", 3000000, "3.txt"),
        (2023, "conflicts", 3300000, "4.txt"),
    ]
    assert all(tuple(row) == export.LONG and row["raw"] in row["sentence"] for row in rows)
    table = csv.DictReader(io.StringIO(written(export.write_csv, [FOUND], "long")))
    assert [int(row["value"]) for row in table] == [row["value"] for row in rows]


@pytest.mark.parametrize(
    ("choice", "years"),
    [
        (Choice(), [2020, 2021, 2023]),
        (Choice(first=2021), [2021, 2023]),
        (Choice(last=2020), []),
        (Choice(last=2020, least=1), [2020]),
        (Choice(least=4), []),
        (Choice(("talent_total",)), [2020, 2021, 2023]),
        (Choice(("talent",)), []),
        (Choice(("other", "talent_total"), ("宁波", "杭州")), [2020, 2021, 2023]),
        (Choice((), ("宁波市",)), []),
    ],
)
def test_series_are_chosen_by_name_place_and_years(choice: Choice, years: list[int]) -> None:
    assert [year for each in choice.of([FOUND]) for year in each.cells] == years


@pytest.mark.parametrize(
    ("value", "changes", "shown"),
    [
        ("3060000", {}, ">306万"),
        ("16.4E+8", {}, ">16.4亿"),
        ("123456789", {"bound": "exact"}, "12345.6789万"),
        ("12345.678", {"bound": "exact"}, "12,345.678"),
        ("1278", {"bound": "at_least"}, "≥1,278"),
        ("0.051", {"kind": "change", "unit": None, "bound": "exact"}, "5.1%"),
        ("-0.031", {"kind": "change", "unit": None, "bound": "about"}, "≈-3.1%"),
        ("-0.5", {"kind": "change", "bound": "exact"}, "-0.5"),
    ],
)
def test_a_number_is_short_and_exact(value: str, changes: dict[str, Any], shown: str) -> None:
    assert number(record(value=Decimal(value), **changes)) == shown


def test_a_range_shows_both_ends() -> None:
    assert number(record(value=None, low=Decimal(300), high=Decimal(50000), bound="range")) == "300–5万"


def test_a_part_of_a_year_is_no_block_beside_whole_years() -> None:
    part = total(5, 2024, "100万人", 1000000, time="2024-01/2024-09")
    (found,) = series([*TOTALS[:2], part])
    assert sparkline(found, [2020, 2021, 2022, 2023, 2024]) == "▁█···"


@given(st.lists(records(), max_size=4))
def test_any_records_make_the_same_series_in_any_order(rows: list[Record]) -> None:
    found = series(rows)
    assert series(rows[::-1]) == found
    years = export.years_of(found)
    assert all(cell_len(sparkline(each, years)) in (0, len(years)) for each in found)
