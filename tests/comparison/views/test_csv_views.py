"""Comparisons as CSV and TSV: flat, exact, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from making import records

from talentx.comparison.model import Row
from talentx.comparison.rows import paired
from talentx.comparison.views.csv import COLUMNS
from talentx.comparison.views.formats import DiffFormat
from talentx.output.cells import text_of, tsv_text_of
from talentx.records.model import Record

from .making import EVERY, NEWS, ROSE, evil, view

FORMATS: list[DiffFormat] = ["csv", "tsv"]
TEXT_OF: dict[DiffFormat, Callable[[str], str]] = {"csv": text_of, "tsv": tsv_text_of}


def read(format_: DiffFormat, rows: list[Row]) -> list[dict[str, str]]:
    text = view(format_, rows)
    if format_ == "csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    head, *lines, end = text.split("\n")
    assert not end
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_row_has_the_columns_of_both_records(format_: DiffFormat) -> None:
    rose, news = read(format_, [ROSE, NEWS])
    assert tuple(rose) == COLUMNS
    assert (rose["outcome"], rose["old_raw"], rose["new_raw"]) == ("rose", "12万余人", "超13.6万人")
    assert (rose["difference_low"], rose["difference_high"], rose["old_value"]) == ("6000", "17000", "120000")
    assert (rose["old_sentence"], rose["new_document"]) == ("人才总量12万余人。", "2024.txt")
    assert {value for name, value in news.items() if name.startswith("old_")} == {""}


@pytest.mark.parametrize("format_", FORMATS)
@given(old=records(), new=records())
def test_what_is_read_back_is_what_was_there(format_: DiffFormat, old: Record, new: Record) -> None:
    row = paired(old, new, "=reason")
    (cells,) = read(format_, [row])
    for name in COLUMNS:
        side, _, column = name.partition("_")
        value = getattr(getattr(row, side), column) if side in ("old", "new") else getattr(row, name)
        if isinstance(value, Decimal):
            assert Decimal(cells[name]) == value
        else:
            assert TEXT_OF[format_](cells[name]) == ("" if value is None else str(value))


@pytest.mark.parametrize("format_", FORMATS)
def test_no_cell_is_run_as_a_formula(format_: DiffFormat) -> None:
    (cells,) = read(format_, [evil('=HYPERLINK("x")')])
    assert not any(value.startswith("=") for value in cells.values())
    assert cells["item"].startswith("'=")


@pytest.mark.parametrize("format_", FORMATS)
def test_every_row_has_a_line(format_: DiffFormat) -> None:
    assert [row["outcome"] for row in read(format_, EVERY)] == [row.outcome for row in EVERY]
    assert read(format_, []) == []
    assert view(format_, []).count("\n") == 1
