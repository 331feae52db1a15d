"""Record files of every format, for the tests that read them back."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from talentx.output.formats import Format
from talentx.records.decimals import plain
from talentx.records.model import COLUMNS, Record

TEXT: tuple[Format, ...] = ("json", "jsonl", "csv", "tsv")
WRITTEN: tuple[Format, ...] = (*TEXT, "parquet")


def write_table(path: Path, records: Iterable[Record]) -> Path:
    """Write the records to a plain SQLite table, as another program would."""
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        database.execute(f"CREATE TABLE records ({names}, note)")
        for record in records:
            values = [plain(v) if hasattr(v, "is_finite") else v for _, v in record]
            marks = ", ".join("?" * (len(COLUMNS) + 1))
            database.execute(f"INSERT INTO records VALUES ({marks})", [*values, "mine"])  # noqa: S608
    return path
