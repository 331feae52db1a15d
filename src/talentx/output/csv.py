"""CSV after RFC 4180: a header, CRLF, quotes where needed, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, TextIO

from talentx.records.decimals import plain

if TYPE_CHECKING:
    from talentx.records.model import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width signs in East Asian settings among it."""


def write(records: Iterable[Record], stream: TextIO) -> None:
    """The records as rows; an empty cell is null."""
    from talentx.records.model import COLUMNS

    rows = csv.writer(stream)
    rows.writerow(COLUMNS)
    for record in records:
        rows.writerow([_cell(value) for _, value in record])


def _cell(value: object) -> str:
    """The cell of a value: text that starts like a formula behind an apostrophe, numbers as they are."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value is None else str(value)
