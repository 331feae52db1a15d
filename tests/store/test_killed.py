"""A run that is killed at any moment, and run again, leaves what an undisturbed one leaves."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from cli.conftest import SCRIPT

from talentx.cli.app import run
from talentx.store.target import open_store

from .making import dump, sound, text, write_articles

MOMENTS = 20
ARTICLES = 20


def _fork(folder: Path, target: str) -> int:
    """`talentx extract articles --db` in a process of its own, which has all it needs in memory already."""
    child = os.fork()
    if child == 0:
        status = 70
        try:
            os.chdir(folder)
            status = run(["extract", "articles", "--db", target, "--quiet"])
        finally:
            os._exit(status)
    return child


def update(folder: Path, target: str = "talent.db") -> float:
    """Bring the store up to date; how long it took."""
    start = time.perf_counter()
    assert os.waitpid(_fork(folder, target), 0)[1] == 0
    return time.perf_counter() - start


def kill(folder: Path, after: float, target: str = "talent.db") -> bool:
    """Kill a run after so many seconds; whether it was still running."""
    child = _fork(folder, target)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """What a run needs, loaded once for all of them."""
    import talentx.packs.fingerprint
    import talentx.pipeline
    import talentx.reading.documents
    import talentx.store.target
    import talentx.store.writing  # noqa: F401


@pytest.fixture(scope="module", params=["new", "old"])
def before(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of articles without a store; or with one from before some were changed, removed and added."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    articles = list(write_articles(folder / "articles", ARTICLES))
    if request.param == "old":
        update(folder)
        for number, path in enumerate(articles):
            if number % 3 == 0:
                path.write_text(text(number + 500), encoding="utf-8")
            elif number % 7 == 1:
                path.unlink()
        for number in range(ARTICLES, ARTICLES + 10):
            (folder / "articles" / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    yield folder
    shutil.rmtree(folder)


def test_a_killed_run_that_is_run_again_leaves_what_an_undisturbed_one_leaves(
    before: Path, tmp_path: Path
) -> None:
    undisturbed = shutil.copytree(before, tmp_path / "undisturbed")
    seconds = update(undisturbed)
    wanted = dump(undisturbed / "talent.db")
    assert len(wanted["records"]) > ARTICLES
    moments = random.Random(5)  # noqa: S311 - moments, no secret
    cut_short = 0
    for number in range(MOMENTS):
        folder = shutil.copytree(before, tmp_path / str(number))
        cut_short += kill(folder, moments.uniform(0, seconds))
        update(folder)
        assert dump(folder / "talent.db") == wanted
        assert sound(folder / "talent.db")
        assert not list(folder.glob("talent.db-*"))
    assert cut_short >= MOMENTS / 4


def test_a_run_killed_again_and_again_comes_to_the_same_end(before: Path, tmp_path: Path) -> None:
    undisturbed = shutil.copytree(before, tmp_path / "undisturbed")
    seconds = update(undisturbed)
    folder = shutil.copytree(before, tmp_path / "disturbed")
    for part in (0.2, 0.3, 0.4, 0.5, 0.6):
        kill(folder, part * seconds)
    update(folder)
    assert dump(folder / "talent.db") == dump(undisturbed / "talent.db")


def test_the_command_itself_may_be_killed(before: Path, tmp_path: Path) -> None:
    """The whole of it, the start of Python included: at whatever document it is by then."""
    undisturbed = shutil.copytree(before, tmp_path / "undisturbed")
    update(undisturbed)
    for number in range(2):
        folder = shutil.copytree(before, tmp_path / str(number))
        command: list[str | Path] = [SCRIPT, "extract", "articles", "--db", "talent.db"]
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) as process:
            log = folder / "talent.db-wal"
            while process.poll() is None and not (log.exists() and log.stat().st_size > 200_000 * number):
                time.sleep(0.001)
            process.kill()
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
        assert dump(folder / "talent.db") == dump(undisturbed / "talent.db")


TABLES = ("documents", "articles", "records")


def _rows(url: str) -> list[list[tuple[object, ...]]]:
    with psycopg.connect(url) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3".encode()).fetchall()
            for table in TABLES
        ]


def test_a_run_into_postgresql_may_be_killed(database: str, tmp_path: Path) -> None:
    list(write_articles(tmp_path / "articles", ARTICLES))
    seconds = update(tmp_path, database)
    wanted = _rows(database)
    for number in range(5):
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        kill(tmp_path, (number + 0.5) / 5 * seconds, database)
        update(tmp_path, database)
        assert _rows(database) == wanted
        with open_store(database) as store:
            assert store.count() == len(wanted[2])
