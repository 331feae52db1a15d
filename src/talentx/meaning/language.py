"""The rule language: what a family file of a rule pack may say.

A word is written plainly (人才), by the name of a word list ($talent, kept in words/*/talent.txt),
or as "*", any word at all of the slot.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from talentx.vocabulary import Kind, Measure, Status

INHERIT = "inherit"
"""Taken over from an earlier figure: an indicator from the one that a change or share speaks of, a kind from
the last one with the same classifier."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(_Strict):
    """What a figure and its surroundings must show; every slot named must hold, in each one word suffices."""

    figure: Words = ()
    """Kinds of number: number money share ordinal date duration change."""
    form: Words = ()
    unit: Words = ()
    bound: Words = ()
    per: Words = ()
    noun: Words = ()
    """The head noun of what is counted or measured."""
    side: Words = ()
    """Where that noun stands: left, right, or far (in an earlier clause)."""
    beside: Words = ()
    """Any noun in the figure's own stretch of the clause, between its neighbours."""
    item: Words = ()
    """Words inside the noun phrase of what is counted."""
    verb: Words = ()
    """The verbs that govern: of the clause, or of the nearest clause before it that has one."""
    cue: Words = ()
    """The class of the last cue before the figure in its sentence: future, past, policy, …"""
    left: Words = ()
    """Words right before the figure: since the figure before it, or the clause's beginning."""
    right: Words = ()
    """Words right after it: up to the next figure or the clause's end."""
    clause: Words = ()
    sentence: Words = ()
    head: Words = ()
    title: Words = ()
    column: Words = ()
    row: Words = ()
    previous: Words = ()
    """The kind of number of the figure before it in the clause."""
    company: Words = ()
    """The kinds of the other figures in the sentence."""
    kind: Words = ()
    """The kind decided already: for rules that add a status to it."""

    def slots(self) -> dict[str, tuple[str, ...]]:
        return {name: words for name in type(self).model_fields if (words := getattr(self, name))}


class Then(_Strict):
    """What the figure then means. A field that is not named is left to other rules."""

    kind: Kind | Literal["inherit"] | None = None
    indicator: str | None = None
    otherwise: str | None = None
    """The indicator where there is none to inherit."""
    status: Status | None = None
    unit: str | None = None
    measure: Measure | None = None
    leave_out: bool = False
    """True for a stretch that says nothing: no record is made of it."""


class Example(_Strict):
    """A sentence with the figure in [square brackets], and what more than `then` must come out of it."""

    text: str
    published: str | None = None
    title: str | None = None
    expect: dict[str, str | int | float | None] = {}


def _example(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Sample = Annotated[Example, BeforeValidator(_example)]


class Rule(_Strict):
    id: str
    note: str | None = None
    when: Condition = Condition()
    unless: Condition = Condition()
    """None of these slots may hold."""
    then: Then
    priority: int = 0
    examples: tuple[Sample, ...]
    counterexamples: tuple[Sample, ...] = ()


class Indicator(_Strict):
    """One thing that is measured, under the name that records carry."""

    zh: str
    en: str
    definition: str
    measure: Measure = "none"


class Family(_Strict):
    """One YAML file: indicators of one family, and the rules that find them."""

    indicators: dict[str, Indicator] = {}
    rules: tuple[Rule, ...] = ()


class Manifest(_Strict):
    """`pack.yaml`."""

    name: str
    version: str
    description: str
    agreement: dict[str, Words] = {}
    """The classes of nouns that a classifier counts: of several nouns near it, one of these is meant."""
    weak: Words = ()
    """Classes of cues that yield to any other in the sentence."""
    before_verbs: Words = ()
    """Cues that are something else before a noun (将人才…, 计划项目) and hold only before a verb."""
