"""The slots of a frame that rules look at, and how a word holds in each.

Three sorts: a *value* is one of a few (the unit), *words* are those the sentence was cut into (the noun), and
a *text* is searched for words and patterns (the clause).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

import regex

from talentx.errors import PackError
from talentx.meaning.frame import Frame
from talentx.meaning.scene import Hit
from talentx.packs.lexicon import Lexicon
from talentx.packs.types import ANY, pattern_of

SECONDS = 1.0
"""How long one search for a pattern may take; a sound one takes a millionth of it."""
SLOW = 0.1
SECONDS_IN_ALL = 5.0
"""How long a search is that is no sound one's, and how long all such searches may take together."""

VALUES: Mapping[str, Callable[[Frame], str | None]] = {
    "figure": lambda f: f.figure.kind,
    "form": lambda f: f.figure.form,
    "unit": lambda f: f.figure.unit or "none",
    "bound": lambda f: f.figure.bound,
    "side": lambda f: f.side,
    "previous": lambda f: f.previous,
    "per": lambda f: f.figure.per,
    "kind": lambda f: f.kind,
}
SETS: Mapping[str, Callable[[Frame], Set[str]]] = {
    "company": lambda f: f.company,
    "indicator": lambda f: f.indicators,
}
HITS: Mapping[str, Callable[[Frame], Sequence[Hit]]] = {
    "noun": lambda f: (f.noun,) if f.noun else (),
    "beside": lambda f: f.nouns,
    "before": lambda f: f.before,
    "verb": lambda f: f.verbs,
    "cue": lambda f: (f.cue,) if f.cue else (),
}
TEXTS: Mapping[str, Callable[[Frame], str]] = {
    "item": lambda f: f.item,
    "member": lambda f: f.member,
    "left": lambda f: f.left,
    "right": lambda f: f.right,
    "clause": lambda f: f.clause,
    "sentence": lambda f: f.sentence,
    "section": lambda f: f.section,
    "head": lambda f: f.head,
    "title": lambda f: f.title,
    "column": lambda f: f.column,
    "row": lambda f: f.row,
    "subject": lambda f: f.subject,
}
_RAREST = (
    "row", "column", "member", "noun", "item", "subject", "left", "right", "before", "beside", "verb", "head",
    "clause", "indicator", "sentence", "title", "per", "form", "cue", "bound", "company", "kind", "previous",
    "unit", "side", "figure",
)  # fmt: skip
"""The slots by which a rule is looked up, the one that the fewest figures share first; a section is
too long to be searched for every figure."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a slot holds: by which word, and how far off that stands."""

    word: str
    distance: int = 0


class Texts:
    """Which of a vocabulary's words stand in a text; a text is searched once."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        starting: dict[str, list[str]] = {}
        for word in sorted(set(vocabulary)):
            starting.setdefault(word[0], []).append(word)
        self._starting = {first: tuple(words) for first, words in starting.items()}
        self.words = lru_cache(maxsize=512)(self._words)
        self._slow = 0.0

    def search(self, pattern: regex.Pattern[str], text: str, rule: str) -> str | None:
        """What a rule's pattern finds. Raises PackError where that takes more than a sound pattern takes."""
        start = time.thread_time()
        try:
            found = pattern.search(text, timeout=SECONDS)
        except (TimeoutError, MemoryError):
            raise _endless(pattern, rule, f"takes more than {SECONDS:g} s on one text") from None
        taken = time.thread_time() - start
        if taken > SLOW:
            self._slow += taken
            if self._slow > SECONDS_IN_ALL:
                raise _endless(pattern, rule, f"and others took more than {SECONDS_IN_ALL:g} s")
        return None if found is None else str(found[0])

    def _words(self, text: str) -> frozenset[str]:
        found: set[str] = set()
        for at, first in enumerate(text):
            words = self._starting.get(first)
            if words is not None and text.startswith(words, at):
                found.update(word for word in words if text.startswith(word, at))
        return frozenset(found)


def _endless(pattern: regex.Pattern[str], rule: str, what: str) -> PackError:
    advice = "talentx rules lint tries it; write it without repetition inside repetition"
    return PackError(f"rule {rule}: the pattern /{pattern.pattern}/ {what}", advice=advice)


@dataclass(frozen=True, slots=True)
class Test:
    """One slot of a rule: the words it is written with, and what it takes for a match."""

    slot: str
    words: tuple[str, ...]
    match: Callable[[Frame, Texts], Match | None]
    features: frozenset[str]
    """What a frame must show one of, where the test can hold at all."""
    texts: frozenset[str]
    """The words that are looked for in texts."""
    keyed: bool
    """Whether the features say all, so that a rule can be looked up by them."""


