"""Streets and towns: the names that end in 街道, 镇 or 乡, and the counties they may lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.context.places import Gazetteer, Hit, Place

STREET = re.compile("街道|镇|乡")
STREET_NAME_MAX = 8


@dataclass(frozen=True, slots=True)
class StreetHit:
    """A stretch of text that names a street or town, and all of that name in the country."""

    start: int
    end: int
    options: tuple[Place, ...]


def find_streets(text: str, start: int, end: int, gazetteer: Gazetteer) -> list[list[StreetHit]]:
    """For each 街道, 镇 or 乡 that ends a name the names that end there, the longest first, in text order."""
    found = []
    for match in STREET.finditer(text, start, end):
        first = max(start, match.end() - STREET_NAME_MAX)
        hits = [
            StreetHit(position, match.end(), options)
            for position in range(first, match.end() - 1)
            if (options := gazetteer.streets(text[position : match.end()]))
        ]
        if hits:
            found.append(hits)
    return found


def counties_by_streets(hits: Sequence[Hit], streets: Sequence[Sequence[StreetHit]]) -> Iterator[Place]:
    """The counties whose short name is sure because a street of theirs follows it (安吉溪龙乡).

    So it is where a town elsewhere in the article is the only one of its name and lies there, unless
    the short name is a common word besides.
    """
    beginning: dict[int, set[str]] = {}
    alone: set[str] = set()
    for ending in streets:
        for hit in ending:
            beginning.setdefault(hit.start, set()).update(place.parent for place in hit.options)
        if len(ending[0].options) == 1:
            alone.add(ending[0].options[0].parent)
    for named in hits:
        following = beginning.get(named.end, set())
        for use, place in named.namings:
            short = use == "short" and place.level == "county" and not place.until
            only = place.adcode in alone and not named.homonym
            if short and (place.adcode in following or only):
                yield place
