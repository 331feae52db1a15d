"""Disks for tests: small ones, and ones that cannot be written. They are mounted, which needs root."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from absent import absent


class Disk:
    """A file system of its own in memory, at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def remount(self, options: str) -> None:
        """Change it: ro, rw, size=20m."""
        subprocess.run(["mount", "-o", f"remount,{options}", self.path], check=True)


@contextmanager
def mounted(path: Path, size: str = "20m") -> Iterator[Disk]:
    """A disk of that size, taken away at the end."""
    if os.getuid() != 0:
        absent("a disk of one's own is mounted by root alone")
    path.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", path], capture_output=True)
    if done.returncode != 0:
        absent(f"no disk can be mounted here: {done.stderr.decode(errors='replace').strip()}")
    try:
        yield Disk(path)
    finally:
        subprocess.run(["umount", "--lazy", path], check=True)
