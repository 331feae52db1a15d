"""Two processes that write one store at once: both end well, and every document is there once."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cli.conftest import SCRIPT

from talentx.store.target import open_store

from .making import sound, write_articles

ARTICLES = 60


@pytest.mark.parametrize("others", [["articles"], ["articles", "more"]], ids=["the same", "some others"])
def test_two_writers_share_the_work(target: str, tmp_path: Path, others: list[str]) -> None:
    list(write_articles(tmp_path / "articles", ARTICLES))
    list(write_articles(tmp_path / "more", 5))
    commands: list[list[str | Path]] = [
        [SCRIPT, "extract", *paths, "--db", target] for paths in (["articles"], others, others)
    ]
    running = [
        subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8")
        for command in commands
    ]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    with open_store(target) as store:
        rows = store.count()
        count = len(store._database.rows("SELECT 1 FROM documents"))
        assert store._database.rows("SELECT finished FROM runs") == [(1,)] * 3
        read = sum(number for (number,) in store._database.rows("SELECT read FROM runs"))
    assert count == read == ARTICLES + (5 if "more" in others else 0)
    assert rows == 4 * count
    if "://" not in target:
        assert sound(tmp_path / "talent.db")
        assert not list(tmp_path.glob("talent.db-*"))
