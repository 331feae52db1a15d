"""A store, or any SQLite file with a table of records, back to rows."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from talentx.errors import RecordFileError
from talentx.recordfiles.check import Check
from talentx.recordfiles.problems import DAMAGED, EXTRACTED, FAULTS, check_columns, fault
from talentx.recordfiles.row import Row
from talentx.records.model import COLUMNS
from talentx.store.sqlite import is_sqlite_store
from talentx.store.target import open_store


def read(path: Path, name: str) -> Iterator[Row]:
    """The records of a store whose files are still there, by path and span; or those of a table of records.

    Raises StoreError for a store that cannot be read, RecordFileError, naming `name` and the row, for what is
    none and has no table of records.
    """
    try:
        yield from read_store(path, name) if is_sqlite_store(path) else _read_table(path, name)
    except UnicodeDecodeError:  # in what SQLite says of a damaged file
        raise RecordFileError("no SQLite file that can be read", name, DAMAGED) from None


def read_store(target: str | Path, name: str) -> Iterator[Row]:
    """The same of a store, be it in SQLite or PostgreSQL."""
    check = Check()
    with open_store(target) as store:
        for number, values in enumerate(store.rows(), 1):
            yield _row(values, check, f"{name}, row {number}")


def _read_table(path: Path, name: str) -> Iterator[Row]:
    check = Check()
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            _check_table(database, name)
            for number, values in enumerate(database.execute(f"SELECT {columns} FROM records"), 1):  # noqa: S608
                yield _row(values, check, f"{name}, row {number} of records")
    except sqlite3.Error as error:
        raise RecordFileError(f"no SQLite file that can be read: {error}", name, EXTRACTED) from None


def _row(values: Sequence[Any], check: Check, where: str) -> Row:
    try:
        for name, value in zip(COLUMNS, values, strict=True):
            if isinstance(value, float):
                raise ValueError(f"{name} is a floating-point number, {value}, and may have been rounded")
        return check(msgspec.convert(dict(zip(COLUMNS, values, strict=True)), Row))
    except FAULTS as error:
        raise fault(error, where) from None


def _check_table(database: sqlite3.Connection, name: str) -> None:
    found = [row[1] for row in database.execute("PRAGMA table_info(records)")]
    if not found:
        raise RecordFileError("it has no table records", name, EXTRACTED)
    check_columns([column for column in found if column in COLUMNS], name)
