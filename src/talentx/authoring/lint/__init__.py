"""Lint: what loads and yet cannot be meant. Each check is a function from a pack to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from talentx.authoring.lint import fires, likeness, patterns, unused, words
from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding

CHECKS: Sequence[Callable[[Bench], Iterator[Finding]]] = (
    words.cut,
    words.joined,
    words.unlisted,
    words.twice,
    patterns.boundaries,
    patterns.explosions,
    likeness.impossible,
    likeness.alike,
    likeness.shadowed,
    fires.dead,
    fires.undecided,
    unused.lists,
    unused.macros,
    unused.indicators,
    unused.counterexamples,
    unused.examples,
)


def lint(bench: Bench) -> list[Finding]:
    """What all checks find in the pack, by place; errors and warnings together."""
    found = [finding for check in CHECKS for finding in check(bench)]
    return sorted(dict.fromkeys(found), key=lambda each: (each.order, each.check, each.what))
