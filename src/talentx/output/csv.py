"""CSV after RFC 4180: a header, CRLF, quotes where needed, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from talentx.output.cells import cell

if TYPE_CHECKING:
    from _csv import Writer

    from talentx.records.model import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """The records as rows; an empty cell is null."""
    write_rows(records, csv.writer(stream))


def write_rows(records: Iterable[Record], rows: Writer) -> None:
    """The records as rows of cells."""
    from talentx.records.model import COLUMNS

    rows.writerow(COLUMNS)
    for record in records:
        rows.writerow([cell(value) for _, value in record])
