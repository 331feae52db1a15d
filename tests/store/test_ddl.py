"""The SQL of a store says what its tables and columns are."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from talentx.records.columns import columns
from talentx.store.ddl import statements, tables, views
from talentx.store.model import Dialect

DIALECTS: list[Dialect] = ["sqlite", "postgresql"]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_table_and_column_is_described(dialect: Dialect) -> None:
    sql = "\n".join(statements(dialect))
    for table in tables():
        assert table.description.replace("'", "''" if dialect == "postgresql" else "'") in sql
        for column in table.columns:
            assert f"-- {column.description}\n" in sql


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_statement_ends_in_a_semicolon(dialect: Dialect) -> None:
    assert not [each for each in statements(dialect) if each.rstrip().endswith(";")]


def test_the_columns_of_the_contract_come_first_and_in_their_order() -> None:
    with closing(sqlite3.connect(":memory:")) as store:
        for statement in statements("sqlite"):
            store.execute(statement)
        wanted = [column.name for column in columns()]
        for name in ("records", "current_records"):
            found = [row[1] for row in store.execute(f"PRAGMA table_info({name})")]
            assert found[: len(wanted)] == wanted
        for view in views("sqlite"):
            assert store.execute(f"SELECT * FROM {view.name}").fetchall() == []
        strict = {name: is_strict for _, name, sort, _, _, is_strict in store.execute("PRAGMA table_list")}
        assert all(strict[table.name] for table in tables())


@pytest.mark.parametrize(
    "values",
    [
        "kind = 'nothing'",
        "bound = 'nothing'",
        "status = 'nothing'",
        "start = -1",
        "raw = NULL",
        "start = 'x'",
    ],
)
def test_a_record_that_is_none_is_refused(values: str) -> None:
    with closing(sqlite3.connect(":memory:")) as store:
        for statement in statements("sqlite"):
            store.execute(statement)
        store.execute("INSERT INTO documents VALUES (1, 'a', 'a', '', NULL, NULL, '', 0)")
        store.execute("INSERT INTO articles VALUES (1, 1, 1, NULL, NULL)")
        store.execute(
            'INSERT INTO records (id, document, kind, status, raw, start, "end", sentence, document_id,'
            " article_id, key, words) VALUES ('0', 'a', 'count', 'actual', '3', 0, 1, '3', 1, 1, 1, '')"
        )
        with pytest.raises(sqlite3.IntegrityError):
            store.execute(f"UPDATE records SET {values}")
