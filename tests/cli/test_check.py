"""`talentx check` as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from making import record

from talentx.output import csv as csv_output
from talentx.output import jsonl
from talentx.records.model import Record

from .conftest import SCRIPT, Run, on_a_terminal

SUM = "全年引进博士300名、硕士500名，合计900名。"
PART = "全市人才总量120万人，其中高层次人才150万人。"


def talent(at: int, raw: str, value: int, sentence: str, **more: str) -> Record:
    return record(
        **{"id": f"{at:016x}", "kind": "talent", "bound": "exact", "unit": "人", "currency": None, **more},
        raw=raw, value=Decimal(value), start=at, sentence=sentence,
    )  # fmt: skip


RECORDS = [
    talent(6, "300名", 300, SUM),
    talent(12, "500名", 500, SUM),
    talent(20, "900名", 900, SUM),
    talent(40, "120万人", 1200000, PART),
    talent(55, "150万人", 1500000, PART),
]
SOUND = [talent(6, "300名", 300, "全年引进博士300名。")]


def given(path: Path, records: list[Record]) -> Path:
    write = csv_output.write if path.suffix == ".csv" else jsonl.write
    with path.open("w", encoding="utf-8", newline="") as stream:
        write(records, stream)
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return given(tmp_path / "r.jsonl", RECORDS)


def test_findings_make_the_status_one(talentx: Run, records: Path) -> None:
    done = talentx("check", records)
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)
    assert [each["check"] for each in found] == ["sums", "parts"]
    assert [row["raw"] for row in found[1]["records"]] == ["120万人", "150万人"]


def test_without_findings_it_is_zero(talentx: Run, tmp_path: Path) -> None:
    done = talentx("check", given(tmp_path / "r.jsonl", SOUND))
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_every_format_of_records_gives_the_same(talentx: Run, tmp_path: Path, records: Path) -> None:
    table = given(tmp_path / "r.csv", RECORDS)
    assert talentx("check", table).stdout == talentx("check", records).stdout
    assert talentx("check", table, records).stdout == talentx("check", records).stdout


@pytest.mark.parametrize(
    ("options", "checks"),
    [
        (["--only", "sums"], ["sums"]),
        (["--only", "sums", "--only", "parts"], ["sums", "parts"]),
        (["--skip", "sums"], ["parts"]),
        (["--skip", "sums", "--skip", "parts"], []),
    ],
)
def test_checks_are_chosen_by_name(
    talentx: Run, records: Path, options: list[str], checks: list[str]
) -> None:
    done = talentx("check", records, *options, "--format", "jsonl")
    assert [json.loads(line)["check"] for line in done.stdout.splitlines()] == checks
    assert done.returncode == bool(checks)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["r.jsonl", "--only", "all"], "'all' is not one of falls, parts, shares, sums, differing, growth"),
        (["r.jsonl", "--only", "sums", "--skip", "sums"], "--skip: no check is left"),
        (["r.jsonl", "--format", "xml"], "'xml' is not one of table, json, jsonl"),
        (["r.jsonl", "-o", "r.jsonl"], "the output would replace an input"),
        (["r.jsonl", ""], "an empty path"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(
    talentx: Run, records: Path, arguments: list[str], told: str
) -> None:
    before = records.read_bytes()
    done = talentx("check", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert records.read_bytes() == before


def test_what_cannot_be_read_makes_the_status_two(talentx: Run, records: Path) -> None:
    done = talentx("check", records, "none.txt")
    assert (done.returncode, len(json.loads(done.stdout))) == (2, 2)
    assert "none.txt" in done.stderr
    (records.parent / "bad.jsonl").write_text("{", encoding="utf-8")
    done = talentx("check", records, "bad.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad.jsonl:1" in done.stderr


def test_a_narrow_terminal_shows_the_sentences(tmp_path: Path, records: Path) -> None:
    shown, status = on_a_terminal([str(SCRIPT), "check", str(records)], tmp_path, columns=30)
    assert status == 1
    assert "2 contradictions" in shown
    assert "150万人" in shown


def test_articles_are_extracted_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PART, encoding="utf-8")
    done = subprocess.run(
        [SCRIPT, "check", tmp_path, "--published", "2024", "--format", "table", "-o", tmp_path / "found.md"],
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert PART in (tmp_path / "found.md").read_text(encoding="utf-8")
