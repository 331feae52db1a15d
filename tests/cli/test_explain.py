"""`talentx explain` as a user meets it, with the real pipeline."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .conftest import SCRIPT, on_a_terminal

TEXT = (
    "杭州人才政策发布\n\n【杭州】给予高层次人才购房补贴最高500万元，实施“5050计划”，引进[海外]专家300名。\n"
)


def explain(
    folder: Path, *arguments: str | Path, stdin: str | bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """`talentx explain ARGUMENT...` in a folder."""
    done = subprocess.run(
        [SCRIPT, "explain", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_pipe_gets_one_json_array(folder: Path) -> None:
    done = explain(folder, "a.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    rows = json.loads(done.stdout)
    assert [row["raw"] for row in rows] == ["最高500万元", "300名"]
    assert all(row["document"] == "a.txt" for row in rows)
    assert rows[0]["record"]["value"] == 5000000


def test_one_figure_by_its_offset(folder: Path) -> None:
    start = TEXT.index("500")
    (row,) = json.loads(explain(folder, f"a.txt:{start}").stdout)
    assert row["raw"] == "最高500万元"
    assert row["steps"][0]["name"] == "characters"


def test_a_terminal_gets_a_tree_that_fits_and_prints_brackets(folder: Path) -> None:
    command = ["env", "-u", "PYTHONPATH", str(SCRIPT), "explain", "a.txt", "--why-not", "[海外]专家300名"]
    shown, status = on_a_terminal(command, folder, columns=90)
    lines = shown.replace("\r\n", "\n").splitlines()
    assert status == 0
    assert "300名 [" in lines[0]
    assert lines[1] == "├─ asked       “[海外]专家300名” holds the figure 300名"
    assert "\x1b" not in shown


@pytest.mark.parametrize("columns", [10, 30, 200])
def test_any_terminal_does(folder: Path, columns: int) -> None:
    command = ["env", "-u", "PYTHONPATH", str(SCRIPT), "explain", "a.txt"]
    shown, status = on_a_terminal(command, folder, columns=columns)
    assert status == 0
    assert "└─" in shown


def test_no_figure_at_the_offset_names_the_nearest(folder: Path) -> None:
    done = explain(folder, "a.txt:0", "--format", "tree")
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "杭 [0:1] ✗ no number stands in “杭”"
    assert lines[1].startswith("├─ nearest  最高500万元 [")
    assert lines[2].startswith("└─ nearest  300名 [")


def test_why_not_of_what_is_not_in_the_file(folder: Path) -> None:
    done = explain(folder, "a.txt", "--why-not", "没有这些字", "--format", "tree")
    assert done.returncode == 0
    assert done.stdout.decode() == "没有这些字 ✗ “没有这些字” is not in the text\n"


def test_an_offset_beyond_the_file(folder: Path) -> None:
    done = explain(folder, "a.txt:9999")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"talentx: a.txt: offset 9999 is beyond the text, which has {len(TEXT)} characters; "
        "take the start of a record\n"
    )


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["none.txt"], 1, "none.txt: no such file or folder"),
        (["none.txt:5"], 1, "none.txt: no such file or folder"),
        (["."], 2, "a folder has no figures of its own"),
        ([""], 2, "an empty path"),
        (["a.txt", "--format", "csv"], 2, "'csv' is not one of tree, json"),
        (["a.txt", "--published", "gestern"], 2, "'gestern' is no date"),
        (["a.txt", "--rules", "nowhere"], 2, "nowhere"),
        (["a.txt", "-o", "a.txt"], 2, "the output would replace an input"),
    ],
)
def test_what_cannot_be_done_is_one_line(folder: Path, arguments: list[str], status: int, says: str) -> None:
    done = explain(folder, *arguments)
    assert (done.returncode, done.stdout) == (status, b"[]\n" if status == 1 else b"")
    assert done.stderr.count(b"\n") == 1
    assert says in done.stderr.decode()


def test_standard_input_and_its_offset(tmp_path: Path) -> None:
    (row,) = json.loads(explain(tmp_path, "--", "-:5", stdin="引进专家300名。").stdout)
    assert (row["document"], row["raw"]) == ("-", "300名")


def test_a_file_whose_name_ends_like_an_offset(tmp_path: Path) -> None:
    (tmp_path / "a:12").write_text("引进专家300名。", encoding="utf-8")
    assert [row["raw"] for row in json.loads(explain(tmp_path, "a:12").stdout)] == ["300名"]
    assert [row["raw"] for row in json.loads(explain(tmp_path, "a:12:5").stdout)] == ["300名"]


def test_the_date_of_sources_csv_and_the_one_given(folder: Path) -> None:
    (folder / "a.txt").write_text("去年引进专家300名。", encoding="utf-8")
    (folder / "sources.csv").write_text("file,published,title\na.txt,2020-05,\n", encoding="utf-8")
    (by_table,) = json.loads(explain(folder, "a.txt").stdout)
    (by_option,) = json.loads(explain(folder, "a.txt", "--published", "2024").stdout)
    assert (by_table["record"]["time"], by_option["record"]["time"]) == ("2019", "2023")


def test_a_file_gets_what_its_suffix_says(folder: Path) -> None:
    assert explain(folder, "a.txt", "-o", "why.txt").returncode == 0
    assert (folder / "why.txt").read_text(encoding="utf-8").startswith("最高500万元 [")
    assert explain(folder, "a.txt", "-o", "why.json").returncode == 0
    assert len(json.loads((folder / "why.json").read_text(encoding="utf-8"))) == 2


def test_what_the_terminal_cannot_write_does_no_harm(folder: Path) -> None:
    done = explain(folder, "a.txt", "--why-not", b"\xff".decode("utf-8", "surrogateescape"))
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["outcome"] == "not in the text"
