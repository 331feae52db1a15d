"""The formats of a comparison by name: each is a module with one function `write(rows, stream)`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from talentx.comparison.model import Row
    from talentx.comparison.views.lines import LineFormat

DiffFormat = Literal["table", "json", "jsonl", "csv", "tsv", "markdown", "html"]

_SUFFIXES: dict[str, DiffFormat] = {
    "": "json",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "table",
}


def diff_writer(name: DiffFormat) -> Callable[[Iterable[Row], TextIO], None]:
    """What writes rows in a format."""
    write: Callable[[Iterable[Row], TextIO], None] = _module(name).write
    return write


def line_format(name: DiffFormat) -> LineFormat | None:
    """The format, where each row is a text of its own in it."""
    found: LineFormat | None = getattr(_module(name), "LINES", None)
    return found


def _module(name: DiffFormat) -> ModuleType:
    return importlib.import_module(f"talentx.comparison.views.{name}")


def by_suffix(path: Path) -> DiffFormat | None:
    """The format that a file's name asks for, None where its suffix is of none."""
    return _SUFFIXES.get(path.suffix.lower())
