"""The words of a pack: each belongs to one or more classes (talent, bring_in, future), each class to a group.

A group is a folder of `words/`: nouns, verbs, cues, stops, phrases. A class is a file in it, one word a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from talentx.errors import PackError
from talentx.packs.folders import GROUPS, Folder, word_lines

Lists = Mapping[str, tuple[str, tuple[str, ...]]]
"""By the name of a list: its group and its words."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`groups[group][word]` is the set of classes that the word has there; `lists[name]` a class's words."""

    groups: Mapping[str, Mapping[str, frozenset[str]]]
    lists: Mapping[str, tuple[str, ...]]
    agreement: Mapping[str, frozenset[str]]
    """The classes of nouns that a classifier counts (套: housing), where it is choosy."""
    before_verbs: frozenset[str]
    """Cues that hold only before a verb."""
    weak: frozenset[str]
    """Classes of cues that yield to any other."""
    longest: int

    def words(self) -> Iterable[str]:
        """Every word once, in a fixed order: the user dictionary of the segmenter."""
        cut = {word for group in self.groups.values() for word in group if len(word) > 1}
        return sorted(cut)

    def classes(self, group: str, token: str) -> frozenset[str]:
        """The classes of the token, by the longest word it ends in: Chinese heads stand last.

        A token that is a word of another group is no noun by its ending alone (获得融资 is not money).
        """
        words = self.groups[group]
        whole = words.get(token)
        if whole is not None:
            return whole
        if group == "nouns" and token in self.groups["verbs"]:
            return frozenset()
        for start in range(max(1, len(token) - self.longest), len(token) - 1):
            found = words.get(token[start:])
            if found is not None:
                return found
        return frozenset()


def read_lists(folders: Sequence[Folder]) -> Lists:
    """The word lists of the folders; a list may grow from folder to folder.

    Raises PackError for an empty list or one name in two groups.
    """
    lists: dict[str, tuple[str, tuple[str, ...]]] = {}
    homes: dict[str, Path] = {}
    for group, path in (each for folder in folders for each in folder.words):
        name = path.stem
        home, known = lists.get(name, (group, ()))
        if home != group:
            advice = f"the other is {homes[name]}; rename one of them"
            raise PackError(f"a list {name!r} is in {home} already", str(path), advice)
        words = tuple(dict.fromkeys(word for _, word in word_lines(path)))
        if not words:
            raise PackError("an empty word list", str(path), "add a word or take the file out")
        homes.setdefault(name, path)
        lists[name] = group, tuple(dict.fromkeys((*known, *words)))
    return lists


def build_lexicon(lists: Lists, folders: Sequence[Folder], own: Mapping[str, Iterable[str]]) -> Lexicon:
    """The lexicon of the lists, with what the manifests say of them.

    `own` are the words that rules name themselves, by group: a word that no list of the group has is one of a
    class of its own, and of those that the longest word it ends in has.
    """
    groups: dict[str, dict[str, frozenset[str]]] = {group: {} for group in GROUPS}
    for name, (group, words) in lists.items():
        for word in words:
            groups[group][word] = groups[group].get(word, frozenset()) | {name}
    listed = Lexicon(
        groups,
        {name: words for name, (_, words) in lists.items()},
        {},
        frozenset(word for folder in folders for word in folder.manifest.before_verbs),
        frozenset(name for folder in folders for name in folder.manifest.weak),
        max((len(word) for _, words in lists.values() for word in words), default=0),
    )
    named = {
        group: {word: listed.classes(group, word) for word in words if word not in groups[group]}
        for group, words in own.items()
    }
    unlike = {word for word, classes in named["nouns"].items() if not classes}
    for group, new in named.items():
        groups[group].update({word: classes | {word} for word, classes in new.items()})
    return replace(listed, agreement=_agreement(lists, folders, unlike))


def _agreement(lists: Lists, folders: Sequence[Folder], unlike: set[str]) -> dict[str, frozenset[str]]:
    """What the manifests say of classifiers; any of them may count nouns of a class that none speaks of."""
    said: dict[str, set[str]] = {}
    for folder in folders:
        for unit, names in folder.manifest.agreement.items():
            said.setdefault(unit, set()).update(names)
    counted = set().union(*said.values())
    free = {name for name, (group, _) in lists.items() if group == "nouns"} - counted | unlike
    return {unit: frozenset(names | free) for unit, names in said.items()}
