"""jieba's dictionary, read only as far as a text needs it.

jieba turns its 349,000 words into a hash of half a million prefixes before it cuts the first one:
half a second and 100 MB, or a cache file on disk. A text of some thousand characters can contain
few of those words. Here the dictionary stays a sorted list of lines, and the words that begin with
a pair of characters are entered when that pair first occurs. Nothing is written anywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

TOTAL = 60_101_967
"""The sum of the frequencies in the dictionary of jieba 0.42.1: it sets what one more word costs a cut."""

_OWN = 3000
"""Frequency of an added word: above any two ordinary words side by side, so that it stays whole."""


class Lexicon:
    """Words with their frequencies, in the form jieba's tokenizer looks them up.

    `frequencies` maps every word that the admitted texts can contain, and every beginning of one (to 0).
    """

    def __init__(
        self, dictionary: str, verbs: frozenset[str] = frozenset(), nouns: frozenset[str] = frozenset()
    ) -> None:
        """`dictionary` has lines of `word frequency tag`.

        Its words that are one of `verbs` and one of `nouns` side by side (引进人才) are not entered: whoever
        names both wants them told apart.
        """
        self._lines = sorted(dictionary.split("\n"))
        self._verbs, self._nouns = verbs, nouns
        self._admitted: set[str] = set()
        self.frequencies: dict[str, int] = {}

    def add(self, words: Iterable[str]) -> None:
        """Enter words of one's own, of two characters and more; single characters are words already."""
        for word in words:
            if len(word) > 1:
                self._enter(word, _OWN)

    def admit(self, text: str) -> None:
        """Enter every word of the dictionary that can occur in the text."""
        beginnings = {*(character + " " for character in text), *map("".join, pairwise(text))}
        for beginning in beginnings - self._admitted:
            place = bisect_left(self._lines, beginning)
            while place < len(self._lines) and self._lines[place].startswith(beginning):
                word, frequency, _ = self._lines[place].split(" ")
                if not self._is_clause(word):
                    self._enter(word, int(frequency))
                place += 1
        self._admitted |= beginnings

    def _is_clause(self, word: str) -> bool:
        return any(word[:at] in self._verbs and word[at:] in self._nouns for at in range(2, len(word) - 1))

    def _enter(self, word: str, frequency: int) -> None:
        for end in range(1, len(word)):
            self.frequencies.setdefault(word[:end], 0)
        self.frequencies[word] = max(frequency, self.frequencies.get(word, 0))
