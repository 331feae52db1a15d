"""PostgreSQL that is not there, refuses or holds something else: clear errors, and no password in any."""

from __future__ import annotations

import sys
from collections.abc import Callable
from urllib.parse import quote

import psycopg
import pytest

from talentx.errors import StoreError
from talentx.store.target import open_store, writing

from .cluster import Cluster
from .making import given, put

SECRET = "s3cret/@:?#"  # noqa: S105 - characters that a URL must write otherwise


def read(url: str) -> int:
    with open_store(url) as store:
        return len(list(store.rows()))


def write(url: str) -> None:
    with writing(url) as writer:
        put(writer, given(), ["一"])


BOTH = pytest.mark.parametrize("use", [read, write])


def run(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@BOTH
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://u:{secret}@127.0.0.1:1/talent", r"postgresql://127\.0\.0\.1:1/talent: does not serve"),
        ("postgresql://127.0.0.1:1/talent?password={secret}", "does not serve: .*check the server"),
        ("postgres://u:{secret}@127.0.0.1:1", "does not serve"),
        ("postgresql://u:{secret}@127.0.0.1:port/talent", "does not serve|no such URL"),
        ("postgresql://u:{secret}@127.0.0.1/talent?no=thing", "no such URL; write postgresql://USER@HOST"),
        ("postgresql://u:{raw}@127.0.0.1:1/talent", "does not serve|no such URL"),
        ("postgresql://u:{secret}@[::1/talent", "no such URL"),
    ],
)
def test_a_server_that_is_not_there_is_told_without_the_password(
    use: Callable[[str], object], url: str, said: str
) -> None:
    with pytest.raises(StoreError, match=said) as error:
        use(url.format(secret=quote(SECRET, safe=""), raw=SECRET))
    for part in (SECRET, quote(SECRET, safe=""), "s3cret"):
        assert part not in str(error.value)


@BOTH
def test_a_wrong_password_is_told_and_not_shown(
    database: str, server: Cluster, use: Callable[[str], object]
) -> None:
    run(database, "DROP ROLE IF EXISTS guarded", f"CREATE ROLE guarded LOGIN PASSWORD '{SECRET}'")
    wrong = server.url("talent", "guarded:wr0ng")
    with pytest.raises(StoreError, match="password authentication failed for user") as error:
        use(wrong)
    assert "wr0ng" not in str(error.value)
    run(database, "DROP ROLE guarded")


def test_a_right_password_serves_and_is_stored_nowhere(database: str, server: Cluster) -> None:
    run(
        database,
        f"CREATE ROLE guarded LOGIN PASSWORD '{SECRET}'",
        "GRANT CREATE ON SCHEMA public TO guarded",
    )
    url = server.url("talent", f"guarded:{quote(SECRET, safe='')}")
    with writing(url) as writer, writer.run("1", "r", "i"):
        put(writer, given(), ["一"])
    assert read(url) == 1
    with psycopg.connect(database) as connection:
        for table in ("runs", "documents", "records", "talentx"):
            assert "s3cret" not in str(connection.execute(f"SELECT * FROM {table}".encode()).fetchall())
    run(database, "DROP OWNED BY guarded", "DROP ROLE guarded")


def test_a_user_who_may_not_write_is_told(database: str, server: Cluster) -> None:
    run(database, "CREATE ROLE reader LOGIN")
    url = server.url("talent", "reader")
    try:
        with pytest.raises(StoreError, match="refuses: permission denied for schema public; ask for"):
            write(url)
        write(database)
        with pytest.raises(StoreError, match="refuses: permission denied"):
            write(url)
        run(database, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
        assert read(url) == 1
    finally:
        run(database, "DROP OWNED BY reader", "DROP ROLE reader")


def test_a_schema_of_its_own_is_named_by_the_search_path(database: str) -> None:
    url = f"{database}?options=-csearch_path%3Dnews"
    with pytest.raises(StoreError, match="no schema to write to; create the one that search_path names"):
        write(url)
    run(database, "CREATE SCHEMA news", "CREATE TABLE documents (other text)")
    write(url)
    assert read(url) == 1
    with pytest.raises(StoreError, match="no store in it"):
        read(database)


def test_tables_of_another_program_are_left_alone(database: str) -> None:
    run(database, "CREATE TABLE records (other text)", "INSERT INTO records VALUES ('theirs')")
    with pytest.raises(StoreError, match=r"holds tables of another program: .*search_path%3DNAME"):
        write(database)
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT * FROM records").fetchall() == [("theirs",)]
        assert connection.execute("SELECT to_regclass('documents')").fetchall() == [(None,)]


@BOTH
def test_a_database_in_another_encoding_is_told(
    server: Cluster, database: str, use: Callable[[str], object]
) -> None:
    run(
        database,
        "DROP DATABASE IF EXISTS latin",
        "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0",
    )
    with pytest.raises(StoreError, match="its encoding is not UTF8; make a database with ENCODING UTF8"):
        use(server.url("latin"))
    run(database, "DROP DATABASE latin")


def test_a_server_that_goes_away_is_told(database: str) -> None:
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'talentx'"
    with writing(database) as writer:
        put(writer, given(), ["一"])
        run(database, end)
        with pytest.raises(StoreError, match="does not serve"):
            put(writer, given("b.txt"), ["二"])
    assert read(database) == 1


def test_columns_are_described_in_the_database(database: str) -> None:
    write(database)
    with psycopg.connect(database) as connection:
        without = connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND table_name IN ('documents', 'articles', 'records', 'runs')"
            " AND col_description(table_name::regclass, ordinal_position) IS NULL"
        ).fetchall()
    assert without == []


def test_without_psycopg_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"needs psycopg; pip install 'talentx\[postgres\]'"):
        read("postgresql://127.0.0.1:1/talent")
