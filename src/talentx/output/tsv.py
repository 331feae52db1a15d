"""TSV: the rows of CSV with tabs between the cells, for cut and its like; a cell that holds a tab or a line
break is quoted."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from talentx.output.csv import write_rows

if TYPE_CHECKING:
    from _csv import Writer

    from talentx.records.model import Record

_CSV_END = "\r\n"


def write(records: Iterable[Record], stream: TextIO) -> None:
    """The records as rows; an empty cell is null."""
    write_rows(records, cells_of(stream))


def cells_of(stream: TextIO) -> Writer:
    """What writes rows of cells to a stream."""
    return csv.writer(_Lines(stream), delimiter="\t", lineterminator=_CSV_END)


class _Lines:
    """Takes rows that end as in CSV, as else a lone carriage return goes unquoted, and ends them as lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, row: str) -> int:
        return self._stream.write(row.removesuffix(_CSV_END) + "\n")
