"""What docs/store.md says is so: its blocks are run, one after another, and print what stands after them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from recipes import ROOT, environment, sections
from tools import needs

from talentx.store.ddl import tables, views

PAGE = ROOT / "docs" / "store.md"


def test_its_blocks_print_what_it_says(tmp_path: Path) -> None:
    needs("sqlite3")
    folder = tmp_path / "work"
    shutil.copytree(ROOT / "seeds", folder / "articles")
    for section in sections(PAGE.read_text(encoding="utf-8")):
        for step in section.steps():
            said = step.run(folder) if step.language == "sh" else python(step.code, folder)
            assert said == step.said, step.code


def python(code: str, folder: Path) -> str:
    """What Python prints, that of talentx itself."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment(folder.parent),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_names_every_table_and_view() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in (*(table.name for table in tables()), *(view.name for view in views("sqlite"))):
        assert f"| `{name}` |" in page
