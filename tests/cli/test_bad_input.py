"""Bad input: one line on stderr that says what, where and what to do; the rest is delivered all the same."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from .conftest import Run

HEADER = "file,published,title\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text("引进300名", encoding="utf-8")
    return path


BAD_BYTES = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\t\n", "the file is empty"),
    "mark alone": (b"\xef\xbb\xbf", "the file is empty"),
    "binary": (bytes(range(256)), "a binary file"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "a PDF file"),
    "docx": (b"PK\x03\x04\x14\x00", "DOCX"),
    "latin-1": ("Café à Paris, 300 employés".encode("latin-1"), "in no known encoding"),
    "big5": (
        "高層次的人才總數達到三百名，在本市的企業工作的有二百名。".encode("big5"),
        "in no known encoding",
    ),
    "cut utf-8": ("去年全市新增的人才有三百名，在本地的企业工作".encode()[:-1], "in no known encoding"),
    "utf-16 bare": ("引进300名".encode("utf-16-le"), "a binary file"),
    "utf-32": ("引进300名".encode("utf-32"), "UTF-32"),
    "bad utf-16": (b"\xff\xfe\x00\xd8\x00", "marked as UTF-16"),
    "crash": (b"CRASH", "ZeroDivisionError"),
    "refused": (b"REFUSE", "refused; write another one"),
}


@pytest.mark.parametrize("name", BAD_BYTES)
def test_a_file_that_is_no_article(talentx: Run, good: Path, command: str, name: str) -> None:
    data, message = BAD_BYTES[name]
    bad = good.with_name("bad.txt")
    bad.write_bytes(data)
    done = talentx(command, bad, good)
    assert done.returncode == 1
    assert [r["raw"] for r in json.loads(done.stdout)] == ["300"]
    (line,) = done.stderr.splitlines()
    assert "bad.txt" in line
    assert message in line


def test_a_path_that_is_not_there(talentx: Run, good: Path, command: str) -> None:
    done = talentx(command, "nowhere.txt", good)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    assert done.stderr == "talentx: nowhere.txt: no such file or folder; check the path\n"


def test_a_folder_without_articles(talentx: Run, good: Path, command: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = talentx(command, "empty", good)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    assert "empty: no .txt or .md file" in done.stderr


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that not even root can read")
def test_an_unreadable_file(talentx: Run, good: Path, command: str) -> None:
    done = talentx(command, "/proc/self/mem", good)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    assert done.stderr == (
        "talentx: /proc/self/mem: cannot be read: Input/output error; check the file and its permissions\n"
    )


def test_a_broken_link(talentx: Run, good: Path, command: str, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    done = talentx(command, "link.txt", good)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    assert "link.txt: no such file" in done.stderr


def test_links_that_form_a_ring(talentx: Run, good: Path, command: str, tmp_path: Path) -> None:
    (tmp_path / "ring").mkdir()
    (tmp_path / "ring" / "self").symlink_to(tmp_path / "ring")
    (tmp_path / "ring" / "a.txt").symlink_to(tmp_path / "ring" / "b.txt")
    (tmp_path / "ring" / "b.txt").symlink_to(tmp_path / "ring" / "a.txt")
    done = talentx(command, "ring", good)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)


def test_a_file_name_that_is_no_utf8(talentx: Run, tmp_path: Path, command: str) -> None:
    odd = os.fsencode(tmp_path) + b"/\xd6\xd0.txt"
    Path(os.fsdecode(odd)).write_text("300", encoding="utf-8")
    done = talentx(command, Path(os.fsdecode(odd)))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["document"].endswith(".txt")


BAD_SOURCES = {
    "missing column": ("file,title\ngood.txt,题\n", "sources.csv:1: no column published"),
    "no header": ("good.txt,2024,题\n", "sources.csv:1: no column file nor published nor title"),
    "empty": ("", "sources.csv: the file is empty"),
    "no such file": (f"{HEADER}gone.txt,2024,题\n", "sources.csv:2: the file gone.txt is not there"),
    "no date": (f"{HEADER}good.txt,2024年9月,题\n", "sources.csv:2: '2024年9月' is no date"),
    "wrong date": (f"{HEADER}good.txt,2023-02-29,题\n", "sources.csv:2: '2023-02-29' is no date"),
    "no name": (f"{HEADER},2024,题\n", "sources.csv:2: the row names no file"),
    "open quote": (f'{HEADER}good.txt,2024,"题\n', "sources.csv:2: no CSV"),
}


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_a_broken_table_of_dates(talentx: Run, good: Path, name: str) -> None:
    table, message = BAD_SOURCES[name]
    good.with_name("sources.csv").write_text(table, encoding="utf-8")
    done = talentx("extract", good)
    (record,) = json.loads(done.stdout)
    assert (done.returncode, record["published"]) == (1, None)
    (line,) = done.stderr.splitlines()
    assert message in line


def test_two_rows_for_one_file(talentx: Run, good: Path) -> None:
    table = f"{HEADER}good.txt,2024,题\ngood.txt,2023,题\n"
    good.with_name("sources.csv").write_text(table, encoding="utf-8")
    done = talentx("extract", good)
    assert (done.returncode, json.loads(done.stdout)[0]["published"]) == (1, "2024")
    assert "sources.csv:3: good.txt has a row already, in line 2" in done.stderr


def test_a_named_table_that_is_not_there(talentx: Run, good: Path) -> None:
    done = talentx("extract", good, "--sources", "dates.csv")
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    assert "dates.csv: no such file" in done.stderr


WRONG_USAGE = {
    "no command": ([], "Missing command"),
    "no path": (["extract"], "Missing argument"),
    "unknown command": (["extrakt", "good.txt"], "No such command"),
    "unknown option": (["extract", "good.txt", "--publisht", "2024"], "--published"),
    "unknown format": (["extract", "good.txt", "--format", "xml"], "'xml' is not one of"),
    "no date": (["extract", "good.txt", "--published", "9月"], "--published: '9月' is no date; write 2024"),
    "wrong date": (["extract", "good.txt", "--published", "2024-02-30"], "is no date"),
    "no suffix known": (["extract", "good.txt", "-o", "r.docx"], "r.docx: no format goes by this suffix"),
    "mark without csv": (["extract", "good.txt", "--bom"], "--bom: json has no byte order mark"),
    "no pack": (["extract", "good.txt", "--rules", "nopack"], "nopack: no such rule pack; check the path"),
    "output is input": (["extract", "good.txt", "-o", "./good.txt"], "would replace an input"),
    "empty path": (["extract", ""], "an empty path"),
    "empty path among others": (["extract", "good.txt", ""], "an empty path"),
    "empty output": (["extract", "good.txt", "-o", ""], "an empty path"),
    "empty table": (["extract", "good.txt", "--sources", ""], "an empty path"),
    "empty pack": (["extract", "good.txt", "--rules", ""], "an empty path"),
    "no articles": (["extract", "sources.csv"], "no article"),
}


@pytest.mark.parametrize("name", WRONG_USAGE)
def test_wrong_usage(talentx: Run, good: Path, name: str) -> None:
    good.with_name("sources.csv").write_text(HEADER, encoding="utf-8")
    arguments, message = WRONG_USAGE[name]
    done = talentx(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert message in line
    assert "Value error" not in line
    assert good.read_text(encoding="utf-8") == "引进300名"


def test_debug_shows_the_traceback(talentx: Run, good: Path) -> None:
    good.write_text("CRASH", encoding="utf-8")
    done = talentx("extract", good, "--debug")
    assert "Traceback" in done.stderr
    assert done.returncode == 1


def test_permissions_of_the_output_are_those_of_any_new_file(
    talentx: Run, good: Path, tmp_path: Path
) -> None:
    talentx("extract", good, "-o", "r.json")
    (tmp_path / "plain").touch()
    assert stat.S_IMODE((tmp_path / "r.json").stat().st_mode) == stat.S_IMODE(
        (tmp_path / "plain").stat().st_mode
    )
