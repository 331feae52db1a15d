"""Checks of rules on their own examples: which never come first, and which come first by their id alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding
from talentx.authoring.seen import firsts, reason
from talentx.packs.book import Placed
from talentx.packs.language import INHERIT, Rule


def dead(bench: Bench) -> Iterator[Finding]:
    """Rules that are first on none of their own examples."""
    alive = {
        shown.rule.id
        for shown in bench.shown
        if not shown.counter
        and shown.rule.id in (name for _, name in firsts(shown.told, bench.extractor.rules))
    }
    for placed in bench.own:
        if placed.rule.id not in alive:
            yield _dead(bench, placed)


def _dead(bench: Bench, placed: Placed) -> Finding:
    """The finding, with the commonest reason."""
    shown = [each for each in bench.shown if each.rule.id == placed.rule.id and not each.counter]
    reasons = Counter(reason(bench.extractor, each.seen, placed.rule) for each in shown)
    why = min(reasons, key=lambda each: (-reasons[each], each), default="no figure is read in them")
    what = f"rule {placed.rule.id} is first on none of its examples: {why}"
    return Finding("dead", placed.at("id"), what, "mend the slot, give it one more, or take the rule out")


def undecided(bench: Bench) -> Iterator[Finding]:
    """Two rules that hold of an example alike in all but their ids, and say different things."""
    homes = {placed.rule.id: placed for placed in bench.book.rules}
    told: set[tuple[str, str]] = set()
    for shown in bench.shown:
        claims = list(islice(bench.extractor.rules.deciding.claims(shown.told.frame), 2))
        if len(claims) == 2 and claims[0].order[:4] == claims[1].order[:4]:
            one, other = (claim.rule for claim in claims)
            if _differ(one, other) and (one.id, other.id) not in told:
                told.add((one.id, other.id))
                yield Finding(
                    "contradiction",
                    homes[one.id].at("id"),
                    f"only its id puts {one.id} before {other.id} in {shown.text!r}",
                    "tell them apart by a slot or a priority",
                    "warning",
                )


def _differ(one: Rule, other: Rule) -> bool:
    """Whether two rules say different things, and nobody meant the first to come first.

    One that inherits says what stands before; one whose id is the other's and a part more is its exception.
    """
    if one.then.kind == INHERIT or one.id.startswith(f"{other.id}."):
        return False
    return (one.then.kind, one.then.indicator) != (other.then.kind, other.then.indicator)
