"""What a figure means: the fields that the rules of a pack give it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from talentx.meaning.frame import Frame
from talentx.meaning.language import INHERIT, Rule
from talentx.meaning.match import claims
from talentx.meaning.pack import Pack
from talentx.text.structure import Span
from talentx.vocabulary import Kind, Measure, Status

_SAID_OF_OTHERS = frozenset({"change", "share", "rank", "date", "duration"})
_RATIOS = frozenset({None, "倍", "百分点"})
"""Units in which anything can change; a change in another unit is one of figures of that unit."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The fields that rules give a figure."""

    kind: Kind
    indicator: str | None
    phrase: Span | None
    """The span of what is counted."""
    status: Status
    unit: str | None
    measure: Measure
    rule: str
    """The rule that decided kind and indicator."""
    leave_out: bool
    """No record is due."""


Decided = tuple[Frame, Meaning | None]


def decide(frames: Sequence[Frame], pack: Pack) -> list[Meaning | None]:
    """The meaning of each figure, None where no rule takes it.

    Frames come in text order: a change or share may inherit the indicator of the figure it speaks of, and a
    figure without a noun of its own the meaning of the last one with its classifier.
    """
    found: list[Decided] = []
    for frame in frames:
        found.append((frame, _decide(frame, pack, found)))
    kinds = _kinds(found)
    return [
        _with_status(meaning, replace(frame, company=_company(meaning.kind, kinds[frame.opening])), pack)
        if meaning
        else None
        for frame, meaning in found
    ]


def _decide(frame: Frame, pack: Pack, before: Sequence[Decided]) -> Meaning | None:
    for claim in claims(frame, pack.deciding):
        meaning = _meaning(frame, claim.rule, pack, before)
        if meaning is not None:
            return meaning
    return None


def _kinds(found: Sequence[Decided]) -> Mapping[int, Counter[Kind]]:
    """How many figures of each kind a sentence has, by where it begins."""
    kinds: defaultdict[int, Counter[Kind]] = defaultdict(Counter)
    for frame, meaning in found:
        if meaning is not None:
            kinds[frame.opening][meaning.kind] += 1
    return kinds


def _company(own: Kind, kinds: Counter[Kind]) -> frozenset[str]:
    """The kinds of the other figures in the sentence of a figure of kind `own`."""
    return frozenset(kind for kind, count in kinds.items() if kind != own or count > 1)


def _meaning(frame: Frame, rule: Rule, pack: Pack, before: Sequence[Decided]) -> Meaning | None:
    then = rule.then
    unit = then.unit or frame.figure.unit
    kind, indicator, phrase = then.kind, then.indicator, frame.phrase
    if INHERIT in (kind, indicator):
        source = _source(frame, before, None if kind != INHERIT and unit in _RATIOS else unit)
        if source is None and kind == INHERIT:
            return None
        indicator = source.indicator if source else then.otherwise
        if source is not None:
            kind = source.kind if kind == INHERIT else kind
            phrase = phrase or source.phrase
    known = pack.indicators.get(indicator) if indicator else None
    measure: Measure = then.measure or (known.measure if known else "none")
    return Meaning(cast(Kind, kind), indicator, phrase, "actual", unit, measure, rule.id, then.leave_out)


def _source(frame: Frame, before: Sequence[Decided], unit: str | None) -> Meaning | None:
    """The nearest figure before that measures something itself, with the given unit if one is given.

    A figure with a noun of its own looks no further than its sentence, one without as far as its paragraph;
    a sentence that begins with 其中 goes on with the one before.
    """
    own = frame.noun is not None and frame.figure.kind == "number" and not frame.goes_on
    for other, meaning in reversed(before):
        if other.paragraph != frame.paragraph or (own and other.opening != frame.opening):
            return None
        if meaning is None or meaning.leave_out or meaning.kind in _SAID_OF_OTHERS:
            continue
        if unit is None or meaning.unit == unit:
            return meaning
    return None


def _with_status(meaning: Meaning, frame: Frame, pack: Pack) -> Meaning:
    held = claims(replace(frame, kind=meaning.kind), pack.adding)
    status = next((c.rule.then.status for c in held if c.rule.then.status is not None), meaning.status)
    unit = next((c.rule.then.unit for c in held if c.rule.then.unit is not None), meaning.unit)
    return replace(meaning, status=status, unit=unit)
