"""How far two dates are apart, and which is the later one, as far as their parts are printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from talentx.comparison.measures import NONE, Measure
from talentx.comparison.model import Outcome
from talentx.edtf import Date, Interval, first_day, last_day, parse

_UNKNOWN = "dates whose year, month or end is not printed"


def apart(old: str, new: str) -> tuple[Outcome, Measure, str]:
    """What became of a date in the newer one, both EDTF: one that is later rose; and a note on that.

    They differ in days, from the first of the one to the first of the other where both are printed to the
    day.
    """
    (start, end), (other_start, other_end) = _ends(old), _ends(new)
    before, after = _days(start, end), _days(other_start, other_end)
    if before is None or after is None:
        outcome = "same" if old == new else _by_parts(start or end, other_start or other_end)
        return outcome, NONE, _UNKNOWN
    if old == new:
        return "same", Measure(Decimal(0), Decimal(0), Decimal(0)), ""
    low, high = Decimal(after[0] - before[1]), Decimal(after[1] - before[0])
    first = Decimal(after[0] - before[0]) if _is_day(start) and _is_day(other_start) else None
    difference = Measure(first, low, high)
    if low <= 0 <= high:
        return "same within bounds", difference, ""
    return "rose" if low > 0 else "fell", difference, "days between the dates"


def _ends(edtf: str) -> tuple[Date | None, Date | None]:
    told = parse(edtf)
    return (told.start, told.end) if isinstance(told, Interval) else (told, told)


def _is_day(told: Date | None) -> bool:
    return told is not None and told.day is not None


def _days(start: Date | None, end: Date | None) -> tuple[int, int] | None:
    """The first and the last day, in days since the year 1; None where a year is unknown or an end open."""
    if start is None or end is None or start.year is None or end.year is None:
        return None
    return date(*first_day(start)).toordinal(), date(*last_day(end)).toordinal()


def _by_parts(one: Date | None, other: Date | None) -> Outcome:
    """By the first part that both print and that differs."""
    assert one is not None
    assert other is not None
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    for mine, others in parts:
        if mine is not None and others is not None and mine != others:
            return "rose" if others > mine else "fell"
    return "same within bounds"
