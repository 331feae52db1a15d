"""TSV for cut, sort and their like: a record a line, a tab between two cells, and neither inside one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from talentx.output.cells import tsv_cell

if TYPE_CHECKING:
    from talentx.records.model import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """The records as lines; an empty cell is null."""
    from talentx.records.model import COLUMNS

    stream.write(line(COLUMNS))
    for record in records:
        stream.write(line(value for _, value in record))


def line(values: Iterable[object]) -> str:
    """A row of these values, with its end."""
    return "\t".join(map(tsv_cell, values)) + "\n"
