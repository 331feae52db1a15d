"""Commands that read records read a store in PostgreSQL by its URL, and say what they say of a file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cli.conftest import SCRIPT

ARTICLES = {
    "2023.txt": "全市人才总量20万人，其中高层次人才30万人。今年引进博士300名。",
    "2024.txt": "全市人才总量25万人，其中高层次人才3万人。今年引进博士200名。",
}


def talentx(folder: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [SCRIPT, *arguments, "--quiet"], cwd=folder, capture_output=True, encoding="utf-8", timeout=60
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path, database: str) -> Path:
    """Where the records of two years are, in a file and in the database."""
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    sources = "".join(f"{name},{name[:4]},\n" for name in ARTICLES)
    (tmp_path / "articles" / "sources.csv").write_text(f"file,published,title\n{sources}", encoding="utf-8")
    for place in (["-o", "records.jsonl"], ["--db", database]):
        assert talentx(tmp_path, "extract", "articles", *place) == (0, "", "")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ["check", "STORE"],
        ["check", "STORE", "records.jsonl"],
        ["series", "STORE"],
        ["series", "records.jsonl", "STORE", "--format", "csv"],
        ["diff", "STORE", "--years", "2023", "2024"],
        ["diff", "STORE", "records.jsonl"],
        ["diff", "records.jsonl", "STORE", "--format", "jsonl"],
        ["diff", "STORE", "STORE"],
    ],
    ids=" ".join,
)
def test_a_store_by_its_url_is_as_a_file(folder: Path, database: str, command: list[str]) -> None:
    by_url, by_file = (
        talentx(folder, *(place if each == "STORE" else each for each in command))
        for place in (database, "records.jsonl")
    )
    assert by_url == by_file
    status, said, errors = by_url
    assert (status in (0, 1), len(said) > 100, errors) == (True, True, "")


def test_the_output_is_another_place_than_the_store(folder: Path, database: str) -> None:
    assert talentx(folder, "check", database, "-o", "found.json")[0] == 1
    assert (folder / "found.json").exists()


COMMANDS = [["check"], ["series"], ["diff", "--years", "2023", "2024"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_database_without_a_store(tmp_path: Path, database: str, command: list[str]) -> None:
    status, said, errors = talentx(tmp_path, *command, database)
    assert (status, said) == (2, "")
    assert "/talent: no store in it; make one with talentx extract" in errors
    assert errors.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_server_that_is_not_there(tmp_path: Path, command: list[str]) -> None:
    status, said, errors = talentx(tmp_path, *command, "postgresql://u:s3cret@127.0.0.1:1/talent")
    assert (status, said) == (2, "")
    assert "postgresql://127.0.0.1:1/talent: does not serve" in errors
    assert errors.count("\n") == 1
    assert "s3cret" not in errors
