"""Checks of what a pack holds and no rule needs, and of rules that show too little."""

from __future__ import annotations

from collections.abc import Iterator

from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding

_FEW = 3
_ENGINE = frozenset({"bodies", "unnamed", "plan_titles"})
"""Lists that the engine looks at itself."""


def lists(bench: Bench) -> Iterator[Finding]:
    """Lists of phrases that no rule names; those of other groups say by themselves what is a noun or a
    verb."""
    named = {word[1:] for placed in bench.book.rules for _, word, _ in placed.words()}
    for group, path in (each for folder in bench.book.own_folders() for each in folder.words):
        if group == "phrases" and path.stem not in named | _ENGINE:
            advice = f"name it in a slot, or take words/{group}/{path.name} out"
            yield Finding("unused", str(path), f"no rule names ${path.stem}", advice, "warning")


def macros(bench: Bench) -> Iterator[Finding]:
    """Macros that no rule uses."""
    used = {name for placed in bench.book.rules for name in placed.macros}
    for name, where in bench.book.macro_places.items():
        if name not in used:
            yield Finding("unused", where, f"no rule uses the macro {name}", "take it out", "warning")


def indicators(bench: Bench) -> Iterator[Finding]:
    """Indicators that no rule gives."""
    thens = [placed.rule.then for placed in bench.book.rules]
    given = {name for then in thens for name in (then.indicator, then.otherwise) if name is not None}
    parts = tuple(name for name in given if name.startswith("."))
    for name, where in bench.book.indicator_places.items():
        if name not in given and not name.endswith(parts):
            yield Finding(
                "unused", where, f"no rule gives the indicator {name}", "write a rule for it", "warning"
            )


def counterexamples(bench: Bench) -> Iterator[Finding]:
    """Rules without a near miss that they leave alone."""
    for placed in bench.own:
        if not placed.rule.counterexamples:
            what = f"rule {placed.rule.id} shows no near miss"
            yield Finding("one-sided", placed.at("id"), what, "add counterexamples", "warning")


def examples(bench: Bench) -> Iterator[Finding]:
    """Rules with so few examples that they show one sentence, not a rule of the language."""
    for placed in bench.own:
        few = len(placed.rule.examples)
        if few < _FEW:
            what = f"rule {placed.rule.id} has {few} of {_FEW} examples"
            yield Finding("few-examples", placed.at("id"), what, "add sentences of other sorts", "warning")
