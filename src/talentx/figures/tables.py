"""The data files of the reader: tab-separated tables and word lists, `#` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    """The rows of `data/<name>`, each filled up with empty cells to `columns`."""
    text = files("talentx.figures").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield (*cells, *[""] * (columns - len(cells)))


def words(name: str) -> frozenset[str]:
    """The words of `data/<name>`, parted by blanks or line breaks."""
    return frozenset(word for (line,) in rows(name, 1) for word in line.split())
