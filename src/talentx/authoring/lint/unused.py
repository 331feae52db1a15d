"""Checks of what a pack holds and no rule needs, and of rules that show no near miss."""

from __future__ import annotations

from collections.abc import Iterator

from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding
from talentx.packs.language import Condition

_ENGINE = frozenset({"stop", "bodies", "unnamed", "plan_titles"})
"""Lists that the engine looks at itself."""


def lists(bench: Bench) -> Iterator[Finding]:
    """Word lists that no rule names and no classifier counts."""
    named = {
        word[1:] for condition in _conditions(bench) for words in condition.slots().values() for word in words
    }
    counted = {name for names in bench.book.lexicon.agreement.values() for name in names}
    last = bench.book.folders[-1]
    for group, path in last.words:
        if path.stem not in named | counted | _ENGINE | bench.book.lexicon.weak:
            where, what = str(path), f"no rule names ${path.stem}"
            yield Finding(
                "unused", where, what, f"name it in a slot, or take words/{group}/{path.name} out", "warning"
            )


def macros(bench: Bench) -> Iterator[Finding]:
    """Macros that no rule uses."""
    used = {name for placed in bench.book.rules for name in placed.macros}
    for name, where in bench.book.macro_places.items():
        if name not in used:
            yield Finding("unused", where, f"no rule uses the macro {name}", "take it out", "warning")


def indicators(bench: Bench) -> Iterator[Finding]:
    """Indicators that no rule gives."""
    given = {
        name
        for placed in bench.book.rules
        for name in (placed.rule.then.indicator, placed.rule.then.otherwise)
    }
    for name, where in bench.book.indicator_places.items():
        if name not in given:
            yield Finding(
                "unused", where, f"no rule gives the indicator {name}", "write a rule for it", "warning"
            )


def counterexamples(bench: Bench) -> Iterator[Finding]:
    """Rules without a near miss that they leave alone."""
    for placed in bench.own:
        if not placed.rule.counterexamples:
            what = f"rule {placed.rule.id} shows no near miss"
            yield Finding("one-sided", placed.at("id"), what, "add counterexamples", "warning")


def _conditions(bench: Bench) -> Iterator[Condition]:
    for placed in bench.book.rules:
        yield from (placed.rule.when, placed.rule.unless)
