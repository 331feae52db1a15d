"""JSON Schema and table schema hold for every record, and refuse what is none."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from making import fields, record, records

import talentx
from talentx.output.csv import write
from talentx.output.jsonl import dump
from talentx.records.jsonschema import json_schema, table_schema
from talentx.records.model import COLUMNS, Record

from .test_model import RIGHT, WRONG

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
VALIDATOR = Draft202012Validator(json_schema())
ONLY_CODE_TELLS: list[dict[str, Any]] = [
    {"end": 18},
    {"end": 10},
    {"low": Decimal(3), "high": Decimal(2), "value": None, "bound": "range"},
    {"kind": "date", "value": None, "bound": None, "unit": None, "currency": None, "date": "2024-02-30"},
    {"value": 1.5},
]


def as_json(values: dict[str, Any]) -> dict[str, Any]:
    """The values as JSON has them, numbers exact."""
    whole = {**dict.fromkeys(COLUMNS), **values}
    return {
        name: int(v) if isinstance(v, Decimal) and v == v.to_integral_value() else v
        for name, v in whole.items()
    }


def test_it_is_a_schema_of_its_draft() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["schema_version"] == talentx.SCHEMA_VERSION
    assert tuple(json_schema()["properties"]) == COLUMNS == tuple(json_schema()["required"])


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_it_holds_for_every_record_of_the_seeds(path: Path) -> None:
    rows = talentx.extract(path.read_text(encoding="utf-8"), published="2024-09")
    assert rows
    for row in rows:
        VALIDATOR.validate(json.loads(dump(row), parse_float=Decimal))


@given(records())
def test_it_holds_for_any_record(row: Record) -> None:
    VALIDATOR.validate(json.loads(dump(row), parse_float=Decimal))


@pytest.mark.parametrize("changes", RIGHT)
def test_it_holds_for_a_right_record(changes: dict[str, Any]) -> None:
    VALIDATOR.validate(json.loads(dump(record(**changes)), parse_float=Decimal))


@pytest.mark.parametrize(
    "changes",
    [
        wrong
        for wrong in WRONG
        if wrong not in ONLY_CODE_TELLS
        and not any(isinstance(v, Decimal) and not v.is_finite() for v in wrong.values())
    ],
)
def test_it_refuses_a_wrong_record(changes: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(as_json(fields(**changes)))


@pytest.mark.parametrize("column", COLUMNS)
def test_it_refuses_a_record_without_a_column(column: str) -> None:
    values = as_json(fields())
    del values[column]
    assert not VALIDATOR.is_valid(values)


FIELDS = {field["name"]: field for field in table_schema()["fields"]}
KEYS = {"name", "type", "description", "constraints", "decimalChar", "bareNumber"}
CONSTRAINTS = {"required", "enum", "pattern", "minimum"}


def test_the_table_schema_is_one_by_its_specification() -> None:
    assert tuple(FIELDS) == COLUMNS
    assert table_schema()["missingValues"] == [""]
    for field in FIELDS.values():
        assert set(field) <= KEYS
        assert field["type"] in ("string", "integer", "number")
        assert set(field.get("constraints", {})) <= CONSTRAINTS


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("value", {"type": "number", "decimalChar": ".", "bareNumber": True}),
        ("start", {"type": "integer", "constraints": {"required": True, "minimum": 0}}),
        (
            "status",
            {"type": "string", "constraints": {"required": True, "enum": ["actual", "target", "policy"]}},
        ),
        ("adcode", {"type": "string", "constraints": {"pattern": "^[0-9]{6}([0-9]{3})?$"}}),
        ("sentence", {"type": "string"}),
    ],
)
def test_a_field_of_the_table_schema(name: str, wanted: dict[str, Any]) -> None:
    assert {key: value for key, value in FIELDS[name].items() if key not in ("name", "description")} == wanted


TYPES = {"string": r"(?s).*", "integer": r"-?[0-9]+", "number": r"-?[0-9]+([.][0-9]+)?"}


def holds(field: dict[str, Any], cell: str) -> bool:
    """Does the cell agree with its field, as the specification of table schemas has it?"""
    limits = field.get("constraints", {})
    if cell in table_schema()["missingValues"]:
        return not limits.get("required")
    return (
        re.fullmatch(TYPES[field["type"]], cell) is not None
        and cell in limits.get("enum", [cell])
        and re.fullmatch(limits.get("pattern", "(?s).*"), cell) is not None
        and ("minimum" not in limits or int(cell) >= limits["minimum"])
    )


def in_cells(rows: list[Record]) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write(rows, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline=""), strict=True))


def assert_table_schema_holds(rows: list[Record]) -> None:
    cells = in_cells(rows)
    assert len(cells) == len(rows)
    wrong = [
        (name, row[name]) for row in cells for name, field in FIELDS.items() if not holds(field, row[name])
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_table_schema_holds_for_every_record_of_the_seeds(path: Path) -> None:
    assert_table_schema_holds(talentx.extract(path.read_text(encoding="utf-8"), published="2024-09"))


@given(st.lists(records(), max_size=3))
def test_the_table_schema_holds_for_any_csv(rows: list[Record]) -> None:
    assert_table_schema_holds(rows)


@pytest.mark.parametrize("changes", RIGHT)
def test_the_table_schema_holds_for_a_right_record(changes: dict[str, Any]) -> None:
    assert_table_schema_holds([record(**changes)])


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("id", ["", "0123", "0123456789ABCDEF", "0123456789abcdef0"]),
        ("document", [""]),
        ("published", ["2024-13", "2024-9", "今年", "2024-09-28T00:00"]),
        ("kind", ["", "funds", "Fund"]),
        ("indicator", ["A", "a.", "a b"]),
        ("adcode", ["3301", "33010", "330100.0"]),
        ("value", ["1.64E+09", "1,640", "NaN", "1.", "一"]),
        ("low", ["1e3"]),
        ("high", ["±1"]),
        ("bound", ["least", "EXACT"]),
        ("currency", ["cny", "元"]),
        ("date", ["2024-9-28", "11月12日", "2024-09-28/"]),
        ("time", ["2024/2025/2026", "../.."]),
        ("status", ["", "past"]),
        ("raw", [""]),
        ("start", ["", "-1", "1.0"]),
        ("end", ["", "x"]),
    ],
)
def test_the_table_schema_refuses(name: str, cells: list[str]) -> None:
    assert [cell for cell in cells if holds(FIELDS[name], cell)] == []
