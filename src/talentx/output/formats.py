"""The formats by name: each is a module with one function `write(records, stream)`, imported on use."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO, TypeAlias, cast

if TYPE_CHECKING:
    from talentx.records.model import Record

Format = Literal["table", "json", "jsonl", "csv"]
Writer: TypeAlias = "Callable[[Iterable[Record], TextIO], None]"

_SUFFIXES: dict[str, Format] = {
    "": "json",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".txt": "table",
}


def writer(name: Format) -> Writer:
    """The function that writes a format."""
    return cast("Writer", importlib.import_module(f"talentx.output.{name}").write)


def by_suffix(path: Path) -> Format | None:
    """The format that a file's name asks for, None where its suffix is of none."""
    return _SUFFIXES.get(path.suffix.lower())
