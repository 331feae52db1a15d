"""The rule language: what a family file of a rule pack may say.

A word is written plainly (人才), by the name of a word list ($talent, kept in words/*/talent.txt),
or as "*", any word at all of the slot.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from talentx.edtf import is_published
from talentx.figures.model import FigureKind, Form
from talentx.vocabulary import Bound, Kind, Measure, Status

INHERIT = "inherit"
"""Taken over from an earlier figure: an indicator from the one that a change or share speaks of, a kind from
the last one with the same classifier."""
ANY = "*"
"""Any word at all."""

Side = Literal["left", "right", "far"]
Column = Literal[
    "id", "document", "article", "published", "kind", "indicator", "item", "place", "adcode", "subject",
    "value", "low", "high", "bound", "unit", "currency", "per", "date", "time", "status",
    "raw", "start", "end", "sentence", "rule",
]  # fmt: skip
"""A column of a record: what an example may expect something of."""
COLUMNS: tuple[str, ...] = get_args(Column)

INDICATOR = r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$"
"""An indicator's id, as a record may carry it."""
_MARKED = re.compile(r"[^\[\]]*\[[^\[\]]+\][^\[\]]*")


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _filled(word: str) -> str:
    if not word.strip():
        raise ValueError("an empty word; write one, or take it out")
    return word


def _literal(word: str) -> str:
    if word == ANY or word.startswith("$"):
        raise ValueError(f"{word!r} is not possible here; write the words out")
    return word


def _alone(words: tuple[str, ...]) -> tuple[str, ...]:
    if ANY in words and len(words) > 1:
        raise ValueError(f"{ANY!r} stands for any word, so the others say nothing; take them out")
    return words


def _never_any(words: tuple[str, ...]) -> tuple[str, ...]:
    if ANY in words:
        raise ValueError(f"{ANY!r} always holds here; take the slot out")
    return words


def _indicator(name: str) -> str:
    if re.fullmatch(INDICATOR, name) is None:
        raise ValueError(f"{name!r} is no id; write small letters, digits and _, parts joined by a dot")
    return name


def _date(text: str) -> str:
    if not is_published(text):
        raise ValueError(f"{text!r} is no date; write 2024, 2024-09 or 2024-09-28")
    return text


def _marked(text: str) -> str:
    if _MARKED.fullmatch(text) is None:
        raise ValueError("exactly one figure must stand in [square brackets]")
    return text


def _scalar(value: object) -> object:
    if value is not None and (isinstance(value, bool) or not isinstance(value, (str, int, float))):
        raise ValueError("neither text nor a number; put it in quotes")
    return value


_OneOrMore = (BeforeValidator(_listed), Field(min_length=1))
Word = Annotated[str, AfterValidator(_filled)]
Literally = Annotated[tuple[Annotated[Word, AfterValidator(_literal)], ...], *_OneOrMore]
"""Words as they are, neither a list nor any word."""
Words = Annotated[tuple[Word, ...], *_OneOrMore, AfterValidator(_alone)]
Parts = Annotated[tuple[Word, ...], *_OneOrMore, AfterValidator(_never_any)]
"""Words in a text that is never empty."""
FigureKinds = Annotated[tuple[FigureKind, ...], *_OneOrMore]
Forms = Annotated[tuple[Form, ...], *_OneOrMore]
Bounds = Annotated[tuple[Bound, ...], *_OneOrMore]
Sides = Annotated[tuple[Side, ...], *_OneOrMore]
Kinds = Annotated[tuple[Kind, ...], *_OneOrMore]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(_Strict):
    """What a figure and its surroundings must show; every slot named must hold, in each one word suffices."""

    figure: FigureKinds = ()
    """Kinds of number: number money share ordinal date duration change."""
    form: Forms = ()
    unit: Literally = ()
    bound: Bounds = ()
    per: Literally = ()
    noun: Words = ()
    """The head noun of what is counted or measured."""
    side: Sides = ()
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
    clause: Parts = ()
    sentence: Parts = ()
    head: Words = ()
    title: Words = ()
    column: Words = ()
    row: Words = ()
    previous: FigureKinds = ()
    """The kind of number of the figure before it in the clause."""
    company: Kinds = ()
    """The kinds of the other figures in the sentence: for rules that add a status."""
    kind: Kinds = ()
    """The kind decided already: for rules that add a status to it."""

    def slots(self) -> dict[str, tuple[str, ...]]:
        return {name: words for name in type(self).model_fields if (words := getattr(self, name))}


class Then(_Strict):
    """What the figure then means. A field that is not named is left to other rules."""

    kind: Literal[Kind, "inherit"] | None = None
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

    text: Annotated[str, AfterValidator(_marked)]
    published: Annotated[str, AfterValidator(_date)] | None = None
    title: str | None = None
    expect: dict[Column, Annotated[object, AfterValidator(_scalar)]] = {}


def _example(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Sample = Annotated[Example, BeforeValidator(_example)]


class Rule(_Strict):
    id: Word
    note: str | None = None
    when: Condition = Condition()
    unless: Condition = Condition()
    """None of these slots may hold."""
    then: Then
    priority: int = 0
    examples: tuple[Sample, ...]
    counterexamples: tuple[Sample, ...] = ()

    @model_validator(mode="after")
    def _decides_or_adds(self) -> Self:
        """A rule with a kind decides; one without adds to what was decided, when kinds are known."""
        decides = self.then.kind is not None
        for slot in ("kind", "company"):
            if decides and (getattr(self.when, slot) or getattr(self.unless, slot)):
                raise ValueError(f"{slot} is not known before a kind is given; take it out, or then.kind")
        for field in ("indicator", "otherwise", "measure", "leave_out"):
            if not decides and getattr(self.then, field):
                raise ValueError(f"then has {field} without a kind; name the kind")
        return self


class Indicator(_Strict):
    """One thing that is measured, under the name that records carry."""

    zh: str
    en: str
    definition: str
    measure: Measure = "none"


class Family(_Strict):
    """One YAML file: indicators of one family, and the rules that find them."""

    indicators: dict[Annotated[str, AfterValidator(_indicator)], Indicator] = {}
    rules: tuple[Rule, ...] = ()


class Manifest(_Strict):
    """`pack.yaml`."""

    name: str
    version: str
    description: str
    agreement: dict[str, Literally] = {}
    """The classes of nouns that a classifier counts: of several nouns near it, one of these is meant."""
    weak: Literally = ()
    """Classes of cues that yield to any other in the sentence."""
    before_verbs: Literally = ()
    """Cues that are something else before a noun (将人才…, 计划项目) and hold only before a verb."""
