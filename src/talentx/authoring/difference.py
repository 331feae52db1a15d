"""What an edit of the rules does to the records of a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from talentx.output.jsonl import dump
from talentx.records.model import COLUMNS, Record

_REACH = 15
"""Characters around a figure that are shown with it."""
Outcome = Literal["added", "removed", "changed"]
OUTCOMES: tuple[Outcome, ...] = ("added", "removed", "changed")


@dataclass(frozen=True, slots=True)
class Change:
    """One figure whose record is not what it was; `fields` are the columns that differ."""

    outcome: Outcome
    old: Record | None
    new: Record | None
    fields: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """The new record, or the old one where there is none."""
        record = self.new or self.old
        assert record is not None
        return record


def differences(old: Sequence[Record], new: Sequence[Record]) -> Iterator[Change]:
    """The changes from `old` to `new` records of one document, in span order."""
    before = {(record.start, record.end): record for record in old}
    after = {(record.start, record.end): record for record in new}
    for span in sorted(before.keys() | after.keys()):
        one, other = before.get(span), after.get(span)
        if one is None or other is None:
            yield Change("removed" if other is None else "added", one, other)
            continue
        fields = tuple(name for name in COLUMNS if getattr(one, name) != getattr(other, name))
        if fields:
            yield Change("changed", one, other, fields)


def told(change: Change) -> str:
    """The change on one line: document:start-end, the figure, what became of it."""
    record = change.record
    where = f"{record.document}:{record.start}-{record.end}: {change.outcome}: {_around(record)!r}"
    if change.old is not None and change.new is not None:
        told = (
            f"{name} {_shown(change.old, name)} → {_shown(change.new, name)}"
            for name in change.fields
            if name != "id"
        )
        return f"{where}: {'; '.join(told)}"
    return f"{where}: {record.kind}, indicator {record.indicator or 'none'}, by {record.rule}"


def as_rows(changes: Sequence[Change]) -> str:
    """The changes as a JSON array of outcome, fields, old and new."""
    rows = ",\n".join(
        f'{{"outcome": "{change.outcome}", "fields": {json.dumps(change.fields)}, '
        f'"old": {_row(change.old)}, "new": {_row(change.new)}}}'
        for change in changes
    )
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def _row(record: Record | None) -> str:
    return "null" if record is None else dump(record)


def _around(record: Record) -> str:
    """The words around the figure in its sentence, which may be printed otherwise than the figure was."""
    sentence = record.sentence.replace("\n", " ")
    at = max(0, sentence.find(record.raw))
    start, end = max(0, at - _REACH), at + len(record.raw) + _REACH
    before, after = sentence[start:at], sentence[at + len(record.raw) : end]
    return f"{'…' if start else ''}{before}[{record.raw}]{after}{'…' if end < len(sentence) else ''}"


def _shown(record: Record, name: str) -> str:
    value = getattr(record, name)
    return "none" if value is None else str(value)
