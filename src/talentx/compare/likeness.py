"""How likely two figures are to be of one series: evidence for and against, added up.

Each piece of evidence has a weight of its own, found on articles of two years whose true matches are known
(`../shared/gold/pairs.jsonl` among them). They are orders of magnitude: half a point more or less of any one
changes little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from talentx.compare.brief import Brief
from talentx.compare.units import factor, related
from talentx.compare.wording import Rarity

LIKELY = 2.2
"""From here on two figures are taken for one series."""

_INDICATOR, _FAMILY, _OTHER_INDICATOR = 2.0, 1.5, -1.2
_COMMON_INDICATOR = 0.3
"""What is left of the weight of an indicator that most figures have."""
_ITEM, _HEAD, _NO_ITEM = 1.5, 0.25, -0.6
_WORDS, _SHARED, _MOST_SHARED = 4.5, 0.35, 4.0
_SAME_PLACE, _OPEN_PLACE = 0.3, -0.4
_STRUCTURE = -2.0
_YEARS_AGAINST_YEAR = -1.5
_OTHER_UNIT, _OTHER_PER, _OTHER_KIND = -0.7, -1.0, -0.3
_OTHER_SCOPE = -3.0
_OTHER_STATUS, _POLICY = -0.3, -1.0
_STEP_AGAINST_LEVEL = -2.5
_BASE = -1.5
_PAST = -1.0
_FAR_NUMBER, _NEAR_NUMBER = -0.7, 0.7
_SAME_NUMBER, _MOST_DIGITS = 0.15, 4
_SETS_TIME_KINDS = frozenset({"date", "duration"})


class Likeness:
    """Compares figures in brief, knowing how common words and indicators are on both sides."""

    def __init__(self, old: Iterable[Brief], new: Iterable[Brief]) -> None:
        every = [*old, *new]
        self._rarity = Rarity(dict.fromkeys(each.stated.sentence for each in every))
        self._indicators = Counter(each.stated.indicator for each in every)
        self._families = Counter(each.family for each in every)
        self._number = len(every)
        self._weights: dict[int, float] = {}

    def of(self, one: Brief, other: Brief) -> float | None:
        """The evidence that both are of one series, from `LIKELY` on enough; None where they cannot be."""
        if not comparable(one, other):
            return None
        return (
            self._indicator(one, other)
            + self._item(one, other)
            + self._words(one, other)
            + _place(one, other)
            + _sort(one, other)
            + _time(one, other)
            + _size(one, other)
        )

    def rarity(self, gram: str) -> float:
        """How much a pair of characters says."""
        return self._rarity.of(gram)

    def _indicator(self, one: Brief, other: Brief) -> float:
        mine, others = one.stated.indicator, other.stated.indicator
        if mine is None or others is None or one.group == other.group == "date":
            return 0.0
        if mine == others:
            return _INDICATOR * self._telling(self._indicators[mine])
        if one.family == other.family:
            return _FAMILY * self._telling(self._families[one.family])
        return _OTHER_INDICATOR

    def _telling(self, number: int) -> float:
        """How much it says that two figures share what so many have, from 0.3 to 1."""
        if self._number <= 2:
            return 1.0
        told = math.log(self._number / max(number, 2)) / math.log(self._number / 2)
        return max(_COMMON_INDICATOR, min(1.0, 1.15 * told))

    def _item(self, one: Brief, other: Brief) -> float:
        if not one.item or not other.item:
            return 0.0
        shared = sum(map(self._rarity.of, one.item & other.item))
        mine, others = (sum(map(self._rarity.of, each)) or 1.0 for each in (one.item, other.item))
        alike = 0.6 * shared / min(mine, others) + 0.4 * shared / max(mine, others)
        head = _HEAD if (one.stated.item or "")[-1:] == (other.stated.item or "")[-1:] else 0.0
        return _ITEM * min(1.0, alike) * min(1.0, shared) + head + _NO_ITEM

    def _words(self, one: Brief, other: Brief) -> float:
        shared = self._rarity.shared(one.words, other.words)
        mine, others = self._weight(one), self._weight(other)
        return _WORDS * shared / (math.sqrt(mine * others) + 1.0) + _SHARED * min(shared, _MOST_SHARED)

    def _weight(self, brief: Brief) -> float:
        found = self._weights.get(id(brief))
        if found is None:
            found = self._weights[id(brief)] = self._rarity.weight(brief.words)
        return found


def comparable(one: Brief, other: Brief) -> bool:
    """Can the two be of one series at all: of kinds, units and places that go together?"""
    mine, others = one.stated, other.stated
    if one.group != other.group:
        if "change" not in (one.group, other.group) or mine.unit is None or mine.unit != others.unit:
            return False
    elif (one.group in _SETS_TIME_KINDS and (one.sets_time or other.sets_time)) or (
        one.group == "count" and not related(mine.unit, others.unit)
    ):
        return False
    if one.is_structure != other.is_structure:
        return False
    return not (mine.place and others.place and mine.place != others.place)


def _place(one: Brief, other: Brief) -> float:
    return _SAME_PLACE if one.stated.place == other.stated.place else _OPEN_PLACE


def _sort(one: Brief, other: Brief) -> float:
    """Kind, unit, status: what sort of statement it is."""
    mine, others = one.stated, other.stated
    score = _STRUCTURE if one.is_structure else 0.0
    score += _OTHER_KIND if one.group != other.group else 0.0
    score += _OTHER_UNIT if factor(mine.unit, others.unit) is None else 0.0
    score += _OTHER_PER if mine.per and others.per and mine.per != others.per else 0.0
    if one.group == "rank" and one.scope and other.scope and one.scope != other.scope:
        score += _OTHER_SCOPE
    if mine.status != others.status:
        score += _POLICY if {mine.status, others.status} == {"actual", "policy"} else _OTHER_STATUS
    return score


def _time(one: Brief, other: Brief) -> float:
    """Do both speak of their present, and of as long a time?"""
    score = 0.0
    both_promise = one.stated.status == other.stated.status == "target"
    if one.runs_over_years != other.runs_over_years and not both_promise and one.family != "editions":
        score += _YEARS_AGAINST_YEAR
    if one.is_step != other.is_step and "change" not in (one.group, other.group):
        score += _STEP_AGAINST_LEVEL
    score += _BASE * (one.is_base + other.is_base)
    return score + _PAST * (_is_past(one) + _is_past(other))


def _is_past(brief: Brief) -> bool:
    """Does it speak of a time long before its article: 首届大会 of two years ago?"""
    if brief.own_time is None or brief.stated.published is None:
        return False
    return brief.own_time.year < int(brief.stated.published[:4]) - 1


def _size(one: Brief, other: Brief) -> float:
    """A series seldom grows tenfold; the same number of several digits is seldom an accident."""
    mine, others = one.number, other.number
    if mine is None or others is None or mine * others <= 0 or one.group in ("rank", "change"):
        return 0.0
    if mine == others:
        return _SAME_NUMBER * min(len(mine.normalize().as_tuple().digits), _MOST_DIGITS)
    times = abs(math.log10(float(mine / others)))
    return _FAR_NUMBER * max(0.0, times - _NEAR_NUMBER)
