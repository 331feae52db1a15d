"""The rows of a comparison that are asked for, and whether anything changed in any of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from talentx.comparison.model import UNCHANGED, Outcome, Row


class Telling:
    """Rows with some of the outcomes, of so many figures or more; all are looked at.

    `changed`, once they have been gone through: is any of all the rows a change?
    """

    def __init__(self, rows: Iterable[Row], wanted: Collection[Outcome], number: int) -> None:
        self._rows, self._wanted = rows, wanted
        self.number = number
        self.changed = False

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.changed = self.changed or row.outcome not in UNCHANGED
            if row.outcome in self._wanted:
                yield row
