"""Rows as a table for people: a heading for each document, the columns that fit, text as it is printed."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TextIO, TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from talentx.output.rows import Row
from talentx.records.decimals import plain

FILE_WIDTH = 160
"""Terminal cells of a table that is not written to a terminal."""
_GAP = 2
_ALWAYS = 2

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column of the table; `rank` 1 is the last to go, `width` the most it takes, in terminal cells."""

    head: str
    rank: int
    width: int
    of: Callable[[R], str | None]
    justify: Literal["left", "right"] = "left"


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line what a reader that goes away means."""
        raise  # rich calls this where it handles the error


def number(value: Decimal | None, low: Decimal | None, high: Decimal | None, date: str | None) -> str | None:
    """The number or date as a person reads it: 1,640,000,000 · 300 – 500 · 2024-09."""
    if low is not None and high is not None:
        return f"{grouped(low)} – {grouped(high)}"
    return date if value is None else grouped(value)


def bound(word: str | None) -> str | None:
    """The bound where it says more than the number does."""
    return None if word in ("exact", "range") else word


def counted(document: str, number: int) -> str:
    """The heading of a document's table: a.txt · 12 figures."""
    return f"{document} · {number} {'figure' if number == 1 else 'figures'}"


def console_of(stream: TextIO, width: int | None = None) -> Console:
    """What prints text as it is. `width`: terminal cells, by default those of the terminal."""
    width = width or (None if stream.isatty() else FILE_WIDTH)
    return _Console(file=stream, width=width, markup=False, emoji=False, highlight=False)


def write(
    rows: Iterable[R],
    columns: Sequence[Column[R]],
    stream: TextIO,
    width: int | None = None,
    heading: Callable[[str, int], str] = counted,
) -> None:
    """The rows, a table for each document. `width`: terminal cells, by default those of the terminal.

    `heading`: what stands above a table, of the document and the number of its rows.
    """
    console = console_of(stream, width)
    first = True
    for document, group in itertools.groupby(rows, key=lambda row: row.document):
        if not first:
            console.print()
        first = False
        cells = [[shown(column.of(row)) for column in columns] for row in group]
        console.print(Text(heading(shown(document), len(cells)), style="bold", overflow="fold"))
        console.print(_table(cells, columns, console.width))


def grouped(number: Decimal) -> str:
    """The number in digits, thousands told apart: 1,640,000,000."""
    whole, point, fraction = plain(number).partition(".")
    return f"{int(whole):,}" if not point else f"{'-' if whole == '-0' else ''}{int(whole):,}.{fraction}"


def _table(cells: list[list[str]], columns: Sequence[Column[R]], width: int) -> Table:
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="dim")
    chosen = _fitting(cells, columns, width)
    for index, limit in chosen:
        column = columns[index]
        table.add_column(column.head, justify=column.justify, max_width=limit, no_wrap=True)
    for row in cells:
        table.add_row(*(Text(row[index]) for index, _ in chosen))
    return table


def _fitting(cells: list[list[str]], columns: Sequence[Column[R]], width: int) -> list[tuple[int, int]]:
    """The columns that fit beside each other, each with its width, chosen by rank and in their order.

    A column in which nothing stands is left out; the first two are there however narrow the terminal is.
    """
    room = width
    chosen: dict[int, int] = {}
    for index, column in sorted(enumerate(columns), key=lambda pair: pair[1].rank):
        widest = max(cell_len(row[index]) for row in cells)
        limit = min(max(widest, len(column.head)), column.width)
        if widest and (len(chosen) < _ALWAYS or limit <= room):
            chosen[index] = limit
            room -= limit + _GAP
    return sorted(chosen.items())


def shown(text: str | None) -> str:
    """Text for one line of a terminal: breaks as ⏎, what would steer the terminal or turn its text as �."""
    if text is None or text.isprintable():
        return text or ""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "⏎".join("".join(_visible(character) for character in part) for part in parts)


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    steers = unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") and character != "\u200d"
    return "\ufffd" if steers else character
