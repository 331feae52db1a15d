"""What a store needs of the database that holds it, be it SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from talentx.store.model import Dialect

Values = Sequence[Any]


class Database(Protocol):
    """An open connection. Statements have ? for each value, in either dialect.

    Every method raises StoreError for what the database refuses.
    """

    @property
    def dialect(self) -> Dialect:
        """Which SQL it speaks."""

    @property
    def where(self) -> str:
        """What it is called in errors; no password is part of it."""

    @property
    def folder(self) -> str | None:
        """The folder that the paths of documents start from; None where they are written in full."""

    def rows(self, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""

    def stream(self, statement: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one, however many they are."""

    def run(self, statement: str, values: Values = ()) -> None:
        """Run a statement."""

    def run_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Run a statement for each of the rows."""

    def transaction(self) -> AbstractContextManager[None]:
        """What is written inside is written whole or not at all, by one writer at a time."""

    def close(self) -> None:
        """Let go of it."""
