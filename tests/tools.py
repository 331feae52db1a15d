"""Other people's programs, for tests that run them: `make tools` installs them, talentx does without."""

from __future__ import annotations

import shutil

from absent import absent
from recipes import TOOLS, search_path


def needs(*tools: str) -> str:
    """The PATH on which the tools are: programs, or packages of Python in .tools.

    Where one is missing the test is skipped, or fails under TALENTX_REQUIRE_TOOLS=1.
    """
    path = search_path()
    missing = [tool for tool in tools if not shutil.which(tool, path=path) and not _package(tool)]
    if missing:
        absent(f"`make tools` installs what is missing: {', '.join(missing)}")
    return path


def _package(name: str) -> bool:
    return any(TOOLS.glob(f"lib/python*/site-packages/{name}"))
