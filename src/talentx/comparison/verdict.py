"""What became of a figure whose series goes on: the outcome, and by how much."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from talentx.comparison.days import apart
from talentx.comparison.interval import Interval, agree, reading
from talentx.comparison.measures import EXACTLY, NONE, Measure, Reading, difference, growth, ratio, rounded
from talentx.comparison.model import Outcome, Stated
from talentx.comparison.promises import is_promise, judged
from talentx.comparison.units import ONE, currency, factor, factor_per, scaled

_BARE = frozenset({"rank", "share", "change"})
"""Kinds that may have no unit and yet measure different things."""
_SIDES = (frozenset({"at_least"}), frozenset({"at_most", "under"}))
_LIMITS = frozenset({"at_least", "over", "at_most", "under"})


class Verdict(NamedTuple):
    """The outcome of two figures of one series. `note`: what a reader should know of it."""

    outcome: Outcome
    difference: Measure = NONE
    ratio: Measure = NONE
    growth: Measure = NONE
    note: str = ""


def verdict(old: Stated, new: Stated) -> Verdict:
    """What became of the older figure in the newer one.

    What is counted or paid in another unit is converted where that can be done exactly, and differs in the
    unit of the newer figure. A promise is judged by what came of it. Rules and promises are compared by what
    they say, so that another limit is a change; of other figures each may be any number that its bound
    leaves, so that two which may be one number are the same within bounds.
    """
    if old.date is not None and new.date is not None:
        outcome, days, note = apart(old.date, new.date)
        return Verdict(outcome, days, note=note)
    scale = _scale(old, new)
    if scale is None:
        return Verdict("unit changed", note=f"{_told(old)} became {_told(new)}: no difference can be told")
    before, after = _reading(old, scale), _reading(new, ONE)
    times = ratio(before, after)
    yearly, note = growth(before, after, times)
    if is_promise(old, new):
        found, note = judged(before, after)
        outcome = found or _outcome(before, after, scale)
    else:
        outcome = _outcome(before, after, scale)
    return Verdict(outcome, difference(before, after), rounded(times), rounded(yearly), note)


def _scale(old: Stated, new: Stated) -> Fraction | None:
    """How many of the newer figure's unit one of the older one's is; None where no number says so."""
    if (old.date is None) != (new.date is None) or currency(old.unit, old.currency) != currency(
        new.unit, new.currency
    ):
        return None
    if old.kind != new.kind and old.unit is None and new.unit is None and {old.kind, new.kind} <= _BARE:
        return None
    scale, per = factor(old.unit, new.unit), factor_per(old.per, new.per)
    if scale is None or per is None:
        return None
    return scale if per is ONE else scale * per


def _outcome(old: Reading, new: Reading, scale: Fraction) -> Outcome:
    if old.is_exact and new.is_exact:
        assert old.number is not None
        assert new.number is not None
        if old.number == new.number:
            return "same" if scale == 1 else "unit changed"
        return _moved(old, new, up=new.number > old.number)
    before, after = old.interval, new.interval
    if old.number == new.number and (old.number is not None or before == after):
        bounds = {old.stated.bound or "exact", new.stated.bound or "exact"}
        if len(bounds) == 1:
            return "same" if scale == 1 else "unit changed"
        if "exact" in bounds or agree(before, after):
            return "bound changed"
    elif _are_limits(old.stated, new.stated):
        return _by_ends(old, new)
    elif agree(before, after):
        return "same within bounds"
    up = before.high is not None and after.low is not None and before.high <= after.low
    return _moved(old, new, up=up)


def _are_limits(old: Stated, new: Stated) -> bool:
    """Are the ends themselves what is said, so that another end is another statement?

    So they are where both limit from the same side (13万人以上 and 15万人以上), and in rules and promises,
    of which a range or a limit leaves nothing open.
    """
    bounds = {old.bound, new.bound}
    if any(bounds <= side for side in _SIDES):
        return True
    return "actual" not in (old.status, new.status) and (
        bounds == {"range"} or not _LIMITS.isdisjoint(bounds)
    )


def _by_ends(old: Reading, new: Reading) -> Outcome:
    """By the numbers that are said; a range by those of its ends that the other has too."""
    ends = [(old.number, new.number)]
    if old.number is None or new.number is None:
        ends = list(zip(old.interval[:2], new.interval[:2], strict=True))
    known = [(one, other) for one, other in ends if one is not None and other is not None]
    rises, drops = any(other > one for one, other in known), any(other < one for one, other in known)
    return "bound changed" if rises == drops else _moved(old, new, up=rises)


def _moved(old: Reading, new: Reading, *, up: bool) -> Outcome:
    """A rank is better the smaller it is."""
    are_ranks = old.stated.kind == new.stated.kind == "rank"
    return "rose" if up != are_ranks else "fell"


def _reading(stated: Stated, scale: Fraction) -> Reading:
    """The figure in a unit of which its own is so many."""
    number = None if stated.value is None else scaled(stated.value, scale)
    if number is not None and stated.bound in EXACTLY:
        return Reading(stated, number, Interval(number, number))
    found = reading(stated.value, stated.low, stated.high, stated.bound, stated.raw)
    assert found is not None, "what is no date has a number"
    low, high = (None if end is None else scaled(end, scale) for end in found[:2])
    return Reading(stated, number, Interval(low, high, found.low_open, found.high_open))


def _told(stated: Stated) -> str:
    """What a figure is told in."""
    if stated.date is not None:
        return "a date"
    unit = currency(stated.unit, stated.currency) or stated.unit or f"a {stated.kind}"
    return f"{unit} per {stated.per}" if stated.per else unit
