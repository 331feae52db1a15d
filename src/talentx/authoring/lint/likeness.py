"""Checks of rules beside each other, by what they say alone: alike, against each other, one always before
another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding
from talentx.packs.book import Book, Placed
from talentx.packs.language import Condition

Slots = Mapping[str, frozenset[str]]
"""The slots of a condition with their words, lists written out."""


def impossible(bench: Bench) -> Iterator[Finding]:
    """Rules whose `unless` forbids all that one of their slots asks for."""
    for placed in bench.own:
        when, unless = _slots(placed.rule.when, bench.book), _slots(placed.rule.unless, bench.book)
        for slot, words in when.items():
            if words <= unless.get(slot, frozenset()) and words:
                what = (
                    f"rule {placed.rule.id}: {slot} must and must not hold {_some(words)}, so it never does"
                )
                yield Finding(
                    "contradiction", placed.at("unless", slot), what, "take it out of one of the two"
                )


def alike(bench: Bench) -> Iterator[Finding]:
    """Rules that hold of just the same figures: the one of the later id silently decides."""
    seen: dict[object, Placed] = {}
    for placed in bench.book.rules:
        rule = placed.rule
        slots = (_slots(rule.when, bench.book), _slots(rule.unless, bench.book))
        key = (rule.stage, rule.priority, *(frozenset(part.items()) for part in slots))
        first = seen.setdefault(key, placed)
        if first is placed or (placed not in bench.own and first not in bench.own):
            continue
        told = f"rule {rule.id} holds of just the figures that {first.rule.id} ({first.place}) holds of"
        if rule.then == first.rule.then:
            yield Finding("duplicate", placed.at("id"), f"{told}, and says the same", "take one out")
        else:
            advice = "tell them apart by a slot, or take one out"
            yield Finding("contradiction", placed.at("id"), f"{told}, and says something else", advice)


def shadowed(bench: Bench) -> Iterator[Finding]:
    """Rules that always hold together with one of a higher priority that gives all that they give."""
    high = [placed for placed in bench.book.rules if placed.rule.priority > 0]
    for placed in bench.own:
        for above in high:
            if above.rule.priority > placed.rule.priority and _covers(above, placed, bench.book):
                what = f"rule {placed.rule.id} never decides: {above.rule.id} ({above.place}) goes before it"
                yield Finding("shadowed", placed.at("id"), what, "give it a higher priority, or take one out")


def _covers(above: Placed, below: Placed, book: Book) -> bool:
    """Whether `above` holds wherever `below` does and leaves it nothing to say."""
    one, other = above.rule, below.rule
    if one.stage != other.stage or one.id == other.id or "inherit" in (one.then.kind, one.then.indicator):
        return False
    given = set(other.then.model_dump(exclude_defaults=True)) - set(
        one.then.model_dump(exclude_defaults=True)
    )
    if one.stage == "add" and given:
        return False
    if one.stage == "refine" and one.then.indicator != other.then.indicator:
        return False
    when, wider = _slots(other.when, book), _slots(one.when, book)
    if not all(slot in when and when[slot] <= words for slot, words in wider.items()):
        return False
    unless, narrower = _slots(other.unless, book), _slots(one.unless, book)
    return all(words <= unless.get(slot, frozenset()) for slot, words in narrower.items())


def _slots(condition: Condition, book: Book) -> Slots:
    return {slot: _written_out(words, book) for slot, words in condition.slots().items()}


def _written_out(words: tuple[str, ...], book: Book) -> frozenset[str]:
    out: set[str] = set()
    for word in words:
        listed = book.lexicon.lists.get(word[1:]) if word.startswith("$") else None
        out.update(listed or (word,))
    return frozenset(out)


def _some(words: frozenset[str]) -> str:
    shown = sorted(words)
    return "、".join(shown[:3]) + ("…" if len(shown) > 3 else "")
