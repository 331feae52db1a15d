"""The formats by name: each is a module with one function `write(rows, stream)`, imported on use."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO, TypeAlias, TypeVar

if TYPE_CHECKING:
    from talentx.output.rows import FigureRow
    from talentx.records.model import Record

R = TypeVar("R")

Format = Literal["table", "json", "jsonl", "csv"]
FigureFormat = Literal["table", "json", "jsonl"]
"""Those that the figures of a scan are written in."""
Writer: TypeAlias = "Callable[[Iterable[R], TextIO], None]"

_SUFFIXES: dict[str, Format] = {
    "": "json",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".txt": "table",
}


def writer(name: Format) -> Writer[Record]:
    """The function that writes records in a format."""
    return _write_of(name)


def figure_writer(name: FigureFormat) -> Writer[FigureRow]:
    """The function that writes the figures of a scan in a format; only the table has columns of its own."""
    return _write_of("figuretable" if name == "table" else name)


def by_suffix(path: Path) -> Format | None:
    """The format that a file's name asks for, None where its suffix is of none."""
    return _SUFFIXES.get(path.suffix.lower())


def _write_of(module: str) -> Writer[Any]:
    write: Writer[Any] = importlib.import_module(f"talentx.output.{module}").write
    return write
