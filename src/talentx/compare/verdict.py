"""What became of a figure whose series goes on: the outcome, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from talentx.compare.interval import Interval, agree, reading
from talentx.compare.model import Outcome, Stated
from talentx.compare.periods import as_of, period
from talentx.compare.units import factor, scaled
from talentx.edtf import Date, parse
from talentx.edtf import Interval as Dates

_DIGITS = Context(prec=6)
"""A ratio or a rate is told in six digits; a difference is exact."""
_EXACT = Context(prec=200)
_ONE_SIDED = ("at_least", "at_most", "under")
"""Bounds that agree with each other whatever they say: 13万人以上 and 15万人以上."""
_ONE = Fraction(1)
_FINE = Context(prec=12)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number derived from two figures, and what their bounds leave of it."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


NONE = Measure()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of two figures of one series. `note`: what a reader should know of it."""

    outcome: Outcome
    difference: Measure = NONE
    ratio: Measure = NONE
    growth: Measure = NONE
    note: str = ""


def verdict(old: Stated, new: Stated) -> Verdict:
    """What became of the older figure in the newer one."""
    if old.kind == "date" or new.kind == "date":
        return _of_dates(old, new)
    scale = factor(old.unit, new.unit)
    if scale is None or _money(old) != _money(new):
        return Verdict("unit changed", note=f"{_unit(old)} became {_unit(new)}: no difference can be told")
    before, after = _scaled(_reading(old), scale), _reading(new)
    assert before is not None
    assert after is not None
    difference = _difference(_number(old, scale), _number(new), before, after)
    ratio = _ratio(_number(old, scale), _number(new), before, after)
    growth, note = _growth(old, new, ratio)
    promise = _promise(old, new, before, after)
    if promise is not None:
        return Verdict(promise, difference, ratio, growth, note)
    outcome = _outcome(old, new, before, after, scale)
    return Verdict(outcome, difference, ratio, growth, note)


def is_promise(old: Stated, new: Stated) -> bool:
    """Is the older figure a promise, and the newer one what came of it?"""
    return old.status == "target" and new.status == "actual"


def _outcome(old: Stated, new: Stated, before: Interval, after: Interval, scale: Fraction) -> Outcome:
    one, other = _number(old, scale), _number(new)
    if one == other and (one is not None or before == after):
        if old.bound != new.bound:
            return "bound changed"
        return "same" if old.unit == new.unit or scale == 1 else "unit changed"
    told_alike = old.bound == new.bound and old.bound in _ONE_SIDED
    if not told_alike and agree(before, after):
        return "same within bounds"
    rises = _middle(after) > _middle(before)
    if old.kind == new.kind == "rank":
        rises = not rises
    return "rose" if rises else "fell"


def _promise(old: Stated, new: Stated, before: Interval, after: Interval) -> Outcome | None:
    """Whether a promise was kept, where the newer figure is what came of it; None where none was due yet."""
    if not is_promise(old, new):
        return None
    due, now = as_of(old.time, None), as_of(new.time, new.published)
    falls = old.bound in ("at_most", "under")
    kept = _kept(before, after, falls=falls)
    if kept:
        return "target met"
    return "target missed" if due is not None and now is not None and now.last >= due.last else None


def _kept(before: Interval, after: Interval, *, falls: bool) -> bool:
    """Does the actual figure reach the promised one, as a reader takes both?"""
    if falls:
        return before.high is not None and after.low is not None and after.low <= before.high
    return before.low is not None and (after.high is None or after.high >= before.low)


def _difference(one: Decimal | None, other: Decimal | None, before: Interval, after: Interval) -> Measure:
    return Measure(_minus(other, one), _minus(after.low, before.high), _minus(after.high, before.low))


def _ratio(one: Decimal | None, other: Decimal | None, before: Interval, after: Interval) -> Measure:
    """New through old, where both are above zero."""
    if before.low is None or before.low <= 0 or (after.low is not None and after.low <= 0):
        low = high = None
        value = _through(other, one) if one and other and one > 0 and other > 0 else None
        return Measure(value, low, high)
    return Measure(_through(other, one), _through(after.low, before.high), _through(after.high, before.low))


