"""A pack as its author wrote it: indicators, macros and rules from all its folders, each with its place.

What the packs say together is settled and checked here: a rule that replaces or is switched off, macros, and
every name that must be somewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from talentx.errors import PackError
from talentx.packs.folders import GROUPS, Folder
from talentx.packs.language import AHEAD, INHERIT, Condition, Family, Indicator, Rule
from talentx.packs.lexicon import Lexicon, Lists, build_lexicon, read_lists
from talentx.packs.location import is_shipped
from talentx.packs.packfiles import nearest
from talentx.packs.strict_yaml import Part, Source, joined, parsed, validated
from talentx.packs.types import ANY

MOST_RULES = 10_000
GROUP_OF = {"noun": "nouns", "beside": "nouns", "before": "nouns", "verb": "verbs", "cue": "cues"}
"""Slots that look at words as they were cut, and the group of lists that is possible in them."""
_PARTS = ("when", "unless")


@dataclass(frozen=True, slots=True)
class Placed:
    """A rule, and where it stands. In `rule` the macros are written out."""

    rule: Rule
    index: int
    source: Source
    folder: Path
    macros: tuple[str, ...] = ()
    """The macros it uses."""

    def at(self, *loc: Part) -> str:
        """file:line:column of a part of the rule."""
        return self.source.at("rules", self.index, *loc)

    def words(self) -> Iterator[tuple[str, str, str]]:
        """Each word of the rule as it is written: its slot, the word, and its file:line:column."""
        for part in _PARTS:
            for slot, index, word in getattr(self.rule, part).words():
                yield slot, word, self.at(part, slot, index)

    @property
    def place(self) -> str:
        """pack/file:line, the same wherever the pack is."""
        line = self.at("id").rsplit(":", 2)[1]
        return f"{self.folder.resolve().name}/{self.source.path.name}:{line}"


@dataclass(frozen=True, slots=True)
class Book:
    """All that the folders of a pack say."""

    folders: tuple[Folder, ...]
    lexicon: Lexicon
    lists: Lists
    indicators: Mapping[str, Indicator]
    sources: tuple[Source, ...]
    """The files of rules."""
    rules: tuple[Placed, ...]
    """By id."""
    indicator_places: Mapping[str, str]
    macro_places: Mapping[str, str]
    """Where they are defined, file:line:column."""

    def own(self) -> tuple[Placed, ...]:
        """The rules of the packs themselves: not of those of talentx that they extend, unless it is the
        last."""
        mine = {folder.path for folder in self.own_folders()}
        return tuple(placed for placed in self.rules if placed.folder in mine)

    def own_folders(self) -> tuple[Folder, ...]:
        """The folders of those packs."""
        return tuple(
            folder for folder in self.folders if folder is self.folders[-1] or not is_shipped(folder.path)
        )


def read_book(folders: Sequence[Folder]) -> Book:
    """What the folders say together.

    Raises PackError (with `others`) for whatever does not load: a key that is unknown or stands twice, two
    rules or indicators of one id, a word list, macro or indicator that is not there, a rule without an
    example.
    """
    lists = read_lists(folders)
    families = _families(folders)
    indicators, indicator_places = _indicators(families)
    macros, macro_places = _macros(families)
    placed = _rules(folders, families)
    errors = [*_unknown(placed, lists, indicators, macros), *_unknown_in(folders, families, lists)]
    if errors:
        raise joined(errors)
    rules = tuple(_written_out(each, macros) for _, each in sorted(placed.items()))
    lexicon = build_lexicon(lists, folders, own_words([each.rule for each in rules]))
    sources = tuple(source for _, _, source in families)
    return Book(tuple(folders), lexicon, lists, indicators, sources, rules, indicator_places, macro_places)


def own_words(rules: Sequence[Rule]) -> dict[str, list[str]]:
    """The words that rules name themselves where words are looked at as they were cut, by group."""
    words: dict[str, set[str]] = {group: set() for group in GROUP_OF.values()}
    for rule in rules:
        for slot, _, word in (*rule.when.words(), *rule.unless.words()):
            if slot in GROUP_OF and not word.startswith("$") and word != ANY:
                words[GROUP_OF[slot]].add(word)
    return {group: sorted(found) for group, found in words.items()}


_Families = Sequence[tuple[Folder, Family, Source]]


def _families(folders: Sequence[Folder]) -> _Families:
    found: list[tuple[Folder, Family, Source]] = []
    errors: list[PackError] = []
    rules = 0
    for folder, path in [(each, path) for each in folders for path in each.rules]:
        try:
            source, data = parsed(path)
            rules += source.count("rules")
            if rules <= MOST_RULES:
                found.append((folder, validated(source, data, Family), source))
        except PackError as error:
            errors.append(error)
        if rules > MOST_RULES:
            errors.append(PackError(f"more than {MOST_RULES} rules up to here", str(path), "split the pack"))
            break
    if errors:
        raise joined(errors)
    return found


def _indicators(families: _Families) -> tuple[dict[str, Indicator], dict[str, str]]:
    homes: dict[str, str] = {}
    for _, family, source in families:
        for name in family.indicators:
            _settle("indicator", name, source.at("indicators", name), homes)
    return {name: each for _, family, _ in families for name, each in family.indicators.items()}, homes


def _macros(families: _Families) -> tuple[dict[str, Condition], dict[str, str]]:
    homes: dict[str, str] = {}
    for _, family, source in families:
        for name, macro in family.macros.items():
            _settle("macro", name, source.at("macros", name), homes)
            if macro.use:
                where = source.at("macros", name, "use")
                raise PackError(f"macro {name} uses another", where, "write its slots out")
    return {name: each for _, family, _ in families for name, each in family.macros.items()}, homes


def _rules(folders: Sequence[Folder], families: _Families) -> dict[str, Placed]:
    """The rules in force by id: later folders replace and switch off what earlier ones have."""
    rules: dict[str, Placed] = {}
    for folder in folders:
        off = _switch_off(folder, rules)
        homes: dict[str, str] = {}
        for home, family, source in families:
            if home is not folder:
                continue
            for index, rule in enumerate(family.rules):
                placed = Placed(rule, index, source, folder.path)
                _settle("rule", rule.id, placed.at("id"), homes)
                _refuse_clash(placed, rules, off)
                rules[rule.id] = placed
    return rules


def _switch_off(folder: Folder, rules: dict[str, Placed]) -> dict[str, str]:
    """Take the rules out that the folder disables; returns where it says so."""
    off: dict[str, str] = {}
    for index, name in enumerate(folder.manifest.disable):
        if rules.pop(name, None) is None:
            where = folder.source.at("disable", index)
            advice = nearest(name, rules, "name a rule of a pack that this one extends")
            raise PackError(f"no rule {name!r} to switch off", where, advice)
        off[name] = folder.source.at("disable", index)
    return off


def _refuse_clash(placed: Placed, rules: Mapping[str, Placed], off: Mapping[str, str]) -> None:
    """One id twice is a slip, unless the later rule says that it replaces the earlier one."""
    rule, first = placed.rule, rules.get(placed.rule.id)
    if first is not None and not rule.override:
        advice = (
            f"the first is at {first.at('id')}; rename one of them, or write override: true to replace it"
        )
        raise PackError(f"rule {rule.id} is defined twice", placed.at("id"), advice)
    if rule.override and rule.id in off:
        advice = "take it out there, or override out here"
        raise PackError(f"rule {rule.id} is switched off at {off[rule.id]}", placed.at("id"), advice)
    if first is None and rule.override:
        advice = nearest(rule.id, rules, "take override out, or name a rule of a pack that this one extends")
        raise PackError(f"no rule {rule.id!r} to replace", placed.at("id"), advice)


def _settle(sort: str, name: str, where: str, homes: dict[str, str]) -> None:
    first = homes.setdefault(name, where)
    if first != where:
        advice = f"the first is at {first}; rename one of them"
        raise PackError(f"{sort} {name} is defined twice", where, advice)


def _written_out(placed: Placed, macros: Mapping[str, Condition]) -> Placed:
    """The rule with its macros' slots among its own."""
    rule, changed = placed.rule, {}
    used: list[str] = []
    for part in _PARTS:
        condition: Condition = getattr(rule, part)
        if condition.use:
            used += condition.use
            slots = {slot: words for name in condition.use for slot, words in macros[name].slots().items()}
            changed[part] = condition.model_copy(update={**slots, "use": ()})
    return replace(placed, rule=rule.model_copy(update=changed), macros=tuple(used)) if changed else placed


