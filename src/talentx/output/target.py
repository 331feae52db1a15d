"""Where output goes: a file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from talentx.errors import OutputError

_TEXT: dict[str, Any] = {"mode": "w", "encoding": "utf-8", "newline": ""}
_BYTES: dict[str, Any] = {"mode": "wb"}


def replacing(path: Path) -> AbstractContextManager[TextIO]:
    """A stream whose text takes the file's place when all is written; whatever fails, the old file stays.

    The text stands in a hidden file beside it till then. A device or a pipe is written directly.
    Raises OutputError where the file cannot be written, at once where its folder does not allow it.
    """
    return _replacing(path, _TEXT)


def replacing_bytes(path: Path) -> AbstractContextManager[BinaryIO]:
    """The same for bytes."""
    return _replacing(path, _BYTES)


@contextmanager
def _replacing(path: Path, how: dict[str, Any]) -> Iterator[Any]:
    target = Path(os.path.realpath(path))
    try:
        with _direct(target, how) if _is_special(target) else _beside(target, how) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", str(path), "name another place with -o"
        ) from None


@contextmanager
def _direct(target: Path, how: dict[str, Any]) -> Iterator[Any]:
    with target.open(**how) as stream:
        yield stream


@contextmanager
def _beside(target: Path, how: dict[str, Any]) -> Iterator[Any]:
    mode = _mode(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:32]}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, **how) as stream:  # noqa: PTH123 - a handle, not a path
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)  # noqa: PTH101 - the name mkstemp gave
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _is_special(target: Path) -> bool:
    return target.exists() and not (target.is_file() or target.is_dir())


def _mode(target: Path) -> int:
    """The permissions of the file there, or of a new one. Raises OSError where it may not be replaced."""
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    if target.exists():
        with target.open("ab"):  # a file that may not be written is not to be replaced either
            return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
