"""`talentx extract --db` as a user meets it: what is read and what is not, what is said, the exit status."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from talentx.cli.db import _is_missing
from talentx.records.model import COLUMNS
from talentx.store.target import open_store

from .conftest import Run, environment


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "2024").mkdir(parents=True)
    for name, text in {
        "b.txt": "引进人才300名。",
        "a.md": "共12家，又5家。",
        "2024/c.txt": "奖励50万元。",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def stored(folder: Path) -> list[tuple[str, str]]:
    """Document and figure of each current record."""
    with open_store(folder / "talent.db") as store:
        rows = (dict(zip(COLUMNS, row, strict=True)) for row in store.rows())
        return [(str(row["document"]), str(row["raw"])) for row in rows]


ALL = [("2024/c.txt", "50"), ("a.md", "12"), ("a.md", "5"), ("b.txt", "300")]
DB = ("--db", "talent.db")


def documents(folder: Path) -> dict[str, int]:
    """Whether each document is gone, by its path."""
    with closing(sqlite3.connect(folder / "talent.db")) as store:
        return dict(store.execute("SELECT path, gone FROM documents ORDER BY path"))


def test_records_go_into_the_store_and_a_line_says_so(talentx: Run, articles: Path, tmp_path: Path) -> None:
    done = talentx("extract", articles, *DB)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "talentx: read 3 (4 records), unchanged 0, gone 0\n"
    assert stored(tmp_path) == ALL


def test_nothing_is_read_again_that_has_not_changed(talentx: Run, articles: Path, tmp_path: Path) -> None:
    talentx("extract", articles, *DB)
    for path in articles.rglob("*.txt"):
        path.touch()
    done = talentx("extract", articles, *DB)
    assert done.stderr == "talentx: read 0 (0 records), unchanged 3, gone 0\n"
    assert stored(tmp_path) == ALL


def test_quiet_says_nothing(talentx: Run, articles: Path) -> None:
    assert talentx("extract", articles, *DB, "--quiet").stderr == ""


def test_what_is_new_changed_or_gone_is_found(talentx: Run, articles: Path, tmp_path: Path) -> None:
    talentx("extract", articles, *DB)
    (articles / "b.txt").write_text("引进人才400名。", encoding="utf-8")
    (articles / "new.txt").write_text("来了7名。", encoding="utf-8")
    (articles / "a.md").unlink()
    done = talentx("extract", articles, *DB)
    assert done.stderr == "talentx: read 2 (2 records), unchanged 1, gone 1\n"
    assert stored(tmp_path) == [("2024/c.txt", "50"), ("b.txt", "400"), ("new.txt", "7")]
    with closing(sqlite3.connect(tmp_path / "talent.db")) as store:
        kept = store.execute("SELECT raw FROM records WHERE document = 'a.md' ORDER BY start").fetchall()
    assert kept == [("12",), ("5",)]


def test_what_comes_back_is_there_again_without_being_read(
    talentx: Run, articles: Path, tmp_path: Path
) -> None:
    talentx("extract", articles, *DB)
    (articles / "b.txt").rename(tmp_path / "b.txt")
    assert talentx("extract", articles, *DB).stderr == "talentx: read 0 (0 records), unchanged 2, gone 1\n"
    assert ("b.txt", "300") not in stored(tmp_path)
    (tmp_path / "b.txt").rename(articles / "b.txt")
    assert talentx("extract", articles, *DB).stderr == "talentx: read 0 (0 records), unchanged 3, gone 0\n"
    assert stored(tmp_path) == ALL


@pytest.mark.parametrize(
    ("paths", "gone"),
    [
        (["articles/2024"], {"articles/2024/c.txt": 1, "articles/a.md": 0, "articles/b.txt": 0}),
        (["articles/a.md"], {"articles/2024/c.txt": 0, "articles/a.md": 1, "articles/b.txt": 0}),
        (["articles/2024/c.txt"], {"articles/2024/c.txt": 1, "articles/a.md": 0, "articles/b.txt": 0}),
        (["."], {"articles/2024/c.txt": 1, "articles/a.md": 1, "articles/b.txt": 1}),
        (["articles"], {"articles/2024/c.txt": 1, "articles/a.md": 1, "articles/b.txt": 1}),
        (["other"], {"articles/2024/c.txt": 0, "articles/a.md": 0, "articles/b.txt": 0}),
    ],
)
def test_only_what_a_run_names_can_be_gone(
    talentx: Run, articles: Path, tmp_path: Path, paths: list[str], gone: dict[str, int]
) -> None:
    talentx("extract", articles, *DB)
    shutil.rmtree(articles)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "o.txt").write_text("1", encoding="utf-8")
    done = talentx("extract", *paths, *DB)
    found = documents(tmp_path)
    assert {path: found[path] for path in gone} == gone
    assert done.returncode == (0 if paths in (["."], ["other"]) else 1)


def test_a_file_that_is_there_but_not_read_is_not_gone(talentx: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.html").write_text("共100项", encoding="utf-8")
    (tmp_path / "a.txt").write_text("1", encoding="utf-8")
    talentx("extract", "notice.html", "a.txt", *DB)
    talentx("extract", ".", *DB)
    assert documents(tmp_path) == {"a.txt": 0, "notice.html": 0}


def test_a_file_named_by_another_folder_is_the_same_document(
    talentx: Run, articles: Path, tmp_path: Path
) -> None:
    talentx("extract", articles, *DB)
    talentx("extract", articles / "2024", *DB)
    assert stored(tmp_path)[0] == ("c.txt", "50")
    assert len(stored(tmp_path)) == len(ALL)


@pytest.mark.parametrize(
    ("options", "read"),
    [
        ([], 0),
        (["--published", "2024-09"], 3),
        (["--sources", "other.csv"], 1),
        (["--rules", "own"], 3),
        (["--rules", "talent"], 0),
    ],
)
def test_dates_titles_and_rules_that_change_are_read_anew(
    talentx: Run, articles: Path, tmp_path: Path, options: list[str], read: int
) -> None:
    (tmp_path / "other.csv").write_text("file,published,title\narticles/b.txt,2023,题\n", encoding="utf-8")
    shutil.copytree(Path(__file__).parents[2] / "rules" / "base", tmp_path / "own")
    talentx("extract", articles, *DB)
    assert f"read {read} " in talentx("extract", articles, *DB, *options).stderr
    assert "read 0 " in talentx("extract", articles, *DB, *options).stderr


def test_a_project_may_move_with_its_store(talentx: Run, articles: Path, tmp_path: Path) -> None:
    talentx("extract", articles, *DB)
    (tmp_path / "project").mkdir()
    for name in ("articles", "talent.db"):
        (tmp_path / name).rename(tmp_path / "project" / name)
    done = talentx("extract", "project/articles", "--db", "project/talent.db")
    assert done.stderr == "talentx: read 0 (0 records), unchanged 3, gone 0\n"


def test_one_that_fails_is_named_and_keeps_what_was_read_before(
    talentx: Run, articles: Path, tmp_path: Path
) -> None:
    talentx("extract", articles, *DB)
    (articles / "a.md").write_bytes(b"\xff\xfe\x00\xd8")
    (articles / "b.txt").write_text("CRASH", encoding="utf-8")
    (articles / "new.txt").write_text("REFUSE", encoding="utf-8")
    for _ in range(2):
        done = talentx("extract", articles, *DB)
        assert done.returncode == 1
        assert [line.split(": ")[1] for line in done.stderr.splitlines()[:3]] == [
            str(articles / "a.md"),
            str(articles / "b.txt"),
            "bad.txt",
        ]
        assert done.stderr.splitlines()[3:] == ["talentx: read 0 (0 records), unchanged 1, gone 0, failed 3"]
        assert stored(tmp_path) == ALL
    (articles / "a.md").write_text("又5家。", encoding="utf-8")
    assert "read 1 (1 records)" in talentx("extract", articles / "a.md", *DB).stderr


@pytest.mark.parametrize(
    "options", [["--format", "json"], ["-o", "r.json"], ["--bom"], ["--format", "csv", "-o", "r.csv"]]
)
def test_records_go_to_one_place(talentx: Run, articles: Path, tmp_path: Path, options: list[str]) -> None:
    done = talentx("extract", articles, *DB, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--db: records go to one place" in done.stderr
    assert not (tmp_path / "talent.db").exists()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("articles", "articles: it is a folder"),
        ("nowhere/talent.db", "nowhere/talent.db: cannot be opened"),
        ("articles/b.txt", "articles/b.txt: is no SQLite file"),
        ("", "--db: an empty path"),
        ("mysql://u:secret@host/db", "no store goes by mysql"),
        ("postgresql://u:secret@127.0.0.1:1/db", "postgresql://127.0.0.1:1/db: does not serve"),
    ],
)
def test_a_store_that_cannot_be_written_is_told(talentx: Run, articles: Path, target: str, said: str) -> None:
    done = talentx("extract", articles, "--db", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "secret" not in done.stderr
    assert (articles / "b.txt").read_text(encoding="utf-8") == "引进人才300名。"


def test_an_interrupted_run_is_kept_as_unfinished(talentx: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "z.txt").write_text("SLOW", encoding="utf-8")
    command: list[str | Path] = [Path(sys.executable).with_name("talentx"), "extract", articles, *DB]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "slow now\n"
        running.send_signal(2)
        assert running.wait(timeout=30) == 130
    assert stored(tmp_path) == ALL
    with closing(sqlite3.connect(tmp_path / "talent.db")) as store:
        assert store.execute("SELECT finished FROM runs").fetchall() == [(0,)]
    assert [path.name for path in tmp_path.glob("talent.db*")] == ["talent.db"]


PROGRAM = """
import sys
from talentx.cli.app import run
status = run(sys.argv[1:])
print(*sys.modules)
sys.exit(status)
"""


def loaded(folder: Path, *arguments: str | Path, env: Mapping[str, str] = os.environ) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env=dict(env),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_where_nothing_has_changed_no_rule_and_no_dictionary_is_loaded(
    articles: Path, tmp_path: Path
) -> None:
    fill = ("extract", articles, *DB, "--quiet")
    heavy = {"jieba", "talentx.pipeline", "talentx.packs.pack", "talentx.meaning.decide"}
    assert heavy <= loaded(tmp_path, *fill)
    assert not {*heavy, "rich"} & loaded(tmp_path, *fill)


def test_the_real_pipeline_stores_what_it_extracts(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    loaded(tmp_path, "extract", seeds, *DB)
    script = Path(sys.executable).with_name("talentx")
    done = subprocess.run([script, "extract", seeds], capture_output=True, encoding="utf-8", timeout=60)
    with open_store(tmp_path / "talent.db") as store:
        found = [dict(zip(COLUMNS, row, strict=True)) for row in store.rows()]
    for row in found:
        row.update(
            {name: float(str(row[name])) for name in ("value", "low", "high") if row[name] is not None}
        )
    assert found == json.loads(done.stdout)


@pytest.mark.parametrize(
    ("error", "is_missing"),
    [(FileNotFoundError, True), (NotADirectoryError, True), (PermissionError, False), (OSError, False)],
)
def test_a_file_that_cannot_be_looked_at_is_not_gone(
    monkeypatch: pytest.MonkeyPatch, error: type[OSError], is_missing: bool
) -> None:
    def refused(path: str) -> None:
        raise error

    monkeypatch.setattr(os, "lstat", refused)
    assert _is_missing("a.txt") == is_missing
