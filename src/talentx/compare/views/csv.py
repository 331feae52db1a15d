"""CSV: a row a change, the columns of both records beside each other, with the care that records get."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, TextIO

from talentx.compare.model import Row, Stated
from talentx.output.cells import cell

if TYPE_CHECKING:
    from _csv import Writer

_SIDES = ("old", "new")
_OWN = tuple(field.name for field in fields(Row) if field.name not in _SIDES)
_STATED = (
    "raw", "value", "low", "high", "bound", "unit", "currency", "per", "date", "time", "status", "kind",
    "published", "document", "start", "end", "sentence", "id",
)  # fmt: skip
"""What of a record is written, each column with the side before it: old_raw, new_raw."""
COLUMNS = (*_OWN, *(f"{side}_{name}" for side in _SIDES for name in _STATED))

_own = attrgetter(*_OWN)
_stated = attrgetter(*_STATED)
_NOBODY = ("",) * len(_STATED)


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """The rows; an empty cell is null."""
    write_rows(rows, csv.writer(stream))


def write_rows(rows: Iterable[Row], cells: Writer) -> None:
    """The rows as rows of cells."""
    cells.writerow(COLUMNS)
    for row in rows:
        cells.writerow([*map(cell, _own(row)), *_of(row.old), *_of(row.new)])


def _of(stated: Stated | None) -> Iterable[str]:
    return _NOBODY if stated is None else map(cell, _stated(stated))
