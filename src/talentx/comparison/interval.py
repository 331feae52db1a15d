"""What true numbers a statement leaves possible: 12万余 and 超过12万 agree, 不到12万 contradicts both.

`interval` is what the words prove, and finds contradictions; `reading` is how a reader takes them, and finds
agreement. The two differ in one thing: 超, 突破 and 逾 prove no upper end, yet nobody writes 超12万 of 30万,
so their reading ends where that of 12万余 does.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from talentx.figures.digits import EXACT, HALF
from talentx.vocabulary import Bound

_FIFTH = Decimal("0.2")
_TENTH = Decimal("0.1")
_ROUND = 100
_MOST_DIGITS = 15
"""More digits than anybody prints: the number was divided (1/3)."""
_NUMBER = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
_POINT = re.compile("[.．]")
_MARKS = re.compile("[.．,，]")
_SOME = re.compile(r"(?<![一二两三四五六七八九十百千万亿\d])[几数](?=[十百千万亿])")
_MORE = re.compile("[多余餘几数]")


class Interval(NamedTuple):
    """From `low` to `high`, None where nothing limits it; an open end is not itself possible."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


def interval(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, bound: Bound | None, raw: str
) -> Interval | None:
    """What a figure proves of the true number, by a record's columns of these names; None for a date.

    With `step` the unit of the last digit that is not zero:
    - exact is the number; how far it is rounded in print is for `rounding` to say;
    - over is all above it; with 多, 余 or 几 no more than a step above: 12万余 to 13万, 千余 to 2000,
      几十 to 100;
    - about is half a step to either side and nearly a step below, neither more than a fifth of the number:
      30个左右 is 25 to 35, 约100 is 80 to 120, 近2000 is 1600 to 2000;
    - at_least, at_most and under have one end, a range has its two.
    A number below zero is read in the mirror: 下降超3% is all below -0.03.
    """
    return _interval(value, low, high, bound, raw, told=_MORE.search(raw) is not None)


def reading(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, bound: Bound | None, raw: str
) -> Interval | None:
    """How a reader takes a figure: as `interval`, but whatever says over ends a step above the number."""
    return _interval(value, low, high, bound, raw, told=True)


def agree(one: Interval, other: Interval) -> bool:
    """Can one number be in both?"""
    return not (_is_below(one, other) or _is_below(other, one))


def widened(one: Interval, slack: Decimal) -> Interval:
    """The interval with so much more to either side, the new ends left out: 12万 and 13万 stay apart."""
    if not slack:
        return one
    low = None if one.low is None else EXACT.subtract(one.low, slack)
    high = None if one.high is None else EXACT.add(one.high, slack)
    return Interval(low, high, low is not None, high is not None)


def rounding(raw: str, value: Decimal) -> Decimal:
    """Half the unit of the last digit printed: what rounding may have hidden (12.3万: 500, 50%: 0.005).

    Zeros count where they are printed, so 48万 and 50万 are as exact as each other; 三百万 has its 三 alone.
    """
    return EXACT.multiply(HALF, Decimal(1).scaleb(_place(value) - _printed_zeros(raw)))


def step(raw: str, value: Decimal) -> Decimal:
    """The unit of the last digit that is not zero, or that stands behind a decimal point.

    6800: 100, 12万: 10000, 350: 10, 千: 1000, 12.0万: 1000.
    """
    numbers = _NUMBER.findall(raw)
    pointed = bool(numbers) and _POINT.search(numbers[-1]) is not None
    return Decimal(1).scaleb(_place(value) - (_printed_zeros(raw) if pointed else 0))


def _interval(
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    bound: Bound | None,
    raw: str,
    *,
    told: bool,
) -> Interval | None:
    if low is not None and high is not None:
        return Interval(low, high)
    if value is None:
        return None
    if value < 0:
        mirrored = _of_size(value.copy_negate(), bound, raw, told)
        return Interval(_minus(mirrored.high), _minus(mirrored.low), mirrored.high_open, mirrored.low_open)
    return _of_size(value, bound, raw, told)


def _of_size(value: Decimal, bound: Bound | None, raw: str, told: bool) -> Interval:
    match bound:
        case "over":
            high = EXACT.add(value, _above(raw, value)) if told else None
            return Interval(value, high, low_open=True, high_open=high is not None)
        case "at_least":
            return Interval(value, None)
        case "at_most":
            return Interval(None, value)
        case "under":
            return Interval(None, value, high_open=True)
        case "about":
            slack = min(EXACT.multiply(step(raw, value), HALF), EXACT.multiply(value, _FIFTH))
            return Interval(EXACT.subtract(value, slack), EXACT.add(value, slack))
        case "nearly":
            slack = min(step(raw, value), EXACT.multiply(value, _FIFTH))
            return Interval(EXACT.subtract(value, slack), value, high_open=True)
        case _:
            return Interval(value, value)


def _above(raw: str, value: Decimal) -> Decimal:
    """How far a number that says over goes on: to the next step, 几十 and 数百 to the next scale.

    超1000家 ends at 1100, not at 2000 as 千余 does: whoever prints the zeros means a number near them.
    """
    unit = step(raw, value)
    if value == unit and value >= _ROUND and _NUMBER.search(raw):
        return EXACT.multiply(unit, _TENTH)
    return EXACT.multiply(unit, Decimal(9)) if _SOME.search(raw) else unit


def _place(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero; 0 for zero."""
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "a figure is finite"
    if not value or len(digits) > _MOST_DIGITS:
        return value.adjusted() - 1 if value else 0
    return exponent + len(digits) - len("".join(map(str, digits)).rstrip("0"))


def _printed_zeros(raw: str) -> int:
    """How many zeros close the last number in Arabic digits, across its point: 4 in 12.0000万, 3 in 3,000."""
    numbers = _NUMBER.findall(raw)
    digits = _MARKS.sub("", numbers[-1]) if numbers else ""
    bare = digits.rstrip("0０")
    return len(digits) - len(bare) if bare.strip("0０") else 0


def _is_below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.copy_negate()
