"""A store in an SQLite file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from talentx.errors import StoreError
from talentx.reading.files import printable
from talentx.store.database import Values
from talentx.store.ddl import APPLICATION_ID, statements
from talentx.store.model import DAMAGED, STORE_VERSION, Dialect, refuse_version

_LEAST = (3, 37, 0)
"""The first SQLite with strict tables."""
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_ID_AT = 68
_PATIENCE = 60.0
"""Seconds to wait for another writer, who holds the file for some milliseconds at a time."""

_MAKE = "make one with talentx extract PATH --db FILE"
_TOLD = {
    "SQLITE_NOTADB": ("is no SQLite file", "name another file"),
    "SQLITE_CORRUPT": ("is damaged", DAMAGED),
    "SQLITE_FULL": ("the disk is full", "make room and run it again: what was written stays"),
    "SQLITE_IOERR": ("the disk fails", "check it, and run it again: what was written stays"),
    "SQLITE_READONLY": ("cannot be written", "check its permissions and those of its folder"),
    "SQLITE_CANTOPEN": ("cannot be opened", "check the path and its permissions"),
    "SQLITE_BUSY": ("another program holds it", "run it again when that is done"),
    "SQLITE_LOCKED": ("another program holds it", "run it again when that is done"),
}


def is_sqlite_store(path: Path) -> bool:
    """Whether a file says that it is a store."""
    try:
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except OSError:
        return False
    return header.startswith(_MAGIC) and header[_ID_AT : _ID_AT + 4] == APPLICATION_ID.to_bytes(4, "big")


class SqliteDatabase:
    """A connection to an SQLite file."""

    dialect: Dialect = "sqlite"

    def __init__(self, path: Path, options: str) -> None:
        """`options`: those of an SQLite URI, such as mode=ro. Raises StoreError."""
        real = Path(os.path.realpath(path))
        self.where = printable(path)
        self.folder: str | None = str(real.parent)
        _refuse_old_sqlite(self.where)
        if real.is_dir():
            raise StoreError("it is a folder", self.where, "name a file in it")
        if real.exists() and not real.is_file():
            raise StoreError("it is a pipe or a device", self.where, "name a file")
        name = f"file:{quote(os.fsencode(real))}?{options}"
        with self._telling():
            self._connection = sqlite3.connect(name, uri=True, isolation_level=None, timeout=_PATIENCE)

    def rows(self, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
        with self._telling():
            return self._connection.execute(statement, values).fetchall()

    def stream(self, statement: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        with self._telling():
            yield from self._connection.execute(statement, values)

    def run(self, statement: str, values: Values = ()) -> None:
        with self._telling():
            self._connection.execute(statement, values).close()

    def run_many(self, statement: str, rows: Iterable[Values]) -> None:
        with self._telling():
            self._connection.executemany(statement, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(StoreError):  # a full disk has rolled it back already
                self.run("ROLLBACK")
            raise

    def close(self) -> None:
        self._connection.close()

    def setting(self, name: str) -> Any:
        """The value of a setting, which `name = value` changes."""
        return self.rows(f"PRAGMA {name}")[0][0]

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._told(error) from None

    def _told(self, error: Exception) -> StoreError:
        name = getattr(error, "sqlite_errorname", "")
        for known, (what, advice) in _TOLD.items():
            if name.startswith(known):
                return StoreError(what, self.where, advice)
        return StoreError(f"is damaged, or not as talentx made it ({error})", self.where, DAMAGED)


def open_sqlite(path: Path) -> SqliteDatabase:
    """The store in a file, to be read alone, also where its folder cannot be written.

    Raises StoreError where there is none, or it cannot be read.
    """
    if not path.exists():
        raise StoreError("no such store", printable(path), _MAKE)
    with _checked(_to_read(path)) as database:
        _refuse_others(database)
        return database


def _to_read(path: Path) -> SqliteDatabase:
    """An open connection. A file that no writer has open can be read where its folder cannot be written."""
    database = SqliteDatabase(path, "mode=ro")
    try:
        database.setting("application_id")
    except StoreError:
        database.close()
        log = path.with_name(f"{path.name}-wal")
        if not is_sqlite_store(path) or (log.exists() and log.stat().st_size):
            raise
        return SqliteDatabase(path, "mode=ro&immutable=1")
    return database


@contextmanager
def sqlite_writer(path: Path) -> Iterator[SqliteDatabase]:
    """The store in a file, to be written; it is made where there is none.

    While it is written there are two more files beside it; at the end it is one file again, unless somebody
    else has it open. Raises StoreError where it cannot be written, and for a file that is something else.
    """
    with _checked(SqliteDatabase(path, "mode=rwc")) as database:
        if not _is_blank(database):
            _refuse_others(database)  # before anything is changed
        with suppress(StoreError):  # where another has it open it may stay as it is
            database.setting("journal_mode = WAL")
        database.run("PRAGMA synchronous = NORMAL")
        database.run("PRAGMA foreign_keys = ON")
        if _is_blank(database):
            make(database)
        _refuse_others(database)
    try:
        yield database
    finally:
        with suppress(StoreError):
            database.setting("busy_timeout = 0")
            database.setting("journal_mode = DELETE")
        database.close()


@contextmanager
def fresh_sqlite(path: Path) -> Iterator[SqliteDatabase]:
    """A new store in a file that nobody else knows of yet: nothing is done to save it from a crash."""
    database = SqliteDatabase(path, "mode=rwc")
    try:
        database.setting("journal_mode = OFF")
        database.run("PRAGMA synchronous = OFF")
        make(database)
        yield database
    finally:
        database.close()


def make(database: SqliteDatabase) -> None:
    """Make the tables, unless somebody else has just done so."""
    if not database.rows("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"):
        advice = "use a Python whose SQLite has FTS5"
        raise StoreError("SQLite has no full-text search", database.where, advice)
    with database.transaction():
        if _is_blank(database):
            for statement in statements("sqlite"):
                database.run(statement)
            database.run(f"PRAGMA application_id = {APPLICATION_ID}")
            database.run(f"PRAGMA user_version = {STORE_VERSION}")


@contextmanager
def _checked(database: SqliteDatabase) -> Iterator[SqliteDatabase]:
    """Close it where what is found in it is refused."""
    try:
        yield database
    except BaseException:
        database.close()
        raise


def _is_blank(database: SqliteDatabase) -> bool:
    """Whether nothing at all is in it."""
    tables = database.rows("SELECT count(*) FROM sqlite_master")
    return tables == [(0,)] and not database.setting("user_version")


def _refuse_others(database: SqliteDatabase) -> None:
    """Raises StoreError for another program's database, and a store that this talentx does not know."""
    if _is_blank(database):
        raise StoreError("no store yet, the file is empty", database.where, _MAKE)
    if database.setting("application_id") != APPLICATION_ID:
        raise StoreError("is no store of talentx, but another database", database.where, "name another file")
    refuse_version(int(database.setting("user_version")), database.where)


def _refuse_old_sqlite(where: str) -> None:
    if sqlite3.sqlite_version_info < _LEAST:
        needed = ".".join(map(str, _LEAST))
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old for a store",
            where,
            f"use a Python with SQLite {needed}",
        )
