"""What a figure means: the fields that the rules of a pack give it.

Rules speak in three stages. The first that takes a figure decides what it is; the first that knows its
indicator more finely refines it; and each of status, unit, item and subject is given by the first rule that
has one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from talentx.meaning.frame import Frame
from talentx.meaning.match import Claim, Matcher
from talentx.packs.language import INHERIT, Rule, Stage, Taken, Then
from talentx.packs.pack import Pack
from talentx.text.structure import Span
from talentx.vocabulary import Kind, Measure, Status

T = TypeVar("T")
Label = Span | str | None
"""What names something: a span of the text, or a table's or section's head."""

_SAID_OF_OTHERS = frozenset({"change", "share", "rank", "date", "duration"})
_RATIOS = frozenset({None, "倍"})
"""Units in which anything can change; a change in another unit is one of figures of that unit."""
_POINTS = "百分点"
"""The unit in which shares change, and nothing else does."""


class Rulebook:
    """The rules of a pack, compiled stage by stage."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.deciding, self.refining, self.adding = (
            Matcher([rule for rule in pack.rules if rule.stage == stage], pack.lexicon, pack.homes)
            for stage in STAGES
        )


GIVEN = ("status", "unit", "item", "subject")
"""What rules that add can give."""
STAGES: tuple[Stage, ...] = ("decide", "refine", "add")


@dataclass(frozen=True, slots=True)
class Given:
    """A name that a rule gives."""

    label: Label


@dataclass(frozen=True, slots=True)
class Meaning:
    """The fields that rules give a figure."""

    kind: Kind
    indicator: str | None
    family: str | None
    """The indicator as it was decided, before it was refined."""
    item: Label
    """What is counted."""
    status: Status
    unit: str | None
    measure: Measure
    rule: str
    """The rule that decided kind and indicator, the finest."""
    leave_out: bool
    """No record is due."""
    subject: Given | None = None
    """None leaves the subject to the text."""


Decided = tuple[Frame, Meaning | None]


def decided(frames: Sequence[Frame], rules: Rulebook) -> list[Decided]:
    """The meaning of each figure, None where no rule takes it, with its frame as the rules that add saw it.

    Frames come in text order: a change or share may inherit the indicator of the figure it speaks of, and a
    figure without a noun of its own the meaning of the last one with its classifier.
    """
    found = first_pass(frames, rules)
    kinds = _kinds(found)
    return [_added(frame, meaning, kinds[frame.opening], rules) for frame, meaning in found]


def first_pass(frames: Sequence[Frame], rules: Rulebook) -> list[Decided]:
    """What each figure is, by the rules that decide and refine: before those that add have been asked."""
    found: list[Decided] = []
    for frame in frames:
        decides = decision(frame, rules, found)
        meaning = decides[1] if decides is not None else None
        found.append((frame, _refine(frame, meaning, rules) if meaning is not None else None))
    return found


def decision(frame: Frame, rules: Rulebook, before: Sequence[Decided]) -> tuple[Claim, Meaning] | None:
    """The first rule that means something here, and what: to inherit, there must be something to inherit."""
    for claim in rules.deciding.claims(frame):
        meaning = _meaning(frame, claim.rule, rules.pack, before)
        if meaning is not None:
            return claim, meaning
    return None


def known(frame: Frame, meaning: Meaning) -> Frame:
    """The frame with what has been decided of it, for the rules of later stages."""
    return replace(frame, kind=meaning.kind, indicators=frozenset(_upwards(meaning.indicator)))


def _upwards(indicator: str | None) -> Iterator[str]:
    """The indicator and those above it: a.b.c, a.b, a."""
    name = indicator or ""
    while name:
        yield name
        name = name.rpartition(".")[0]


def _refine(frame: Frame, meaning: Meaning, rules: Rulebook) -> Meaning:
    for _, _, finer in refinements(frame, meaning, rules):
        meaning = finer
    return meaning


