"""Parquet by pyarrow: typed columns, exact decimals, a row group for every so many records."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from talentx.errors import OutputError
from talentx.records.arrow import PRECISION, SCALE, arrow_schema, pyarrow
from talentx.records.decimals import plain

if TYPE_CHECKING:
    from talentx.records.model import Record

GROUP = 16_384
"""Records in a row group; so many are held in memory at a time."""


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """The records, a row group at a time. `stream` need not be one that goes back.

    Raises OutputError for a number that has no room in its column, UsageError without pyarrow.
    """
    pyarrow()
    from pyarrow import parquet

    schema = arrow_schema()
    rest = iter(records)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as file:
        while group := list(itertools.islice(rest, GROUP)):
            file.write_table(_table(group, schema))


def _table(records: Sequence[Record], schema: Any) -> Any:
    pa = pyarrow()
    columns = []
    for field in schema:
        values = [getattr(record, field.name) for record in records]
        try:
            columns.append(pa.array(values, field.type))
        except pa.ArrowInvalid:
            raise _no_room(records, field) from None
    return pa.Table.from_arrays(columns, schema=schema)


def _no_room(records: Sequence[Record], field: Any) -> OutputError:
    """The error for the first record whose number is too large or too fine for the column."""
    pa = pyarrow()
    for record in records:
        number = getattr(record, field.name)
        try:
            pa.array([number], field.type)
        except pa.ArrowInvalid:
            digits = plain(number)
            return OutputError(
                f"{field.name} of record {record.id} has no room in a decimal of {PRECISION} digits, "
                f"{SCALE} of them places: {digits[:60]}{'…' * (len(digits) > 60)}",
                record.document,
                "write JSON Lines or CSV, which hold any number",
            )
    raise AssertionError("one of them has no room")
