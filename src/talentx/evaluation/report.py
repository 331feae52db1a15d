"""What an evaluation found, and how it is said as one JSON object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TextIO

from talentx.evaluation.measures import Group, Measures, Score
from talentx.evaluation.mistakes import Mistake
from talentx.evaluation.rows import dumps
from talentx.records.decimals import plain


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
