"""What reading any file of a rule pack needs: its text, and the nearest name to a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from talentx.errors import PackError

MAX_BYTES = 4_000_000


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises PackError for one that cannot be read or is too large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise PackError(f"the file is larger than {MAX_BYTES} bytes", str(path), "split it")
        return path.read_bytes()
    except OSError as error:
        raise PackError(f"cannot read {path.name}", str(path), error.strerror or "check the path") from None


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, without a byte order mark.

    Raises PackError for a file that cannot be read, is too large or is not UTF-8 (with the line).
    """
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackError("the file is not UTF-8", f"{path}:{line}", "save it as UTF-8") from None


def nearest(name: str, among: Iterable[str], otherwise: str) -> str:
    """Advice for a name that is not there: the nearest one that is, or what to do instead."""
    near = difflib.get_close_matches(name, list(among), n=1)
    return f"did you mean {near[0]!r}?" if near else otherwise
