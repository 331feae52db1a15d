"""`talentx scan` as a user meets it; what it shares with `extract` is tested for both in the files beside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import talentx as package

from .conftest import SCRIPT, Run, environment, on_a_terminal

COLUMNS = "document start end raw kind value low high bound unit currency per date".split()
STYLE = re.compile(r"\x1b\[[0-9;]*m")
PROSE = "2024年底前，引进近2000个人才，最高500万元，\n奖励3万元至5万元/年，增长5.1%。"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "2024").mkdir(parents=True)
    (folder / "b.txt").write_text("共300名，\r\n另5个", encoding="utf-8")
    (folder / "a.md").write_text("12家", encoding="utf-8")
    (folder / "2024" / "c.txt").write_text("50万", encoding="utf-8")
    return folder


def piped(data: bytes, *arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """`talentx scan ARGUMENT...` with these bytes on standard input."""
    return subprocess.run(
        [SCRIPT, "scan", *arguments],
        cwd=folder,
        env=environment(),
        input=data,
        capture_output=True,
        timeout=60,
    )


def test_a_pipe_gets_one_json_array(talentx: Run, texts: Path) -> None:
    done = talentx("scan", texts)
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(done.stdout)
    assert [(r["document"], r["start"], r["end"], r["raw"], r["value"]) for r in rows] == [
        ("2024/c.txt", 0, 2, "50", 50),
        ("a.md", 0, 2, "12", 12),
        ("b.txt", 1, 4, "300", 300),
        ("b.txt", 9, 10, "5", 5),
    ]
    assert all(list(row) == COLUMNS for row in rows)


def test_the_figures_are_those_of_python(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + PROSE.encode())
    command = [sys.executable, "-m", "talentx", "scan", "a.txt", "--published", "2024-09"]
    stdout = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60).stdout
    figures = package.scan(PROSE, published="2024-09")
    wanted = [{name: getattr(figure, name) for name in COLUMNS[1:]} for figure in figures]
    assert wanted
    assert json.loads(stdout, parse_float=Decimal, parse_int=Decimal) == [
        {"document": "a.txt", **row} for row in wanted
    ]


@pytest.mark.parametrize("format_", ["table", "json", "jsonl"])
def test_every_format(talentx: Run, texts: Path, format_: str) -> None:
    done = talentx("scan", texts, "--format", format_)
    assert done.returncode == 0
    assert "300" in done.stdout


@pytest.mark.parametrize(
    ("name", "start"), [("r.json", "[\n{"), ("r.ndjson", '{"document"'), ("r.txt", "2024/c")]
)
def test_the_suffix_of_the_output_names_the_format(
    talentx: Run, texts: Path, tmp_path: Path, name: str, start: str
) -> None:
    done = talentx("scan", texts, "-o", name)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_offsets_count_the_code_points_of_the_decoded_file(
    talentx: Run, tmp_path: Path, encoding: str
) -> None:
    text = "去年全市新增的高层次人才，\r\n在本地的重点企业工作的👩‍🔬有500名。"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (row,) = json.loads(talentx("scan", "a.txt").stdout)
    assert text[row["start"] : row["end"]] == row["raw"] == "500"


def test_dates_are_those_of_extract(talentx: Run, texts: Path) -> None:
    (texts / "sources.csv").write_text("file,published,title\na.md,2020-05,题\n", encoding="utf-8")
    assert [r["date"] for r in json.loads(talentx("scan", texts).stdout)] == [None, "2020-05", None, None]
    rows = json.loads(talentx("scan", texts, "--published", "2024").stdout)
    assert {r["date"] for r in rows} == {"2024"}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_standard_input_is_read_as_utf8(tmp_path: Path, mark: bytes) -> None:
    done = piped(mark + "引进300名".encode(), "-", "--format", "jsonl", folder=tmp_path)
    (line,) = done.stdout.decode("utf-8").splitlines()
    row = json.loads(line)
    assert (row["document"], row["start"], row["raw"]) == ("-", 2, "300")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("data", [b"ab\xffcd", "ab人".encode()[:-1]])
def test_standard_input_that_is_no_utf8(tmp_path: Path, data: bytes) -> None:
    done = piped(data, "-", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"[]\n")
    assert done.stderr == b"talentx: standard input: no UTF-8 from byte 2 on; convert it to UTF-8\n"


@pytest.mark.parametrize("data", [b"", b"\n", "没有数字。".encode()])
def test_standard_input_without_a_figure_is_no_error(tmp_path: Path, data: bytes) -> None:
    done = piped(data, "-", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"[]\n", b"")


def test_standard_input_that_is_closed(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{SCRIPT}' scan - <&-"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, "[]\n")
    assert done.stderr.startswith("talentx: standard input: it is closed; ")


def test_a_file_whose_name_is_a_dash(talentx: Run, tmp_path: Path) -> None:
    (tmp_path / "-").write_text("300", encoding="utf-8")
    (row,) = json.loads(talentx("scan", "./-").stdout)
    assert (row["document"], row["value"]) == ("-", 300)


def test_a_line_is_there_as_soon_as_its_document_is_read(texts: Path) -> None:
    os.mkfifo(texts / "later.txt")
    command: list[str | Path] = [SCRIPT, "scan", texts / "b.txt", texts / "later.txt", "--format", "jsonl"]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        first = [json.loads(run.stdout.readline())["raw"] for _ in range(2)]
        (texts / "later.txt").write_text("77", encoding="utf-8")
        rest = run.stdout.read()
    assert (first, json.loads(rest)["raw"], run.returncode) == (["300", "5"], "77", 0)


def test_a_narrow_terminal_shows_figure_and_value(tmp_path: Path) -> None:
    (tmp_path / "[text]【人才】.txt").write_text("共300名\n另5个", encoding="utf-8")
    command = [str(SCRIPT), "scan", "[text]【人才】.txt"]
    shown = [on_a_terminal(command, tmp_path, columns) for columns in (80, 14)]
    assert [status for _, status in shown] == [0, 0]
    wide, narrow = (STYLE.sub("", text).splitlines() for text, _ in shown)
    assert wide[0] == "[text]【人才】.txt · 2 figures"
    assert [line.split() for line in wide[1:]] == [
        ["figure", "kind", "value", "where"],
        ["300", "number", "300", "1:2"],
        ["5", "number", "5", "2:2"],
    ]
    assert "".join(narrow[:-3]) == wide[0]
    assert [line.split() for line in narrow[-3:]] == [["figure", "value"], ["300", "300"], ["5", "5"]]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no way here to tell what stdin is")
def test_the_file_behind_standard_input_is_not_replaced(texts: Path) -> None:
    with (texts / "b.txt").open("rb") as stdin:
        done = subprocess.run(
            [SCRIPT, "scan", "-", "-o", texts / "b.txt"],
            env=environment(),
            stdin=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert "would replace an input" in done.stderr
    assert (texts / "b.txt").read_text(encoding="utf-8").startswith("共300名")


WRONG_USAGE = {
    "no file": ([], "Missing argument 'FILE|-'"),
    "empty path": ([""], "an empty path"),
    "empty output": (["a.md", "-o", ""], "an empty path"),
    "unknown option": (["a.md", "--rules", "own"], "No such option: --rules"),
    "unknown format": (["a.md", "--format", "csv"], "--format: 'csv' is not one of table, json, jsonl"),
    "no suffix known": (["a.md", "-o", "r.csv"], "r.csv: no format goes by this suffix"),
    "no date": (["a.md", "--published", "9月"], "--published: '9月' is no date; write 2024"),
    "wrong date": (["-", "--published", "2024-02-30"], "is no date"),
    "output is input": (["a.md", "-o", "./a.md", "--format", "json"], "would replace an input"),
    "input and file": (["-", "a.md"], "-: standard input is read alone; name files, or -"),
    "input twice": (["-", "-"], "standard input is read alone"),
    "no texts": (["sources.csv"], "no article"),
}


@pytest.mark.parametrize("name", WRONG_USAGE)
def test_wrong_usage(texts: Path, name: str) -> None:
    (texts / "sources.csv").write_text("file,published,title\n", encoding="utf-8")
    arguments, message = WRONG_USAGE[name]
    done = piped(b"300", *arguments, folder=texts)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert message in line
    assert (texts / "a.md").read_text(encoding="utf-8") == "12家"


def test_debug_shows_the_traceback(talentx: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("CRASH", encoding="utf-8")
    done = talentx("scan", "a.txt", "--debug")
    assert "Traceback" in done.stderr
    assert done.returncode == 1


def test_help_names_every_option(talentx: Run) -> None:
    shown = talentx("scan", "--help").stdout
    for option in ("FILE|-", "table|json|jsonl", "-o", "--published", "--quiet", "--debug"):
        assert option in shown
