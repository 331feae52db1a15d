"""Series as a table for people: a column a year, a line of blocks, and the sources that contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from talentx.comparison.evidence import say, show
from talentx.comparison.series.cells import number, shown_cell, sparkline
from talentx.comparison.series.export import Layout, years_of
from talentx.comparison.series.model import Cell, Series
from talentx.output import grid
from talentx.output.grid import Column, console_of

_NAME, _ITEM, _PLACE, _TREND, _UNIT, _STATUS = 1, 5, 4, 3, 6, 7
"""How soon a column goes where the terminal is narrow. The years go from the oldest on."""
_NEWEST = 2
_OLDER = 8
_WIDEST = 24


@dataclass(frozen=True, slots=True)
class _Line:
    """A series as a line of the table."""

    of: Series
    trend: str
    document: str = ""

    def __iter__(self) -> Iterator[tuple[str, object]]:
        yield "series", self.of.name


def write_text(
    found: Sequence[Series], stream: TextIO, layout: Layout = "wide", width: int | None = None
) -> None:
    """The table; then, of each year that is contradicted, the sentences. Long: of every year the sentences.

    `width`: terminal cells, by default those of the terminal.
    """
    console = console_of(stream, width)
    if not found:
        say(console, "no series")
        return
    if layout == "wide":
        years = years_of(found)
        lines = [_Line(each, sparkline(each, years)) for each in found]
        grid.write(lines, _columns(years), stream, width, lambda _, count: _heading(count, years))
    for each in found:
        for year, cell in each.cells.items():
            if layout == "long" or cell.conflicting:
                console.print()
                say(console, f"{_title(each)}, {year}: {_told(cell)}")
                show(console, [cell.chosen, *cell.agreeing, *cell.conflicting])


def _columns(years: Sequence[int]) -> list[Column[_Line]]:
    ranks = {year: _NEWEST if back == 0 else _OLDER + back for back, year in enumerate(reversed(years))}
    return [
        Column("series", _NAME, 28, lambda line: line.of.name),
        Column("item", _ITEM, 20, lambda line: line.of.item if line.of.indicator else None),
        Column("place", _PLACE, 12, lambda line: line.of.place),
        Column("unit", _UNIT, 8, lambda line: line.of.unit),
        Column("status", _STATUS, 6, lambda line: None if line.of.status == "actual" else line.of.status),
        Column("trend", _TREND, 24, lambda line: line.trend),
        *(_year(year, ranks[year]) for year in years),
    ]


def _year(year: int, rank: int) -> Column[_Line]:
    def of(line: _Line) -> str | None:
        cell = line.of.cells.get(year)
        return None if cell is None else shown_cell(cell, line.of)

    return Column(str(year), rank, _WIDEST, of, "right")


def _heading(count: int, years: Sequence[int]) -> str:
    span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return f"{count} series · {span}"


def _title(found: Series) -> str:
    names = (found.name, found.item if found.indicator else None, found.place)
    return ", ".join(name for name in names if name)


def _told(cell: Cell) -> str:
    """What the sources of a year say: 306万, against 310万."""
    against = list(dict.fromkeys(map(number, cell.conflicting)))
    said = f"{number(cell.chosen)}{f' ({cell.span})' if str(cell.span) else ''}"
    return f"{said}, against {' and '.join(against)}" if against else said
