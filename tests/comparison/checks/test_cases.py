"""The contradictions of `cases.txt` are found in articles, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from talentx.comparison.checks.registry import check
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
        if line.startswith("finds "):
            case = case or Case(number, [], [])
            case.expected.extend([line.removeprefix("finds ")] if line != "finds nothing" else [])
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


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"line {case.line}")
def test_just_the_contradictions_are_found(case: Case, extractor: Extractor) -> None:
    records: list[Record] = []
    for number, (published, text) in enumerate(case.articles):
        records += extractor.extract(text, document=f"{number}.txt", published=published)
    found = check(records)
    told = [f"{each.check}: {' '.join(row.raw for row in each.evidence)}" for each in found]
    assert told == case.expected
    assert check(reversed(records)) == found, "the order of the records matters"
