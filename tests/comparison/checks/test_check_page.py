"""What docs/check.md says is so: its table, its example, its commands."""

from __future__ import annotations

import io
import re
from pathlib import Path

from talentx.cli.check import check as command
from talentx.comparison.checks import report
from talentx.comparison.checks.registry import CHECKS, check
from talentx.pipeline import Extractor

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")


def test_every_check_is_explained() -> None:
    rows = re.findall(r"^\| (\w+) \| ([^|]+) \|", PAGE, re.MULTILINE)
    assert dict(rows[1:]) == {name: each.about for name, each in CHECKS.items()}
    assert all(name in (command.__doc__ or "") for name in CHECKS)


def test_the_output_shown_is_the_output() -> None:
    shown = PAGE.split("```\n")[2].split("```")[0]
    text = shown.splitlines()[2].strip()
    records = Extractor().extract(text, document="a.txt", published="2024-01")
    stream = io.StringIO()
    report.write_text(check(records), stream)
    assert stream.getvalue() == shown


def test_the_files_it_names_are_there() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (ROOT / "docs" / target.partition("#")[0]).is_file()
