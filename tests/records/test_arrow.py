"""The Arrow schema is the records': types, nulls, descriptions and version."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
import pytest
from making import record

import talentx
from talentx.records.arrow import arrow_schema, schema_text
from talentx.records.columns import columns
from talentx.records.model import COLUMNS


def test_fields_are_the_columns() -> None:
    schema = arrow_schema()
    assert tuple(schema.names) == COLUMNS
    assert schema.metadata == {b"schema_version": str(talentx.SCHEMA_VERSION).encode()}
    for column in columns():
        field = schema.field(column.name)
        assert field.nullable == column.nullable
        assert field.metadata[b"description"].decode() == column.description


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("value", pa.decimal128(38, 16)),
        ("start", pa.int64()),
        ("raw", pa.string()),
        ("time", pa.string()),
        ("kind", pa.string()),
        ("bound", pa.string()),
        ("status", pa.string()),
    ],
)
def test_a_type(name: str, type_: pa.DataType) -> None:
    assert arrow_schema().field(name).type == type_


def test_a_table_of_records_has_it() -> None:
    rows = [record(), record(value=Decimal("0.1234567890123456"))]
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=arrow_schema())
    assert table.schema.equals(arrow_schema(), check_metadata=True)
    assert table.to_pylist() == [dict(row) for row in rows]


def test_its_text_says_it_all() -> None:
    text = schema_text()
    for column in columns():
        assert f"{column.name}: " in text
        assert f"description: '{column.description}'" in text
    assert "schema_version: '1'" in text
    assert "value: decimal128(38, 16)\n" in text
