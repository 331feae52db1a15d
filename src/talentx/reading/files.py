"""The files that the user's paths name, and their bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from talentx.errors import DocumentError

SUFFIXES = frozenset({".txt", ".md"})
"""What is read in a folder; a file that is named itself is read whatever its suffix."""
SOURCES = "sources.csv"
NO_FILE = "-"
"""The name of a document whose text came from no file."""
MAX_BYTES = 64 * 1024 * 1024
"""More than any article; read whole, so that a disk image named by mistake does not fill the memory."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `root`: the folder that was named or holds it; `name`: the path from there, with /."""

    path: Path
    name: str
    root: Path


STANDARD_INPUT = Found(Path("/dev/stdin"), NO_FILE, Path("/dev"))
"""Standard input among the files; what is read is the stream, whatever stands at its path."""


def find(paths: Sequence[Path]) -> Iterator[Found | DocumentError]:
    """The files below the paths, in the order of the paths, a folder's sorted by name, each once.

    What cannot be found or listed comes as a DocumentError in its place.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _below(path) if path.is_dir() else _named(path):
            if isinstance(found, Found):
                identity = os.path.realpath(found.path)
                if identity in seen:
                    continue
                seen.add(identity)
            yield found


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises DocumentError where it cannot be read or is too large to be an article."""
    where = printable(path)
    with _reading(where), path.open("rb") as stream:
        return _whole(stream, where)


def read_standard_input(where: str) -> bytes:
    """The bytes of standard input to its end. Raises DocumentError, naming `where`, as for a file."""
    if sys.stdin is None:
        raise DocumentError("it is closed", where, "pipe text into it, or name a file")
    with _reading(where):
        return _whole(sys.stdin.buffer, where)


def printable(path: Path | str) -> str:
    """A path as text that can be written anywhere, bytes that are no UTF-8 replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


@contextmanager
def _reading(where: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise DocumentError("no such file", where, "check the path") from None
    except OSError as error:
        raise DocumentError(
            f"cannot be read: {error.strerror}", where, "check the file and its permissions"
        ) from None


def _whole(stream: BinaryIO, where: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DocumentError(f"larger than {MAX_BYTES // 1024**2} MiB", where, "split it")
    return data


def _named(path: Path) -> Iterator[Found | DocumentError]:
    if not os.path.lexists(path):
        yield DocumentError("no such file or folder", printable(path), "check the path")
    elif path.name != SOURCES:
        yield Found(path, printable(path.name), path.parent)


def _below(folder: Path) -> Iterator[Found | DocumentError]:
    problems: list[OSError] = []
    articles: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        articles.extend(Path(parent, name) for name in files if _is_article(name))
    for problem in problems:
        yield DocumentError(
            f"cannot be listed: {problem.strerror}", printable(problem.filename), "check its permissions"
        )
    if not articles and not problems:
        yield DocumentError("no .txt or .md file in the folder", printable(folder), "check the path")
    for path in sorted(articles, key=lambda path: path.relative_to(folder).parts):
        yield Found(path, printable(path.relative_to(folder).as_posix()), folder)


def _is_article(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
