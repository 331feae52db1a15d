"""Parquet back to rows, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from talentx.errors import RecordFileError
from talentx.recordfiles.check import Check
from talentx.recordfiles.problems import DAMAGED, FAULTS, check_columns, check_version, fault
from talentx.recordfiles.row import Row
from talentx.records.arrow import VERSION_KEY, pyarrow
from talentx.records.columns import columns

_BATCH = 4096


def read(file: BinaryIO, name: str) -> Iterator[Row]:
    """The rows of Parquet; its columns may be in any order, and of any types that hold the values exactly.

    Raises RecordFileError, naming `name` and the row, for what is none or holds no records; UsageError
    without pyarrow.
    """
    pa = pyarrow()
    from pyarrow import parquet

    check, number = Check(), 0
    try:
        table = parquet.ParquetFile(file)
        _check_schema(table.schema_arrow, name)
        for batch in table.iter_batches(_BATCH):
            names = batch.schema.names
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield _row(dict(zip(names, values, strict=True)), check, f"{name}, row {number}")
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise RecordFileError(f"no Parquet that can be read: {error}", name, DAMAGED) from None


def _row(values: dict[str, Any], check: Check, where: str) -> Row:
    try:
        return check(msgspec.convert(values, Row))
    except FAULTS as error:
        raise fault(error, where) from None


def _check_schema(schema: Any, name: str) -> None:
    """Raise RecordFileError unless it has the columns of records, and types that lose nothing."""
    types = pyarrow().types
    version = (schema.metadata or {}).get(VERSION_KEY, b"0").decode("ascii", "replace")
    check_version(int(version) if version.isdigit() else 0, name)
    check_columns(schema.names, name)
    for column in columns():
        given = schema.field(column.name).type
        if column.sort == "decimal" and not (
            types.is_decimal(given) or types.is_integer(given) or types.is_null(given)
        ):
            raise RecordFileError(
                f"column {column.name} has type {given}, which does not hold every number exactly",
                name,
                "keep the decimals that talentx wrote",
            )
