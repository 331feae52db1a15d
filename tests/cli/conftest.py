"""The installed `talentx` script, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("talentx")
STANDIN = Path(__file__).with_name("standin")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**more: str) -> dict[str, str]:
    """The environment of a user, with the stand-in for the pipeline."""
    return {**os.environ, "PYTHONPATH": str(STANDIN), **more}


@pytest.fixture
def talentx(tmp_path: Path) -> Run:
    """Runs `talentx ARGUMENT...` in `tmp_path` with a stand-in for the pipeline; decodes what it says."""

    def run(*arguments: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [SCRIPT, *arguments],
            cwd=tmp_path,
            env=environment(**(env or {})),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        assert "Traceback" not in done.stderr or "--debug" in arguments, done.stderr
        return done

    return run
