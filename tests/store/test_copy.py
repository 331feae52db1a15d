"""PostgreSQL's own COPY takes CSV and TSV as they are: text, nulls and exact numbers."""

from __future__ import annotations

import io
from decimal import Decimal

import psycopg
import pytest
from making import record

from talentx.output.formats import Format, writer
from talentx.records.columns import columns

TYPES = {"text": "text", "integer": "bigint", "decimal": "numeric"}
SOME = [
    record(item='a\tb\n\\c"d"', sentence="", value=Decimal("9007199254740993.125"), adcode=None),
    record(
        id="0" * 16,
        raw="一\r\n页",
        article="\\N",
        value=None,
        bound="range",
        low=Decimal(-1),
        high=Decimal(0),
    ),
]


@pytest.mark.parametrize(("format_", "options"), [("csv", "FORMAT csv, HEADER"), ("tsv", "HEADER, NULL ''")])
def test_copy_takes_it(database: str, format_: Format, options: str) -> None:
    stream = io.StringIO(newline="")
    writer(format_).write(SOME, stream)
    names = ", ".join(f'"{column.name}" {TYPES[column.sort]}' for column in columns())
    with psycopg.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE copied ({names})".encode())
        with cursor.copy(f"COPY copied FROM STDIN ({options})".encode()) as copy:
            copy.write(stream.getvalue())
        found = cursor.execute("SELECT * FROM copied").fetchall()
    wanted = [[value for _, value in row] for row in SOME]
    if format_ == "tsv":  # without quotes a null is as empty as a text
        wanted = [[None if value == "" else value for value in row] for row in wanted]
    assert list(map(list, found)) == wanted
