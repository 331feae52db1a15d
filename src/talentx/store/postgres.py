"""A store in PostgreSQL, through psycopg."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from talentx.errors import DocumentError, StoreError
from talentx.store.database import Values
from talentx.store.ddl import APPLICATION_ID, statements
from talentx.store.model import STORE_VERSION, Dialect, refuse_version

if TYPE_CHECKING:
    import psycopg

_SECONDS = "10"
"""How long to wait for a server that does not answer, where the URL says nothing of it."""
_AT_ONCE = 2000
"""Rows fetched at once from a long result."""
_OWN_SCHEMA = "name a schema of its own: …?options=-csearch_path%3DNAME"
_MAKE = "make one with talentx extract PATH --db URL"
_TOLD = (
    ("DuplicateTable", "holds tables of another program", _OWN_SCHEMA),
    ("InsufficientPrivilege", "refuses", "ask for the privileges to create and write tables"),
    ("DiskFull", "its disk is full", "make room and run it again: what was written stays"),
    ("OperationalError", "does not serve", "check the server, the user and the password"),
)
"""What psycopg calls an error, what it means, and what to do."""
_LOCK = "SELECT pg_advisory_xact_lock(hashtext(current_schema()), ?)"


class PostgresDatabase:
    """A connection to a PostgreSQL database."""

    dialect: Dialect = "postgresql"
    folder: str | None = None

    def __init__(self, url: str) -> None:
        """Raises StoreError where psycopg or the server is not there, or the server refuses."""
        try:
            self._psycopg = import_module("psycopg")
        except ImportError:
            raise StoreError("needs psycopg", "--db postgresql", "pip install 'talentx[postgres]'") from None
        options = self._options(url)
        self._password = str(options.get("password") or "")
        host, port, name = (options.get(key) or "" for key in ("host", "port", "dbname"))
        self.where = f"postgresql://{host}{f':{port}' if port else ''}/{name}"
        with self._telling():
            self._connection: psycopg.Connection = self._psycopg.connect(
                **{"connect_timeout": _SECONDS, "application_name": "talentx", **options}, autocommit=True
            )
        if self.rows("SHOW server_encoding") != [("UTF8",)]:
            self.close()
            raise StoreError("its encoding is not UTF8", self.where, "make a database with ENCODING UTF8")

    def rows(self, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
        with self._telling():
            return self._connection.execute(_marked(statement, values), values or None).fetchall()

    def stream(self, statement: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        with (
            self._telling(),
            self._connection.transaction(),
            self._connection.cursor(name="talentx") as cursor,
        ):
            cursor.itersize = _AT_ONCE
            yield from cursor.execute(_marked(statement, values), values or None)

    def run(self, statement: str, values: Values = ()) -> None:
        with self._telling():
            self._connection.execute(_marked(statement, values), values or None)

    def run_many(self, statement: str, rows: Iterable[Values]) -> None:
        with self._telling(), self._connection.cursor() as cursor:
            cursor.executemany(_marked(statement, "some"), list(rows))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._telling(), self._connection.transaction():
            self.rows(_LOCK, (APPLICATION_ID,))
            yield

    def close(self) -> None:
        self._connection.close()

    def refuse_writing(self) -> None:
        """Let nothing be written."""
        self.run("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")

    def version(self) -> int | None:
        """The version of the store that is there; None where there is none."""
        if self.rows("SELECT to_regclass('talentx') IS NULL") == [(True,)]:
            return None
        found = self.rows("SELECT store_version FROM talentx")
        return int(found[0][0]) if found else 0

    def _options(self, url: str) -> dict[str, Any]:
        try:
            found: dict[str, Any] = self._psycopg.conninfo.conninfo_to_dict(url)
        except self._psycopg.Error:  # what it says would show the password
            advice = "write postgresql://USER@HOST:PORT/DATABASE"
            raise StoreError("no such URL", "--db postgresql://…", advice) from None
        return found

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except self._psycopg.Error as error:
            raise self._told(error) from None

    def _told(self, error: psycopg.Error) -> Exception:
        said = str(error).strip().partition("\n")[0]
        if self._password:
            said = said.replace(self._password, "***")
        if isinstance(error, self._psycopg.DataError):
            return DocumentError(f"PostgreSQL cannot store it: {said}")
        for name, what, advice in _TOLD:
            if isinstance(error, getattr(self._psycopg.errors, name)):
                return StoreError(f"{what}: {said}", self.where, advice)
        return StoreError(f"refuses: {said}", self.where, "check that nobody has changed its tables")


def open_postgres(url: str) -> PostgresDatabase:
    """The store in a database, to be read alone. Raises StoreError where there is none."""
    database = PostgresDatabase(url)
    try:
        database.refuse_writing()
        version = database.version()
        if version is None:
            raise StoreError("no store in it", database.where, _MAKE)
        refuse_version(version, database.where)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def postgres_writer(url: str) -> Iterator[PostgresDatabase]:
    """The store in a database, to be written; its tables are made where there are none."""
    database = PostgresDatabase(url)
    try:
        _make(database)
        yield database
    finally:
        database.close()


def _make(database: PostgresDatabase) -> None:
    """Make the tables, unless they are there. Raises StoreError for those of another version."""
    if database.rows("SELECT current_schema() IS NULL") == [(True,)]:
        raise StoreError("no schema to write to", database.where, "create the one that search_path names")
    with database.transaction():
        version = database.version()
        if version is None:
            for statement in statements("postgresql"):
                database.run(statement)
            database.run("INSERT INTO talentx VALUES (?)", (STORE_VERSION,))
        else:
            refuse_version(version, database.where)


def _marked(statement: str, values: Values) -> bytes:
    """The statement with psycopg's marks for values."""
    return (statement.replace("?", "%s") if values else statement).encode()
