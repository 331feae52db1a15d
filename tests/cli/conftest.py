"""The installed `talentx` script, run as a user runs it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("talentx")
STANDIN = Path(__file__).with_name("standin")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**more: str) -> dict[str, str]:
    """The environment of a user, with the stand-ins for the pipeline and the reader of figures."""
    return {**os.environ, "PYTHONPATH": str(STANDIN), **more}


@pytest.fixture
def talentx(tmp_path: Path) -> Run:
    """Runs `talentx ARGUMENT...` in `tmp_path` with the stand-ins; decodes what it says."""

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


@pytest.fixture(params=["extract", "scan"])
def command(request: pytest.FixtureRequest) -> str:
    """Each command that reads documents."""
    name: str = request.param
    return name


def on_a_terminal(command: list[str], folder: Path, columns: int = 80) -> tuple[str, int]:
    """What a command shows on a terminal, and its exit status."""
    main, side = pty.openpty()
    env = environment(COLUMNS=str(columns), TERM="xterm")
    with subprocess.Popen(command, cwd=folder, env=env, stdin=side, stdout=side, stderr=side) as run:
        os.close(side)
        shown = b""
        while True:
            try:
                part = os.read(main, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(main)
    return shown.decode("utf-8"), run.returncode
