"""The metadata for Datasette fits the store it is of."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from talentx.store.datasette import NAME, metadata
from talentx.store.ddl import statements

SHOWN = metadata()["databases"][NAME]


def columns_of(name: str) -> set[str]:
    with closing(_store()) as store:
        return {row[1] for row in store.execute("SELECT * FROM pragma_table_xinfo(?)", (name,))}


def test_every_table_and_view_is_described() -> None:
    with closing(_store()) as store:
        made = store.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
        names = {name for (name,) in made if not name.startswith("records_fts")}
    assert set(SHOWN["tables"]) == names
    assert all(table["description"] for table in SHOWN["tables"].values())


def test_what_is_said_of_columns_is_said_of_columns_that_are_there() -> None:
    for name, table in SHOWN["tables"].items():
        named = {*table.get("columns", ()), *table.get("facets", ())}
        named |= {table[key] for key in ("sort_desc", "label_column") if key in table}
        assert named <= columns_of(name), name


def test_the_queries_run() -> None:
    with closing(_store()) as store:
        for query in SHOWN["queries"].values():
            assert store.execute(query["sql"], {"indicator": "fund_size"}).fetchall() == []


def _store() -> sqlite3.Connection:
    store = sqlite3.connect(":memory:")
    for statement in statements("sqlite"):
        store.execute(statement)
    return store
