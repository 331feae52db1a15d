"""A rule pack: its manifest, word lists, indicators and rules, read from a folder and checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from talentx.errors import PackError
from talentx.meaning.governing import AHEAD
from talentx.meaning.language import INHERIT, Family, Indicator, Manifest, Rule
from talentx.meaning.lexicon import Lexicon, load_lexicon
from talentx.meaning.location import default_pack
from talentx.meaning.match import CompiledRule, compile_rule
from talentx.meaning.packfiles import nearest
from talentx.meaning.strict_yaml import Source, load, load_with_source

MANIFEST = "pack.yaml"
_GROUPS = {"noun": "nouns", "beside": "nouns", "verb": "verbs", "cue": "cues"}
"""Slots that look at words as they were cut, and the group of lists that is possible in them."""


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
    rules: list[_Placed] = []
    homes: dict[str, str] = {}
    for path in (p for each in folders for p in sorted(each.glob("*.yaml")) if p.name != MANIFEST):
        family, source = load_with_source(path, Family)
        for name in family.indicators:
            _settle(f"indicator {name}", source.at("indicators", name), homes)
        for index, rule in enumerate(family.rules):
            _settle(f"rule {rule.id}", source.at("rules", index, "id"), homes)
            rules.append(_Placed(rule, index, source))
        indicators.update(family.indicators)
    for placed in rules:
        _check(placed, lexicon, indicators)
    ordered = sorted((placed.rule for placed in rules), key=lambda rule: rule.id)
    compiled = [compile_rule(rule, lexicon.lists) for rule in ordered]
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


@dataclass(frozen=True, slots=True)
class _Placed:
    """A rule, and where it stands."""

    rule: Rule
    index: int
    source: Source

    def at(self, *loc: str | int) -> str:
        return self.source.at("rules", self.index, *loc)


def _settle(name: str, where: str, homes: dict[str, str]) -> None:
    first = homes.setdefault(name, where)
    if first != where:
        raise PackError(f"{name} is defined twice", where, f"the first is at {first}; rename one of them")


def _check(placed: _Placed, lexicon: Lexicon, indicators: Mapping[str, Indicator]) -> None:
    """Raise PackError for a rule without an example, or one that names what is not there."""
    rule = placed.rule
    if not rule.examples:
        raise PackError(
            f"rule {rule.id}: without an example", placed.at("examples"), "show a sentence that it is for"
        )
    for part, slot, index, name in _lists(rule):
        _check_list(slot, name, lexicon, placed.at(part, slot, index))
    for field in ("indicator", "otherwise"):
        name = getattr(rule.then, field)
        if name is not None and name != INHERIT and name not in indicators:
            advice = nearest(name, indicators, f"define {name} under indicators")
            raise PackError(f"no indicator {name!r}", placed.at("then", field), advice)


def _lists(rule: Rule) -> Iterator[tuple[str, str, int, str]]:
    """Each word list that the rule names, with its part of the rule, its slot and its index there."""
    for part, condition in (("when", rule.when), ("unless", rule.unless)):
        for slot, words in condition.slots().items():
            for index, word in enumerate(words):
                if word.startswith("$"):
                    yield part, slot, index, word[1:]


def _check_list(slot: str, name: str, lexicon: Lexicon, where: str) -> None:
    group = _GROUPS.get(slot)
    allowed = set(lexicon.lists if group is None else lexicon.names(group))
    if slot == "cue":
        allowed.add(AHEAD)
    if name in allowed:
        return
    folder = group or "*"
    if name in lexicon.lists or name == AHEAD:
        what, otherwise = f"{slot}: ${name} is no list of {folder}", f"name one of words/{folder}/"
    else:
        what, otherwise = f"{slot}: no word list ${name}", f"add words/{folder}/{name}.txt"
    raise PackError(what, where, nearest(name, sorted(allowed), otherwise))
