"""The columns of a record as JSON Schema and as a Frictionless table schema."""

from __future__ import annotations

from typing import Any

from talentx.records.columns import Column, columns
from talentx.records.model import SCHEMA_VERSION, Record

_JSON = {"text": "string", "integer": "integer", "decimal": "number"}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one record, draft 2020-12: a line of JSON Lines, a member of the array of JSON."""
    described = columns()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:talentx:record:{SCHEMA_VERSION}",
        "title": "talentx record",
        "description": (Record.__doc__ or "").partition("\n")[0],
        "schema_version": SCHEMA_VERSION,
        "type": "object",
        "properties": {column.name: _property(column) for column in described},
        "required": [column.name for column in described],
        "additionalProperties": False,
        "allOf": _agreements(),
    }


def _property(column: Column) -> dict[str, Any]:
    kind = _JSON[column.sort]
    found: dict[str, Any] = {
        "description": column.description,
        "type": [kind, "null"] if column.nullable else kind,
    }
    if column.words:
        found["enum"] = [*column.words, None] if column.nullable else [*column.words]
    if column.pattern is not None:
        found["pattern"] = column.pattern
    if column.shortest is not None:
        found["minLength"] = column.shortest
    if column.least is not None:
        found["minimum"] = column.least
    return found


def _agreements() -> list[dict[str, Any]]:
    """What number, bound and date have to do with each other, but for what only arithmetic tells."""
    is_date = {"properties": {"kind": {"const": "date"}}}
    is_range = {"properties": {"bound": {"const": "range"}}}
    return [
        {
            "if": is_date,
            "then": _typed(date="string", value="null", low="null", high="null", bound="null"),
            "else": _typed(date="null"),
        },
        {
            "if": is_range,
            "then": _typed(value="null", low="number", high="number"),
            "else": _typed(low="null", high="null"),
        },
        {"anyOf": [is_date, is_range, _typed(value="number")]},
    ]


def _typed(**types: str) -> dict[str, Any]:
    return {"properties": {name: {"type": kind} for name, kind in types.items()}}


def table_schema() -> dict[str, Any]:
    """The Frictionless table schema of CSV and TSV: an empty cell is null."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": "talentx records",
        "schema_version": SCHEMA_VERSION,
        "fields": [_field(column) for column in columns()],
        "missingValues": [""],
    }


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": _JSON[column.sort],
        "description": column.description,
    }
    if column.sort == "decimal":
        found |= {"decimalChar": ".", "bareNumber": True}
    constraints: dict[str, Any] = {}
    if not column.nullable and (column.sort != "text" or column.shortest or column.pattern or column.words):
        constraints["required"] = True
    if column.words:
        constraints["enum"] = [*column.words]
    if column.pattern is not None:
        constraints["pattern"] = column.pattern
    if column.least is not None:
        constraints["minimum"] = column.least
    return found | ({"constraints": constraints} if constraints else {})
