"""A table of the figures of a scan, for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from talentx.output import grid
from talentx.output.grid import Column

if TYPE_CHECKING:
    from talentx.output.rows import FigureRow


def _unit(row: FigureRow) -> str | None:
    """The unit and what it is per: 元/年."""
    unit, per = row.figure.unit, row.figure.per
    return f"{unit or ''}/{per}" if per else unit


def _number(row: FigureRow) -> str | None:
    figure = row.figure
    return grid.number(figure.value, figure.low, figure.high, figure.date)


_COLUMNS: tuple[Column[FigureRow], ...] = (
    Column("figure", 1, 28, lambda r: r.figure.raw),
    Column("kind", 5, 8, lambda r: r.figure.kind),
    Column("value", 2, 26, _number, "right"),
    Column("bound", 6, 8, lambda r: grid.bound(r.figure.bound)),
    Column("unit", 4, 12, _unit),
    Column("currency", 7, 8, lambda r: r.figure.currency),
    Column("where", 3, 12, lambda r: r.lines.where(r.figure.start)),
)


def write(rows: Iterable[FigureRow], stream: TextIO, width: int | None = None) -> None:
    """The figures, a table for each document. `width`: terminal cells, by default those of the terminal."""
    grid.write(rows, _COLUMNS, stream, width)
