"""Formats in which each row is a text of its own; half of the rows are written beside the others."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO, TextIO

from talentx.comparison.beside import both
from talentx.comparison.model import Row
from talentx.comparison.telling import Telling

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class LineFormat:
    """How rows are written: the text of each, what stands between two, and before and after them all."""

    text: Callable[[Row], str]
    head: str = ""
    between: str = ""
    tail: str = ""
    empty: str | None = None
    """What is written in place of all that where there is no row."""

    def write(self, rows: Iterable[Row], stream: TextIO) -> None:
        """The rows, one after the other."""
        if not self._body(rows, stream, self.head):
            stream.write(self.head if self.empty is None else self.empty)
        elif self.tail:
            stream.write(self.tail)

    def write_halves(self, first: Telling, second: Telling, stream: TextIO) -> None:
        """The rows of both, those of the second prepared by another process where there are many."""
        with tempfile.TemporaryFile() as rest:

            def beside() -> tuple[bool, bool]:
                rest.seek(0)
                rest.truncate()
                text = io.TextIOWrapper(rest, encoding="utf-8", newline="")
                wrote = self._body(second, text, "")
                text.detach()
                rest.flush()
                return wrote, second.changed

            number = first.number + second.number
            mine, told = both(number, lambda: self._body(first, stream, self.head), beside)
            others, second.changed = told
            if others:
                stream.write(self.between if mine else self.head)
                rest.seek(0)
                _append(rest, stream)
            if mine or others:
                stream.write(self.tail)
            else:
                stream.write(self.head if self.empty is None else self.empty)

    def _body(self, rows: Iterable[Row], stream: TextIO, head: str) -> bool:
        """The rows with what stands between them, behind the head. Was there any?"""
        before = head
        wrote = False
        for row in rows:
            stream.write(before + self.text(row))
            before = self.between
            wrote = True
        return wrote


def _append(rest: IO[bytes], stream: TextIO) -> None:
    """Text in UTF-8 to the end of a stream, as bytes where those are what it takes in the end."""
    if getattr(stream, "encoding", None) == "utf-8" and hasattr(stream, "buffer"):
        stream.flush()
        shutil.copyfileobj(rest, stream.buffer, _PIECE)
    else:
        text = io.TextIOWrapper(rest, encoding="utf-8", newline="")
        shutil.copyfileobj(text, stream, _PIECE)
        text.detach()
