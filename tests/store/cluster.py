"""A PostgreSQL for tests: a cluster in a temporary folder, on a free port of this machine alone."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from absent import absent

DEBIAN = Path("/usr/lib/postgresql")
UNPRIVILEGED = "nobody"
"""PostgreSQL refuses to run as root."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server. Its superuser needs no password, the user `guarded` needs one."""

    folder: Path
    port: int

    def url(self, database: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"


def _program(name: str) -> str:
    found = [shutil.which(name), *sorted(DEBIAN.glob(f"*/bin/{name}"))]
    program = next((str(each) for each in found if each is not None), None)
    return program or absent(f"{name} of PostgreSQL is not there (Debian: apt install postgresql)")


def _run(command: Sequence[str | Path], folder: Path) -> None:
    """As an unprivileged user where we are root."""
    other = UNPRIVILEGED if os.getuid() == 0 else None
    done = subprocess.run(
        command, cwd=folder, user=other, extra_groups=[] if other else None, capture_output=True, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running() -> Iterator[Cluster]:
    """A cluster that is stopped and removed at the end."""
    initdb, control = _program("initdb"), _program("pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="talentx-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)
    data, port = folder / "data", _free_port()
    try:
        _run(
            [initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            folder,
        )
        guarded = f"host all guarded 127.0.0.1/32 scram-sha-256\n{(data / 'pg_hba.conf').read_text()}"
        (data / "pg_hba.conf").write_text(guarded)
        options = f"-F -k {folder} -h 127.0.0.1 -p {port}"
        with _started(control, data, options, folder):
            yield Cluster(folder, port)
    finally:
        shutil.rmtree(folder)


@contextmanager
def _started(control: str, data: Path, options: str, folder: Path) -> Iterator[None]:
    _run([control, "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], folder)
    try:
        yield
    finally:
        _run([control, "-D", data, "-w", "-m", "immediate", "stop"], folder)
