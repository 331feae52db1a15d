"""`talentx eval`: scores and mistakes on stdout or in files, floors for CI, errors on one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import SCRIPT, Run, on_a_terminal

TEXT = "去年引进5名博士，投入300万元。"


def row(start: int, end: int, **fields: Any) -> dict[str, Any]:
    common = {"kind": "talent", "value": 5, "bound": "exact", "unit": "人", "status": "actual"}
    return {"start": start, "end": end, "raw": TEXT[start:end], **common, **fields}


GOLD = [row(4, 6, place="杭州市"), row(11, 16, kind="money", value=3000000, unit="元")]
RECORDS = [{"document": "news/a.txt", **GOLD[0], "place": "宁波市"}, {"document": "news/a.txt", **GOLD[1]}]


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "r.json", json.dumps(RECORDS))
    (tmp_path / "gold").mkdir()
    write(tmp_path / "gold" / "a.jsonl", "\n".join(map(json.dumps, GOLD)))


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_json_in_a_pipe(talentx: Run) -> None:
    done = talentx("eval", "r.json", "gold")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["levels"]["kind"]["f1"] == 1
    assert told["levels"]["record"]["f1"] == 0.5
    assert [mistake["fields"] for mistake in told["mistakes"]] == [
        {"place": {"record": "宁波市", "gold": "杭州市"}}
    ]
    assert told["mistakes"][0]["context"] == ["", "5名", ""]


def test_a_table_on_a_terminal(tmp_path: Path) -> None:
    shown, status = on_a_terminal([str(SCRIPT), "eval", "r.json", "gold", "--texts", "a.txt"], tmp_path, 120)
    assert status == 0
    assert "去年引进⟦5名⟧博士" in shown
    assert shown.index("宁波市") < shown.index("levels")


def test_a_page_and_a_table_in_files(talentx: Run, tmp_path: Path) -> None:
    done = talentx("eval", "r.json", "gold/a.jsonl", "--html", "p.html", "-o", "t.txt", "--texts", ".")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "<mark>5名</mark>博士，投入300万元。" in (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "1 mistake" in (tmp_path / "t.txt").read_text(encoding="utf-8")


def test_scores_alone(talentx: Run) -> None:
    assert json.loads(talentx("eval", "r.json", "gold", "--no-errors").stdout)["mistakes"] == []
    assert "宁波市" not in talentx("eval", "r.json", "gold", "--no-errors", "--format", "table").stdout


@pytest.mark.parametrize(
    ("floors", "status", "told"),
    [
        (["0.5"], 0, ""),
        (["record=0.5", "kind=1"], 0, ""),
        (["0.51"], 1, "talentx: record F1 0.5000 is below 0.51\n"),
        (["kind=1", "record=0.9"], 1, "talentx: record F1 0.5000 is below 0.9\n"),
    ],
)
def test_floors(talentx: Run, floors: list[str], status: int, told: str) -> None:
    done = talentx("eval", "r.json", "gold", *(part for floor in floors for part in ("--min-f1", floor)))
    assert (done.returncode, done.stderr) == (status, told)
    assert json.loads(done.stdout)["levels"]["found"]["f1"] == 1


def test_documents_without_gold_are_named(talentx: Run, tmp_path: Path) -> None:
    write(tmp_path / "r.json", json.dumps([*RECORDS, {**RECORDS[0], "document": "b.txt"}]))
    done = talentx("eval", "r.json", "gold")
    assert (done.returncode, done.stderr) == (0, "talentx: no gold for b: not scored\n")
    assert json.loads(done.stdout)["unscored"] == ["b"]


def test_an_extraction_of_nothing_is_scored(talentx: Run, tmp_path: Path) -> None:
    write(tmp_path / "r.json", "[]")
    done = talentx("eval", "r.json", "gold", "--min-f1", "0.1")
    assert (done.returncode, json.loads(done.stdout)["levels"]["found"]["gold"]) == (1, 2)


WRONG: dict[str, tuple[list[str], str]] = {
    "no gold": (["r.json"], "Missing argument"),
    "no records there": (["x.json", "gold"], "x.json: no such file; check the path"),
    "no gold there": (["r.json", "gild"], "gild: no such file"),
    "records that are gold": (["gold/a.jsonl", "gold"], "gold/a.jsonl:1: the record names no document"),
    "records that are text": (["a.txt", "gold"], "a.txt:1:1: no JSON"),
    "gold that is records": (["r.json", "r.json"], "r.json, row 1: no field of gold is 'document'"),
    "gold of others": (
        ["r.json", "gold/b.jsonl"],
        "gold/b.jsonl: no gold for any article of the records",
    ),
    "format": (["r.json", "gold", "--format", "csv"], "--format: 'csv' is not one of table, json"),
    "suffix": (["r.json", "gold", "-o", "x.csv"], "x.csv: no format goes by this suffix"),
    "floor": (
        ["r.json", "gold", "--min-f1", "high"],
        "--min-f1: 'high' is no F1; write a number",
    ),
    "floor too high": (["r.json", "gold", "--min-f1", "94"], "--min-f1: '94' is no F1"),
    "floor nan": (["r.json", "gold", "--min-f1", "nan"], "--min-f1: 'nan' is no F1"),
    "level": (["r.json", "gold", "--min-f1", "place=1"], "'place' is not one of found, value, kind, record"),
    "texts": (["r.json", "gold", "--texts", "x"], "x: no such file or folder"),
    "empty page": (["r.json", "gold", "--html", ""], "an empty path"),
    "page nowhere": (["r.json", "gold", "--html", "x/p.html"], "x/p.html: cannot be written"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_goes_wrong_is_told_on_one_line(talentx: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path / "gold" / "b.jsonl", "")
    arguments, message = WRONG[name]
    done = talentx("eval", *arguments)
    assert done.returncode == (1 if name == "texts" else 2)
    (line,) = done.stderr.splitlines()
    assert message in line
    assert done.stdout == ""


def test_two_texts_of_one_stem(talentx: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "b" / "a.md", TEXT)
    done = talentx("eval", "r.json", "gold", "--texts", ".")
    assert (done.returncode, done.stderr) == (
        2,
        "talentx: a.txt and b/a.md both have a.jsonl for gold; name one of them\n",
    )
