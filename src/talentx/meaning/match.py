"""Which rules hold of a frame, and which of them decides.

A rule holds when every slot of `when` has one of its words and no slot of `unless` has. Of the rules that
hold, each field of a meaning is decided by the first in one total order: higher priority, more slots,
nearer words, longer words, and last the id, so that no two rules ever tie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import regex

from talentx.meaning.frame import Frame
from talentx.meaning.language import Condition, Rule
from talentx.meaning.scene import Hit

Holds = Callable[[Frame], "Match | None"]


@dataclass(frozen=True, slots=True)
class Match:
    """How well a slot holds: how far off the word stands and how long it is."""

    distance: int
    length: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule that holds, with its place in the order (the greatest decides)."""

    rule: Rule
    order: tuple[int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    rule: Rule
    when: tuple[Holds, ...]
    unless: tuple[Holds, ...]

    def claim(self, frame: Frame) -> Claim | None:
        distance = length = 0
        for holds in self.when:
            match = holds(frame)
            if match is None:
                return None
            distance += match.distance
            length += match.length
        if any(holds(frame) is not None for holds in self.unless):
            return None
        return Claim(self.rule, (self.rule.priority, len(self.when), -distance, length, self.rule.id))


def compile_rule(rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> CompiledRule:
    return CompiledRule(rule, _compile(rule.when, lists), _compile(rule.unless, lists))


def claims(frame: Frame, rules: Iterable[CompiledRule]) -> list[Claim]:
    """Every rule that holds, the deciding one first."""
    held = [claim for rule in rules if (claim := rule.claim(frame)) is not None]
    return sorted(held, key=lambda claim: claim.order, reverse=True)


def _compile(condition: Condition, lists: Mapping[str, tuple[str, ...]]) -> tuple[Holds, ...]:
    compiled = []
    for slot, words in condition.slots().items():
        if words == ("*",):
            compiled.append(_any(slot))
            continue
        classes = frozenset(w[1:] for w in words if w.startswith("$"))
        plain = frozenset(w for w in words if not w.startswith("$"))
        if slot == "company":
            compiled.append(_company_slot(plain))
        elif slot in _VALUES:
            compiled.append(_value_slot(_VALUES[slot], plain))
        elif slot in _HITS:
            compiled.append(_hit_slot(_HITS[slot], classes, plain))
        else:
            every = plain.union(*(lists[name] for name in classes))
            compiled.append(_text_slot(slot, tuple(sorted(every))))
    return tuple(compiled)


_VALUES: Mapping[str, Callable[[Frame], str | None]] = {
    "figure": lambda f: f.figure.kind,
    "form": lambda f: f.figure.form,
    "unit": lambda f: f.figure.unit or "none",
    "bound": lambda f: f.figure.bound,
    "side": lambda f: f.side,
    "previous": lambda f: f.previous,
    "per": lambda f: f.figure.per,
    "kind": lambda f: f.kind,
}
_HITS: Mapping[str, Callable[[Frame], Sequence[Hit]]] = {
    "noun": lambda f: (f.noun,) if f.noun else (),
    "beside": lambda f: f.nouns,
    "verb": lambda f: f.verbs,
    "cue": lambda f: (f.cue,) if f.cue else (),
}


def _any(slot: str) -> Holds:
    def holds(frame: Frame) -> Match | None:
        found = _HITS[slot](frame) if slot in _HITS else getattr(frame, slot)
        return Match(0, 0) if found else None

    return holds


def _value_slot(read: Callable[[Frame], str | None], words: frozenset[str]) -> Holds:
    def holds(frame: Frame) -> Match | None:
        return Match(0, 0) if read(frame) in words else None

    return holds


def _company_slot(kinds: frozenset[str]) -> Holds:
    def holds(frame: Frame) -> Match | None:
        return Match(0, 0) if frame.company & kinds else None

    return holds


def _hit_slot(
    read: Callable[[Frame], Sequence[Hit]], classes: frozenset[str], words: frozenset[str]
) -> Holds:
    def holds(frame: Frame) -> Match | None:
        for hit in read(frame):
            if hit.classes & classes or hit.word in words:
                return Match(hit.distance, len(hit.word))
        return None

    return holds


def _text_slot(slot: str, words: tuple[str, ...]) -> Holds:
    pattern = regex.compile(r"\L<words>", words=words)

    def holds(frame: Frame) -> Match | None:
        found = [len(hit[0]) for hit in pattern.finditer(getattr(frame, slot), overlapped=True)]
        return Match(0, max(found)) if found else None

    return holds
