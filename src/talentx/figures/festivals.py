"""Festivals and days with a name (中秋节, 五一): where a text names one, and which day of a year it is.

Names, rules and guards come from `data/festivals.tsv`, lunar days and solar terms from `lunar`; both tables
are read when a function is first called.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from talentx.edtf import Date, Interval, days_in, shift
from talentx.figures import lunar
from talentx.figures.tables import rows

_FIXED = re.compile(r"(\d\d)(?:-(\d\d))?")
_LUNAR = re.compile(r"L(\d\d)-(\d\d|last)")
_WEEKDAY = re.compile(r"(\d{1,2})-(mon|tue|wed|thu|fri|sat|sun)-(\d|last)")
_MOVABLE = re.compile(r"(qingming|dongzhi|easter)([+-]\d+)?")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = 7
_FIRST_GREGORIAN_YEAR = 1583
"""The first year whose Easter the Gregorian reckoning set."""

_CLASS = re.compile(r"\{(\w+)\}")
_CLOSING = "”’」』\"'"
_BEFORE = 8
"""How many characters left of a name its guard is given."""
_KEY = 2
"""The names are kept by this many first characters; none is shorter."""

_pattern = cache(re.compile)


@dataclass(frozen=True, slots=True)
class Festival:
    """A named day in a text: where the name ends, and the rule that dates it."""

    end: int
    rule: str

    def on(self, year: int) -> Date | Interval | None:
        """Its day in a Gregorian year; a month or an interval where it lasts longer.

        It also holds two days that are both usual: 小年 is a day later in the south than in the north.
        None where the tables do not reach the year, and where no single day of it will do: in some years 腊八
        falls twice (January and December 2022), in others not at all (2023).
        """
        start, _, end = self.rule.partition("/")
        try:
            first = _date(start, year)
            return Interval(first, _date(end, year)) if end else first
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name of the table, its rule, and patterns of what may not follow or precede; empty for none."""

    name: str
    rule: str
    after: str
    before: str

    def stands(self, text: str, at: int) -> bool:
        """Does the text name it at `at`, and not as a piece of something else?"""
        if not text.startswith(self.name, at):
            return False
        end = at + len(self.name)
        end += text[end : end + 1] in tuple(_CLOSING)
        if self.after and _pattern(self.after).match(text, end):
            return False
        return not self.before or _pattern(self.before).search(text, max(0, at - _BEFORE), at) is None


def match(text: str, at: int) -> Festival | None:
    """The longest festival name that begins at `at` in a folded text, unless its surroundings forbid it.

    A shorter name may stand where a longer one does not: 元宵 in 元宵节目.
    """
    for entry in _table().get(text[at : at + _KEY], ()):
        if entry.stands(text, at):
            return Festival(at + len(entry.name), entry.rule)
    return None


def find(text: str) -> dict[int, Festival]:
    """The festivals that a folded text names, by where they begin; the longest where several do."""
    found: dict[int, Festival] = {}
    ends, last = _ends()
    for closing in last.finditer(text):
        end = closing.end()
        for entry in ends.get(text[end - _KEY : end], ()):
            start = end - len(entry.name)
            if start >= 0 and entry.stands(text, start):
                found[start] = Festival(end, entry.rule)
    return found


@cache
def _ends() -> tuple[dict[str, tuple[_Entry, ...]], re.Pattern[str]]:
    """The names by their last two characters, and a pattern of the last."""
    table: dict[str, list[_Entry]] = {}
    for entry in _entries():
        table.setdefault(entry.name[-_KEY:], []).append(entry)
    last = re.escape("".join({key[-1] for key in table}))
    return {key: tuple(named) for key, named in table.items()}, re.compile(f"[{last}]")


@cache
def _table() -> dict[str, tuple[_Entry, ...]]:
    """The names by their first two characters, longer ones first."""
    table: dict[str, list[_Entry]] = {}
    for entry in _entries():
        table.setdefault(entry.name[:_KEY], []).append(entry)
    return {key: tuple(sorted(named, key=lambda entry: -len(entry.name))) for key, named in table.items()}


def _entries() -> Iterator[_Entry]:
    classes: dict[str, str] = {}
    for rule, names, after, before in rows("festivals.tsv", 4):
        if rule.startswith("$"):
            classes[rule[1:]] = names
            continue
        after, before = (_CLASS.sub(lambda found: classes[found[1]], pattern) for pattern in (after, before))
        for name in names.split():
            follows = "|".join(filter(None, (after, classes.get(name[-1]))))
            yield _Entry(name, rule, follows, rf"(?:{before})\Z" if before else "")


def _date(rule: str, year: int) -> Date:
    """The day (or month) of one rule in a Gregorian year. Raises ValueError where the year has none."""
    if fixed := _FIXED.fullmatch(rule):
        return Date(year, int(fixed[1]), int(fixed[2]) if fixed[2] else None)
    if moon := _LUNAR.fullmatch(rule):
        return _lunar(year, int(moon[1]), moon[2])
    if weekday := _WEEKDAY.fullmatch(rule):
        return _weekday(year, int(weekday[1]), _WEEKDAYS.index(weekday[2]), weekday[3])
    movable = _MOVABLE.fullmatch(rule)
    assert movable is not None, rule
    base = {"qingming": lunar.qingming, "dongzhi": lunar.dongzhi, "easter": _easter}[movable[1]](year)
    return shift(base, days=int(movable[2] or 0))


def _lunar(year: int, month: int, day: str) -> Date:
    """The one occurrence of a lunar day in a Gregorian year, in which the lunar year before may end."""
    found = [date for start in (year - 1, year) for date in _in_lunar(start, month, day) if date.year == year]
    if len(found) != 1:
        raise ValueError(f"lunar {month}-{day} falls in {year} {len(found)} times")
    return found[0]


def _in_lunar(year: int, month: int, day: str) -> Iterator[Date]:
    """The Gregorian date of a lunar day; nothing for a lunar year outside the table."""
    with suppress(ValueError):
        last = lunar.month_span(year, month).end
        assert last is not None
        yield last if day == "last" else lunar.gregorian(year, month, int(day))


def _weekday(year: int, month: int, weekday: int, which: str) -> Date:
    """The n-th weekday (0 for Monday) of a month, or its last."""
    to_first = (weekday - datetime.date(year, month, 1).weekday()) % _WEEK
    weeks = (days_in(year, month) - 1 - to_first) // _WEEK if which == "last" else int(which) - 1
    return Date(year, month, 1 + to_first + weeks * _WEEK)


def _easter(year: int) -> Date:
    """Easter Sunday of the western churches (formula: J. Meeus, Astronomical Algorithms, chapter 8)."""
    if year < _FIRST_GREGORIAN_YEAR:
        raise ValueError(f"{year} is before the Gregorian reckoning of Easter")
    century, rest = divmod(year, 100)
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - century // 4 - moved + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % _WEEK
    late = (year % 19 + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - _WEEK * late + 114, 31)
    return Date(year, month, day + 1)
