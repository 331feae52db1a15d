"""The formats by name: each is a module with one function `write(rows, stream)`, imported on use.

The stream is one of text, or of bytes where the format is binary; it may be a pipe, which goes forward alone.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from talentx.output.rows import FigureRow
    from talentx.records.model import Record

R = TypeVar("R")

Format = Literal["table", "json", "jsonl", "csv", "tsv", "parquet", "sqlite"]
FigureFormat = Literal["table", "json", "jsonl"]
"""Those that the figures of a scan are written in."""

_BINARY = ("parquet", "sqlite")
_SUFFIXES: dict[str, Format] = {
    "": "json",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".txt": "table",
    ".parquet": "parquet",
    ".db": "sqlite",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
}


@dataclass(frozen=True, slots=True)
class Writer(Generic[R]):
    """What writes rows as they come: to a stream of bytes where it is `binary`, else to one of text."""

    write: Callable[[Iterable[R], Any], None]
    binary: bool = False


def writer(name: Format) -> Writer[Record]:
    """What writes records in a format. Raises UsageError where that needs a package that is not there."""
    return _write_of(name)


def figure_writer(name: FigureFormat) -> Writer[FigureRow]:
    """What writes the figures of a scan in a format; only the table has columns of its own."""
    return _write_of("figuretable" if name == "table" else name)


def by_suffix(path: Path) -> Format | None:
    """The format that a file's name asks for, None where its suffix is of none."""
    return _SUFFIXES.get(path.suffix.lower())


def _write_of(module: str) -> Writer[Any]:
    return Writer(importlib.import_module(f"talentx.output.{module}").write, module in _BINARY)
