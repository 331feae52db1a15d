"""The format sqlite: a store of records alone, the same bytes for the same records."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path

from making import record

from talentx.output.sqlite import write
from talentx.records.model import COLUMNS, Record
from talentx.store.search import Filters
from talentx.store.target import is_store, open_store

RECORDS = [
    record(document="b.txt", article="一", start=3, end=10),
    record(document="b.txt", article="二", start=30, end=37, sentence="人才公寓"),
    record(document="a.txt", article=None, published=None),
    record(document="b.txt", article="一", start=3, end=10),
    record(document="b.txt", article="一", start=2, end=9),
    record(document="b.txt#2", start=2, end=9),
]


def written(records: list[Record]) -> bytes:
    stream = io.BytesIO()
    write(iter(records), stream)
    return stream.getvalue()


def stored(tmp_path: Path, records: list[Record]) -> Path:
    path = tmp_path / "records.db"
    path.write_bytes(written(records))
    return path


def test_the_same_records_make_the_same_bytes() -> None:
    assert written(RECORDS) == written(RECORDS)
    assert written(RECORDS) != written(RECORDS[:-1])


def test_no_record_is_lost_where_names_and_ids_are_the_same(tmp_path: Path) -> None:
    with open_store(stored(tmp_path, RECORDS)) as store:
        found = [dict(zip(COLUMNS, row, strict=True)) for row in store.rows()]

    def place(row: dict[str, object]) -> tuple[str, str]:
        return str(row["document"]), str(row["start"])

    assert sorted(found, key=place) == sorted(map(dict, RECORDS), key=place)


def test_documents_of_one_name_stay_apart(tmp_path: Path) -> None:
    with closing(sqlite3.connect(stored(tmp_path, RECORDS))) as store:
        documents = store.execute("SELECT path, name, published FROM documents ORDER BY id").fetchall()
        titles = store.execute("SELECT document_id, ordinal, title FROM articles ORDER BY id").fetchall()
    assert documents == [
        ("b.txt", "b.txt", "2024-09"),
        ("a.txt", "a.txt", None),
        ("b.txt#2", "b.txt", "2024-09"),
        ("b.txt#3", "b.txt", "2024-09"),
        ("b.txt#2#2", "b.txt#2", "2024-09"),
    ]
    assert titles[:3] == [(1, 1, "一"), (1, 2, "二"), (2, 1, None)]


def test_it_is_a_store_that_is_searched(tmp_path: Path) -> None:
    path = stored(tmp_path, RECORDS)
    assert is_store(path)
    with open_store(path) as store:
        assert [row[-2] for row in store.search("人才公寓", Filters(), 9)] == ["人才公寓"]


def test_no_records_are_a_store_too(tmp_path: Path) -> None:
    with open_store(stored(tmp_path, [])) as store:
        assert store.count() == 0
