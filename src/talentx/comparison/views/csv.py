"""CSV: a row a change, the columns of both records beside each other, with the care that records get."""

from __future__ import annotations

from operator import attrgetter

from talentx.comparison.model import Row, Stated
from talentx.comparison.views.lines import LineFormat
from talentx.output.csv import line

_SIDES = ("old", "new")
_OWN = tuple(name for name in Row.__struct_fields__ if name not in _SIDES)
_STATED = (
    "raw", "value", "low", "high", "bound", "unit", "currency", "per", "date", "time", "status", "kind",
    "published", "document", "start", "end", "sentence", "id",
)  # fmt: skip
"""What of a record is written, each column with the side before it: old_raw, new_raw."""
COLUMNS = (*_OWN, *(f"{side}_{name}" for side in _SIDES for name in _STATED))

_own = attrgetter(*_OWN)
_stated = attrgetter(*_STATED)
_NOBODY = (None,) * len(_STATED)


def cells(row: Row) -> tuple[object, ...]:
    """The values of a row, in the order of the columns."""
    return (*_own(row), *_of(row.old), *_of(row.new))


def _of(stated: Stated | None) -> tuple[object, ...]:
    return _NOBODY if stated is None else _stated(stated)


LINES = LineFormat(lambda row: line(cells(row)), head=line(COLUMNS))
write = LINES.write
