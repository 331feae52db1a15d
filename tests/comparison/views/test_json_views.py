"""Comparisons as JSON and JSON Lines: whole records, exact numbers, the same bytes from any source."""

from __future__ import annotations

import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import record, records
from msgspec.structs import replace

from talentx.comparison.model import Row
from talentx.comparison.rows import paired, single
from talentx.output import jsonl
from talentx.recordfiles.row import Row as Read
from talentx.records.decimals import plain
from talentx.records.model import Record

from .making import EVERY, ROSE, view

REASON = 'a "reason", 人才'


def read(stated: Record) -> Read:
    """A record as it comes back from a file."""
    return Read(**dict(stated))


def texts(rows: list[Row]) -> list[str]:
    *lines, end = view("jsonl", rows).split("\n")
    assert not end
    return lines


@given(records(), records(), st.sampled_from([*range(-3, 4)]))
def test_records_are_written_as_extract_writes_them_wherever_they_come_from(
    old: Record, new: Record, scale: int
) -> None:
    if old.value is not None:
        old = old.model_copy(update={"value": old.value.scaleb(scale), "kind": "people", "currency": None})
    row = paired(old, new, REASON)
    (line,) = texts([row])
    assert f'"old": {jsonl.dump(old)}, "new": {jsonl.dump(new)}, ' in line
    assert texts([paired(read(old), read(new), REASON)]) == [line]
    assert texts([paired(read(old), new, REASON)]) == [line]
    told = json.loads(line, parse_float=Decimal, parse_int=Decimal)
    assert list(told) == [name for name, _ in row]
    for name, value in row:
        assert name in ("old", "new") or told[name] == value


@given(records(), st.sampled_from(["new", "gone"]))
def test_one_side_may_be_null(stated: Record, outcome: str) -> None:
    side = int(outcome == "new")
    lines = {
        texts([single(outcome, each, side=side, reason="")])[0]  # type: ignore[arg-type]
        for each in (stated, read(stated))
    }
    (line,) = lines
    assert json.loads(line)[("new", "old")[side]] is None


@pytest.mark.parametrize(
    "number", ["1E+20", "-0", "0.50", "0E+3", "-1.0E-7", "0.00", "3.9E-7", "120000", "1.640E+9"]
)
def test_a_number_has_its_digits_alone(number: str) -> None:
    stated = read(record(value=Decimal(number)))
    row = replace(paired(stated, stated, ""), ratio=Decimal(number))
    (line,) = texts([row])
    assert line.count(f'"value": {plain(Decimal(number))}, ') == 2
    assert f'"ratio": {plain(Decimal(number))}, ' in line


def test_both_formats_have_the_same_rows() -> None:
    array = view("json", EVERY)
    assert json.loads(array) == [json.loads(line) for line in texts(EVERY)]
    assert array.split("\n")[1].removesuffix(",") == texts(EVERY)[0]
    assert view("json", []) == "[]\n"
    assert view("jsonl", []) == ""


def test_a_row_is_written_as_soon_as_it_is_there() -> None:
    from talentx.comparison.views.formats import diff_writer

    stream = io.StringIO()

    def rows() -> object:
        yield ROSE
        assert stream.getvalue().count("\n") == 1
        yield ROSE

    diff_writer("jsonl")(rows(), stream)  # type: ignore[arg-type]
    assert stream.getvalue().count("\n") == 2
