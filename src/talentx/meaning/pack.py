"""A rule pack: its manifest, word lists, indicators and rules, read from a folder and checked as a whole."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talentx.errors import PackError
from talentx.meaning.governing import AHEAD
from talentx.meaning.language import INHERIT, Family, Indicator, Manifest, Rule
from talentx.meaning.lexicon import Lexicon, load_lexicon
from talentx.meaning.location import default_pack
from talentx.meaning.match import CompiledRule, compile_rule
from talentx.meaning.strict_yaml import load

MANIFEST = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Pack:
    places: Path
    """The folder of the gazetteer's tables."""
    manifest: Manifest
    lexicon: Lexicon
    indicators: Mapping[str, Indicator]
    deciding: tuple[CompiledRule, ...]
    """Rules that give a kind and indicator."""
    adding: tuple[CompiledRule, ...]
    """Rules that add to a kind already decided."""


def load_pack(folder: Path, *more: Path) -> Pack:
    """The pack in `folder` (`pack.yaml`, the families beside it, the lists in `words/`), and `more` with it.

    Raises PackError for whatever does not load: a missing manifest, a key that is unknown or stands twice,
    two rules or indicators of one id, a word list or indicator that is not there, a rule without an example.
    """
    folders = (folder, *more)
    manifests = [_manifest(each) for each in folders]
    lexicon = load_lexicon(folders, manifests)
    indicators: dict[str, Indicator] = {}
    rules: list[tuple[Rule, Path]] = []
    sources: dict[str, Path] = {}
    for path in (p for each in folders for p in sorted(each.glob("*.yaml")) if p.name != MANIFEST):
        family = load(path, Family)
        for name in [*(f"indicator {i}" for i in family.indicators), *(f"rule {r.id}" for r in family.rules)]:
            if name in sources:
                raise PackError(
                    f"{name} is defined twice", f"{sources[name]} and {path}", "rename one of them"
                )
            sources[name] = path
        indicators.update(family.indicators)
        rules += ((rule, path) for rule in family.rules)
    for rule, path in rules:
        _check(rule, path, lexicon, indicators)
    compiled = [compile_rule(rule, lexicon.lists) for rule, _ in sorted(rules, key=lambda pair: pair[0].id)]
    return Pack(
        next((each for each in folders if (each / "places.csv").is_file()), default_pack()),
        manifests[0],
        lexicon,
        indicators,
        tuple(c for c in compiled if c.rule.then.kind is not None),
        tuple(c for c in compiled if c.rule.then.kind is None),
    )


def _manifest(folder: Path) -> Manifest:
    if not (folder / MANIFEST).is_file():
        raise PackError("no rule pack here", str(folder), f"name a folder that holds a {MANIFEST}")
    return load(folder / MANIFEST, Manifest)


def _check(rule: Rule, path: Path, lexicon: Lexicon, indicators: Mapping[str, Indicator]) -> None:
    where = f"{path} (rule {rule.id})"
    if not rule.examples:
        raise PackError("a rule without an example", where, "show a sentence that it is for")
    for condition in (rule.when, rule.unless):
        for slot, words in condition.slots().items():
            for word in words:
                if word.startswith("$") and word[1:] not in lexicon.lists and word[1:] != AHEAD:
                    raise PackError(
                        f"{slot}: no word list {word}",
                        where,
                        nearest(word[1:], lexicon.lists, "add words/*/{}.txt"),
                    )
    named = rule.then.indicator
    if named is not None and named != INHERIT and named not in indicators:
        raise PackError(
            f"no indicator {named!r}", where, nearest(named, indicators, "define {} under indicators")
        )


def nearest(name: str, among: Mapping[str, object] | Sequence[str], otherwise: str) -> str:
    """Advice for a name that is not there: the nearest one that is, or what to do instead."""
    near = difflib.get_close_matches(name, list(among), n=1)
    return f"did you mean {near[0]!r}?" if near else otherwise.format(name)
