"""Words: jieba behind a small door.

jieba is imported at the first cut, not before. It is kept from everything else it would do to its
user: a shared cache in the temporary folder, log lines on stderr, warnings of its own source and of
pkg_resources.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from talentx.text.fold import fold
from talentx.text.lexicon import TOTAL, Lexicon

_LONGEST = 4096
"""Characters handed to jieba at once: its graph of a text takes some 300 bytes a character."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its half-open span in the text that was cut."""

    start: int
    end: int
    text: str


class Segmenter:
    """Cuts text into words by jieba's dictionary and words of one's own.

    Unknown words are not guessed (jieba's hidden Markov model is off): they come as single
    characters, so that a cut depends on word lists alone. Cutting the same text again is free.
    """

    def __init__(
        self, words: Iterable[str] = (), verbs: Iterable[str] = (), nouns: Iterable[str] = ()
    ) -> None:
        """`words` stay whole; a verb and a noun of those given are told apart, whatever jieba holds."""
        self._own = frozenset(map(fold, words))
        self._verbs, self._nouns = frozenset(map(fold, verbs)), frozenset(map(fold, nouns))
        self._tokenizer: Any = None
        self._lexicon: Lexicon | None = None
        self.cut = lru_cache(maxsize=1024)(self._cut)

    def _cut(self, text: str) -> tuple[Word, ...]:
        """Every word of the text, in order and without gaps; blanks and punctuation are words too."""
        found = []
        start = 0
        for word in self._pieces(text):
            found.append(Word(start, start + len(word), word))
            start += len(word)
        return tuple(found)

    def joins(self, before: str, after: str) -> bool:
        """Whether a word begins at the end of `before` and ends at the start of `after`."""
        border = len(before)
        return any(word.start < border < word.end for word in self.cut(before + after))

    def every(self, text: str) -> Iterator[str]:
        """Every word of two characters and more that stands in the text, also inside and across others."""
        known = self._admitting(text).frequencies
        for start in range(len(text) - 1):
            end = start + 2
            while (word := text[start:end]) in known and end <= len(text):
                if known[word]:
                    yield word
                end += 1

    def _admitting(self, text: str) -> Lexicon:
        """The words, those of the text among them."""
        if self._lexicon is None:
            self._load()
        assert self._lexicon is not None
        self._lexicon.admit(text)
        return self._lexicon

    def _pieces(self, text: str) -> Iterator[str]:
        self._admitting(text)
        for start in range(0, len(text), _LONGEST):
            yield from self._tokenizer.cut(text[start : start + _LONGEST], HMM=False)

    def _load(self) -> None:
        with _quiet_import():
            jieba = import_module("jieba")
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as file:
            lexicon = Lexicon(file.read().decode("utf-8"), self._verbs, self._nouns)
        lexicon.add(self._own)
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = lexicon.frequencies, TOTAL, True
        self._tokenizer, self._lexicon = tokenizer, lexicon


@contextmanager
def _quiet_import() -> Iterator[None]:
    """Import without warnings, and without pkg_resources: jieba can do without it, and it takes 0.1 s."""
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if absent:
            del sys.modules["pkg_resources"]
