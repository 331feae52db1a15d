"""Reading a store: its current records, and those that a search finds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation
from types import TracebackType
from typing import Any, Self

from talentx.errors import StoreError
from talentx.records.columns import columns
from talentx.store.database import Database
from talentx.store.model import DAMAGED
from talentx.store.search import ORDER, Filters, search_sql
from talentx.store.words import Words

Values = tuple[Any, ...]
"""The values of a record, in the order of the contract's columns; numbers are exact decimals."""

_CURRENT = "FROM records JOIN documents ON documents.id = records.document_id WHERE documents.gone = 0"


class Store:
    """A store, open to be read. Every method raises StoreError where it cannot be."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._columns = columns()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def rows(self, years: Collection[int] | None = None) -> Iterator[Values]:
        """The records of all documents that are not gone, in the order of the paths and of the spans.

        `years`: those of articles published in these years alone.
        """
        query, chosen = f"SELECT {self._names()} {_CURRENT}", sorted(years or ())
        if years is not None:
            marks = ", ".join("?" * len(chosen)) or "NULL"
            query += f" AND substr(records.published, 1, 4) IN ({marks})"
        return self._read(f"{query} ORDER BY {ORDER}", [f"{year:04}" for year in chosen])

    def count(self) -> int:
        """How many records `rows` gives."""
        ((number,),) = self._database.rows(f"SELECT count(*) {_CURRENT}")
        return int(number)

    def search(self, query: str, filters: Filters, limit: int) -> list[Values]:
        """The records that a query finds, at most `limit`, the best first.

        All words of the query are needed. What holds the query as it stands comes first, then what the words
        say most of, then the order of `rows`. Where the words find nothing, what holds the query as it stands
        is found: half a word, part of a number.
        """
        asked, names = Words().query(query), self._names()
        for by_words in (True, False):
            statement, values = search_sql(
                self._database.dialect, names, asked, filters, by_words=by_words, limit=limit
            )
            found = list(self._read(statement, values))
            if found:
                return found
        return []

    def _names(self) -> str:
        return ", ".join(f'records."{column.name}"' for column in self._columns)

    def _read(self, query: str, values: Collection[Any]) -> Iterator[Values]:
        numbers = [at for at, column in enumerate(self._columns) if column.sort == "decimal"]
        for row in self._database.stream(query, tuple(values)):
            read = list(row)
            for at in numbers:
                if read[at] is not None:
                    read[at] = self._number(read[at])
            yield tuple(read)

    def _number(self, stored: str | Decimal) -> Decimal:
        try:
            return Decimal(stored)
        except InvalidOperation:
            what = f"is damaged: {stored!r} is no number"
            raise StoreError(what, self._database.where, DAMAGED) from None
