"""Stores for tests: an SQLite file, and databases of a PostgreSQL that the tests start themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from . import cluster, disks


@pytest.fixture(scope="session")
def server() -> Iterator[cluster.Cluster]:
    """A running PostgreSQL, one for all tests of a run."""
    with cluster.running() as found:
        yield found


def emptied(server: cluster.Cluster, name: str) -> str:
    """The URL of an empty database of that name."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.url(name)


@pytest.fixture
def database(server: cluster.Cluster) -> str:
    """The URL of an empty database."""
    return emptied(server, "talent")


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store that is not there yet, in each of the databases."""
    if request.param == "sqlite":
        return str(tmp_path / "talent.db")
    url: str = request.getfixturevalue("database")
    return url


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[disks.Disk]:
    """A disk of 20 MB."""
    with disks.mounted(tmp_path / "disk") as found:
        yield found
