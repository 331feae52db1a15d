"""A store in SQLite, or any SQLite file with a table of records, back to rows."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from talentx.errors import RecordFileError
from talentx.recordfiles.check import Check
from talentx.recordfiles.problems import EXTRACTED, FAULTS, check_columns, fault
from talentx.recordfiles.row import Row
from talentx.records.model import COLUMNS

_TABLES = ("current_records", "records")
"""Where records are looked for: those whose files are still there, else all."""


def read(path: Path, name: str) -> Iterator[Row]:
    """The current records of a store, in the order they were stored in.

    Raises RecordFileError, naming `name` and the row, for what is none or holds no records.
    """
    check = Check()
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as store:
            table = _table(store, name)
            for number, values in enumerate(store.execute(f"SELECT {columns} FROM {table}"), 1):  # noqa: S608
                try:
                    row = check(msgspec.convert(_exact(dict(zip(COLUMNS, values, strict=True))), Row))
                except FAULTS as error:
                    raise fault(error, f"{name}, row {number} of {table}") from None
                yield row
    except sqlite3.Error as error:
        raise RecordFileError(f"no SQLite file that can be read: {error}", name, EXTRACTED) from None


def _exact(values: dict[str, Any]) -> dict[str, Any]:
    """The values by column. Raises ValueError for a number that may have been rounded."""
    for name, value in values.items():
        if isinstance(value, float):
            raise ValueError(f"{name} is a floating-point number, {value}, and may have been rounded")
    return values


def _table(store: sqlite3.Connection, name: str) -> str:
    for table in _TABLES:
        found = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        if found:
            check_columns([column for column in found if column in COLUMNS], name)
            return table
    raise RecordFileError("it has no table records", name, EXTRACTED)
