"""The words of a pack: each belongs to one or more classes (talent, bring_in, future), each class to a group.

A group is a folder of `words/`: nouns, verbs, cues, stops. A class is a file in it, one word a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talentx.errors import PackError
from talentx.meaning.language import Manifest
from talentx.meaning.packfiles import read_text

GROUPS = ("nouns", "verbs", "cues", "stops", "phrases")


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
        return sorted({word for words in self.lists.values() for word in words if len(word) > 1})

    def names(self, group: str) -> frozenset[str]:
        """The names of the lists of a group."""
        return frozenset().union(*self.groups[group].values())

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


def load_lexicon(folders: Sequence[Path], manifests: Sequence[Manifest]) -> Lexicon:
    """The word lists in `words/` of each folder, with what the manifests say of them; a list may grow from
    folder to folder.

    Raises PackError for an empty list or one name in two groups.
    """
    lists: dict[str, tuple[str, ...]] = {}
    groups: dict[str, dict[str, set[str]]] = {group: {} for group in GROUPS}
    homes: dict[str, str] = {}
    for group, path in (
        (g, p) for folder in folders for g in GROUPS for p in sorted((folder / "words" / g).glob("*.txt"))
    ):
        name = path.stem
        if homes.setdefault(name, group) != group:
            raise PackError(f"a list {name!r} is in {homes[name]} already", str(path), "rename one of them")
        words = _read(path)
        if not words:
            raise PackError("an empty word list", str(path), "add a word or take the file out")
        lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *words)))
        for word in words:
            groups[group].setdefault(word, set()).add(name)
    frozen = {g: {w: frozenset(c) for w, c in words.items()} for g, words in groups.items()}
    longest = max((len(w) for words in lists.values() for w in words), default=0)
    return Lexicon(
        frozen,
        lists,
        {unit: frozenset(names) for manifest in manifests for unit, names in manifest.agreement.items()},
        frozenset(word for manifest in manifests for word in manifest.before_verbs),
        frozenset(name for manifest in manifests for name in manifest.weak),
        longest,
    )


def _read(path: Path) -> tuple[str, ...]:
    lines = read_text(path).splitlines()
    words = (line.split("#", 1)[0].strip() for line in lines)
    return tuple(dict.fromkeys(word for word in words if word))
