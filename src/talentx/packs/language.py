"""The rule language: what the files of a rule pack may say.

A word is written plainly (人才), by the name of a word list ($talent, kept in words/*/talent.txt), between
slashes as a regular expression (/新增.{0,4}就业/), or as "*", any word at all of the slot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from talentx.packs.types import (
    Bounds,
    CutWords,
    FigureKinds,
    Forms,
    Id,
    Ids,
    Kinds,
    Literally,
    Marked,
    Name,
    Names,
    Parts,
    Published,
    Scalar,
    Sides,
    Texts,
    Version,
    Words,
)
from talentx.vocabulary import Bound, Kind, Measure, Status

INHERIT = "inherit"
"""Taken over from an earlier figure: an indicator from the one that a change or share speaks of, a kind from
the last one with the same classifier."""
AHEAD = "ahead"
"""The class of a date later than the article's: a cue like the words of the lists."""

Column = Literal[
    "id", "document", "article", "published", "kind", "indicator", "item", "place", "adcode", "subject",
    "value", "low", "high", "bound", "unit", "currency", "per", "date", "time", "status",
    "raw", "start", "end", "sentence", "rule",
]  # fmt: skip
"""A column of a record: what an example may expect something of."""
COLUMNS: tuple[str, ...] = get_args(Column)
Taken = Literal["noun", "phrase", "row", "column", "head", "none"]
"""What names the item or the subject of a figure."""
Stage = Literal["decide", "refine", "add"]
"""The three passes of rules over a figure."""


_POSSIBLE: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "status": get_args(Status),
    "bound": get_args(Bound),
}
_NUMBERS = frozenset({"value", "low", "high"})


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Condition(_Strict):
    """What a figure and its surroundings must show; every slot named must hold, in each one word suffices."""

    use: Names = ()
    """Macros, whose slots are added to these."""
    figure: FigureKinds = ()
    """The kind of number: number, money, share, ordinal, date, duration, change."""
    form: Forms = ()
    """How the number is put: plain, enumerator, debut, edition, magnitude, article, bare …"""
    unit: Literally = ()
    """The unit: 人, 人次, 元, 家, 套, 年 …; none where it has none."""
    bound: Bounds = ()
    """How the number bounds: exact, about, nearly, over, at_least, at_most, under, range."""
    per: Literally = ()
    """What an amount is per: 人, 月, 人·月, 家 …"""
    noun: CutWords = ()
    """The head noun of what is counted or measured."""
    side: Sides = ()
    """Where that noun stands: left, right, or far (in an earlier clause)."""
    beside: CutWords = ()
    """Any noun in the figure's own stretch of the clause, between its neighbours."""
    before: CutWords = ()
    """Any noun before the figure in its sentence."""
    item: Words = ()
    """Words inside the noun phrase of what is counted."""
    member: Words = ()
    """The words of its own member, where n members of a list stand before n figures: 硕士 for the second of
    博士、硕士分别20万元、8万元."""
    verb: CutWords = ()
    """The verbs that govern: of the clause, or of the nearest clause before it that has one."""
    cue: CutWords = ()
    """The last word of time or promise before the figure in its sentence: $past, $future, $plan, $policy …"""
    left: Words = ()
    """The text right before the figure: since the figure before it, or the clause's beginning."""
    right: Words = ()
    """The text right after it: up to the next figure or the clause's end."""
    clause: Parts = ()
    """The text of the whole clause."""
    sentence: Parts = ()
    """The text of the whole sentence."""
    section: Words = ()
    """The text of the whole section, its head included."""
    head: Words = ()
    """The head of the section."""
    title: Words = ()
    """The titles of the article."""
    column: Words = ()
    """In a table, the head of the column."""
    row: Words = ()
    """In a table, the head of the row."""
    subject: Words = ()
    """The organisation, programme, event or fund that is spoken of."""
    previous: FigureKinds = ()
    """The kind of number of the figure before it in the clause."""
    kind: Kinds = ()
    """The kind decided already: for rules that refine an indicator or add a status."""
    indicator: Ids = ()
    """The indicator decided already, or one below it: for rules that refine it or add a status."""
    company: Kinds = ()
    """The kinds of the other figures in the sentence: for rules that add a status."""

    def slots(self) -> dict[str, tuple[str, ...]]:
        """The slots that are named, with their words."""
        return {
            name: words
            for name in type(self).model_fields
            if name != "use" and (words := getattr(self, name))
        }

    def words(self) -> Iterator[tuple[str, int, str]]:
        """Each word as it is written, with its slot and its index there."""
        for slot, words in self.slots().items():
            for index, word in enumerate(words):
                yield slot, index, word


