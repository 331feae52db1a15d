"""What became of a figure: a table of older and newer statements, and of every bound against every bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from talentx.comparison.measures import Measure
from talentx.comparison.verdict import Verdict, verdict
from talentx.records.model import Record

from .making import told

_HERE = Path(__file__).parent
_TABLE = (_HERE / "verdicts.txt").read_text(encoding="utf-8")
_LINES = [line for line in _TABLE.splitlines() if line and not line.startswith("#")]
_MATRICES = (_HERE / "bounds.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
_STATUSES = ("actual", "target", "policy")
_MEASURE = re.compile(r"(difference|ratio|growth) (\S+)(?: \[(\S+), (\S+)\])?")
_OUTCOMES = {
    "=": "same",
    "~": "same within bounds",
    "b": "bound changed",
    "↑": "rose",
    "↓": "fell",
    "met": "target met",
    "not": "target missed",
}


def stated(text: str, published: str) -> Record:
    """The record of one side of a line; what stands before a | are its status, time and @date."""
    before, _, figure = text.rpartition("|")
    changes: dict[str, Any] = {"published": published}
    for word in before.split():
        if word in _STATUSES:
            changes["status"] = word
        elif word.startswith("@"):
            changes["published"] = word[1:]
        else:
            changes["time"] = word
    return told(figure.strip(), **changes)


def compared(case: str) -> Verdict:
    one, other = case.split(" → ")
    return verdict(stated(one, "2022-06"), stated(other, "2024-06"))


def shown(number: Decimal | None) -> str:
    return "…" if number is None else f"{number:f}"


def measure_of(part: str) -> tuple[str, str, str, str]:
    """A measure's name, value, low and high, as a line tells them; without brackets all three are one."""
    if part in ("no ratio", "no growth"):
        return part.removeprefix("no "), "…", "…", "…"
    match = _MEASURE.fullmatch(part)
    assert match is not None, f"{part} names no measure"
    name, value, low, high = match.groups()
    return name, value, low or value, high or value


@pytest.mark.parametrize("line", _LINES)
def test_a_statement_became_this_of_another(line: str) -> None:
    case, expected = line.split(" = ")
    outcome, *told_of = expected.split("; ")
    found = compared(case)
    assert found.outcome == outcome
    notes = [part.removeprefix("note ") for part in told_of if part.startswith("note ")]
    assert found.note == "; ".join(notes)
    for name, value, low, high in (measure_of(part) for part in told_of if not part.startswith("note ")):
        measure: Measure = getattr(found, name)
        assert (shown(measure.value), shown(measure.low), shown(measure.high)) == (value, low, high)


def cells() -> Iterator[tuple[str, str]]:
    """Each case of the matrices, with its outcome."""
    for matrix in _MATRICES:
        (sides, *columns), *rows = [line.split() for line in matrix.splitlines() if not line.startswith("#")]
        before, after = sides.replace(",", " ").split("→")
        for figure, *marks in rows:
            for column, mark in zip(columns, marks, strict=True):
                yield f"{before} | {figure} → {after} | {column}", _OUTCOMES[mark]


@pytest.mark.parametrize(("case", "expected"), list(cells()))
def test_every_bound_against_every_bound(case: str, expected: str) -> None:
    assert compared(case).outcome == expected
