"""A table for people: a heading for each document, the columns that fit, text as it is printed."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from talentx.records.decimals import plain

if TYPE_CHECKING:
    from talentx.records.model import Record

FILE_WIDTH = 160
"""Terminal cells of a table that is not written to a terminal."""
_GAP = 2
_ALWAYS = 2


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table; `rank` 1 is the last to go, `width` the most it takes, in terminal cells."""

    head: str
    rank: int
    width: int
    of: Callable[[Record], str | None]
    justify: Literal["left", "right"] = "left"


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line what a reader that goes away means."""
        raise  # rich calls this where it handles the error


def _grouped(number: Decimal) -> str:
    whole, point, fraction = plain(number).partition(".")
    return f"{int(whole):,}" if not point else f"{'-' if whole == '-0' else ''}{int(whole):,}.{fraction}"


def _number(record: Record) -> str | None:
    """The number or date as a person reads it: 1,640,000,000 · 300 – 500 · 2024-09."""
    if record.low is not None and record.high is not None:
        return f"{_grouped(record.low)} – {_grouped(record.high)}"
    return record.date if record.value is None else _grouped(record.value)


def _bound(record: Record) -> str | None:
    return None if record.bound in ("exact", "range") else record.bound


_COLUMNS = (
    _Column("figure", 1, 20, lambda r: r.raw),
    _Column("value", 2, 26, _number, "right"),
    _Column("unit", 4, 6, lambda r: r.unit),
    _Column("bound", 9, 8, _bound),
    _Column("kind", 3, 8, lambda r: r.kind),
    _Column("indicator", 5, 24, lambda r: r.indicator),
    _Column("item", 10, 20, lambda r: r.item),
    _Column("place", 7, 12, lambda r: r.place),
    _Column("time", 6, 21, lambda r: r.time),
    _Column("status", 8, 6, lambda r: r.status),
    _Column("subject", 11, 20, lambda r: r.subject),
    _Column("sentence", 12, 60, lambda r: r.sentence),
)


def write(records: Iterable[Record], stream: TextIO, width: int | None = None) -> None:
    """The records, a table for each document. `width`: terminal cells, by default those of the terminal."""
    width = width or (None if stream.isatty() else FILE_WIDTH)
    console = _Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
    first = True
    for document, group in itertools.groupby(records, key=lambda record: record.document):
        if not first:
            console.print()
        first = False
        rows = [[_shown(column.of(record)) for column in _COLUMNS] for record in group]
        figures = "figure" if len(rows) == 1 else "figures"
        console.print(Text(f"{_shown(document)} · {len(rows)} {figures}", style="bold", overflow="fold"))
        console.print(_table(rows, console.width))


def _table(rows: list[list[str]], width: int) -> Table:
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="dim")
    chosen = _fitting(rows, width)
    for index, limit in chosen:
        column = _COLUMNS[index]
        table.add_column(column.head, justify=column.justify, max_width=limit, no_wrap=True)
    for row in rows:
        table.add_row(*(Text(row[index]) for index, _ in chosen))
    return table


def _fitting(rows: list[list[str]], width: int) -> list[tuple[int, int]]:
    """The columns that fit beside each other, each with its width, chosen by rank and in their order.

    A column in which nothing stands is left out; the first two are there however narrow the terminal is.
    """
    room = width
    chosen: dict[int, int] = {}
    for index, column in sorted(enumerate(_COLUMNS), key=lambda pair: pair[1].rank):
        widest = max(cell_len(row[index]) for row in rows)
        limit = min(max(widest, len(column.head)), column.width)
        if widest and (len(chosen) < _ALWAYS or limit <= room):
            chosen[index] = limit
            room -= limit + _GAP
    return sorted(chosen.items())


def _shown(text: str | None) -> str:
    """Text for one line of a terminal: breaks as ⏎, what would steer the terminal or turn its text as �."""
    if text is None:
        return ""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "⏎".join("".join(_visible(character) for character in part) for part in parts)


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    steers = unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") and character != "\u200d"
    return "\ufffd" if steers else character