class Then(_Strict):
    """What the figure then means. A field that is not named is left to other rules."""

    kind: Literal[Kind, "inherit"] | None = None
    """What sort of thing it is; inherit takes it from the last figure with the same unit."""
    indicator: str | None = None
    """What is measured, an id under `indicators`; inherit takes that of the figure it speaks of; .doctor in a
    rule that refines is what was decided and that part more, where there is such an id."""
    otherwise: str | None = None
    """The indicator where there is none to inherit."""
    status: Status | None = None
    """actual, target or policy."""
    item: Taken | None = None
    """What names the thing counted: its noun, its noun phrase (unless written), a table's row or column head,
    the section's head, or none."""
    subject: Taken | None = None
    """What names the subject, in place of the name that the text speaks of."""
    unit: str | None = None
    """The unit where the text prints none (三千企业: 家)."""
    measure: Measure | None = None
    """stock, flow, event or none, in place of the indicator's: which time is looked for."""
    leave_out: bool = False
    """True for a stretch that says nothing: no record is made of it."""


class Example(_Strict):
    """A sentence with the figure in [square brackets], and what more than `then` must come out of it."""

    text: Marked
    published: Published | None = None
    title: str | None = None
    expect: dict[Column, Scalar] = {}

    @model_validator(mode="after")
    def _expects_what_can_be(self) -> Self:
        for column, wanted in self.expect.items():
            possible = _POSSIBLE.get(column)
            if possible is not None and wanted is not None and wanted not in possible:
                raise ValueError(f"{column} is never {wanted!r}; it is one of {', '.join(possible)}")
            if column in _NUMBERS and wanted is not None and not _is_number(str(wanted)):
                raise ValueError(f"{column} {wanted!r} is no number; write it in digits, expanded: 20000")
        return self


def _example(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Sample = Annotated[Example, BeforeValidator(_example, json_schema_input_type=str | Example)]


class Rule(_Strict):
    """One rule: which figures it takes, by what stands around them, and what they then mean."""

    id: Name
    message: str | None = None
    """Why the rule is there, in a line; `talentx explain` shows it."""
    override: bool = False
    """True for a rule that replaces the one of this id in a pack that this one extends."""
    when: Condition = Condition()
    """Every one of these slots must hold."""
    unless: Condition = Condition()
    """None of these slots may hold."""
    then: Then
    priority: int = 0
    """Above all else in the order of rules; rarely needed."""
    examples: tuple[Sample, ...] = ()
    """Sentences whose figure the rule takes."""
    counterexamples: tuple[Sample, ...] = ()
    """Near misses, which it leaves alone."""

    @property
    def stage(self) -> Stage:
        """A rule with a kind decides, one with an indicator alone refines it, any other adds to both."""
        if self.then.kind is not None:
            return "decide"
        return "refine" if self.then.indicator is not None else "add"

    def finer(self, indicator: str) -> str | None:
        """The id that a rule that refines makes of a decided one, None where that would be no finer."""
        given = str(self.then.indicator)
        if given.startswith("."):
            return indicator + given
        return given if given.startswith(f"{indicator}.") else None

    @model_validator(mode="after")
    def _speaks_of_what_is_known(self) -> Self:
        decides, named = self.stage == "decide", (self.when, self.unless)
        for slot in ("kind", "indicator", "company"):
            if decides and any(getattr(part, slot) for part in named):
                raise ValueError(f"{slot} is not known before a kind is given; take it out, or then.kind")
        for field in ("otherwise", "leave_out"):
            if not decides and getattr(self.then, field):
                raise ValueError(f"then has {field} without a kind; name the kind")
        if self.stage == "add" and self.then.measure is not None:
            raise ValueError("then has measure without a kind; name the kind")
        return self

    @model_validator(mode="after")
    def _refines_within_the_family(self) -> Self:
        if self.then.indicator == INHERIT and self.then.kind is None:
            raise ValueError("then has indicator without a kind to inherit with; name the kind")
        if self.stage == "refine":
            for name in self.when.indicator or ("",):
                if not name or self.finer(name) is None:
                    raise ValueError(
                        "a rule with an indicator and no kind makes a decided indicator finer; "
                        "name a kind, or the coarser id under when.indicator"
                    )
        return self


class Indicator(_Strict):
    """One thing that is measured, under the name that records carry."""

    zh: str
    en: str
    definition: str
    units: Texts = ()
    """The units it is counted in: 人, 元, 套 …"""
    measure: Measure = "none"


class Family(_Strict):
    """One YAML file: indicators of one family, macros, and the rules that find them."""

    indicators: dict[Id, Indicator] = {}
    macros: dict[Name, Condition] = {}
    """Slots under a name, for rules of this pack and of those that extend it: `use: NAME`."""
    rules: tuple[Rule, ...] = ()


class Manifest(_Strict):
    """`pack.yaml`."""

    name: str
    version: Version
    description: str
    extends: Texts = ()
    """Packs that this one adds to: talentx/talent, or a folder inside this pack's own."""
    disable: Names = ()
    """Rules of those packs that are switched off, by id."""
    agreement: dict[str, Literally] = {}
    """The classes of nouns that a classifier counts: of several nouns near it, one of these is meant."""
    weak: Literally = ()
    """Classes of cues that yield to any other in the sentence."""
    before_verbs: Literally = ()
    """Cues that are something else before a noun (将人才…, 计划项目) and hold only before a verb."""
