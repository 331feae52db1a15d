"""Articles in a folder, and what is in a store, for tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from making import record

from talentx.store.model import Article, Given
from talentx.store.writing import Writer

TABLES = ("documents", "articles", "records", "records_fts_data", "records_fts_idx", "records_fts_docsize")
"""Every table but runs, the full-text index among them."""


def given(path: str = "a.txt", **changes: Any) -> Given:
    """A document as it is given, but for the changes."""
    wanted = {"name": path, "content": "c", "published": "2024-09", "title": None, "rules": "r", **changes}
    return Given(path, **wanted)


def put(writer: Writer, document: Given, sentences: Sequence[str], **changes: Any) -> bool:
    """Write a document of one article with a record of each sentence."""
    records = [
        record(document=document.name, sentence=each, start=10 * at, end=10 * at + 7, **changes)
        for at, each in enumerate(sentences)
    ]
    return writer.put(document, [Article("引才综述", records)])


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but runs."""
    with closing(sqlite3.connect(path)) as store:
        return {table: store.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def sound(path: Path) -> bool:
    """Whether no fault is found in the file, in its full-text index, or in what refers to what."""
    with closing(sqlite3.connect(path)) as store:
        store.execute("INSERT INTO records_fts (records_fts) VALUES ('integrity-check')")
        return (
            store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and not store.execute("PRAGMA foreign_key_check").fetchall()
        )


def write_articles(folder: Path, count: int) -> Iterator[Path]:
    """Small articles of a few figures, none like another."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"{number:03}.txt"
        path.write_text(text(number), encoding="utf-8")
        yield path


def text(number: int) -> str:
    """A small article of its own."""
    head = f"人才工作简报第{number}期\n\n今年引进各类人才{100 + number}名。\n"
    return f"{head}筹集人才公寓{20 + number}套，发放补贴{3 + number}万元。\n"
