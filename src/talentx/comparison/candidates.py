"""Which figures are worth comparing: all of a place and kind where they are few, else by shared words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from talentx.comparison.brief import Brief

_MOST = 200
"""Figures compared with each one, and figures that may share a word that is worth following."""
_CHANGE = "change"
_STEPS_OF = ("persons", "count", "money")
"""What a change in people, things or money can be told of instead: 增加6800人 and 6800人."""


class Pool:
    """Figures of one kind and place."""

    def __init__(self, figures: Sequence[Brief]) -> None:
        self._figures = figures
        self._postings: dict[str, list[int]] | None = None

    def near(self, brief: Brief) -> Iterable[Brief]:
        """Those worth comparing with it, at most so many."""
        if len(self._figures) <= _MOST:
            return self._figures
        shared: Counter[int] = Counter()
        postings = self._posted()
        for gram in (brief.stated.indicator or "", *brief.own):
            posted = postings.get(gram, ())
            if len(posted) <= _MOST:
                shared.update(posted)
        best = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]
        return [self._figures[at] for at, _ in best]

    def _posted(self) -> dict[str, list[int]]:
        if self._postings is None:
            self._postings = defaultdict(list)
            for at, brief in enumerate(self._figures):
                for gram in (brief.stated.indicator or "", *brief.own):
                    self._postings[gram].append(at)
        return self._postings


class Pools:
    """The figures of a side by kind and place."""

    def __init__(self, figures: Iterable[Brief]) -> None:
        groups: dict[tuple[str, str | None], list[Brief]] = defaultdict(list)
        self._areas: dict[str | None, str] = {}
        for brief in figures:
            groups[brief.group, brief.stated.place].append(brief)
            self._areas[brief.stated.place] = brief.area
        self._pools = {key: Pool(found) for key, found in groups.items()}
        self._around: dict[str | None, tuple[str | None, ...]] = {}

    def near(self, brief: Brief) -> Iterator[Brief]:
        """The figures worth comparing with it: of its place, one in it or around it, or of none."""
        for group in _groups(brief.group):
            for place in self._places(brief):
                pool = self._pools.get((group, place))
                if pool is not None:
                    yield from pool.near(brief)

    def _places(self, brief: Brief) -> tuple[str | None, ...]:
        """The places that go together with that of a figure; with none, all do."""
        place, area = brief.stated.place, brief.area
        if place not in self._around:
            self._around[place] = tuple(
                other
                for other, its in self._areas.items()
                if place is None
                or other in (place, None)
                or (area and its and area != its and (area.startswith(its) or its.startswith(area)))
            )
        return self._around[place]


def _groups(group: str) -> tuple[str, ...]:
    if group == _CHANGE:
        return (_CHANGE, *_STEPS_OF)
    return (group, _CHANGE) if group in _STEPS_OF else (group,)
