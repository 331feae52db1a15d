"""Precision, recall and F1: of spans, values, whole records, each field, each kind and each indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from talentx.evaluation.gold import Articles
from talentx.evaluation.matching import FIELDS, is_right, match, touching
from talentx.evaluation.rows import NUMBERS, Row

LEVELS: dict[str, tuple[str, ...]] = {
    "found": (),
    "value": ("value", "bound", "unit", "date"),
    "kind": ("value", "bound", "unit", "date", "kind"),
    "record": FIELDS,
}
"""What must be right for a record to count at each level, besides a span that overlaps the figure's."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many are right, of how many given and how many wanted."""

    right: int
    records: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the given that is right; 0 where none is given."""
        return self.right / self.records if self.records else 0.0

    @property
    def recall(self) -> float:
        """The share of the wanted that is right; 0 where none is wanted."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 where there is nothing."""
        total = self.records + self.gold
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True)
class Pair:
    """A gold figure and its record; without a record it is missed, without a figure a record too many."""

    article: str
    record: Row | None
    figure: Row | None

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """The fields that the record has wrong; none where one of the two is not there."""
        if self.record is None or self.figure is None:
            return ()
        return tuple(field for field in FIELDS if not is_right(field, self.record, self.figure))

    def has_right(self, fields: Iterable[str]) -> bool:
        """Are both there, and these fields of the record right?"""
        return self.record is not None and self.figure is not None and not set(fields) & set(self.wrong)


@dataclass(frozen=True, slots=True)
class Measures:
    """All that was measured. `found_right`: the share of the found figures that has a field right."""

    levels: dict[str, Score]
    fields: dict[str, Score]
    found_right: dict[str, float]
    kinds: dict[str, Group]
    indicators: dict[str, Group]
    fine_indicators: dict[str, Group]


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one kind or indicator: given it rightly, and right in every field too."""

    named: Score
    whole: Score


def compare(records: Articles, gold: Articles) -> list[Pair]:
    """The pairs of every article that has gold, figures marked optional and their records left out."""
    return [pair for article in gold for pair in _pairs(article, records.get(article, []), gold[article])]


def measure(pairs: Sequence[Pair]) -> Measures:
    """The measures of the pairs."""
    given = sum(pair.record is not None for pair in pairs)
    wanted = sum(pair.figure is not None for pair in pairs)
    return Measures(
        levels={
            level: Score(sum(pair.has_right(fields) for pair in pairs), given, wanted)
            for level, fields in LEVELS.items()
        },
        fields={field: _of_field(field, pairs) for field in FIELDS},
        found_right={field: _right_among_found(field, pairs) for field in FIELDS},
        kinds=_groups(pairs, "kind"),
        indicators=_groups(pairs, "indicator", _family),
        fine_indicators=_fine(pairs),
    )


def _pairs(article: str, records: Sequence[Row], gold: Sequence[Row]) -> list[Pair]:
    matched = match(records, gold)
    pairs = []
    for i, (record, touched) in enumerate(zip(records, touching(records, gold), strict=True)):
        figure = gold[matched[i]] if i in matched else None
        near = [figure] if figure is not None else [gold[j] for j in touched]
        if not any(one.get("optional") for one in near):
            pairs.append(Pair(article, record, figure))
    answered = set(matched.values())
    pairs += [
        Pair(article, None, figure)
        for j, figure in enumerate(gold)
        if j not in answered and not figure.get("optional")
    ]
    return sorted(pairs, key=lambda pair: int((pair.figure or pair.record or {})["start"]))


def _states(field: str, row: Row | None) -> bool:
    if row is None:
        return False
    return any(row.get(name) is not None for name in (NUMBERS if field == "value" else (field,)))


def _of_field(field: str, pairs: Sequence[Pair]) -> Score:
    """Of those that state the field; where gold is silent, a record that may speak counts neither way."""
    count: Counter[str] = Counter()
    for pair in pairs:
        said, wanted = _states(field, pair.record), _states(field, pair.figure)
        right = pair.has_right((field,))
        if right and not (said and wanted):
            continue
        count.update(right=right, records=said, gold=wanted)
    return Score(count["right"], count["records"], count["gold"])


def _right_among_found(field: str, pairs: Sequence[Pair]) -> float:
    """The share of the found figures right in the field, of those where gold or record states it."""
    found = [pair for pair in pairs if pair.has_right(())]
    stating = [
        pair
        for pair in found
        if (pair.figure or {}).get(field) is not None or (pair.record or {}).get(field) is not None
    ]
    return sum(pair.has_right((field,)) for pair in stating) / len(stating) if stating else 0.0


def _groups(pairs: Iterable[Pair], field: str, group: Callable[[str], str] = str) -> dict[str, Group]:
    """The figures by the name that a field gives them; a record that is right goes by the gold's name."""
    count: dict[str, Counter[str]] = {}
    for pair in pairs:
        wanted, said = group(_named(pair.figure, field)), group(_named(pair.record, field))
        right = pair.has_right((field,))
        if right:  # where gold is silent, what the record says is no error
            said = wanted
        if wanted:
            whole = right and pair.has_right(FIELDS)
            count.setdefault(wanted, Counter()).update(gold=1, right=right, whole=whole)
        if said:
            count.setdefault(said, Counter()).update(records=1)
    return {name: _group(count[name]) for name in sorted(count)}


def _group(count: Counter[str]) -> Group:
    given, wanted = count["records"], count["gold"]
    return Group(Score(count["right"], given, wanted), Score(count["whole"], given, wanted))


def _fine(pairs: Sequence[Pair]) -> dict[str, Group]:
    """The indicators that gold names with a dot; a record finer than its gold counts neither way."""
    names = {name for pair in pairs if "." in (name := _named(pair.figure, "indicator"))}
    told = [
        pair
        for pair in pairs
        if _named(pair.figure, "indicator") in names or not pair.has_right(("indicator",))
    ]
    return {name: group for name, group in _groups(told, "indicator").items() if name in names}


def _family(indicator: str) -> str:
    return indicator.partition(".")[0]


def _named(row: Row | None, field: str) -> str:
    return str((row or {}).get(field) or "")
