"""A derivation: the steps from the characters of a figure to its record, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from talentx.records.model import Record

Outcome = Literal["record", "left out", "no record", "no figure", "not in the text"]
"""What came of a stretch. `left out`: a rule says so; `no record`: a figure that no rule takes."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the file that a step rests on: `text[start:end]`, in code points of the decoded file."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is about, what it says in plain English, and what it rests on."""

    name: str
    """characters, number, unit, bound, per, date, noun, rule, status, place, time, subject, item …"""
    says: str
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[Step, ...] = ()
    """What it is made of."""

    def walk(self) -> Iterator[Step]:
        """The step and all below it, in the order they are told."""
        yield self
        for step in self.steps:
            yield from step.walk()

    def to_dict(self) -> dict[str, object]:
        """The step as JSON has it."""
        return {
            "name": self.name,
            "says": self.says,
            "evidence": [{"start": e.start, "end": e.end, "text": e.text} for e in self.evidence],
            "steps": [step.to_dict() for step in self.steps],
        }


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a stretch of a file became a record, or the first step at which it became none.

    `start`, `end` and `raw` are of the file's text, as in a record; all are those of the whole figure where
    the stretch that was asked for is a part of one. They are -1, -1 where the text does not have it.
    """

    document: str
    start: int
    end: int
    raw: str
    outcome: Outcome
    says: str
    """The outcome in one line."""
    failed: str | None
    """The name of the first step that failed; None for a record."""
    record: Record | None
    steps: tuple[Step, ...]

    def walk(self) -> Iterator[Step]:
        """All steps, in the order they are told."""
        for step in self.steps:
            yield from step.walk()

    def to_dict(self) -> dict[str, object]:
        """The derivation as JSON has it; a record's decimals as strings of all their digits."""
        record = self.record
        return {
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "raw": self.raw,
            "outcome": self.outcome,
            "says": self.says,
            "failed": self.failed,
            "record": dict(record) if record is not None else None,
            "steps": [step.to_dict() for step in self.steps],
        }
