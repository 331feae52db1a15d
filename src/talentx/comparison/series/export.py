"""Series for programs, as CSV and JSON: wide with the years side by side, long with a row a source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TextIO, TypeAlias

from talentx.output.csv import line
from talentx.records.decimals import plain

if TYPE_CHECKING:
    from talentx.comparison.model import Stated
    from talentx.comparison.series.model import Cell, Series
    from talentx.comparison.series.points import Span

Layout = Literal["wide", "long"]
Values: TypeAlias = "dict[str, object]"

NAMES = ("indicator", "item", "place", "subject", "kind", "unit", "currency", "per", "status")
_OF_A_SOURCE = ("value", "low", "high", "bound", "raw", "time", "document", "published", "id", "sentence")
LONG = ("series", *NAMES, "year", "span", "source", *_OF_A_SOURCE)
"""The columns of the long layout. `source`: chosen, agrees, conflicts, or other time."""


def write_csv(found: Sequence[Series], stream: TextIO, layout: Layout) -> None:
    """CSV; an empty cell is a gap, a range is written 300..500."""
    years = years_of(found)
    if layout == "long":
        stream.write(line(LONG))
        stream.writelines(line(row[name] for name in LONG) for row in _long(found))
        return
    stream.write(line([*NAMES, *map(str, years), "spans", "conflicting"]))
    for each in found:
        numbers = [_number(each.cells.get(year)) for year in years]
        stream.write(line([*_names(each).values(), *numbers, *_marks(each)]))


def write_json(found: Sequence[Series], stream: TextIO, layout: Layout) -> None:
    """One array: of series with their years, gaps null, or of sources."""
    rows = ",\n".join(map(_dump, _objects(found, layout)))
    stream.write(f"[\n{rows}\n]\n" if rows else "[]\n")


def write_jsonl(found: Sequence[Series], stream: TextIO, layout: Layout) -> None:
    """The same objects, one a line."""
    stream.writelines(f"{_dump(each)}\n" for each in _objects(found, layout))


def years_of(found: Iterable[Series]) -> list[int]:
    """Every year from the first to the last of any of them, gaps and all."""
    told = [year for each in found for year in each.cells]
    return list(range(min(told), max(told) + 1)) if told else []


def _objects(found: Sequence[Series], layout: Layout) -> Iterator[Values]:
    if layout == "long":
        yield from _long(found)
        return
    years = years_of(found)
    for each in found:
        cells = {str(year): _cell(each.cells.get(year)) for year in years}
        yield {**_names(each), "years": cells}


def _names(found: Series) -> Values:
    return {name: getattr(found, name) for name in NAMES}


def _cell(cell: Cell | None) -> Values | None:
    if cell is None:
        return None
    row = cell.chosen
    return {
        **{name: getattr(row, name) for name in ("value", "low", "high", "bound", "unit", "raw")},
        "span": str(cell.span),
        "document": row.document,
        "agreeing": len(cell.agreeing),
        "conflicting": len(cell.conflicting),
    }


def _number(cell: Cell | None) -> object:
    if cell is None:
        return None
    low, high = cell.chosen.low, cell.chosen.high
    return cell.chosen.value if low is None or high is None else f"{plain(low)}..{plain(high)}"


def _marks(found: Series) -> tuple[str, str]:
    """The years that are not whole ones, with what they are of, and those that are contradicted."""
    spans = [f"{year}: {cell.span}" for year, cell in found.cells.items() if str(cell.span)]
    conflicting = [str(year) for year, cell in found.cells.items() if cell.conflicting]
    return "; ".join(spans), "; ".join(conflicting)


def _long(found: Iterable[Series]) -> Iterator[Values]:
    """A row a source, those of a year one after the other, the chosen one first."""
    for index, each in enumerate(found, 1):
        names = {"series": index, **_names(each)}
        for year, cell in each.cells.items():
            for span, source, row in _sources(cell):
                told = {name: getattr(row, name) for name in _OF_A_SOURCE}
                own = {name: getattr(row, name) for name in ("kind", "unit")}
                yield {**names, **own, "year": year, "span": str(span), "source": source, **told}


def _sources(cell: Cell) -> Iterator[tuple[Span, str, Stated]]:
    yield cell.span, "chosen", cell.chosen
    yield from ((cell.span, "agrees", row) for row in cell.agreeing)
    yield from ((cell.span, "conflicts", row) for row in cell.conflicting)
    yield from ((span, "other time", row) for span, row in cell.others)


def _dump(value: object) -> str:
    """JSON on one line; a decimal has the digits it has."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {_dump(each)}" for key, each in value.items()) + "}"
    return plain(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
