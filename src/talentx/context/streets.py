"""Streets and towns: the names that end in 街道, 镇 or 乡, and the counties they may lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.context.places import Gazetteer, Hit, Place

STREET = re.compile("街道|镇|乡")
STREET_NAME_MAX = 8
LIST_END = re.compile("等?(?:[两二三四五六七八九十几各]|[0-9]{1,2})个?(?P<kind>街道|乡镇|镇街|街镇|镇|乡)")
"""What closes a list of towns called by their short names: 东关、西关两镇."""
KINDS = {"街道": ("街道",), "镇": ("镇",), "乡": ("乡",)}
"""What the towns of such a list are, where it is not said for all: 乡镇."""
LIST_PARTS = re.compile("[、和及与]")
LIST_MAX = 60
SHORT_NAME = range(4, 1, -1)
"""The length of a town's short name, in characters, the longest first."""
COMMON_TOWNS = 3
"""How many towns of names that others bear too speak for the county that has them all."""


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
    listed = [[hit] for hit in _listed(text, start, end, gazetteer)]
    return sorted(found + listed, key=lambda hits: hits[0].end) if listed else found


def _listed(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[StreetHit]:
    """The members of each list of towns by their short names, of which there are two at least."""
    for closing in LIST_END.finditer(text, start, end):
        kinds = KINDS.get(closing["kind"], ("镇", "乡", "街道"))
        members: list[StreetHit] = []
        last = closing.start()
        while last > max(start, closing.start() - LIST_MAX):
            member = _member(text, start, last, kinds, gazetteer)
            if member is None:
                break
            members.append(member)
            if not LIST_PARTS.match(text, member.start - 1):
                break
            last = member.start - 1
        if len(members) > 1:
            yield from reversed(members)


def _member(text: str, start: int, end: int, kinds: Sequence[str], gazetteer: Gazetteer) -> StreetHit | None:
    """The town whose short name ends at the place."""
    for length in SHORT_NAME:
        first = end - length
        if first < start:
            continue
        options = tuple(place for kind in kinds for place in gazetteer.streets(text[first:end] + kind))
        if options:
            return StreetHit(first, end, options)
    return None


def counties_of_towns(streets: Sequence[Sequence[StreetHit]]) -> set[str]:
    """The codes of the counties that several towns of the article can only share.

    A town whose name no other bears speaks for its county if one more lies there; of common names
    it takes three.
    """
    towns: dict[str, dict[str, bool]] = {}
    for ending in streets:
        hit = ending[0]
        name = hit.options[0].name
        for place in hit.options:
            towns.setdefault(place.parent, {})[name] = len(hit.options) == 1
    return {
        county
        for county, named in towns.items()
        if len(named) >= (2 if any(named.values()) else COMMON_TOWNS)
    }


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
