"""The command line starts at once: nothing heavy is imported before there is something to do."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"jieba", "regex", "rich", "yaml", "talentx.pipeline", "talentx.records.model"}
PROGRAM = """
import sys
from talentx.cli.app import run
status = run(sys.argv[1:])
sys.stderr.write(" ".join(sys.modules))
sys.exit(status)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["extract", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0
    assert HEAVY & set(done.stderr.split()) == set()


def test_importing_the_package_imports_none_of_its_parts() -> None:
    program = "import sys, talentx; sys.exit(', '.join(m for m in sys.modules if m.startswith('talentx.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60)
    assert done.stderr.strip() == ""
