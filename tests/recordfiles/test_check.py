"""A row is as strictly checked as a record."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import RIGHT, fields
from pydantic import ValidationError
from records.test_model import RIGHT as RIGHT_CHANGES
from records.test_model import WRONG

from talentx.recordfiles.check import Check
from talentx.recordfiles.row import Row
from talentx.records.model import Record

LIKELY: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(["0" * 16, "0" * 15, "0" * 16 + "\n", "G" * 16]),
    "kind": st.sampled_from(["fund", "date", "rank", "talents"]),
    "bound": st.sampled_from([None, "exact", "range", "least"]),
    "value": st.none() | st.decimals(),
    "low": st.none() | st.decimals(0, 9),
    "high": st.none() | st.decimals(0, 9),
    "date": st.sampled_from([None, "2024", "2024-02-30", ""]),
    "time": st.sampled_from([None, "2024/2025", "2025/2024", "今年"]),
    "published": st.sampled_from([None, "2024-09", "2024-21", "XXXX-09"]),
    "indicator": st.sampled_from([None, "a.b", "a.", "A", "a\n", ""]),
    "adcode": st.sampled_from([None, "330100", "3301", "330100\n"]),
    "currency": st.sampled_from([None, "CNY", "cny", "CNY\n"]),
    "document": st.sampled_from(["a", ""]),
    "item": st.sampled_from([None, "a", ""]),
    "raw": st.sampled_from(["超16.4亿元", "元", ""]),
    "start": st.sampled_from([10, -1, 0]),
    "end": st.sampled_from([17, 7, 11]),
    "rule": st.sampled_from([None, "r", ""]),
    "status": st.sampled_from(["actual", "past", None]),
}

EXACT_ALL_THE_SAME: list[dict[str, Any]] = [{"value": 1.5}, {"value": "1.5"}]
"""What other programs write in JSON for a decimal."""


def accepted_by_model(values: dict[str, Any]) -> bool:
    try:
        Record(**values)
    except ValidationError:
        return False
    return True


def accepted(values: dict[str, Any]) -> bool:
    try:
        row = Check()(msgspec.convert({**dict.fromkeys(Row.__struct_fields__), **values}, Row))
    except ValueError:
        return False
    assert {name: value for name, value in row if name in values} == values
    return True


@given(st.fixed_dictionaries({}, optional=LIKELY))
def test_rows_and_records_agree(changes: dict[str, Any]) -> None:
    values = {**RIGHT, **changes}
    assert accepted(values) == accepted_by_model(values)


@pytest.mark.parametrize("changes", RIGHT_CHANGES)
def test_a_right_row(changes: dict[str, Any]) -> None:
    assert accepted(fields(**changes))


@pytest.mark.parametrize("changes", [wrong for wrong in WRONG if wrong not in EXACT_ALL_THE_SAME])
def test_a_wrong_row(changes: dict[str, Any]) -> None:
    assert not accepted(fields(**changes))


@pytest.mark.parametrize("number", ["1E+1000", "1E-1000", "-1E+999999"])
def test_a_number_that_would_fill_the_memory(number: str) -> None:
    values = fields(value=Decimal(number))
    with pytest.raises(ValueError, match="value has more than 1000 digits"):
        Check()(msgspec.convert({**dict.fromkeys(Row.__struct_fields__), **values}, Row))


def test_json_of_a_wrong_type_is_refused() -> None:
    values = {**dict.fromkeys(Row.__struct_fields__), **fields(value=1), "start": "10"}
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(json.dumps(values), type=Row)
