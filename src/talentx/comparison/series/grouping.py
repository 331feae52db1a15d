"""Figures of one series put together, the most alike first, and those kept apart that tell of two things."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from talentx.comparison.brief import Brief
from talentx.comparison.checks.sameness import BY_AREA
from talentx.comparison.interval import Interval, agree
from talentx.comparison.likeness import LIKELY, Likeness
from talentx.comparison.model import Stated
from talentx.comparison.series.points import Point, Span

_NEIGHBOURS = 0.6
"""What it says that the figures beside the two in their sentences are alike too."""
_SURE = 2.0
_COUNTED_FROM_THE_START = "editions"
"""An event has had as many editions whether it is told since when or not."""
_ALIKE = LIKELY + 0.5
"""From here on two figures are of one series; a little more than where two years alone are compared, as what
is put together here draws in more."""
_CONFLICTING = 3.5
"""How alike two figures are that tell one thing differently in one year; less alike, they are two things."""
_MOST = 300
"""Figures of one sort that are all compared with each other; more are parted by indicator and item."""

Link = tuple[float, int, int]
"""How alike two points are, and their places, the lower first."""


@dataclass(slots=True)
class _Group:
    """Points of one series so far, by their places; `told` is what each document says of each time."""

    first: int
    members: list[int]
    told: dict[tuple[Span, str], Interval] = field(default_factory=dict)


def grouped(points: Sequence[Point]) -> list[list[Point]]:
    """The points of each series, in the order of their first one; one that is like no other stands alone.

    Points of the same words come together first, then those that are most alike, as `Likeness` has it.
    """
    groups = _Groups(points)
    for same in _by_words(points):
        for one, other in itertools.pairwise(same):
            groups.join(one, other, sure=points[one].anchor == BY_AREA)
    links = sorted(_links(points, groups.firsts()), key=lambda link: (-link[0], *link[1:]))
    for score, one, other in links:
        groups.join(one, other, sure=score >= _CONFLICTING)
    return [[points[at] for at in sorted(group.members)] for group in groups.all()]


class _Groups:
    """Which points are together."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._of = [
            _Group(at, [at], {(point.span, point.stated.document): point.reading})
            for at, point in enumerate(points)
        ]

    def join(self, one: int, other: int, *, sure: bool) -> None:
        """Put the groups of two points together, unless they tell of two things.

        What a document says in two ways of one time is of two things. So is what two documents say, unless it
        is `sure` that the two points are alike.
        """
        mine, others = self._of[one], self._of[other]
        if mine is others or not _go_together(mine, others, sure=sure):
            return
        if len(others.members) > len(mine.members):
            mine, others = others, mine
        mine.first = min(mine.first, others.first)
        mine.members.extend(others.members)
        for key, told in others.told.items():
            mine.told.setdefault(key, told)
        for at in others.members:
            self._of[at] = mine

    def all(self) -> list[_Group]:
        """Each group once, in the order of its first member."""
        return [group for at, group in enumerate(self._of) if group.first == at]

    def firsts(self) -> list[int]:
        """The first member of each group, which speaks for it."""
        return [group.first for group in self.all()]


def _go_together(one: _Group, other: _Group, *, sure: bool) -> bool:
    if len(other.told) > len(one.told):
        one, other = other, one
    if any(key in one.told and not agree(one.told[key], told) for key, told in other.told.items()):
        return False
    if sure:
        return True
    told: dict[Span, list[Interval]] = defaultdict(list)
    for (span, _), found in one.told.items():
        told[span].append(found)
    return all(agree(each, found) for (span, _), found in other.told.items() for each in told.get(span, ()))


def _by_words(points: Sequence[Point]) -> list[list[int]]:
    """The places of the points that are said of one thing in the same words."""
    found: dict[object, list[int]] = defaultdict(list)
    for at, point in enumerate(points):
        row, said = point.stated, "".join(sorted(point.words))
        of = point.anchor or (row.item, row.subject)
        if said:
            found[row.indicator, row.unit, row.per, said, of, *_sort(point)].append(at)
    return list(found.values())


def _sort(point: Point) -> tuple[object, ...]:
    """What figures of one series have in common whatever words they are told in."""
    brief = point.brief
    row = point.stated
    named = brief.family or row.item
    over_years = point.span.extent == "years" and brief.family != _COUNTED_FROM_THE_START
    return brief.group, row.place, row.currency, _status(row), brief.cues.is_step, over_years, named


def _status(row: Stated) -> str:
    """What is promised is of another series than what came of it, what may be granted than what was."""
    return row.status if row.status == "target" or row.kind == "award" else "actual"


def _links(points: Sequence[Point], places: Iterable[int]) -> Iterator[Link]:
    """The pairs among the points at these places that are likely to be of one series."""
    likeness = Likeness([point.brief for point in points], ())
    scores: dict[tuple[int, int], float] = {}
    by_brief = {point.brief.at: at for at, point in enumerate(points)}
    for one, other in _pairs(points, places):
        score = likeness.of(points[one].brief, points[other].brief)
        if score is not None and score > _ALIKE - 2 * _NEIGHBOURS:
            scores[one, other] = score
    for (one, other), score in scores.items():
        near = 0
        for mine, others in _neighbours(points[one].brief, points[other].brief):
            beside = sorted((by_brief.get(mine, -1), by_brief.get(others, -1)))
            near += scores.get((beside[0], beside[1]), 0.0) >= _SURE
        if score + _NEIGHBOURS * near >= _ALIKE:
            yield score + _NEIGHBOURS * near, one, other


def _neighbours(one: Brief, other: Brief) -> Iterator[tuple[int, int]]:
    for mine, others in ((one.before, other.before), (one.after, other.after)):
        if mine is not None and others is not None:
            yield mine, others


def _pairs(points: Sequence[Point], places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing: of one sort, and few enough of it; in one document of one name alone."""
    sorts: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in places:
        sorts[_sort(points[at])].append(at)
    parts = [part for same in sorts.values() for part in _parted(points, same)]
    for one, other in (pair for part in parts for pair in itertools.combinations(part, 2)):
        mine, others = points[one], points[other]
        if None not in (pers := {mine.stated.per, others.stated.per}) and len(pers) > 1:
            continue
        if mine.stated.document != others.stated.document or _is_retold(mine, others):
            yield one, other


def _parted(points: Sequence[Point], places: list[int]) -> Iterator[list[int]]:
    """The places, where they are too many parted by indicator and item; what is too many then is left out."""
    if len(places) <= _MOST:
        yield places
        return
    parts: dict[object, list[int]] = defaultdict(list)
    for at in places:
        row = points[at].stated
        parts[row.indicator, row.item].append(at)
    yield from (part for part in parts.values() if len(part) <= _MOST)


def _is_retold(one: Point, other: Point) -> bool:
    """Are the two figures of one document for different years of one thing, by its names or a subject's?"""
    mine, others = one.stated, other.stated
    if mine.indicator is None or mine.indicator != others.indicator or one.span.year == other.span.year:
        return False
    same_words = mine.item == others.item and sorted(one.words) == sorted(other.words)
    return mine.subject == others.subject and (mine.subject is not None or same_words)