def refinements(frame: Frame, meaning: Meaning, rules: Rulebook) -> Iterator[tuple[Frame, Claim, Meaning]]:
    """Each rule that makes the indicator finer, with what it saw and what it left."""
    while meaning.indicator is not None:
        seen, coarse = known(frame, meaning), meaning.indicator
        finer = ((claim, claim.rule.finer(coarse)) for claim in rules.refining.claims(seen))
        claim, indicator = next((each for each in finer if each[1] in rules.pack.indicators), (None, None))
        if claim is None:
            return
        measure = claim.rule.then.measure or meaning.measure
        meaning = replace(meaning, indicator=indicator, measure=measure, rule=claim.rule.id)
        yield seen, claim, meaning


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
    kind, indicator = then.kind, then.indicator
    item = frame.phrase if then.item is None else _label(frame, then.item)
    subject = None if then.subject is None else Given(_label(frame, then.subject))
    if INHERIT in (kind, indicator):
        lender = source_of(frame, then, before)
        if lender is None and kind == INHERIT:
            return None
        source = lender[1] if lender is not None else None
        indicator = _inherited(frame, source) if source else then.otherwise
        if source is not None:
            kind = source.kind if kind == INHERIT else kind
            item = item or source.item
    named = pack.indicators.get(indicator) if indicator else None
    measure: Measure = then.measure or (named.measure if named else "none")
    status = then.status or "actual"
    return Meaning(
        kind=cast(Kind, kind),
        indicator=indicator,
        family=indicator,
        item=item,
        status=status,
        unit=unit,
        measure=measure,
        rule=rule.id,
        leave_out=then.leave_out,
        subject=subject,
    )


def _inherited(frame: Frame, source: Meaning) -> str | None:
    """What a figure takes over: one with a noun beside it says itself how its indicator is refined."""
    return source.family if frame.side in ("left", "right") else source.indicator


def source_of(frame: Frame, then: Then, before: Sequence[Decided]) -> tuple[Frame, Meaning] | None:
    """The figure that a rule's `inherit` takes over from: the nearest before that measures something itself.

    It has the same unit, but for an indicator that a ratio speaks of; points speak of a rate alone. A figure
    with a noun of its own looks no further than its sentence, one without as far as its paragraph; a sentence
    that begins with 其中 goes on with the one before.
    """
    unit = then.unit or frame.figure.unit
    if then.kind != INHERIT and unit == _POINTS:
        return _rate_before(frame, before)
    wanted = None if then.kind != INHERIT and unit in _RATIOS else unit
    own = frame.noun is not None and frame.figure.kind == "number" and not frame.goes_on
    for other, meaning in reversed(before):
        if other.paragraph != frame.paragraph or (own and other.opening != frame.opening):
            return None
        if meaning is None or meaning.leave_out or meaning.kind in _SAID_OF_OTHERS:
            continue
        if wanted is None or meaning.unit == wanted:
            return other, meaning
    return None


def _rate_before(frame: Frame, before: Sequence[Decided]) -> tuple[Frame, Meaning] | None:
    """The share that a change in points speaks of (城镇化率72%，提高1.2个百分点), with changes alone between.

    It must be in the same sentence and have an indicator: what is a share of something is no rate.
    """
    for other, meaning in reversed(before):
        if meaning is None or other.opening != frame.opening or frame.side in ("left", "right"):
            return None
        if meaning.kind == "share" and not meaning.leave_out:
            return (other, meaning) if meaning.indicator is not None else None
        if meaning.kind not in ("change", "date", "duration"):
            return None
    return None


def _added(frame: Frame, meaning: Meaning | None, kinds: Counter[Kind], rules: Rulebook) -> Decided:
    """With what the rules that add say of it."""
    if meaning is None:
        return frame, None
    seen = replace(known(frame, meaning), company=_company(meaning.kind, kinds))
    held = [claim.rule.then for claim in rules.adding.claims(seen)]
    item: Taken | None = _first(then.item for then in held)
    subject: Taken | None = _first(then.subject for then in held)
    return seen, replace(
        meaning,
        status=_first(then.status for then in held) or meaning.status,
        unit=_first(then.unit for then in held) or meaning.unit,
        item=meaning.item if item is None else _label(frame, item),
        subject=meaning.subject if subject is None else Given(_label(frame, subject)),
    )


def giver(claims: Iterable[Claim], field: str) -> Claim | None:
    """The first of the rules that add to have something for one of the fields `GIVEN`."""
    return next((claim for claim in claims if getattr(claim.rule.then, field) is not None), None)


def _first(given: Iterable[T | None]) -> T | None:
    return next((each for each in given if each is not None), None)


def _label(frame: Frame, taken: Taken) -> Label:
    """What the frame shows there; nothing where it shows nothing."""
    noun = (frame.noun.start, frame.noun.end) if frame.noun else None
    heads = {"row": frame.row, "column": frame.column, "head": frame.head.split("\n")[0]}
    return {"noun": noun, "phrase": frame.phrase}.get(taken) or heads.get(taken) or None
