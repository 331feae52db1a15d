"""The measures and mistakes of an evaluation, as one JSON object and as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any, TextIO

from talentx.evaluation.measures import Group, Measures, Score
from talentx.evaluation.mistakes import Mistake, Wrong
from talentx.evaluation.rows import dumps
from talentx.records.decimals import plain

if TYPE_CHECKING:
    from talentx.output.grid import Column

_BESIDE = 12
"""Characters before a span that a table has room for."""


@dataclass(frozen=True, slots=True)
class Report:
    """What `talentx eval` says. `unscored`: documents of records for which there is no gold."""

    measures: Measures
    mistakes: Sequence[Mistake]
    unscored: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the measures: the section it belongs to, and its scores."""

    document: str
    name: str
    score: Score
    other: float | None = None

    def __iter__(self) -> Iterator[tuple[str, object]]:
        yield from (("section", self.document), ("name", self.name), *_numbers(self.score).items())


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of the mistakes: one wrong field, or a figure missed or too many."""

    document: str
    mistake: Mistake
    wrong: Wrong | None

    def __iter__(self) -> Iterator[tuple[str, object]]:
        yield from (("article", self.document), ("outcome", self.mistake.outcome), ("raw", self.mistake.raw))


OTHER = {
    "fields": "right of found",
    "kinds": "whole F1",
    "indicators": "whole F1",
    "indicators in full": "whole F1",
}
"""What the last column of a section is."""


def lines(measures: Measures) -> Iterator[Line]:
    """All measures, section by section."""
    for name, score in measures.levels.items():
        yield Line("levels", name, score)
    for name, score in measures.fields.items():
        yield Line("fields", name, score, measures.found_right[name])
    groups = {
        "kinds": measures.kinds,
        "indicators": measures.indicators,
        "indicators in full": measures.fine_indicators,
    }
    for section, named in groups.items():
        for name, group in named.items():
            yield Line(section, name, group.named, group.whole.f1)


def write_json(report: Report, stream: TextIO) -> None:
    """One object: levels, fields, kinds, indicators, indicators in full, mistakes, unscored."""
    measures = report.measures
    stream.write(
        dumps(
            {
                "levels": {name: _numbers(score) for name, score in measures.levels.items()},
                "fields": {
                    name: {**_numbers(score), "right_of_found": round(measures.found_right[name], 6)}
                    for name, score in measures.fields.items()
                },
                "kinds": _groups(measures.kinds),
                "indicators": _groups(measures.indicators),
                "indicators_in_full": _groups(measures.fine_indicators),
                "mistakes": [_mistake(mistake) for mistake in report.mistakes],
                "unscored": list(report.unscored),
            },
            indent=2,
        )
        + "\n"
    )


def write_table(report: Report, stream: TextIO, width: int | None = None) -> None:
    """The mistakes, a table for each article, then the measures. `width`: terminal cells."""
    from talentx.output import grid

    grid.write(_faults(report.mistakes), _fault_columns(), stream, width, _mistakes_of)
    if report.mistakes:
        stream.write("\n")
    for number, (section, rows) in enumerate(groupby(lines(report.measures), key=lambda line: line.document)):
        stream.write("\n" if number else "")
        grid.write(rows, _line_columns(OTHER.get(section, "")), stream, width, lambda section, _: section)


def _faults(mistakes: Iterable[Mistake]) -> Iterator[Fault]:
    """A row for each wrong field, and one for a figure missed or too many."""
    for mistake in mistakes:
        for wrong in mistake.fields or (None,):
            yield Fault(mistake.article, mistake, wrong)


def _mistakes_of(article: str, number: int) -> str:
    return f"{article} · {number} {'mistake' if number == 1 else 'mistakes'}"


def _fault_columns() -> Sequence[Column[Fault]]:
    from talentx.output.grid import Column

    return (
        Column("outcome", 1, 8, lambda row: row.mistake.outcome),
        Column("figure", 2, 24, lambda row: row.mistake.raw),
        Column("span", 6, 13, lambda row: f"{row.mistake.start}–{row.mistake.end}"),
        Column("kind", 5, 8, lambda row: row.mistake.kind),
        Column("field", 3, 9, lambda row: row.wrong.field if row.wrong else None),
        Column("record says", 4, 30, lambda row: shown(row.wrong.said) if row.wrong else None),
        Column("gold says", 4, 30, lambda row: shown(row.wrong.gold) if row.wrong else None),
        Column("in", 7, 60, lambda row: _excerpt(row.mistake)),
    )


def _line_columns(other: str) -> Sequence[Column[Line]]:
    from talentx.output.grid import Column

    return (
        Column("", 1, 32, lambda row: row.name),
        Column("gold", 6, 8, lambda row: str(row.score.gold), "right"),
        Column("records", 7, 8, lambda row: str(row.score.records), "right"),
        Column("right", 5, 8, lambda row: str(row.score.right), "right"),
        Column("precision", 3, 9, lambda row: rate(row.score.precision), "right"),
        Column("recall", 4, 9, lambda row: rate(row.score.recall), "right"),
        Column("F1", 2, 9, lambda row: rate(row.score.f1), "right"),
        Column(other, 8, 14, lambda row: None if row.other is None else rate(row.other), "right"),
    )


def _excerpt(mistake: Mistake) -> str:
    """The span in ⟦ ⟧ among what stands next to it."""
    context = mistake.context
    before = context.before if len(context.before) <= _BESIDE else f"…{context.before[-_BESIDE:]}"
    return f"{before}⟦{context.span}⟧{context.after}"


def rate(share: float) -> str:
    """A score as a person reads it."""
    return f"{share:.4f}"


def shown(value: Any) -> str:
    """A field's value as a person reads it; – where it is not stated."""
    if value is None:
        return "–"
    if isinstance(value, list):
        return " – ".join(shown(end) for end in value)
    return plain(Decimal(value)) if isinstance(value, (int, Decimal)) else str(value)


def _numbers(score: Score) -> dict[str, object]:
    rates = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {
        "right": score.right,
        "records": score.records,
        "gold": score.gold,
        **{name: round(share, 6) for name, share in rates.items()},
    }


def _groups(groups: Mapping[str, Group]) -> dict[str, object]:
    return {name: {**_numbers(group.named), "whole": _numbers(group.whole)} for name, group in groups.items()}


def _mistake(mistake: Mistake) -> dict[str, object]:
    context = mistake.context
    return {
        "outcome": mistake.outcome,
        "article": mistake.article,
        "start": mistake.start,
        "end": mistake.end,
        "raw": mistake.raw,
        "kind": mistake.kind,
        "fields": {wrong.field: {"record": wrong.said, "gold": wrong.gold} for wrong in mistake.fields},
        "context": [context.before, context.span, context.after],
    }
