"""A store by the name a user gives it: a file, or the URL of a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from talentx.errors import UsageError
from talentx.store.database import Database
from talentx.store.reading import Store
from talentx.store.sqlite import is_sqlite_store, open_sqlite, sqlite_writer
from talentx.store.writing import Writer

_POSTGRESQL = ("postgresql://", "postgres://")


def is_url(target: str) -> bool:
    """Whether the store is one in PostgreSQL."""
    return target.startswith(_POSTGRESQL)


def is_store(target: str | Path) -> bool:
    """Whether this names a store: the URL of a PostgreSQL database, or a file that says it is one."""
    return is_url(str(target)) or is_sqlite_store(Path(target))


def open_store(target: str | Path) -> Store:
    """The store, to be read alone. Raises StoreError where there is none, or it cannot be read."""
    return Store(_reading(str(target)))


@contextmanager
def writing(target: str | Path) -> Iterator[Writer]:
    """What writes the store, which is made where there is none.

    Raises StoreError where it cannot be written.
    """
    name = str(target)
    if is_url(name):
        from talentx.store.postgres import postgres_writer

        with postgres_writer(name) as database:
            yield Writer(database)
    else:
        with sqlite_writer(_file(name)) as file:
            yield Writer(file)


def _reading(name: str) -> Database:
    if is_url(name):
        from talentx.store.postgres import open_postgres

        return open_postgres(name)
    return open_sqlite(_file(name))


def _file(name: str) -> Path:
    scheme, separator, _ = name.partition("://")
    if separator:
        raise UsageError(f"no store goes by {scheme}://", "--db", "name a file, or postgresql://…")
    if not name:
        raise UsageError("an empty path", "--db", "name a file, or postgresql://…")
    return Path(name)
