"""A word of time, the part it plays in its sentence and the period it puts in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from talentx.edtf import Date, Interval, coarsen, parse

Part = Literal["at", "as_of", "since", "by", "ahead", "now", "event", "year", "basis", "aside"]
"""`at` a time; `as_of` up to it; `since` it until now; `by` it, in a plan; `ahead` from now on; `now`;
`event` that of the event told; `year` that under report; `basis` what a figure is compared with;
`aside` a date that says nothing of any figure."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at `text[start:end]` and the period they put in force (None for `event` and `year`)."""

    start: int
    end: int
    part: Part
    value: Date | Interval | None


def month_of(published: str | None) -> Date | None:
    """The month an article is of, or its year if no month is known."""
    value = parse(published) if published else None
    date = value.end or value.start if isinstance(value, Interval) else value
    return coarsen(date, month=True) if date is not None and date.year is not None else None


def start_of(value: Date | Interval | None) -> Date | None:
    """The moment a period begins at."""
    return value.start if isinstance(value, Interval) else value


def end_of(value: Date | Interval | None) -> Date | None:
    """The moment a period ends at."""
    return value.end if isinstance(value, Interval) else value


def is_of_years(value: Date | Interval | None) -> bool:
    """Is it a stretch of more than a year?"""
    start, end = start_of(value), end_of(value)
    return start is not None and end is not None and start.year != end.year