def _unknown(
    placed: Mapping[str, Placed],
    lists: Lists,
    indicators: Collection[str],
    macros: Mapping[str, Condition],
) -> Iterator[PackError]:
    """What rules name and is not there, and rules without an example."""
    for each in placed.values():
        if not each.rule.examples:
            what = f"rule {each.rule.id}: without an example"
            yield PackError(what, each.at("examples"), "show a sentence that it is for")
        yield from _unknown_macros(each, macros)
        yield from _unknown_lists(each, lists)
        yield from _unknown_indicators(each, indicators)


def _unknown_in(folders: Sequence[Folder], families: _Families, lists: Lists) -> Iterator[PackError]:
    """What manifests and macros name and is not there."""
    groups: dict[str, list[str]] = {group: [] for group in GROUPS}
    for name, (group, _) in lists.items():
        groups[group].append(name)
    cues = {word for group, words in lists.values() if group == "cues" for word in words}
    for folder in folders:
        said, at = folder.manifest, folder.source.at
        for unit, names in said.agreement.items():
            for index, name in enumerate(names):
                yield from _not_there(name, groups["nouns"], "list of nouns", at("agreement", unit, index))
        for index, name in enumerate(said.weak):
            yield from _not_there(name, groups["cues"], "list of cues", at("weak", index))
        for index, word in enumerate(said.before_verbs):
            yield from _not_there(word, cues, "cue", at("before_verbs", index))
    for _, family, source in families:
        for macro, condition in family.macros.items():
            for slot, index, word in condition.words():
                if word.startswith("$"):
                    where = source.at("macros", macro, slot, index)
                    yield from _unknown_list(slot, word[1:], lists, where)


