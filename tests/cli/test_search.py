"""`talentx search` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from store.making import given, put

from talentx.records.model import COLUMNS
from talentx.store.target import writing

from .conftest import Run

SENTENCES = ["全市新增人才公寓300套。", "引进博士200名。", "=1+1，人才[bold]20名。"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "talent.db"
    with writing(path) as writer:
        for number, sentence in enumerate(SENTENCES):
            put(
                writer,
                given(f"{number}.txt"),
                [sentence],
                article=None,
                item=None,
                subject=None,
                time=f"{2022 + number}",
            )
    return path


def sentences(stdout: str) -> list[str]:
    return [record["sentence"] for record in json.loads(stdout)]


def test_a_pipe_gets_records_with_all_their_columns(talentx: Run, store: Path) -> None:
    done = talentx("search", "人才公寓")
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = json.loads(done.stdout)
    assert tuple(found) == COLUMNS
    assert (found["sentence"], found["value"]) == (SENTENCES[0], 1640000000)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], [0, 2]),
        (["--limit", "1"], [2]),
        (["--year", "2024"], [2]),
        (["--place", "杭州市"], [0, 2]),
        (["--place", "330100", "--year", "2022"], [0]),
        (["--indicator", "fund_size"], [0, 2]),
    ],
)
def test_options_narrow_it(talentx: Run, store: Path, options: list[str], found: list[int]) -> None:
    done = talentx("search", "人才", *options)
    assert sorted(sentences(done.stdout)) == sorted(SENTENCES[number] for number in found)


@pytest.mark.parametrize("options", [[], ["--place", "宁波市"], ["--indicator", "fund"], ["--year", "1999"]])
def test_nothing_found_is_an_exit_status_of_its_own(talentx: Run, store: Path, options: list[str]) -> None:
    done = talentx("search", "人才公寓" if options else "无处可寻", *options)
    assert (done.returncode, json.loads(done.stdout)) == (1, [])
    assert done.stderr.startswith("talentx: nothing found for ")


def test_formats_are_those_of_extract(talentx: Run, store: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(talentx("search", "人才公寓", "--format", "csv").stdout)))
    assert [row["sentence"] for row in rows] == SENTENCES[:1]
    assert [
        json.loads(line)["sentence"]
        for line in talentx("search", "博士", "--format", "jsonl").stdout.splitlines()
    ] == [SENTENCES[1]]
    assert "超16.4亿元" in talentx("search", "人才", "--format", "table").stdout
    assert talentx("search", "人才", "-o", "found.json").stdout == ""
    assert len(sentences((tmp_path / "found.json").read_text(encoding="utf-8"))) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [("talentx.toml", 'db = "data/own.db"'), ("pyproject.toml", '[tool.talentx]\ndb = "data/own.db"')],
)
def test_settings_name_the_store(talentx: Run, store: Path, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "data").mkdir()
    store.rename(tmp_path / "data" / "own.db")
    assert talentx("search", "人才").returncode == 2
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(sentences(talentx("search", "人才").stdout)) == 2
    assert "no such store" in talentx("search", "人才", "--db", "talent.db").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["人才", "--db", "none.db"], "none.db: no such store; make one with talentx extract PATH --db FILE"),
        (["人才", "--db", "bad.db"], "bad.db: is no SQLite file"),
        (["人才", "--limit", "0"], "--limit: '0' is no number from 1 to 999999999"),
        (["人才", "--limit", "many"], "--limit: 'many' is no number from 1"),
        (["人才", "--year", "去年"], "--year: '去年' is no number from 1 to 9999"),
        (["人才", "--limit", "9" * 30], "is no number from 1"),
        (["人才", "--year", "9" * 5000], "is no number from 1 to 9999"),
        (["人才\udcff"], "QUERY: it is not in UTF-8"),
        (["人才", "--place", "\udcff"], "--place: it is not in UTF-8"),
        (["人才", "--format", "xml"], "--format: 'xml' is not one of"),
        ([" "], "QUERY: nothing to look for"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_is_told(
    talentx: Run, store: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "bad.db").write_bytes(b"nothing" * 99)
    done = talentx("search", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_the_store_is_not_written_over(talentx: Run, store: Path) -> None:
    before = store.read_bytes()
    done = talentx("search", "人才", "-o", "talent.db")
    assert (done.returncode, done.stdout) == (2, "")
    assert "talent.db: the output would replace an input" in done.stderr
    assert store.read_bytes() == before


def test_a_locale_of_ascii_alone_finds_the_same(talentx: Run, store: Path) -> None:
    ascii_alone = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = talentx("search", "人才公寓", "--db", "talent.db", env=ascii_alone)
    assert sentences(done.stdout) == SENTENCES[:1]


@pytest.mark.parametrize(
    ("text", "said"), [("db = 3", "db is no file"), ("store = 'x'", "unknown key 'store'")]
)
def test_settings_that_are_none_are_told(talentx: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "talentx.toml").write_text(text, encoding="utf-8")
    done = talentx("search", "人才")
    assert done.returncode == 2
    assert said in done.stderr
