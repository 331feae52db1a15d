"""Records in the sentences they stand in: what a check reads is the words around a figure.

Records do not say where in its sentence a figure stands, so it is looked up. Line breaks and blanks, which a
page has anywhere, are taken out, and the characters folded, so that one set of words does for all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from talentx.comparison.interval import Interval, interval, rounding, step, widened
from talentx.comparison.model import Stated
from talentx.figures.digits import EXACT
from talentx.text.fold import fold

_CLAUSE_MARK = re.compile("[，。；：！？、,;:!?]")
_COMPARABLE = {
    "talent": "heads",
    "people": "heads",
    "fund": "money",
    "award": "money",
    "money": "money",
    "count": "things",
}
"""Kinds whose figures are amounts, and which of them may be set beside each other."""
_HEDGES = frozenset(("about", "nearly", "over", "under"))
_TOLD = (
    "sentence", "raw", "article", "published", "kind", "indicator", "item", "place", "adcode", "subject",
    "value", "low", "high", "bound", "unit", "currency", "per", "date", "time", "status", "rule",
)  # fmt: skip
_TENTH = Decimal("0.1")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure in its sentence: `text` is the sentence without blanks, in which it stands at start:end.

    `floor` is where the figure before it ends, 0 for the first one.
    """

    row: Stated
    text: str
    start: int
    end: int
    floor: int

    @property
    def gap(self) -> str:
        """What stands between the figure before it and this one."""
        return self.text[self.floor : self.start]

    @property
    def lead(self) -> str:
        """The words of its clause before it, back to the figure before it."""
        return _CLAUSE_MARK.split(self.gap)[-1]

    @property
    def tail(self) -> str:
        """The words of its clause behind it."""
        return _CLAUSE_MARK.split(self.text[self.end :], maxsplit=1)[0]

    @property
    def measure(self) -> tuple[str | None, ...] | None:
        """What it is counted in; only figures of one measure can be compared. None where it is no amount."""
        sort = _COMPARABLE.get(self.row.kind)
        return (sort, self.row.unit, self.row.currency, self.row.per) if sort is not None else None

    def proof(self) -> Interval | None:
        """What it leaves possible, with what rounding in print may hide; None where it has no number."""
        row = self.row
        found = interval(row.value, row.low, row.high, row.bound, row.raw)
        return None if found is None else widened(found, slack(row))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document and the figures in it, in their order."""

    text: str
    statements: tuple[Statement, ...]


def in_order(rows: Iterable[Stated]) -> list[Stated]:
    """The records by document and place in the text, each id once."""
    unique: dict[str, Stated] = {}
    for row in rows:
        other = unique.setdefault(row.id, row)
        if other is not row and _content(row) < _content(other):
            unique[row.id] = row
    return sorted(unique.values(), key=lambda row: (row.document, row.start, row.id))


def _content(row: Stated) -> tuple[str, int, list[str]]:
    """What decides which of two records of one id is taken: copies of a text, or two extractions of it."""
    return row.document, row.start, [str(getattr(row, name, None)) for name in _TOLD]


def _sentence(row: Stated) -> tuple[str, str]:
    return row.document, row.sentence


def sentences(rows: Iterable[Stated]) -> Iterator[Sentence]:
    """The sentences of all documents, in the order of their documents' names and of the text.

    A record that comes twice (its id does) counts once, and so do a file and its copy.
    """
    for (_, sentence), group in itertools.groupby(in_order(rows), _sentence):
        text = fold("".join(sentence.split()))
        yield from _located(text, list(group))


def _located(text: str, rows: list[Stated]) -> Iterator[Sentence]:
    """The rows found in the text one behind the other; a sentence that is printed twice in a row is two."""
    found: list[Statement] = []
    floor = 0
    for row in rows:
        raw = fold("".join(row.raw.split()))
        start = text.find(raw, floor)
        if start < 0 and found:
            yield Sentence(text, tuple(found))
            found, floor = [], 0
            start = text.find(raw)
        if start < 0:
            continue
        found.append(Statement(row, text, start, start + len(raw), floor))
        floor = start + len(raw)
    if found:
        yield Sentence(text, tuple(found))


def slack(row: Stated) -> Decimal:
    """How far a number may be off for being rounded in print; a hedge is not read to its digit either."""
    value = row.value if row.value is not None else row.high
    if value is None:
        return _NOTHING
    if row.bound in _HEDGES:
        return EXACT.multiply(step(row.raw, abs(value)), _TENTH)
    hidden = rounding(row.raw, value)
    return _NOTHING if hidden == Decimal("0.5") else hidden


def above(one: Interval | None, other: Interval | None) -> bool:
    """Is all that one leaves possible above all that the other does?"""
    if one is None or other is None or one.low is None or other.high is None:
        return False
    return one.low > other.high
