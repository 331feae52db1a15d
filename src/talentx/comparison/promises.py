"""Whether what was promised came."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.comparison.interval import Interval
from talentx.comparison.measures import Reading
from talentx.comparison.model import Outcome, Stated
from talentx.comparison.periods import period

_DOWN_TO = re.compile("[降减缩压控][^，。；、]{0,4}[到至为在]")
_BEFORE = 6
"""Characters before a figure in which it may be said that it is to fall."""


def is_promise(old: Stated, new: Stated) -> bool:
    """Is the older figure a promise, and the newer one what came of it?"""
    return old.status == "target" and new.status == "actual"


def is_printed_later(old: Stated, new: Stated) -> bool:
    """Is the newer figure of an article that is known to have been printed after the older one's?

    What a text says of a promise and of how things stand is no news of the promise.
    """
    before, after = old.published or "", new.published or ""
    known = min(len(before), len(after))
    return before[:known] < after[:known]


def judged(old: Reading, new: Reading) -> tuple[Outcome | None, str]:
    """Met or missed, None where it was neither and its time is not over or not known; and a note on that.

    `old` and `new` as `is_promise` takes them.
    """
    due, now = period(old.stated.time), _reached(new.stated)
    early = due is not None and now is not None and now < due.last
    if _is_kept(old, new):
        return "target met", f"ahead of {old.stated.time}" if early else ""
    if due is None or now is None:
        return None, "a promise without a date"
    return (None, f"promised for {old.stated.time}, not due yet") if early else ("target missed", "")


def _reached(actual: Stated) -> int | None:
    """The month up to which an actual figure holds: the first in which its article may have been printed."""
    own, printed = period(actual.time), period(actual.published)
    if own is not None:
        return own.last
    return None if printed is None else printed.first


def _is_kept(old: Reading, new: Reading) -> bool:
    """Does the actual figure reach the promised one, as a reader takes both?

    Of an open end the number printed is taken: 2万套以上 reaches 2万套, and not 3万套.
    """
    before, after = old.interval, new.interval
    if _falls(old):
        before, after = _mirrored(before), _mirrored(after)
    assert before.low is not None
    if after.high is None:
        return after.low is not None and after.low >= before.low
    return after.high > before.low or (after.high == before.low and not after.high_open)


def _falls(promise: Reading) -> bool:
    """Is less what was promised: a cap, a better rank, a decline, 压缩到10天?"""
    low, high, stated = promise.interval.low, promise.interval.high, promise.stated
    if low is None or high is None:
        return low is None
    if stated.kind == "rank" or high < 0:
        return True
    before = stated.sentence[: max(stated.sentence.find(stated.raw), 0)][-_BEFORE:]
    return any(found.end() >= len(before) for found in _DOWN_TO.finditer(before + stated.raw))


def _mirrored(interval: Interval) -> Interval:
    return Interval(_minus(interval.high), _minus(interval.low), interval.high_open, interval.low_open)


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.copy_negate()
