"""What is asked of time, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass

from talentx.vocabulary import Measure, Status


@dataclass(frozen=True, slots=True)
class TimeClaim:
    """A figure that asks for its time: its span in the text, and what the rules have said of it."""

    start: int
    end: int
    kind: str
    measure: Measure
    status: Status


@dataclass(frozen=True, slots=True)
class Time:
    """The EDTF of the period or moment a figure holds for, and the span of the words that say so."""

    edtf: str | None
    evidence: tuple[int, int] | None = None
