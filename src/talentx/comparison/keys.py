"""Matching by the columns that the user names, and by nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from talentx.comparison.brief import number_of
from talentx.comparison.matching import Matching, Repeat
from talentx.comparison.model import Side

Key = tuple[object, ...]


def match_by_key(old: Side, new: Side, columns: Sequence[str]) -> Matching:
    """Figures that have the same values in all the columns, null being a value like any other.

    A key that several figures of a side have is no key: those that say the same number again are noted as
    repeats, and if others remain, all are candidates.
    """
    matching = Matching.of(len(old), len(new))
    olds, news = (_by_key(side, columns) for side in (old, new))
    reason = f"the same {', '.join(columns)}"
    for key in dict.fromkeys((*olds, *news)):
        mine, others = (
            _first_ones(side, places.get(key, []), at, matching)
            for at, (side, places) in enumerate(((old, olds), (new, news)))
        )
        if len(mine) == len(others) == 1:
            matching.pair(mine[0], others[0], reason)
        elif (mine and others) or len(mine) > 1 or len(others) > 1:
            matching.found.candidates.append((tuple(mine), tuple(others)))
    return matching


def _by_key(side: Side, columns: Sequence[str]) -> dict[Key, list[int]]:
    places: dict[Key, list[int]] = {}
    for at, stated in enumerate(side):
        places.setdefault(tuple(getattr(stated, column) for column in columns), []).append(at)
    return places


def _first_ones(side: Side, places: list[int], number: int, matching: Matching) -> list[int]:
    """The first figure of each number; the others say it again."""
    firsts: dict[Key, int] = {}
    for at in places if len(places) > 1 else ():
        stated = side[at]
        said = (*number_of(stated), stated.unit, stated.bound)
        first = firsts.setdefault(said, at)
        if first != at:
            matching.found.repeats[number][at] = Repeat(number, first)
    return list(firsts.values()) or places
