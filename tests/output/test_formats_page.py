"""What docs/formats.md says is so: its formats, suffixes, sizes, commands and refusals."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from talentx.output.formats import Format, by_suffix
from talentx.output.parquet import GROUP
from talentx.recordfiles.files import read_rows
from talentx.records.arrow import PRECISION, SCALE
from talentx.records.columns import columns
from talentx.records.jsonschema import json_schema

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (`[^|]*) \|", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of the page were run one after another."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "articles").mkdir()
    shutil.copy(ROOT / "seeds" / "2025-gongshu.txt", folder / "articles")
    commands = [
        line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()
    ]
    assert len(commands) == 9
    for line in commands:
        command, _, target = line.partition("#")[0].partition(" > ")
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        found_something = " check " in command and done.returncode == 1
        assert done.returncode == 0 or found_something, line
        assert done.stderr == ""
        if target:
            (folder / target.strip()).write_text(done.stdout, encoding="utf-8")
    return folder


def test_every_format_has_a_row_with_its_suffixes() -> None:
    assert [name for name, _ in ROWS] == [*get_args(Format)]
    for name, suffixes in ROWS:
        found = re.findall(r"`(\.\w+)`", suffixes)
        assert found
        assert {by_suffix(Path(f"r{suffix}")) for suffix in found} == {name}


def test_the_columns_on_the_page() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (text|integer|decimal) \| (?:(yes) )?\| (.+) \|$", PAGE, re.MULTILINE)
    wanted = []
    for column in columns():
        words = f": {', '.join(column.words)}" if column.words else ""
        null = "yes" if column.nullable else ""
        wanted.append((column.name, column.sort, null, column.description + words))
    assert rows == wanted


def test_the_numbers_on_the_page() -> None:
    assert f"the same {len(columns())} columns" in PAGE
    assert f"({GROUP:,} records)" in PAGE
    assert f"decimal of {PRECISION} digits, {SCALE} of them places" in PAGE
    assert f"{PRECISION - SCALE} digits before the point and {SCALE} after it" in PAGE


def test_every_file_reads_back_as_the_same_records(folder: Path) -> None:
    read = [list(read_rows(folder / f"records.{suffix}")) for suffix in ("json", "jsonl", "parquet")]
    assert read[0]
    assert read[0] == read[1] == read[2]


def test_the_schema_was_written(folder: Path) -> None:
    assert json.loads((folder / "record.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_the_python_runs(folder: Path) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    program += "\nassert records == talentx.read_records('records.json')"
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True, timeout=60)