def _growth(old: Stated, new: Stated, ratio: Measure) -> tuple[Measure, str]:
    """The growth a year between the moments of the two, and why there is none to tell."""
    if ratio.value is None or old.kind in ("rank", "share", "change", "duration"):
        return NONE, ""
    then, now = as_of(old.time, old.published), as_of(new.time, new.published)
    if then is None or now is None or now.last <= then.last:
        return NONE, ""
    lengths = (_length(old), _length(new))
    if None not in lengths and lengths[0] != lengths[1]:
        return NONE, f"a period of {_months(lengths[0])} against one of {_months(lengths[1])}"
    root = _FINE.divide(Decimal(12), Decimal(now.last - then.last))
    rates = {each: _yearly(each, root) for each in {ratio.value, ratio.low, ratio.high}}
    return Measure(*(rates[each] for each in (ratio.value, ratio.low, ratio.high))), ""


def _length(stated: Stated) -> int | None:
    """The months of the period of a figure that adds up over one; None for a moment's."""
    found = period(stated.time)
    return found.months if found is not None and found.months > 1 else None


def _months(number: int | None) -> str:
    return (
        f"{number} months"
        if number is None or number % 12
        else f"{number // 12} years"
        if number > 12
        else "a year"
    )


def _yearly(ratio: Decimal | None, root: Decimal) -> Decimal | None:
    if ratio is None or ratio <= 0:
        return None
    return _plain(_DIGITS.subtract(_FINE.power(ratio, root), Decimal(1)))


def _of_dates(old: Stated, new: Stated) -> Verdict:
    """A date that is later rose; they differ in days, where both are days."""
    if old.date == new.date:
        return Verdict("same", Measure(Decimal(0), Decimal(0), Decimal(0)))
    then, now = _days(old.date), _days(new.date)
    if then is None or now is None:
        return Verdict(
            "rose" if (new.date or "") > (old.date or "") else "fell", note="dates of unknown years"
        )
    low, high = Decimal(now[0] - then[1]), Decimal(now[1] - then[0])
    first = Decimal(now[0] - then[0])
    if low <= 0 <= high:
        return Verdict("same within bounds", Measure(first, low, high))
    return Verdict("rose" if low > 0 else "fell", Measure(first, low, high), note="days between the dates")


def _days(edtf: str | None) -> tuple[int, int] | None:
    """The first and the last day of a date, in days since the year 1."""
    from datetime import date

    from talentx.edtf import first_day, last_day

    if edtf is None:
        return None
    told = parse(edtf)
    start, end = (told.start, told.end) if isinstance(told, Dates) else (told, told)
    if not isinstance(start, Date) or not isinstance(end, Date) or not (start.year and end.year):
        return None
    return date(*first_day(start)).toordinal(), date(*last_day(end)).toordinal()


def _reading(stated: Stated) -> Interval | None:
    return reading(stated.value, stated.low, stated.high, stated.bound, stated.raw)


def _scaled(interval: Interval | None, scale: Fraction) -> Interval | None:
    if interval is None or scale == 1:
        return interval
    low, high = (None if end is None else scaled(end, scale) for end in interval[:2])
    return Interval(low, high, interval.low_open, interval.high_open)


def _number(stated: Stated, scale: Fraction = _ONE) -> Decimal | None:
    return None if stated.value is None else scaled(stated.value, scale)


def _middle(interval: Interval) -> Decimal:
    """What stands for an interval where one number is wanted."""
    ends = [end for end in interval[:2] if end is not None]
    return _EXACT.divide(sum(ends, Decimal(0)), Decimal(len(ends)))


def _minus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else _plain(_EXACT.subtract(one, other))


def _through(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or not other else _plain(_DIGITS.divide(one, other))


def _plain(number: Decimal) -> Decimal:
    """Without idle zeros; zero without a sign."""
    return number.normalize(_EXACT) if number else Decimal(0)


def _money(stated: Stated) -> str | None:
    return stated.currency


def _unit(stated: Stated) -> str:
    return stated.currency or stated.unit or "a number"