def compile_test(rule: str, slot: str, words: tuple[str, ...], lexicon: Lexicon) -> Test:
    """The test of one slot. `rule` is the id that a pattern which takes too long is blamed on."""
    if words == (ANY,):
        return Test(slot, words, _any(slot), frozenset(words), frozenset(), True)
    if slot in VALUES:
        plain = frozenset(words)
        return Test(slot, words, _value(VALUES[slot], plain), plain, frozenset(), True)
    if slot in SETS:
        plain = frozenset(words)
        return Test(slot, words, _member(SETS[slot], plain), plain, frozenset(), True)
    if slot in HITS:
        classes = frozenset(w[1:] if w.startswith("$") else w for w in words)
        plain = frozenset(w for w in words if not w.startswith("$"))
        named = frozenset(w for w in words if w.startswith("$"))
        return Test(slot, words, _hit(HITS[slot], classes - plain, plain), plain | named, frozenset(), True)
    patterns = tuple(pattern for word in words if (pattern := pattern_of(word)) is not None)
    plain = frozenset(w for w in words if not w.startswith("$") and pattern_of(w) is None)
    every = plain.union(*(lexicon.lists[word[1:]] for word in words if word.startswith("$")))
    searched = _text(TEXTS[slot], every) if not patterns else _search(TEXTS[slot], every, patterns, rule)
    return Test(slot, words, searched, every, every, not patterns)


def key_of(tests: Sequence[Test]) -> Test | None:
    """The test that a rule is best looked up by, None where there is none."""
    keyed = [test for test in tests if test.keyed and test.slot in _RAREST]
    return min(keyed, key=lambda test: (ANY in test.words, _RAREST.index(test.slot)), default=None)


def features(frame: Frame, slots: Iterable[str], texts: Texts) -> Iterator[tuple[str, str]]:
    """What the frame shows in these slots."""
    for slot in slots:
        shown = _shown(frame, slot, texts)
        if shown:
            yield slot, ANY
        for word in shown:
            yield slot, word


def _shown(frame: Frame, slot: str, texts: Texts) -> Set[str]:
    if slot in VALUES:
        value = VALUES[slot](frame)
        return {value} if value else set()
    if slot in SETS:
        return SETS[slot](frame)
    if slot in HITS:
        shown: set[str] = set()
        for hit in HITS[slot](frame):
            shown.add(hit.word)
            shown.update(f"${name}" for name in hit.classes)
        return shown
    text = TEXTS[slot](frame)
    return texts.words(text) | {ANY} if text else set()


def _any(slot: str) -> Callable[[Frame, Texts], Match | None]:
    read: Callable[[Frame], Sequence[object] | Set[object] | str | None] = {
        **VALUES,
        **SETS,
        **HITS,
        **TEXTS,
    }[slot]

    def match(frame: Frame, _: Texts) -> Match | None:
        return Match("") if read(frame) else None

    return match


def _value(
    read: Callable[[Frame], str | None], words: frozenset[str]
) -> Callable[[Frame, Texts], Match | None]:
    matches = {word: Match("") for word in words}

    def match(frame: Frame, _: Texts) -> Match | None:
        return matches.get(read(frame) or "")

    return match


def _member(
    read: Callable[[Frame], Set[str]], words: frozenset[str]
) -> Callable[[Frame, Texts], Match | None]:
    def match(frame: Frame, _: Texts) -> Match | None:
        return Match("") if read(frame) & words else None

    return match


def _hit(
    read: Callable[[Frame], Sequence[Hit]], classes: frozenset[str], words: frozenset[str]
) -> Callable[[Frame, Texts], Match | None]:
    def match(frame: Frame, _: Texts) -> Match | None:
        for hit in read(frame):
            if hit.classes & classes or hit.word in words:
                return Match(hit.word, hit.distance)
        return None

    return match


def _text(read: Callable[[Frame], str], words: frozenset[str]) -> Callable[[Frame, Texts], Match | None]:
    def match(frame: Frame, texts: Texts) -> Match | None:
        found = texts.words(read(frame)) & words
        return Match(max(found, key=_size)) if found else None

    return match


def _search(
    read: Callable[[Frame], str], words: frozenset[str], patterns: Sequence[str], rule: str
) -> Callable[[Frame, Texts], Match | None]:
    compiled = [regex.compile(pattern) for pattern in patterns]

    def match(frame: Frame, texts: Texts) -> Match | None:
        text = read(frame)
        found = set(texts.words(text) & words)
        for pattern in compiled:
            hit = texts.search(pattern, text, rule)
            if hit is not None:
                found.add(hit)
        return Match(max(found, key=_size)) if found else None

    return match


def _size(word: str) -> tuple[int, str]:
    return len(word), word