def _not_there(name: str, known: Collection[str], what: str, where: str) -> Iterator[PackError]:
    if name not in known:
        yield PackError(f"no {what} {name!r}", where, nearest(name, known, "take it out"))


def _unknown_macros(placed: Placed, macros: Mapping[str, Condition]) -> Iterator[PackError]:
    for part in _PARTS:
        condition: Condition = getattr(placed.rule, part)
        slots = set(condition.slots())
        for index, name in enumerate(condition.use):
            where = placed.at(part, "use", index)
            if name not in macros:
                yield PackError(f"no macro {name!r}", where, nearest(name, macros, "define it under macros"))
                continue
            for slot in sorted(slots & macros[name].slots().keys()):
                yield PackError(f"{slot} stands in macro {name} too", where, "write it in one of the two")
            slots |= macros[name].slots().keys()


def _unknown_lists(placed: Placed, lists: Lists) -> Iterator[PackError]:
    for slot, word, where in placed.words():
        if word.startswith("$"):
            yield from _unknown_list(slot, word[1:], lists, where)


def _unknown_list(slot: str, name: str, lists: Lists, where: str) -> Iterator[PackError]:
    group = GROUP_OF.get(slot)
    allowed = {each for each, (home, _) in lists.items() if group in (None, home)}
    if slot == "cue":
        allowed.add(AHEAD)
    if name in allowed:
        return
    folder = group or "*"
    if name in lists or name == AHEAD:
        what, otherwise = f"{slot}: ${name} is no list of {folder}", f"name one of words/{folder}/"
    else:
        what, otherwise = f"{slot}: no word list ${name}", f"add words/{folder}/{name}.txt"
    yield PackError(what, where, nearest(name, sorted(allowed), otherwise))


def _unknown_indicators(placed: Placed, indicators: Collection[str]) -> Iterator[PackError]:
    rule = placed.rule
    named: list[tuple[str | None, tuple[Part, ...]]] = [(rule.then.otherwise, ("then", "otherwise"))]
    ending = rule.then.indicator
    if ending is not None and ending.startswith("."):
        if not any(name.endswith(ending) for name in indicators):
            endings = sorted({f".{name.rpartition('.')[2]}" for name in indicators if "." in name})
            advice = nearest(ending, endings, f"define an indicator that ends in {ending}")
            yield PackError(f"no indicator ends in {ending!r}", placed.at("then", "indicator"), advice)
    else:
        named.append((ending, ("then", "indicator")))
    for part in _PARTS:
        for index, each in enumerate(getattr(rule, part).indicator):
            named.append((each, (part, "indicator", index)))
    for name, loc in named:
        if name is not None and name != INHERIT and name not in indicators:
            advice = nearest(name, indicators, f"define {name} under indicators")
            yield PackError(f"no indicator {name!r}", placed.at(*loc), advice)
