"""How far two figures of one series are apart: difference, ratio and growth, with what their bounds leave."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal
from typing import NamedTuple

from talentx.comparison.interval import Interval
from talentx.comparison.model import Stated
from talentx.comparison.periods import as_of, period

_EXACT = Context(prec=200)
_DIGITS = Context(prec=6)
"""A ratio or a rate is told in six digits; a difference is exact."""
_FINE = Context(prec=24)
_LEAST_APART = 6
"""Months from which on a growth a year says something: what grew by half in a month does so in no year."""
_NO_RATIO = frozenset({"rank", "date"})
_NO_GROWTH = frozenset({"rank", "share", "change", "duration", "date"})
_YEAR = 12
_ZERO, _ONE = Decimal(0), Decimal(1)
EXACTLY = ("exact", None)
"""The bounds of a figure that is one number and nothing else."""


class Measure(NamedTuple):
    """A number derived from two figures, and what their bounds leave of it."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


NONE = Measure()


class Reading(NamedTuple):
    """A figure as a number, None for a range, and as a reader takes it, both in the unit of the newer one."""

    stated: Stated
    number: Decimal | None
    interval: Interval

    @property
    def is_exact(self) -> bool:
        """Is it one number and nothing else?"""
        return self.number is not None and self.stated.bound in EXACTLY


def difference(old: Reading, new: Reading) -> Measure:
    """New minus old."""
    return _between(old, new, _minus)


def ratio(old: Reading, new: Reading) -> Measure:
    """New through old, where both are above zero and no ranks; not yet rounded."""
    if old.stated.kind in _NO_RATIO or new.stated.kind in _NO_RATIO:
        return NONE
    if not (_is_above_zero(old) and _is_above_zero(new)):
        return NONE
    return _between(old, new, _FINE.divide)


def growth(old: Reading, new: Reading, times: Measure) -> tuple[Measure, str]:
    """The growth a year between the moments of the two, not yet rounded, and why there is none.

    `times`: their ratio.
    """
    mine, others = old.stated, new.stated
    if times == NONE or mine.status != others.status or {mine.kind, others.kind} & _NO_GROWTH:
        return NONE, ""
    then, now = as_of(mine.time, mine.published), as_of(others.time, others.published)
    if then is None or now is None or now.last - then.last < _LEAST_APART:
        return NONE, ""
    length, other = _length(mine), _length(others)
    if length is not None and other is not None and length != other:
        return NONE, f"a period of {_months(length)} against one of {_months(other)}"
    root = _FINE.divide(Decimal(_YEAR), Decimal(now.last - then.last))
    return _each(times, lambda number: _yearly(number, root)), ""


def rounded(measure: Measure) -> Measure:
    """In six digits."""
    return _each(measure, lambda number: _plain(_DIGITS.plus(number)))


def _between(old: Reading, new: Reading, of: Callable[[Decimal, Decimal], Decimal]) -> Measure:
    """What a newer and an older number come to, and the least and most that their bounds leave of it."""
    if old.is_exact and new.is_exact:
        assert old.number is not None
        assert new.number is not None
        same = of(new.number, old.number)
        return Measure(same, same, same)
    before, after = old.interval, new.interval
    pairs = ((new.number, old.number), (after.low, before.high), (after.high, before.low))
    return Measure(*(None if one is None or other is None else of(one, other) for one, other in pairs))


def _is_above_zero(figure: Reading) -> bool:
    """Is all that is known of it above zero? A limit from above is taken for one of a quantity."""
    low, high = figure.interval[:2]
    return (low is None or low > 0) and (high is None or high > 0)


def _length(stated: Stated) -> int | None:
    """The months of the period of a figure that adds up over one; None for a moment's."""
    found = period(stated.time)
    return found.months if found is not None and found.months > 1 else None


def _months(number: int) -> str:
    if number % _YEAR:
        return f"{number} months"
    return "a year" if number == _YEAR else f"{number // _YEAR} years"


def _yearly(times: Decimal, root: Decimal) -> Decimal:
    return _FINE.subtract(_FINE.exp(_FINE.multiply(_FINE.ln(times), root)), Decimal(1))


def _each(measure: Measure, told: Callable[[Decimal], Decimal]) -> Measure:
    """The same of all three numbers; most figures are exact, and all three are one."""
    if measure is NONE:
        return NONE
    value, low, high = measure.value, measure.low, measure.high
    if value is not None and value == low == high:
        same = told(value)
        return Measure(same, same, same)
    return Measure(*(None if each is None else told(each) for each in (value, low, high)))


def _minus(one: Decimal, other: Decimal) -> Decimal:
    return _plain(_EXACT.subtract(one, other))


def _plain(number: Decimal) -> Decimal:
    """Without idle zeros, and without an exponent where it has digits before the point alone; zero without a
    sign."""
    if not number:
        return _ZERO
    bare = number.normalize(_EXACT)
    return bare.quantize(_ONE, context=_EXACT) if bare.as_tuple().exponent > 0 else bare  # type: ignore[operator]
