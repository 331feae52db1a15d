"""The derivation of one figure: every step from its characters to its record, or to where it stopped."""

from __future__ import annotations

from talentx.derivation.model import Derivation, Outcome, Step
from talentx.derivation.numbers import number_steps, shown_number
from talentx.derivation.replay import Replay, Told
from talentx.derivation.rules import left_out_step, meaning_steps, nearest_steps
from talentx.derivation.surroundings import surrounding_steps
from talentx.figures.model import Figure
from talentx.records.model import Record

_EDGES = ("it runs over the end of its sentence", "it stands in a byline or the page's furniture")


def derived(replay: Replay, figure: Figure) -> Derivation:
    """How a figure of the view became its record, or the first step at which it became none."""
    told = replay.told_of(figure)
    numbers = number_steps(replay, figure, told)
    if told is None:
        said = _EDGES[0] if _crosses(replay, figure) else _EDGES[1]
        return _without(replay, figure, "no record", said, "page", [*numbers, Step("page", said)])
    if told.meaning is None:
        steps = [*numbers, *nearest_steps(replay, told)]
        return _without(replay, figure, "no record", "no rule takes it", "rules", steps)
    if told.meaning.leave_out:
        said = f"left out by rule {told.meaning.rule}"
        steps = [*numbers, left_out_step(replay, told, told.meaning)]
        return _without(replay, figure, "left out", said, "rule", steps)
    return _with_record(replay, told, numbers)


def _with_record(replay: Replay, told: Told, numbers: list[Step]) -> Derivation:
    assert told.meaning is not None
    assert told.context is not None
    record = told.context.record
    steps = [
        *numbers,
        *meaning_steps(replay, told, told.meaning),
        *surrounding_steps(replay, told, told.meaning, told.context),
    ]
    return Derivation(
        replay.document, record.start, record.end, record.raw, "record", _headline(record, told.frame.figure),
        None, record, tuple(steps),
    )  # fmt: skip


def _without(
    replay: Replay, figure: Figure, outcome: Outcome, said: str, failed: str, steps: list[Step]
) -> Derivation:
    evidence = replay.evidence(figure.start, figure.end)
    return Derivation(
        replay.document,
        evidence.start,
        evidence.end,
        evidence.text,
        outcome,
        said,
        failed,
        None,
        tuple(steps),
    )


def _headline(record: Record, figure: Figure) -> str:
    """award award_amount 5000000 元 at_most, policy."""
    unit = f"{record.unit or ''}{f'/{record.per}' if record.per else ''}"
    bound = record.bound if record.bound not in (None, "exact", "range") else ""
    parts = [record.kind, record.indicator or "", shown_number(figure), unit, bound or ""]
    return f"{' '.join(part for part in parts if part)}, {record.status}"


def _crosses(replay: Replay, figure: Figure) -> bool:
    """Does the figure run over the end of a sentence that is read?"""
    return any(
        sentence.start <= figure.start < sentence.end < figure.end
        for article in replay.articles
        for sentence in article.sentences()
        if sentence.role not in ("byline", "furniture")
    )
