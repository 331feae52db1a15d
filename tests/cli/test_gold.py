"""`talentx gold`: to the annotation tools and back, and what is told on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run
from .test_eval import GOLD, RECORDS, TEXT, write

TO_AND_FROM = [
    (["--to", "label-studio", "--annotations"], ["--from", "label-studio"]),
    (["--to", "doccano"], ["--from", "doccano", "--originals", "gold"]),
    (["--to", "doccano-entities", "--offsets", "graphemes"], ["--from", "doccano", "--originals", "gold"]),
]


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "r.json", json.dumps(RECORDS))
    (tmp_path / "gold").mkdir()
    write(tmp_path / "gold" / "a.jsonl", "\n".join(map(json.dumps, GOLD)))


def lines(path: Path) -> list[dict[str, object]]:
    return [
        {field: value for field, value in json.loads(line).items() if value is not None}
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.parametrize(("to", "from_"), TO_AND_FROM)
def test_gold_goes_there_and_back(talentx: Run, tmp_path: Path, to: list[str], from_: list[str]) -> None:
    assert talentx("gold", "export", "gold", *to, "--texts", ".", "-o", "x").returncode == 0
    done = talentx("gold", "import", "x", *from_, "-o", "new/gold", "--texts", "a.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert lines(tmp_path / "new" / "gold" / "a.jsonl") == GOLD


def test_records_go_there_too(talentx: Run, tmp_path: Path) -> None:
    done = talentx("gold", "export", "r.json", "--to", "label-studio", "--texts", "a.txt")
    (task,) = json.loads(done.stdout)
    task["annotations"] = task.pop("predictions")
    write(tmp_path / "p.json", json.dumps([task]))
    assert talentx("gold", "import", "p.json", "--from", "label-studio", "-o", "gold").returncode == 0
    assert lines(tmp_path / "gold" / "a.jsonl") == [{**GOLD[0], "place": "宁波市"}, GOLD[1]]


def test_articles_without_figures_go_there_empty(talentx: Run, tmp_path: Path) -> None:
    write(tmp_path / "b.txt", "没有")
    done = talentx("gold", "export", "gold", "--to", "doccano", "--texts", ".")
    assert [json.loads(line)["label"] for line in done.stdout.splitlines()] == [
        [[4, 6, "talent"], [11, 16, "money"]],
        [],
    ]


def test_what_is_left_to_fill_in_is_told(talentx: Run, tmp_path: Path) -> None:
    line = {
        "text": TEXT,
        "label": [[0, 2, "date"], [4, 6, "talent"]],
        "document": "a.txt",
        "offsets": "utf-16",
    }
    write(tmp_path / "d.jsonl", json.dumps(line))
    done = talentx("gold", "import", "d.jsonl", "--from", "doccano", "--originals", "gold", "-o", "new")
    assert done.returncode == 1
    told = "talentx: new/a.jsonl:1: '去年' has no status nor date; fill it in\n"
    assert done.stderr == told
    assert lines(tmp_path / "new" / "a.jsonl")[1] == GOLD[0]
    done = talentx("gold", "check", "new")
    assert (done.returncode, done.stderr) == (
        2,
        "talentx: new/a.jsonl:1: '去年' has no status nor date; fill it in\n",
    )


def test_broken_tasks_are_told_and_the_others_written(talentx: Run, tmp_path: Path) -> None:
    done = talentx("gold", "export", "gold", "--to", "label-studio", "--annotations", "--texts", ".")
    (task,) = json.loads(done.stdout)
    bare = {"data": {"text": "x", "document": "b.txt"}, "annotations": []}
    other = {"data": {"text": TEXT + "。", "document": "c.txt"}, "annotations": [{"result": []}]}
    write(tmp_path / "c.txt", TEXT)
    write(tmp_path / "p.json", json.dumps([bare, task, task, other]))
    done = talentx("gold", "import", "p.json", "--from", "label-studio", "-o", "new", "--texts", ".")
    assert done.returncode == 1
    differ = f"they differ from character {len(TEXT)} on; name the text that was exported"
    assert done.stderr.splitlines() == [
        "talentx: p.json, task 1 (b.txt): the task is not annotated; submit it there, or leave it out",
        "talentx: a.txt: a.txt came before and has a.jsonl for gold too; keep one of them",
        f"talentx: c.txt: the text is not that of the file: {differ}",
    ]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.jsonl"]


def test_check(talentx: Run, tmp_path: Path) -> None:
    done = talentx("gold", "check", "gold", "--texts", "a.txt")
    assert (done.returncode, done.stdout) == (0, "2 figures in 1 articles\n")
    write(tmp_path / "a.txt", f"。{TEXT}")
    done = talentx("gold", "check", "gold", "--texts", "a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.txt: raw is '5名', but the text at 4–6 is '进5'" in done.stderr


def test_the_interface_has_the_indicators_of_the_records(talentx: Run, tmp_path: Path) -> None:
    write(tmp_path / "r.json", json.dumps([{**RECORDS[0], "indicator": "own.thing"}]))
    assert '"own.thing"' in talentx("gold", "config", "r.json").stdout
    assert '"own.thing"' not in talentx("gold", "config").stdout


WRONG: dict[str, tuple[list[str], str]] = {
    "no command": ([], "Missing command"),
    "no tool": (["export", "gold", "--texts", "."], "Missing option '--to'"),
    "no texts": (["export", "gold", "--to", "doccano"], "Missing option '--texts'"),
    "unknown tool": (
        ["export", "gold", "--to", "brat", "--texts", "."],
        "--to: 'brat' is not one of label-studio",
    ),
    "other texts": (
        ["export", "gold", "--to", "doccano", "--texts", "b.txt"],
        "no text for a; name",
    ),
    "moved text": (["export", "gold", "--to", "doccano", "--texts", "b"], "a.md: raw is '5名', but the text"),
    "no predictions": (
        ["export", "gold", "--to", "doccano", "--texts", ".", "--annotations"],
        "doccano has no predictions",
    ),
    "offsets": (
        ["export", "gold", "--to", "label-studio", "--texts", ".", "--offsets", "utf-16"],
        "counts code points alone",
    ),
    "unknown offsets": (
        ["export", "gold", "--to", "doccano", "--texts", ".", "--offsets", "bytes"],
        "--offsets: 'bytes' is not one of",
    ),
    "no originals": (
        ["import", "r.json", "--from", "doccano", "-o", "new"],
        "--originals: doccano holds",
    ),
    "originals for nothing": (
        ["import", "r.json", "--from", "label-studio", "--originals", "gold", "-o", "new"],
        "--originals: Label Studio gives every field back",
    ),
    "no export": (
        ["import", "r.json", "--from", "label-studio", "-o", "new"],
        "r.json: no tasks",
    ),
    "no folder": (
        ["import", "p.json", "--from", "label-studio", "-o", "a.txt"],
        "a.txt: cannot be made: File exists",
    ),
    "empty folder": (["import", "r.json", "--from", "label-studio", "-o", ""], "an empty path"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_goes_wrong_is_told_on_one_line(talentx: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path / "b.txt", TEXT)
    (tmp_path / "b").mkdir()
    write(tmp_path / "b" / "a.md", "别的" + TEXT)
    task = {"data": {"text": TEXT, "document": "a.txt"}, "annotations": [{"result": []}]}
    write(tmp_path / "p.json", json.dumps([task]))
    arguments, message = WRONG[name]
    done = talentx("gold", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert message in line
    assert not (tmp_path / "new").exists()
