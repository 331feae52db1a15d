"""Writing a store: a run over documents, each written whole or not at all.

A run that is killed at any moment and then run again leaves what an undisturbed one leaves: each document is
one transaction, they come in the same order, and every key is the next one free.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from talentx.errors import DocumentError
from talentx.records.decimals import plain
from talentx.records.model import COLUMNS, Record
from talentx.store.database import Database
from talentx.store.model import Article, Counts, Given, year_of
from talentx.store.words import SEARCHED, Words

_STATE = "path, name, content, published, title, rules"


class Writer:
    """Writes documents into a store. Every method raises StoreError for what the database refuses."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = Words()
        self._insert = _insertion(database)

    def known(self) -> dict[str, tuple[Given, bool]]:
        """The documents by their paths: each as it was given when it was read, and whether it is gone."""
        found = self._database.rows(f"SELECT {_STATE}, gone FROM documents")
        return {state[0]: (Given(*state), bool(gone)) for *state, gone in found}

    def put(self, given: Given, articles: Sequence[Article]) -> bool:
        """Write a document in place of what was read in it before.

        False where another writer has just done so. Raises DocumentError for what the database cannot hold.
        """
        try:
            return self._put(given, articles)
        except DocumentError as error:
            raise DocumentError(error.what, given.path, error.advice) from None

    def _put(self, given: Given, articles: Sequence[Article]) -> bool:
        rows = [[_values(record, given, self._words) for record in article.records] for article in articles]
        with self._database.transaction():
            if self.holds(given):
                return False
            document = self._document(given)
            for ordinal, article in enumerate(articles, 1):
                key = self._next("articles", "id")
                self._database.run(
                    "INSERT INTO articles VALUES (?, ?, ?, ?, ?)",
                    (key, document, ordinal, article.title, given.published),
                )
                first = self._next("records", "key")
                self._database.run_many(
                    self._insert,
                    [(*row, document, key, first + at) for at, row in enumerate(rows[ordinal - 1])],
                )
        return True

    def holds(self, given: Given) -> bool:
        """Whether the document is there as it is given, and not gone."""
        found = self._database.rows(
            f"SELECT {_STATE} FROM documents WHERE path = ? AND gone = 0", (given.path,)
        )
        return [Given(*state) for state in found] == [given]

    def mark(self, paths: Collection[str], *, gone: bool) -> None:
        """Mark documents as gone, or as there again; their records stay."""
        with self._database.transaction():
            self._database.run_many(
                "UPDATE documents SET gone = ? WHERE path = ?", [(int(gone), path) for path in paths]
            )

    @property
    def folder(self) -> str | None:
        """The folder that the paths of documents start from; None where they are written in full."""
        return self._database.folder

    @contextmanager
    def run(self, version: str, rules: str, given: str) -> Iterator[Counts]:
        """A run: what is counted in its course is kept when it comes to its end.

        `rules` and `given` are digests of what it reads by, and of what it is given to read.
        """
        with self._database.transaction():
            key = self._next("runs", "id")
            self._database.run(
                "INSERT INTO runs VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0)", (key, version, rules, given)
            )
        counts = Counts()
        yield counts
        with self._database.transaction():
            self._database.run(
                "UPDATE runs SET read = ?, unchanged = ?, gone = ?, failed = ?, records = ?, finished = 1"
                " WHERE id = ?",
                (counts.read, counts.unchanged, counts.gone, counts.failed, counts.records, key),
            )

    def _document(self, given: Given) -> int:
        """The key of the document, which is as it is given from now on and has no articles yet."""
        state = (given.name, given.content, given.published, given.title, given.rules)
        found = self._database.rows("SELECT id FROM documents WHERE path = ?", (given.path,))
        if not found:
            key = self._next("documents", "id")
            self._database.run(
                f"INSERT INTO documents (id, {_STATE}, gone) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                (key, given.path, *state),
            )
            return key
        (key,) = found[0]
        self._database.run("DELETE FROM records WHERE document_id = ?", (key,))
        self._database.run("DELETE FROM articles WHERE document_id = ?", (key,))
        self._database.run(
            "UPDATE documents SET name = ?, content = ?, published = ?, title = ?, rules = ?, gone = 0"
            " WHERE id = ?",
            (*state, key),
        )
        return int(key)

    def _next(self, table: str, key: str) -> int:
        """The next key that is free."""
        ((last,),) = self._database.rows(f"SELECT coalesce(max({key}), 0) FROM {table}")
        return int(last) + 1


def _insertion(database: Database) -> str:
    """The statement that inserts a record: its columns, year and words, then document, article and key."""
    names = [f'"{name}"' for name in (*COLUMNS, "year", "words", "document_id", "article_id", "key")]
    marks = ["?"] * len(names)
    if database.dialect == "postgresql":
        marks[names.index('"words"')] = "array_to_tsvector(string_to_array(?, ' '))"
    return f"INSERT INTO records ({', '.join(names)}) VALUES ({', '.join(marks)})"


def _values(record: Record, given: Given, words: Words) -> tuple[Any, ...]:
    """The values of a record, exact numbers as digits; then its year and its words."""
    row = [plain(value) if isinstance(value, Decimal) else value for _, value in record]
    searched = [getattr(record, name) for name in SEARCHED]
    return (*row, year_of(record.time, given.published), words.indexed(searched))
