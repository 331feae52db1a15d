"""The series of `cases.txt` come out of articles, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from talentx.comparison.series.cells import shown_cell
from talentx.comparison.series.choice import Choice
from talentx.comparison.series.model import Series, series
from talentx.pipeline import Extractor
from talentx.records.model import Record


class Case(NamedTuple):
    line: int
    expected: list[str]
    articles: list[tuple[str, str]]


def cases() -> Iterator[Case]:
    lines = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    case: Case | None = None
    for number, line in enumerate([*lines, ""], 1):
        if line.startswith(("series: ", "no series")):
            case = case or Case(number, [], [])
            case.expected.extend([line.removeprefix("series: ")] if line != "no series" else [])
        elif not line and case is not None:
            yield case
            case = None
        elif line and not line.startswith("#"):
            assert case is not None, f"line {number} is of no case"
            date, _, text = line.partition(": ")
            case.articles.append((date, text))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(found: Series) -> str:
    names = (found.name, found.place, None if found.status == "actual" else found.status)
    cells = ", ".join(f"{year} {shown_cell(cell, found)}" for year, cell in found.cells.items())
    return f"{', '.join(name for name in names if name)}: {cells}"


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"line {case.line}")
def test_just_these_series_come_out(case: Case, extractor: Extractor) -> None:
    records: list[Record] = []
    for number, (published, text) in enumerate(case.articles):
        records += extractor.extract(text, document=f"{number}.txt", published=published)
    found = series(records)
    assert [told(each) for each in Choice().of(found)] == case.expected
    assert series(records[::-1]) == found, "the order of the records matters"
