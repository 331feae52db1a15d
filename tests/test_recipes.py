"""What docs/recipes.md says is so: every block is run with the real tool, and prints what stands after it."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from making import RIGHT
from recipes import PAGE, Step, prepare, sections
from tools import needs

from talentx.output import csv, jsonl, parquet, sqlite
from talentx.records.model import Record

FIRST, *OTHERS = sections(PAGE.read_text(encoding="utf-8"))
BY_TITLE = {section.title: section for section in OTHERS}
TOOLS = {
    "cut, sort and awk": ["cut", "sort", "awk"],
    "jq": ["jq"],
    "Miller": ["mlr"],
    "csvkit": ["csvlook"],
    "diff, comm and join": ["jq", "diff", "comm", "join"],
    "pandas": ["pandas"],
    "polars": ["polars"],
    "DuckDB": ["duckdb"],
    "SQLite and sqlite-utils": ["sqlite3", "sqlite-utils"],
    "Datasette": ["datasette", "jq"],
    "Excel and LibreOffice": ["soffice", "pandas", "openpyxl"],
}
"""The tools of each section."""


def test_every_section_has_its_tools() -> None:
    assert list(BY_TITLE) == list(TOOLS)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the first section makes."""
    folder = tmp_path_factory.mktemp("recipes") / "files"
    prepare(folder, FIRST)
    return folder


@pytest.mark.parametrize("title", TOOLS)
def test_the_tool_says_what_the_page_says(title: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    needs(*TOOLS[title])
    folder = tmp_path / "work"
    shutil.copytree(request.getfixturevalue("files"), folder)
    for step in BY_TITLE[title].steps():
        assert step.run(folder) == step.said, step.code


TENTHS = ("0.1", "0.2", "9007199254740993")
"""Numbers that floating point does not add up, the last one not even a number that it has."""
SUM = "9007199254740993.3"
FROM_CSV = "select sum(value) from read_csv('records.csv', types = {'value': 'decimal(38, 16)'})"
SUMS = [
    ("jq", "jq .value records.jsonl | jq -s add", False),
    ("Miller", "mlr --icsv --onidx stats1 -a sum -f value records.csv", False),
    ("csvkit", "csvstat -y 0 -c value --sum records.csv", False),
    ("csvkit", "csvsql -y 0 --query 'select sum(value) from records' records.csv | tail -n 1", False),
    ("DuckDB", "duckdb -csv -noheader -c \"select sum(value) from 'records.parquet'\"", True),
    ("DuckDB", f'duckdb -csv -noheader -c "{FROM_CSV}"', True),
    ("DuckDB", "duckdb -csv -noheader -c \"select sum(value) from 'records.jsonl'\"", False),
    ("SQLite and sqlite-utils", "sqlite3 talent.db 'select decimal_sum(value) from current_records'", True),
    ("SQLite and sqlite-utils", "sqlite3 talent.db 'select sum(value) from current_records'", False),
    ("pandas", "print(records['value'].sum())", True),
    ("pandas", "print(same['value'].sum())", True),
    ("polars", "print(records['value'].sum())", True),
    ("polars", "print(same['value'].sum())", True),
]
"""What the page's table says of exact decimals: a section, code that adds up, and whether it is exact."""


@pytest.mark.parametrize(("title", "code", "exact"), SUMS, ids=[" ".join(map(str, each)) for each in SUMS])
def test_tools_add_up_as_the_page_says(title: str, code: str, exact: bool, tmp_path: Path) -> None:
    needs(*TOOLS[title])
    folder = tmp_path / "work"
    folder.mkdir()
    write([Record(**{**RIGHT, "value": Decimal(number)}) for number in TENTHS], folder)
    language = "python" if code.startswith("print") else "sh"
    reading = [step.code for step in BY_TITLE[title].steps()][:2] if language == "python" else []
    said = Step(language, code, "", "".join(reading), 0, 0).run(folder)
    assert (Decimal(said.strip()) == Decimal(SUM)) == exact, said


def write(records: list[Record], folder: Path) -> None:
    """The records as the files of the page that tools read."""
    for module, suffix in ((csv, "csv"), (jsonl, "jsonl")):
        with (folder / f"records.{suffix}").open("w", encoding="utf-8", newline="") as stream:
            module.write(records, stream)
    for writer, name in ((parquet, "records.parquet"), (sqlite, "talent.db")):
        with (folder / name).open("wb") as file:
            writer.write(records, file)


HARD: list[dict[str, object]] = [
    {"id": "1234567890123456", "item": "1-2", "subject": "5E3", "value": Decimal(123456789012345)},
    {"id": "12345678901234e5", "item": "2/3", "subject": "=1+1", "value": Decimal("0.051"), "time": "2024"},
    {
        "id": "0000000000000012",
        "item": "TRUE",
        "subject": "007",
        "value": Decimal(10**12),
        "time": "2024-09-28",
    },
    {
        "raw": "11月12日",
        "adcode": "330106010",
        "subject": "10:30",
        "item": "3月5日",
        "value": Decimal("-0.5"),
    },
    {
        "raw": "１/４\n页",
        "sentence": '他说：“是的”，"1,000"个。',
        "item": "+5%",
        "subject": " a ",
        "per": "1e3",
    },
]
"""What a sheet program would take for something else."""


def test_sheet_programs_keep_every_cell(tmp_path: Path) -> None:
    """The steps of the page keep the records that are hardest on them."""
    needs(*TOOLS["Excel and LibreOffice"])
    folder = tmp_path / "work"
    folder.mkdir()
    _, *steps = BY_TITLE["Excel and LibreOffice"].steps()
    changed = [{**RIGHT, **each} for each in HARD]
    write([Record(**{**each, "end": each["start"] + len(each["raw"])}) for each in changed], folder)
    for step in steps:
        assert step.run(folder) == step.said, step.code
