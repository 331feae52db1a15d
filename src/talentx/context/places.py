"""The gazetteer: the administrative units of China and the names they go by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from talentx.context.placetables import name_rows, street_table, unit_rows

Level = Literal["province", "city", "county", "street"]
Use = Literal["name", "short", "alias", "zone", "literary"]
"""How a text names a unit: by its `name`, its `short` name, an `alias` that is as good,
a development `zone` of it, or a `literary` name that others bear too."""

GENERIC = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
"""Short suffixes: 恩施州 for 恩施土家族苗族自治州."""


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit.

    `parent` is a code, empty for a province; `until` the last year of one abolished, else empty.
    """

    adcode: str
    name: str
    short: str
    level: Level
    parent: str
    until: str = ""


Naming = tuple[Use, Place]


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that may name a place: one of `namings`.

    There is none for a phrase that only looks like a name; a `homonym` is a common word besides.
    """

    start: int
    end: int
    namings: tuple[Naming, ...]
    homonym: bool


class Gazetteer:
    """The tables of a rule pack: places.csv, places_more.csv and streets.csv."""

    def __init__(self, folder: Path) -> None:
        """Read the tables of `folder`. Raises PackError, with its line, for one that is broken."""
        self._folder = folder
        self._units: dict[str, Place] = {}
        self._names: dict[str, list[Naming]] = {}
        self._homonyms: set[str] = set()
        self._singles: dict[str, list[Place]] = {}
        self._read_units()
        self._read_more()
        self._street_table = street_table(folder)
        self._index: dict[str, list[str]] = {}
        for text in sorted(self._names, key=len, reverse=True):
            self._index.setdefault(text[:2], []).append(text)

    def _read_units(self) -> None:
        zones: list[tuple[str, str]] = []
        shorts: list[Place] = []
        for row in unit_rows(self._folder):
            if row["level"] == "zone":
                zones.append((row["name"], row["parent"]))
                continue
            unit = Place(**row)  # type: ignore[arg-type]
            if not unit.until or unit.adcode not in self._units:
                self._units[unit.adcode] = unit
            self._add(unit.name, "name", unit)
            if unit.short:
                shorts.append(unit)
        for unit in shorts:
            self._add(unit.short, "short", unit)
            for suffix, short_suffix in GENERIC.items():
                if unit.name.endswith(suffix):
                    self._add(unit.short + short_suffix, "name", unit)
        for name, code in zones:
            self._add(name, "zone", self._units[code])

    def _read_more(self) -> None:
        """Read the names added by hand.

        `homonym` and `phrase` rows have no code, a `single` is one character; an `area` is no unit of the
        table but a place of its own, its name in `note`, the code that of what holds it.
        """
        for row in name_rows(self._folder, self._units):
            text, use = row["text"], row["use"]
            if use == "homonym":
                self._homonyms.add(text)
            elif use == "single":
                self._singles.setdefault(text, []).append(self._units[row["adcode"]])
            elif use == "phrase":
                self._names[text] = []
            elif use == "area":
                area = Place("", row["note"], text, "city", row["adcode"])
                self._add(text, "alias", area)
            else:
                self._add(text, use, self._units[row["adcode"]])  # type: ignore[arg-type]

    def _add(self, text: str, use: Use, unit: Place) -> None:
        namings = self._names.setdefault(text, [])
        if all(unit != known for _, known in namings):
            namings.append((use, unit))

    @cached_property
    def _streets(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in self._street_table.splitlines()[1:]:
            adcode, _, name = line.partition(",")
            found.setdefault(name, []).append(adcode)
        return found

    def __iter__(self) -> Iterator[Place]:
        """The units in force and the last form of each abolished code."""
        return iter(self._units.values())

    def unit(self, adcode: str) -> Place | None:
        """The unit of a code, a street's nine digits included."""
        if len(adcode) == 9:
            for name, codes in self._streets.items():
                if adcode in codes:
                    return self._street(name, adcode)
            return None
        return self._units.get(adcode)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """The longest name at each position of `text[start:end]`, overlapping ones too, in text order."""
        last = len(text) if end is None else end
        index, names = self._index, self._names
        for position in range(start, last - 1):
            for name in index.get(text[position : position + 2], ()):
                if text.startswith(name, position) and position + len(name) <= last:
                    yield Hit(position, position + len(name), tuple(names[name]), name in self._homonyms)
                    break

    def single(self, character: str) -> tuple[Place, ...]:
        """The cities and provinces that a one-character name (杭, 宁, 沪) may stand for."""
        return tuple(self._singles.get(character, ()))

    def streets(self, name: str) -> tuple[Place, ...]:
        """The streets and towns of that full name (留下街道, 双浦镇) anywhere in the country."""
        return tuple(self._street(name, code) for code in self._streets.get(name, ()))

    def _street(self, name: str, adcode: str) -> Place:
        return Place(adcode, name, "", "street", adcode[:6])

    def ancestors(self, place: Place) -> Iterator[Place]:
        """The units above a place, nearest first."""
        above = self._units.get(place.parent)
        while above is not None:
            yield above
            above = self._units.get(above.parent)

    def within(self, place: Place, other: Place) -> bool:
        """Whether `place` lies in `other` or is it."""
        same = place.adcode == other.adcode and place.name == other.name
        return same or any(above.adcode == other.adcode for above in self.ancestors(place))

    def common(self, first: Place, second: Place) -> Place | None:
        """The finest unit that holds both places."""
        for above in (first, *self.ancestors(first)):
            if self.within(second, above):
                return above
        return None
