"""`talentx schema` as a user meets it."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from talentx.records.arrow import schema_text
from talentx.records.columns import columns
from talentx.records.jsonschema import json_schema, table_schema
from talentx.records.model import COLUMNS
from talentx.store.datasette import metadata

from .conftest import Run


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        ([], json_schema()),
        (["--format", "json-schema"], json_schema()),
        (["--format", "frictionless"], table_schema()),
        (["--format", "datasette"], metadata()),
    ],
)
def test_schemas_in_json(talentx: Run, arguments: list[str], schema: dict[str, object]) -> None:
    done = talentx("schema", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == schema


def test_the_arrow_schema(talentx: Run) -> None:
    assert talentx("schema", "--format", "arrow").stdout == schema_text()


def test_into_a_file(talentx: Run, tmp_path: Path) -> None:
    done = talentx("schema", "-o", "record.schema.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "record.schema.json").read_text(encoding="utf-8")) == json_schema()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--format", "xml"],
            "--format: 'xml' is not one of json-schema, arrow, sql, frictionless, datasette",
        ),
        (["--format", "sql", "--dialect", "oracle"], "--dialect: 'oracle' is not one of sqlite, postgresql"),
        (["--dialect", "sqlite"], "--dialect: json-schema has no dialects; use it with --format sql"),
    ],
)
def test_what_there_is_none_of(talentx: Run, arguments: list[str], said: str) -> None:
    done = talentx("schema", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"talentx: {said}\n")


def test_the_sql_makes_a_store_that_takes_records(talentx: Run) -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.executescript(talentx("schema", "--format", "sql").stdout)
        names = [row[1] for row in database.execute("PRAGMA table_info(records)")]
    assert tuple(names[: len(COLUMNS)]) == COLUMNS


def test_the_sql_of_postgresql_is_another(talentx: Run) -> None:
    sql = talentx("schema", "--format", "sql", "--dialect", "postgresql").stdout
    assert '"value" NUMERIC' in sql
    assert all(f'COMMENT ON COLUMN records."{column.name}" IS' in sql for column in columns())
