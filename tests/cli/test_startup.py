"""The command line starts at once: nothing heavy is imported before there is something to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RULES = {
    "jieba",
    "pydantic",
    "regex",
    "yaml",
    "talentx.packs.pack",
    "talentx.pipeline",
    "talentx.records.model",
}
HEAVY = {*RULES, "msgspec", "pyarrow", "rich", "sqlite3", "talentx.figures.scan"}
PROGRAM = """
import sys
from talentx.cli.app import run
status = run(sys.argv[1:])
sys.stderr.write(" ".join(sys.modules))
sys.exit(status)
"""


def imported(*arguments: str | Path) -> set[str]:
    """What is imported by the end of a command line that succeeds."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


HELPS = [["--help"], ["--version"]]
HELPS += [
    [*command.split(), "--help"]
    for command in (
        "extract",
        "scan",
        "search",
        "schema",
        "explain",
        "check",
        "diff",
        "series",
        "eval",
        "gold",
        "gold import",
        "rules",
        "rules test",
        "rules new",
    )
]


@pytest.mark.parametrize("arguments", HELPS, ids=" ".join)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    assert HEAVY & imported(*arguments) == set()


@pytest.mark.parametrize("options", [[], ["--format", "jsonl", "--published", "2024-09", "--quiet"]])
def test_a_scan_imports_nothing_that_rules_and_records_need(tmp_path: Path, options: list[str]) -> None:
    text = tmp_path / "a.txt"
    text.write_text("9月引进300名", encoding="utf-8")
    assert {*RULES, "rich"} & imported("scan", text, *options) == set()
    assert RULES & imported("scan", text, "-o", tmp_path / "r.txt") == set()


def test_an_evaluation_imports_nothing_that_finds_figures(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text("[]", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")
    command: list[str | Path] = [
        "eval",
        tmp_path / "r.json",
        tmp_path / "a.jsonl",
        "--html",
        tmp_path / "p.html",
    ]
    assert {*HEAVY, "talentx.figures.model"} & imported(*command) == set()


def test_importing_the_package_imports_none_of_its_parts() -> None:
    program = "import sys, talentx; sys.exit(', '.join(m for m in sys.modules if m.startswith('talentx.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60)
    assert done.stderr.strip() == ""
