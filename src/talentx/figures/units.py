"""Units: what may follow a numeral, by a table of surfaces, and the currencies that may stand before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, cast

from talentx.figures.tables import rows

Sort = Literal[
    "none",
    "people",
    "count",
    "measure",
    "grade",
    "money",
    "time",
    "day",
    "age",
    "share",
    "point",
    "times",
    "double",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in its canonical spelling. `power` scales a share: % is -2, 成 is -1."""

    name: str | None
    sort: Sort
    currency: str | None = None
    power: int = 0
    arabic: bool = False
    """Whether it counts only after Arabic digits: 94.6分, but not 七分."""
    factor: Decimal = Decimal(1)
    """How many of its name one is: 一打 is 12 个, 一双 2 只, 一角 0.1 元."""


@dataclass(frozen=True, slots=True)
class _Entry:
    unit: Unit
    stops: str
    """A pattern of what may not follow, compiled when it is first asked; empty for none."""


_pattern = cache(re.compile)


def _load() -> dict[str, tuple[_Entry, ...]]:
    table: dict[str, tuple[_Entry, ...]] = {}
    for sort, name, code, surfaces, stops in rows("units.tsv", 5):
        power = int(code) if code.startswith("-") else 0
        code, _, factor = code.partition("×")
        unit = Unit(
            name or None,
            cast(Sort, sort),
            code if sort == "money" else None,
            power,
            arabic=code == "arabic",
            factor=Decimal(factor or 1),
        )
        entry = _Entry(unit, stops)
        for surface in surfaces.split():
            table[surface] = (*table.get(surface, ()), entry)
    return table


_TABLE = _load()
_BY_FIRST: dict[str, tuple[tuple[str, tuple[_Entry, ...]], ...]] = {
    first: tuple(
        (surface, _TABLE[surface])
        for surface in sorted(_TABLE, key=lambda each: -len(each))
        if surface[0] == first
    )
    for first in {surface[0] for surface in _TABLE}
}
"""The surfaces by their first character, the longest first."""
OPENING = "".join(sorted(_BY_FIRST))
"""The characters that can begin a unit."""

YUAN = next(entry.unit for entry in _TABLE["元"])
PERCENT = _TABLE["%"][0].unit
PLACES = _TABLE["位次"][0].unit
NAMED = {entry.unit.name: entry.unit for entries in _TABLE.values() for entry in entries if entry.unit.name}
DOUBLE = _TABLE["番"][0].unit


def match(text: str, pos: int, arabic: bool = True) -> tuple[Unit, int] | None:
    """The longest unit at `pos` and the position after it, or None; up to two blanks may stand before it."""
    blank = pos
    while text[blank : blank + 1] in ("\u00a0", " ", "\u3000") and blank < pos + 2:
        blank += 1
    first = text[blank : blank + 1]
    for surface, entries in _BY_FIRST.get(first, ()):
        if not text.startswith(surface, blank):
            continue
        end = blank + len(surface)
        for entry in entries:
            if entry.stops and _pattern(entry.stops).match(text, end):
                continue
            if (entry.unit.arabic and not arabic) or (first < "\u0080" and _latin(text, end)):
                continue
            return entry.unit, end
    return None


def _latin(text: str, pos: int) -> bool:
    """Whether an ASCII unit runs on into a longer word: 5g but not 5gram."""
    following = text[pos : pos + 1]
    return following.isascii() and following.isalnum() and text[pos - 1].isalpha()


_BEFORE = re.compile(
    r"(?P<CNY>人民币|RMB|CNY|[¥￥])|(?P<USD>US\$|USD|美元|美金|(?<![A-Z])\$)|(?P<HKD>HK\$|HKD|港币|港幣|港元)"
    r"|(?P<TWD>NT\$|新台币|新臺幣|新台幣|新臺币|台币|台幣|臺幣)|(?P<EUR>€|EUR|欧元)|(?P<GBP>£|GBP|英镑)|(?P<JPY>JPY|日币|日元|日圆)"
    r"|(?P<MOP>MOP|葡币|澳门元|澳门币|澳門元)|(?P<KRW>₩|韩元|韩币)|(?P<SGD>S\$|SGD|新加坡元|新币|坡币)|(?P<AUD>A\$|AUD|澳元|澳币)"
    r"|(?P<CAD>C\$|CAD|加元|加币)|(?P<CHF>CHF|瑞士法郎|瑞郎)|(?P<THB>THB|泰铢)"
)
_CURRENCY_LAST = frozenset("币幣元金圆郎铢BYDPRF¥￥$€£₩ ")
_BY_CODE = {
    e.unit.currency: e.unit
    for entries in _TABLE.values()
    for e in entries
    if e.unit.sort == "money" and e.unit.factor == 1
}


def currency_before(text: str, pos: int) -> tuple[Unit, int] | None:
    """The currency that ends at `pos` (人民币300万, ￥20, US$3万) and where it starts, or None."""
    if text[pos - 1 : pos] not in _CURRENCY_LAST:
        return None
    tail = text[max(0, pos - 4) : pos]
    tail = tail.rstrip(" ")
    for found in _BEFORE.finditer(tail):
        if found.end() == len(tail) and found.lastgroup is not None:
            return _BY_CODE[found.lastgroup], max(0, pos - 4) + found.start()
    return None
