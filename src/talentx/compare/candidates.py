"""Which figures are worth comparing: all of a place and kind where they are few, else others by shared words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from talentx.compare.brief import Brief

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
        places: dict[str, dict[str | None, None]] = defaultdict(dict)
        for brief in figures:
            groups[brief.group, brief.stated.place].append(brief)
            places[brief.group][brief.stated.place] = None
        self._pools = {key: Pool(found) for key, found in groups.items()}
        self._places = places

    def near(self, brief: Brief) -> Iterator[Brief]:
        """The figures worth comparing with it; one without a place may be of any."""
        for group in _groups(brief.group):
            place = brief.stated.place
            for other in self._places.get(group, {}) if place is None else (place, None):
                pool = self._pools.get((group, other))
                if pool is not None:
                    yield from pool.near(brief)


def _groups(group: str) -> tuple[str, ...]:
    if group == _CHANGE:
        return (_CHANGE, *_STEPS_OF)
    return (group, _CHANGE) if group in _STEPS_OF else (group,)
