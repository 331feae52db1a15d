"""What docs/diff.md says is so: its example, its outcomes, its differences, its columns and formats."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import get_args

import pytest

import talentx
from talentx.comparison.model import OUTCOMES, UNCHANGED
from talentx.comparison.views import table, telling
from talentx.comparison.views.csv import COLUMNS
from talentx.comparison.views.formats import DiffFormat
from talentx.pipeline import Extractor

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")


def rows_of(head: str) -> list[list[str]]:
    """The rows of the table with this head."""
    body = PAGE.split(f"| {head} |\n")[1].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in body.splitlines()[1:]]


def compared(old: str, new: str) -> list[talentx.Row]:
    return talentx.compare(
        talentx.extract(old, published="2022-12"), talentx.extract(new, published="2023-12")
    )


def test_the_output_shown_is_the_output() -> None:
    old, new, shown = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    extract = Extractor().extract
    stream = io.StringIO()
    rows = talentx.compare(
        extract(old, document="report.txt", published="2024-01"),
        extract(new, document="report.txt", published="2025-01"),
    )
    table.write(rows, stream, 100)
    assert stream.getvalue() == shown


def test_every_outcome_is_explained() -> None:
    assert [row[0] for row in rows_of("outcome | older | newer | what it says")] == list(OUTCOMES)
    (named,) = re.findall(r"`same`,\n`same within bounds` and `duplicate` are no changes", PAGE)
    assert set(re.findall("`([^`]+)`", named)) == UNCHANGED


@pytest.mark.parametrize("row", rows_of("outcome | older | newer | what it says"), ids=lambda row: row[0])
def test_each_outcome_is_that_of_its_example(row: list[str]) -> None:
    outcome, old, new, _ = row
    assert outcome in [each.outcome for each in compared(old, new)]


@pytest.mark.parametrize("row", rows_of("older | newer | difference, ratio, growth"), ids=lambda row: row[2])
def test_each_difference_is_told_as_shown(row: list[str]) -> None:
    old, new, told = row
    assert told in [telling.change(each) for each in compared(old, new)]


def test_the_columns_and_formats_are_named() -> None:
    (named,) = re.findall(r"The columns of a row are (.*?)\. ", PAGE.replace("\n", " "))
    columns = re.split(", | and ", named)
    assert [each for each in columns if each not in ("old", "new")] == list(COLUMNS[: len(columns) - 2])
    formats = [name for row in rows_of("format | has") for name in re.findall("`([a-z]+)`", row[0])]
    assert sorted(formats) == sorted(get_args(DiffFormat))
    for name in re.findall("`((?:old|new)_[a-z]+)`", PAGE):
        assert name in COLUMNS
