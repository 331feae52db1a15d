"""How likely two figures are to be of one series: evidence for and against, added up.

Each piece of evidence has a weight. The weights were found on articles of two years whose true matches are
known (`../shared/gold/pairs.jsonl` and `tests/comparison/articles` among them). They are orders of magnitude:
half a point more or less of any one changes little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping
from fractions import Fraction

from talentx.comparison.brief import Brief
from talentx.comparison.cues import EDITION
from talentx.comparison.units import factor, related, scaled
from talentx.comparison.wording import Rarity, runs

Evidence = dict[str, float]
"""What speaks for or against, by name: 1 where it is there, or how strong it is."""

WEIGHTS: Mapping[str, float] = {
    "same indicator": 2.0,
    "only ones of the indicator": 0.5,
    "finer indicator": 1.7,
    "same family": 0.2,
    "other indicator": -1.2,
    "other indicator of persons": -0.5,
    "persons promised": 0.7,
    "items to compare": -0.6,
    "items that say little": 0.6,
    "items alike": 1.5,
    "items of one head": 0.25,
    "items share nothing": -0.3,
    "words alike": 4.5,
    "words shared": 0.35,
    "one event by name": 0.8,
    "same place": 0.3,
    "a place is open": -0.4,
    "one place in the other": -0.2,
    "a change against a number": -1.5,
    "other unit": -0.7,
    "per something else": -0.5,
    "same field": 0.4,
    "other field": -3.0,
    "a rule against a fact": -1.0,
    "a promise against another status": -0.3,
    "a promise for another year": -1.5,
    "promised for one year": 0.8,
    "years against a year": -2.5,
    "a plan against a fact": -1.2,
    "a step against a level": -2.5,
    "a flow against a level": -4.0,
    "a part against a whole": -1.4,
    "where a change starts": -1.5,
    "another time ago": -0.4,
    "long past": -0.8,
    "same number": 0.6,
    "limits of a rule": 0.6,
    "same grade": 1.0,
    "other grade": -1.2,
    "greatest of their sort": 1.6,
    "far number": -2.0,
}
LIKELY = 2.2
"""From here on two figures are taken for one series."""

_MOST_SHARED = 4.0
_MOST_DIGITS = 4
_NEAR_NUMBER = 0.6
_LEAST_TELLING, _EARLY = 0.3, 1.15
_UNLIKE = 0.3
_NAME = 4
_EVENT = 8
_SAYS_LITTLE = 0.5
"""How much an item says, at most, that leaves nothing out: 人才, 项目."""
_RANK = 0.6
"""An indicator of ranks says among whom, not in what."""
_HOLDING, _HOLDS = frozenset({"share", "rank"}), 0.3
"""What does not add up over the years, so that it says little how many they are."""
_SETS_TIME_KINDS = frozenset({"date", "duration"})


class Likeness:
    """Compares figures in brief, knowing how common words and indicators are on both sides."""

    def __init__(self, old: Collection[Brief], new: Collection[Brief]) -> None:
        every = [*old, *new]
        self._olds, self._news = Counter(map(_series, old)), Counter(map(_series, new))
        self._rarity = Rarity(dict.fromkeys(each.stated.sentence for each in every))
        self._indicators = Counter(each.indicator for each in every)
        self._families = Counter(each.family for each in every)
        self._number = len(every)
        self._words: dict[int, tuple[dict[str, float], float]] = {}

    def of(self, one: Brief, other: Brief) -> float | None:
        """The sum of the evidence that both are of one series; None where they cannot be."""
        found = self.evidence(one, other)
        return None if found is None else sum(WEIGHTS[name] * strength for name, strength in found.items())

    def evidence(self, one: Brief, other: Brief) -> Evidence | None:
        """All that speaks for or against; None where the two cannot be of one series."""
        if not comparable(one, other):
            return None
        found: Evidence = {}
        self._note_indicator(one, other, found)
        self._note_item(one, other, found)
        self._note_words(one, other, found)
        _note_sort(one, other, found)
        _note_time(one, other, found)
        _note_size(one, other, found)
        return found

    def rarity(self, gram: str) -> float:
        """How much a pair of characters says."""
        return self._rarity.of(gram)

    def _note_indicator(self, one: Brief, other: Brief, found: Evidence) -> None:
        mine, others = one.indicator, other.indicator
        if mine is None or others is None or one.group == other.group == "date" or mine == others == EDITION:
            return
        if mine == others:
            found["same indicator"] = self._telling(self._indicators[mine]) * (
                _RANK if one.group == "rank" else 1.0
            )
            if _circumstances(one) == _circumstances(other) and (
                self._olds[_series(one)] == self._news[_series(other)] == 1
            ):
                found["only ones of the indicator"] = 1.0
        elif one.family == other.family:
            finer = mine.startswith(f"{others}.") or others.startswith(f"{mine}.")
            found["finer indicator" if finer else "same family"] = self._telling(
                self._families[one.family]
            ) * (_RANK if one.group == "rank" else 1.0)
        else:
            if other_indicator := _other_indicator(one, other):
                found[other_indicator] = 1.0

    def _telling(self, number: int) -> float:
        """How much it says that two figures share what so many have, from 0.3 to 1."""
        if self._number <= 2:
            return 1.0
        told = math.log(self._number / max(number, 2)) / math.log(self._number / 2)
        return max(_LEAST_TELLING, min(1.0, _EARLY * told))

    def _note_item(self, one: Brief, other: Brief, found: Evidence) -> None:
        if not one.item or not other.item:
            return
        shared = sum(map(self._rarity.of, one.item & other.item))
        mine, others = (sum(map(self._rarity.of, each)) or 1.0 for each in (one.item, other.item))
        alike = 0.6 * shared / min(mine, others) + 0.4 * shared / max(mine, others)
        found["items to compare"] = min(1.0, (mine + others) / 2)
        found["items alike"] = min(1.0, alike) * min(1.0, shared)
        if max(mine, others) <= _SAYS_LITTLE:
            found["items that say little"] = 1.0
        if (one.stated.item or "")[-1:] == (other.stated.item or "")[-1:]:
            found["items of one head"] = 1.0
        elif alike < _UNLIKE:
            found["items share nothing"] = 1.0
            found.pop("only ones of the indicator", None)

    def _note_words(self, one: Brief, other: Brief, found: Evidence) -> None:
        (mine, my_sum), (others, their_sum) = self._weighed(one), self._weighed(other)
        shared = sum([min(mine[gram], others[gram]) for gram in mine.keys() & others.keys()])
        found["words alike"] = shared / (math.sqrt(my_sum * their_sum) + 1.0)
        found["words shared"] = min(shared, _MOST_SHARED)
        if one.group == other.group == "date" and _is_one_event(one, other):
            found["one event by name"] = 1.0

    def _weighed(self, brief: Brief) -> tuple[dict[str, float], float]:
        """The pairs of characters around a figure, each by its nearness and rarity, and the sum of these."""
        known = self._words.get(id(brief))
        if known is None:
            weights = {gram: near * self._rarity.of(gram) for gram, near in brief.words.items()}
            known = self._words[id(brief)] = weights, sum(weights.values())
        return known


def comparable(one: Brief, other: Brief) -> bool:
    """Can the two be of one series at all: of kinds, units and places that go together?"""
    mine, others = one.stated, other.stated
    if one.group != other.group:
        if "change" not in (one.group, other.group) or mine.unit is None or mine.unit != others.unit:
            return False
    elif (one.group in _SETS_TIME_KINDS and (one.cues.sets_time or other.cues.sets_time)) or (
        one.group == "count" and not related(mine.unit, others.unit)
    ):
        return False
    if one.cues.is_structure or other.cues.is_structure:
        return False
    return mine.place == others.place or not (mine.place and others.place) or _are_at_home(one, other)


def _are_at_home(one: Brief, other: Brief) -> bool:
    """Is one place in the other, and both about one organisation, told of by its city or its district?"""
    nested = one.area.startswith(other.area) or other.area.startswith(one.area)
    if not nested or not one.area or not other.area or len(min(one.bearer, other.bearer, key=len)) < _NAME:
        return False
    return one.bearer in other.bearer or other.bearer in one.bearer


def _is_one_event(one: Brief, other: Brief) -> bool:
    """Is one event named around both dates? A run of so many characters is a name."""
    shared = one.words.keys() & other.words.keys()
    named = runs(one.stated.sentence, shared)
    return any(len(run) >= _EVENT and run in other.stated.sentence for run in named)


def _other_indicator(one: Brief, other: Brief) -> str | None:
    """How two indicators of different families go together: graduates promised may be graduates who came."""
    if not one.group == other.group == "persons":
        return "other indicator"
    mine, others = ((brief.indicator or "").partition(".")[2] for brief in (one, other))
    promised = one.stated.status == "target"
    if mine and mine == others:
        return "persons promised" if promised else None
    return None if promised and not (mine and others) else "other indicator of persons"


def _series(brief: Brief) -> tuple[object, ...]:
    """What parts the figures of an indicator that cannot be of one series."""
    return brief.indicator, brief.group, brief.stated.status, *_circumstances(brief)


def _circumstances(brief: Brief) -> tuple[bool, ...]:
    """Of what sort of statement it is: the start of a change, a step, a sum over years."""
    return brief.cues.is_base, brief.cues.is_step, brief.runs_over_years


def _note_sort(one: Brief, other: Brief, found: Evidence) -> None:
    """Kind, unit, place, status: what sort of statement it is."""
    mine, others = one.stated, other.stated
    if mine.place == others.place:
        found["same place"] = 1.0
    else:
        found["one place in the other" if mine.place and others.place else "a place is open"] = 1.0
    if one.group != other.group:
        found["a change against a number"] = 1.0
    if factor(mine.unit, others.unit) is None:
        found["other unit"] = 1.0
    if mine.per and others.per and mine.per != others.per:
        found["per something else"] = 1.0
    if one.cues.grade and other.cues.grade:
        found["same grade" if one.cues.grade == other.cues.grade else "other grade"] = 1.0
    if one.group == "rank" and one.scope and other.scope:
        found["same field" if one.scope == other.scope else "other field"] = 1.0
    if (
        one.group == "duration"
        and mine.status == others.status == "policy"
        and mine.bound == others.bound != "exact"
    ):
        found["limits of a rule"] = 1.0
    if mine.status != others.status:
        policy = {mine.status, others.status} == {"actual", "policy"}
        found["a rule against a fact" if policy else "a promise against another status"] = 1.0


def _note_time(one: Brief, other: Brief, found: Evidence) -> None:
    """Do both speak of their present, and of as long a time?"""
    promises = one.stated.status == other.stated.status == "target" or _since_promised(one, other)
    totals = one.cues.flows is other.cues.flows is False
    if one.runs_over_years != other.runs_over_years and not (promises or totals or one.family == "editions"):
        found["years against a year"] = _HOLDS if one.group in _HOLDING else 1.0
    if one.cues.is_step != other.cues.is_step and "change" not in (one.group, other.group):
        found["a step against a level"] = 1.0
    if one.cues.flows is not None and other.cues.flows is not None and one.cues.flows != other.cues.flows:
        found["a flow against a level"] = 1.0
    if one.cues.is_part != other.cues.is_part:
        found["a part against a whole"] = 1.0
    if one.cues.is_most and other.cues.is_most and one.group != "rank":
        found["greatest of their sort"] = 1.0
    if one.cues.is_base or other.cues.is_base:
        found["where a change starts"] = 1.0
    if one.stated.status == other.stated.status == "target" and _ends_with(one, other):
        found["promised for one year"] = 1.0
    if _is_for_another_year(one, other):
        found["a promise for another year"] = 1.0
    if one.stated.status == "actual" and _lies_ahead(other):
        found["a plan against a fact"] = 1.0
    mine, others = _years_ago(one), _years_ago(other)
    if mine is not None and others is not None and mine != others:
        found["another time ago"] = 1.0
    if max(mine or 0, others or 0) > 1:
        found["long past"] = 1.0


def _year(brief: Brief) -> int | None:
    """The year until which it says that it holds."""
    return None if brief.own_time is None else brief.own_time.year


def _ends_with(one: Brief, other: Brief) -> bool:
    """Do both hold until the same year?"""
    return _year(one) is not None and _year(one) == _year(other)


def _since_promised(one: Brief, other: Brief) -> bool:
    """Is it what was done in the years since it was promised?"""
    if one.stated.status != "target" or not other.runs_over_years:
        return False
    if one.year_printed is None or other.own_time is None:
        return False
    return other.own_time.first // 12 >= one.year_printed


def _is_for_another_year(one: Brief, other: Brief) -> bool:
    """Is so much promised to be done in a year that is not the one of what was done?"""
    if one.stated.status != "target" or other.stated.status != "actual" or not one.cues.flows:
        return False
    return None not in (_year(one), _year(other)) and not _ends_with(one, other)


def _lies_ahead(brief: Brief) -> bool:
    """Is it promised for a year after its article's?"""
    year = _year(brief)
    if year is None or brief.year_printed is None or brief.stated.status != "target":
        return False
    return year > brief.year_printed


def _years_ago(brief: Brief) -> int | None:
    """How many years before its article the time ends that it speaks of: 首届大会, 去年, 今年."""
    year = _year(brief)
    return None if year is None or brief.year_printed is None else max(0, brief.year_printed - year)


def _note_size(one: Brief, other: Brief, found: Evidence) -> None:
    """A series seldom grows tenfold; the same number of several digits is seldom an accident."""
    mine, others = one.number, other.number
    scale = factor(one.stated.unit, other.stated.unit) or Fraction(1)
    if mine is None or others is None or mine * others <= 0 or one.group in ("rank", "change"):
        return
    mine = scaled(mine, scale)
    if mine == others:
        digits = len(others.normalize().as_tuple().digits) if scale == 1 else _MOST_DIGITS
        found["same number"] = min(digits, _MOST_DIGITS) / _MOST_DIGITS
        return
    times = abs(math.log10(float(mine / others)))
    found["far number"] = min(3.0, max(0.0, times - _NEAR_NUMBER))
