"""The formats of a comparison by name: each is a module with one function `write(rows, stream)`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from talentx.comparison.model import Row

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
    write: Callable[[Iterable[Row], TextIO], None] = importlib.import_module(
        f"talentx.comparison.views.{name}"
    ).write
    return write


def by_suffix(path: Path) -> DiffFormat | None:
    """The format that a file's name asks for, None where its suffix is of none."""
    return _SUFFIXES.get(path.suffix.lower())
