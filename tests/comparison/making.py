"""Records for comparisons: one a text of one figure, as the reader of numbers understands it."""

from __future__ import annotations

from typing import Any

from making import record

from talentx.figures.model import Figure
from talentx.figures.scan import scan
from talentx.records.model import Record

_KINDS = {kind: kind for kind in ("money", "share", "change", "date", "duration")} | {"ordinal": "rank"}


def told(text: str, **changes: Any) -> Record:
    """The record of the one figure of a text, which is its sentence; `changes` of its other columns."""
    found = scan(text)
    assert len(found) == 1, f"{text} has {len(found)} figures"
    figure = found[0]
    wanted: dict[str, Any] = {
        "indicator": None,
        "item": None,
        "subject": None,
        "time": None,
        "kind": kind_of(figure),
        "sentence": text,
        "start": figure.start,
        "end": figure.end,
        "raw": figure.raw,
        "published": "2022-06",
    }
    for name in ("value", "low", "high", "bound", "unit", "currency", "per", "date"):
        wanted[name] = getattr(figure, name)
    return record(**{**wanted, **changes})


def kind_of(figure: Figure) -> str:
    """The kind of record that a figure is, where no rule says more."""
    persons = {"人": "talent", "人次": "people"}
    return _KINDS.get(figure.kind) or persons.get(figure.unit or "", "count")
