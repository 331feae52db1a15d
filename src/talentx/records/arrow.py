"""The columns of a record as an Arrow schema. pyarrow is needed only where this is used."""

from __future__ import annotations

from typing import Any

from talentx.errors import UsageError
from talentx.records.columns import Column, columns
from talentx.records.model import SCHEMA_VERSION

PRECISION, SCALE = 38, 16
"""Of decimals: what all readers of Parquet have, with as many places as the reader of fractions gives."""
VERSION_KEY = b"schema_version"


def pyarrow() -> Any:
    """The package pyarrow. Raises UsageError where it is not installed."""
    try:
        import pyarrow
    except ModuleNotFoundError:
        raise UsageError("Parquet and Arrow need pyarrow", advice="pip install 'talentx[parquet]'") from None
    return pyarrow


def arrow_schema() -> Any:
    """The pyarrow.Schema of records: descriptions with the fields, the schema version with the whole.

    Decimals are exact, of 38 digits, 16 of them places.
    """
    pa = pyarrow()
    fields = [
        pa.field(column.name, _type(column), column.nullable, {"description": column.description})
        for column in columns()
    ]
    return pa.schema(fields, {VERSION_KEY: str(SCHEMA_VERSION)})


def schema_text() -> str:
    """The schema as text, its metadata in full."""
    text: str = arrow_schema().to_string(truncate_metadata=False)
    return text + "\n"


def _type(column: Column) -> Any:
    pa = pyarrow()
    if column.sort == "decimal":
        return pa.decimal128(PRECISION, SCALE)
    return pa.int64() if column.sort == "integer" else pa.string()
