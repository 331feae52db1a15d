#!/usr/bin/env python3
"""Runs docs/recipes.md, every block of shell and Python in it, and writes into the page what they say.

The first section makes the files that all others work on; each other section runs in a copy of them, its
blocks one after another, those of Python in one session. A block of text right after another block is what
that one prints; a block without one prints nothing. The tools are those of `make tools`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "recipes.md"
TOOLS = ROOT / ".tools"

_SECTION = re.compile(r"^## (.+)\n((?:(?!## ).*\n)*)", re.MULTILINE)
_STEP = re.compile(
    r"^```(?P<language>sh|python)\n(?P<code>(?:(?!```).*\n)*)```\n(?:\n```text\n(?P<said>(?:(?!```).*\n)*)```\n)?",
    re.MULTILINE,
)
_COMMANDS = {
    "sh": ["bash", "-eu", "-o", "pipefail", "-c"],
    "python": [str(TOOLS / "bin" / "python"), "-W", "error", "-c"],
}


@dataclass(frozen=True, slots=True)
class Step:
    """A block of the page, and what the page says that it prints.

    `before`: the blocks of Python that it goes on from. `start` and `end`: where it stands in its section.
    """

    language: str
    code: str
    said: str
    before: str
    start: int
    end: int

    def run(self, folder: Path) -> str:
        """What the block prints, run in a folder. Raises RuntimeError where it fails."""
        quietly = f"import contextlib\nwith contextlib.redirect_stdout(None):\n    exec({self.before!r})\n"
        done = subprocess.run(
            [*_COMMANDS[self.language], quietly + self.code if self.before else self.code],
            cwd=folder,
            env=environment(folder.parent),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        if done.returncode:
            raise RuntimeError(f"{self.code}\nexit status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the page and the text under it."""

    title: str
    text: str

    def steps(self) -> Iterator[Step]:
        """Its blocks, in their order."""
        session = ""
        for found in _STEP.finditer(self.text):
            language, code = found["language"], found["code"]
            before = session if language == "python" else ""
            yield Step(language, code, found["said"] or "", before, found.start(), found.end())
            session += code if language == "python" else ""


def sections(page: str) -> list[Section]:
    """The sections of the page that have blocks to run."""
    every = [Section(found[1], found[2]) for found in _SECTION.finditer(page)]
    return [section for section in every if any(section.steps())]


def search_path() -> str:
    """The PATH of the tools: those of .tools, talentx itself, what is installed, and Debian's PostgreSQL."""
    postgres = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    folders = [TOOLS / "bin", Path(sys.executable).parent, os.environ.get("PATH", os.defpath), *postgres]
    return os.pathsep.join(map(str, folders))


def environment(home: Path) -> dict[str, str]:
    """What the tools are run with: nothing of the user's own settings."""
    return {"PATH": search_path(), "HOME": str(home), "LC_ALL": "C.UTF-8"}


def prepare(folder: Path, first: Section) -> None:
    """The articles of the page in a new folder, and the files that its first section makes of them."""
    folder.mkdir()
    shutil.copytree(ROOT / "seeds", folder / "articles")
    for step in first.steps():
        step.run(folder)


def _told_anew(section: Section, folder: Path) -> str:
    """The section's text with what its blocks print now."""
    parts, last = [], 0
    for step in section.steps():
        said = step.run(folder)
        after = f"\n```text\n{said}```\n" if said else ""
        parts += [section.text[last : step.start], f"```{step.language}\n{step.code}```\n", after]
        last = step.end
    return "".join(parts) + section.text[last:]


def main() -> None:
    """Write the page anew."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        first, *others = sections(page)
        prepare(Path(name) / "files", first)
        for number, section in enumerate(others):
            folder = Path(name) / str(number)
            shutil.copytree(Path(name) / "files", folder)
            page = page.replace(section.text, _told_anew(section, folder))
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
