"""Series: what one indicator was from year to year, with every source that says so."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from talentx.comparison.brief import Brief, briefs
from talentx.comparison.checks.sameness import anchor, words
from talentx.comparison.checks.statements import in_order, sentences
from talentx.comparison.checks.times import one_day, still_runs
from talentx.comparison.interval import agree
from talentx.comparison.model import Stated
from talentx.comparison.series.grouping import grouped
from talentx.comparison.series.points import Point, Span, span_of
from talentx.comparison.units import factor
from talentx.figures.digits import EXACT

_LEFT_OUT = frozenset(("date", "duration"))
_EXTENTS = ("year", "moment", "part", "years")


@dataclass(frozen=True, slots=True)
class Cell:
    """A year of a series. `chosen` speaks for it; `agreeing` and `conflicting` are other sources of its time,
    `others` what is said of other times of the year."""

    span: Span
    chosen: Stated
    agreeing: tuple[Stated, ...] = ()
    conflicting: tuple[Stated, ...] = ()
    others: tuple[tuple[Span, Stated], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one thing over the years. Its names are those most of its figures have."""

    kind: str
    indicator: str | None
    item: str | None
    place: str | None
    subject: str | None
    unit: str | None
    currency: str | None
    per: str | None
    status: str
    cells: dict[int, Cell]
    """By year, ascending."""

    @property
    def name(self) -> str:
        """What to call it: its indicator, else its item; a change is told from what changes."""
        name = self.indicator or self.item or self.kind
        return f"{name} (change)" if self.kind == "change" else name

    def values(self) -> list[tuple[int, Decimal]]:
        """The years with their numbers, of a range its middle, where they are of whole years or moments.

        Parts of years stand beside each other only where the series has nothing else.
        """
        partial = all(cell.span.extent == "part" for cell in self.cells.values())
        return [
            (year, _middle(cell.chosen))
            for year, cell in self.cells.items()
            if (partial or cell.span.extent != "part") and factor(cell.chosen.unit, self.unit) == 1
        ]


def series(rows: Iterable[Stated]) -> list[Series]:
    """The series of all records that have a number and a year, by indicator, place, item and status.

    The same records give the same series, in whatever order they come.
    """
    found = [_series(points) for points in grouped(_points(rows))]
    return sorted(found, key=_order)


def _points(rows: Iterable[Stated]) -> list[Point]:
    ordered = in_order(rows)
    said = {
        each.row.id: (words(each), anchor(each))
        for sentence in sentences(ordered)
        for each in sentence.statements
    }
    known: dict[str, str] = {}
    points = []
    for brief in _briefs(ordered):
        row = brief.stated
        if row.kind in _LEFT_OUT or brief.cues.is_structure or (row.indicator is None and row.item is None):
            continue
        span = span_of(row.time, row.date, row.published)
        if span is not None:
            points.append(Point(_light(brief, known), span, *said.get(row.id, ("", None))))
    return points


def _briefs(ordered: Sequence[Stated]) -> Iterator[Brief]:
    """The records in brief, a document at a time."""
    for _, group in itertools.groupby(enumerate(ordered), key=lambda pair: pair[1].document):
        yield from briefs(group)


def _light(brief: Brief, known: dict[str, str]) -> Brief:
    """The same with each word kept once for all: a store of articles fits into the memory."""
    words = {known.setdefault(word, word): weight for word, weight in brief.words.items()}
    return replace(brief, own={}, words=words)


def _series(points: Sequence[Point]) -> Series:
    by_year: dict[int, list[Point]] = defaultdict(list)
    for point in points:
        by_year[point.span.year].append(point)

    def most(name: str) -> str | None:
        """The value that most of them have, the shortest of those that are as many, else the first."""
        told: Counter[str] = Counter(
            value for point in points if (value := getattr(point.stated, name)) is not None
        )
        return min(told, key=lambda value: (-told[value], len(value)), default=None)

    return Series(
        kind=most("kind") or "",
        indicator=most("indicator"),
        item=most("item"),
        place=most("place"),
        subject=most("subject"),
        unit=most("unit"),
        currency=most("currency"),
        per=most("per"),
        status=most("status") or "",
        cells={year: _cell(by_year[year]) for year in sorted(by_year)},
    )


def _cell(points: Sequence[Point]) -> Cell:
    """The year of these points: the longest stretch of it that is told of, or its last moment."""
    span = min((point.span for point in points), key=_completeness)
    told = sorted((point for point in points if point.span == span), key=_exactness)
    chosen = told[0]
    agreeing = [each for each in told[1:] if agree(each.reading, chosen.reading)]
    differing = [each for each in told[1:] if not agree(each.reading, chosen.reading)]
    conflicting = [each for each in differing if _are_of_one_time(each.stated, chosen.stated)]
    others = [each for each in points if each.span != span or (each in differing and each not in conflicting)]
    return Cell(
        span,
        chosen.stated,
        tuple(each.stated for each in agreeing),
        tuple(each.stated for each in conflicting),
        tuple((each.span, each.stated) for each in others),
    )


def _are_of_one_time(one: Stated, other: Stated) -> bool:
    """Are the two of one day at all? What came of a month or year that still runs grows till its end."""
    promised = one.status == "target"
    return promised or one_day(one, other) or not (still_runs(one) or still_runs(other))


def _completeness(span: Span) -> tuple[int, int, int]:
    return _EXTENTS.index(span.extent), span.first - span.last if span.extent == "part" else 0, -span.last


def _exactness(point: Point) -> tuple[bool, int, str, int]:
    """The exact before those with a bound, then the later ones."""
    row = point.stated
    day = int((row.published or "0").replace("-", "").ljust(8, "0"))
    return row.bound != "exact", -day, row.document, row.start


def _middle(row: Stated) -> Decimal:
    if row.value is not None:
        return row.value
    assert row.low is not None
    assert row.high is not None
    return EXACT.divide(EXACT.add(row.low, row.high), Decimal(2))


def _order(found: Series) -> tuple[object, ...]:
    first = next(iter(found.cells.values())).chosen
    names = (found.indicator is None, found.name, found.place or "", found.item or "", found.status)
    return *names, min(found.cells), first.document, first.start
