"""A table of records for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from talentx.output import grid
from talentx.output.grid import Column

if TYPE_CHECKING:
    from talentx.records.model import Record

_COLUMNS: tuple[Column[Record], ...] = (
    Column("figure", 1, 20, lambda r: r.raw),
    Column("value", 2, 26, lambda r: grid.number(r.value, r.low, r.high, r.date), "right"),
    Column("unit", 4, 6, lambda r: r.unit),
    Column("bound", 9, 8, lambda r: grid.bound(r.bound)),
    Column("kind", 3, 8, lambda r: r.kind),
    Column("indicator", 5, 24, lambda r: r.indicator),
    Column("item", 10, 20, lambda r: r.item),
    Column("place", 7, 12, lambda r: r.place),
    Column("time", 6, 21, lambda r: r.time),
    Column("status", 8, 6, lambda r: r.status),
    Column("subject", 11, 20, lambda r: r.subject),
    Column("sentence", 12, 60, lambda r: r.sentence),
)


def write(records: Iterable[Record], stream: TextIO, width: int | None = None) -> None:
    """The records, a table for each document. `width`: terminal cells, by default those of the terminal."""
    grid.write(records, _COLUMNS, stream, width)
