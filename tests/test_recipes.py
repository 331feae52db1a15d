"""What docs/recipes.md says is so: every block is run with the real tool, and prints what stands after it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from recipes import PAGE, Section, prepare, sections
from tools import needs

FIRST, *OTHERS = sections(PAGE.read_text(encoding="utf-8"))
TOOLS = {
    "jq": ["jq"],
    "Miller": ["mlr"],
    "csvkit": ["csvlook", "csvgrep", "csvcut", "csvstat", "csvsql"],
    "diff, comm and join": ["jq", "diff", "comm", "join"],
    "pandas": ["pandas"],
    "polars": ["polars"],
    "DuckDB": ["duckdb"],
    "SQLite and sqlite-utils": ["sqlite-utils"],
    "Datasette": ["datasette"],
    "Excel and LibreOffice": ["soffice", "pandas", "openpyxl"],
}
"""The tools of each section."""


def test_every_section_has_its_tools() -> None:
    assert [section.title for section in OTHERS] == list(TOOLS)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the first section makes."""
    folder = tmp_path_factory.mktemp("recipes") / "files"
    prepare(folder, FIRST)
    return folder


@pytest.mark.parametrize("section", OTHERS, ids=lambda section: section.title)
def test_the_tool_says_what_the_page_says(section: Section, files: Path, tmp_path: Path) -> None:
    needs(*TOOLS[section.title])
    folder = tmp_path / "work"
    shutil.copytree(files, folder)
    for step in section.steps():
        assert step.run(folder) == step.said, step.code
