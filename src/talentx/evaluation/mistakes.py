"""What an extraction has wrong, one by one, each in the sentence it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from talentx.evaluation.gold import Articles
from talentx.evaluation.matching import FIELDS
from talentx.evaluation.measures import Pair
from talentx.evaluation.rows import NUMBERS, Row

Outcome = Literal["missed", "surplus", "wrong"]

_REACH = 120
_STOP = re.compile(r"[。！？!?；\r\n]")


@dataclass(frozen=True, slots=True)
class Context:
    """The text before a span, in it and after it, to the ends of its sentence."""

    before: str
    span: str
    after: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field: what the record says, and what gold does. Number fields are strings, None where not stated."""

    field: str
    said: Any
    gold: Any


@dataclass(frozen=True, slots=True)
class Mistake:
    """A figure missed, a record too many, or a wrong one; the span is the gold's where it has one."""

    outcome: Outcome
    article: str
    start: int
    end: int
    raw: str
    kind: str
    fields: tuple[Wrong, ...]
    context: Context


def mistakes(pairs: Iterable[Pair], records: Articles, texts: Mapping[str, str]) -> list[Mistake]:
    """All that is wrong, in the order of the pairs. `texts`: those of articles, where they are at hand."""
    contexts: dict[str, Contexts] = {}
    found = []
    for pair in pairs:
        if pair.has_right(FIELDS):
            continue
        if pair.article not in contexts:
            contexts[pair.article] = Contexts(records.get(pair.article, ()), texts.get(pair.article))
        found.append(_mistake(pair, contexts[pair.article]))
    return found


class Contexts:
    """Finds the sentence around a span: in the text, else in what the records of the article quote."""

    def __init__(self, records: Sequence[Row], text: str | None) -> None:
        self._text = text
        self._origins: dict[str, int] = {}
        for record in records:
            self._learn(record)
        self._quoted = sorted((origin, sentence) for sentence, origin in self._origins.items())

    def around(self, start: int, end: int, raw: str, sentence: str | None) -> Context:
        """The context of a span; `sentence` is what its record quotes, None for a missed figure."""
        if self._text is not None:
            return self._in_text(start, end)
        quoted = self._nearest(start) if sentence is None else sentence
        at = start - self._origins.get(quoted, end)
        if at < 0 or quoted[at : at + len(raw)] != raw:
            at = quoted.find(raw) if sentence is not None else -1
        return Context(quoted[:at], raw, quoted[at + len(raw) :]) if at >= 0 else Context("", raw, "")

    def _nearest(self, start: int) -> str:
        """The quoted sentence that starts last before a place; none where none does."""
        place = bisect_right(self._quoted, start, key=lambda quoted: quoted[0])
        return self._quoted[place - 1][1] if place else ""

    def _learn(self, record: Row) -> None:
        """Where a quoted sentence starts in its file: known from a figure that stands in it but once."""
        sentence, raw = record.get("sentence"), record.get("raw")
        if sentence and raw and sentence not in self._origins and sentence.count(raw) == 1:
            self._origins[sentence] = record["start"] - sentence.index(raw)

    def _in_text(self, start: int, end: int) -> Context:
        text = self._text or ""
        first = max(0, start - _REACH)
        stops = [match.end() for match in _STOP.finditer(text, first, start)]
        stop = _STOP.search(text, end, end + _REACH)
        left = stops[-1] if stops else first
        right = stop.end() if stop else end + _REACH
        return Context(text[left:start].lstrip(), text[start:end], text[end:right].rstrip())


def _mistake(pair: Pair, contexts: Contexts) -> Mistake:
    row: Row = pair.figure or pair.record or {}
    if pair.figure is None:
        outcome: Outcome = "surplus"
    else:
        outcome = "wrong" if pair.record is not None else "missed"
    start, end = row["start"], row["end"]
    raw = row.get("raw") or ""
    sentence = pair.record.get("sentence") if pair.record is not None else None
    return Mistake(
        outcome,
        pair.article,
        start,
        end,
        raw,
        row["kind"],
        tuple(Wrong(field, _stated(pair.record, field), _stated(pair.figure, field)) for field in pair.wrong),
        contexts.around(start, end, raw, sentence),
    )


def _stated(row: Row | None, field: str) -> Any:
    """What a row says of a field; a range as its two ends."""
    if row is None:
        return None
    if field == "value" and row.get("value") is None:
        ends = [row.get(name) for name in NUMBERS[1:]]
        return None if ends == [None, None] else ends
    return row.get(field)
