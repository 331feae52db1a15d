"""Which figures are worth comparing: all of a place and kind where they are few, else by shared words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from talentx.comparison.brief import Brief

_MOST = 200
"""Figures compared with each one, and figures that may share a word that is worth following."""
_PROVINCE = 2
"""Digits of the code of a province, the largest area."""
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
        areas: dict[str | None, str] = {}
        for brief in figures:
            groups[brief.group, brief.stated.place].append(brief)
            areas[brief.stated.place] = brief.area
        self._pools = {key: Pool(found) for key, found in groups.items()}
        self._every = tuple(areas)
        self._of_area: dict[str, list[str | None]] = defaultdict(list)
        self._inside: dict[str, list[str | None]] = defaultdict(list)
        for place, area in areas.items():
            self._of_area[area].append(place)
            for above in _above(area):
                self._inside[above].append(place)

    def near(self, brief: Brief) -> Iterator[Brief]:
        """The figures worth comparing with it: of its place, one in it or around it, or of none."""
        for group in _groups(brief.group):
            for place in self._places(brief):
                pool = self._pools.get((group, place))
                if pool is not None:
                    yield from pool.near(brief)

    def _places(self, brief: Brief) -> Iterable[str | None]:
        """The places that go together with that of a figure; with none, all do."""
        if brief.stated.place is None:
            return self._every
        around = [place for above in _above(brief.area) for place in self._of_area.get(above, ())]
        return dict.fromkeys((brief.stated.place, None, *around, *self._inside.get(brief.area, ())))


def _above(area: str) -> Iterator[str]:
    """The areas that one of this code lies in: 330105 in 3301 and 33."""
    return (area[:end] for end in range(_PROVINCE, len(area)))


def _groups(group: str) -> tuple[str, ...]:
    if group == _CHANGE:
        return (_CHANGE, *_STEPS_OF)
    return (group, _CHANGE) if group in _STEPS_OF else (group,)
