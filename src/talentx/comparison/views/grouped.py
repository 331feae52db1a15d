"""The rows of a comparison by outcome: what changed first, each outcome's rows in their order."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import Self

from talentx.comparison.model import Outcome, Row, Stated
from talentx.errors import OutputError

ORDER: tuple[Outcome, ...] = (
    "rose",
    "fell",
    "unit changed",
    "bound changed",
    "target met",
    "target missed",
    "ambiguous",
    "new",
    "gone",
    "same within bounds",
    "same",
    "duplicate",
)
BRIEF: frozenset[Outcome] = frozenset({"same", "duplicate"})
"""The outcomes of which nobody need see the sentences."""
_IN_MEMORY = 1 << 22
"""So many bytes of each outcome are held in memory; what is more goes to a file without a name."""


class Grouped:
    """The rows of each outcome, however many: to be read as often as needed, and closed.

    Raises OutputError where there is no room for a file.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._counts: Counter[Outcome] = Counter()
        with ExitStack() as resources:
            self._files = {
                outcome: resources.enter_context(SpooledTemporaryFile(_IN_MEMORY)) for outcome in ORDER
            }
            self._take(rows)
            self._resources = resources.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._resources.close()

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows there are of each outcome that there is, in order."""
        return {outcome: self._counts[outcome] for outcome in ORDER if self._counts[outcome]}

    def rows(self, outcome: Outcome) -> Iterator[Row]:
        """The rows of an outcome; one such reading at a time."""
        file = self._files[outcome]
        file.seek(0)
        for _ in range(self._counts[outcome]):
            yield pickle.load(file)  # noqa: S301 - our own

    def groups(self, outcome: Outcome) -> Iterator[list[Row]]:
        """The rows of an outcome, those together that tell of figures which could be each other's."""
        rows = self.rows(outcome)
        return _candidates(rows) if outcome == "ambiguous" else ([row] for row in rows)

    def _take(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._counts[row.outcome] += 1
            try:
                pickle.dump(row, self._files[row.outcome], pickle.HIGHEST_PROTOCOL)
            except OSError as error:
                raise OutputError(
                    f"a temporary file cannot be written: {error.strerror}",
                    advice="point TMPDIR to a disk with room",
                ) from None


def summary(counts: dict[Outcome, int]) -> str:
    """The counts in words: 5 rose, 2 fell, 3 same."""
    return ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "nothing to compare"


def figures_of(group: Iterable[Row]) -> tuple[list[Stated], list[Stated]]:
    """The older and the newer figures of a group, each once."""
    sides: tuple[dict[object, Stated], dict[object, Stated]] = ({}, {})
    for row in group:
        for side, stated in zip(sides, (row.old, row.new), strict=True):
            if stated is not None:
                side.setdefault(_key(stated), stated)
    return list(sides[0].values()), list(sides[1].values())


def _candidates(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Ambiguous rows, which come group after group, in their groups."""
    group: list[Row] = []
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        figures = {(side, *_key(stated)) for side, stated in enumerate((row.old, row.new)) if stated}
        if group and not (_goes_on(row, group[-1]) or (len(figures) > 1 and figures & seen)):
            yield group
            group, seen = [], set()
        group.append(row)
        seen |= figures
    if group:
        yield group


def _goes_on(row: Row, last: Row) -> bool:
    """In a large group each figure stands alone, those of the older side before those of the newer."""
    lone = (row.old is None or row.new is None) and (last.old is None or last.new is None)
    return lone and row.reason == last.reason and (last.old is not None or row.old is None)


def _key(stated: Stated) -> tuple[object, ...]:
    return stated.document, stated.start, stated.end, stated.id
