"""What is written: rows of columns, be they records or the figures of a scan."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from talentx.figures.model import Figure

_BREAK = re.compile(r"\r\n?|\n")
_FIGURE_COLUMNS = (
    "start", "end", "raw", "kind", "value", "low", "high", "bound", "unit", "currency", "per", "date",
)  # fmt: skip
"""What of a figure is written, in this order; the rest of it serves the rules alone."""


class Row(Protocol):
    """Its columns in their order, each with its value. A record is one."""

    @property
    def document(self) -> str:
        """The document it comes from, also one of its columns."""

    def __iter__(self) -> Iterator[tuple[str, object]]: ...


class Lines:
    """The lines of a text, to say where in it something stands as an editor says it."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self._text))]

    def where(self, offset: int) -> str:
        """`line:column` of a place in the text, both counted from 1, the column in code points."""
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure, the document it stands in, and the lines of that document's text."""

    document: str
    figure: Figure
    lines: Lines

    def __iter__(self) -> Iterator[tuple[str, object]]:
        yield "document", self.document
        for column in _FIGURE_COLUMNS:
            yield column, getattr(self.figure, column)
