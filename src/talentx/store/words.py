"""The words by which search finds a record, by jieba's own dictionary: no rule pack has a say in them.

Indexed is every word that stands in a text, so that what holds a query holds the query's words too, however
the text around it is cut. What is no word (才公) is looked for as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from talentx.text.fold import fold
from talentx.text.words import Segmenter

SEARCHED = ("sentence", "item", "subject", "article", "place")
"""The columns of a record that are searched."""

_HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PART = re.compile(f"([{_HAN}]+)|[^\\W_{_HAN}]+")
"""A run of Chinese characters, or a word or number of other letters and digits."""
_LONGEST_WORD = 64
_LONGEST_TEXT = 20_000
"""More than any sentence of prose: what follows is not indexed."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a query asks for. `words` are all needed, and so is each of the `pieces` that are no words.

    `whole` is the query as it would stand in a text.
    """

    words: tuple[str, ...]
    pieces: tuple[str, ...]
    whole: str


class Words:
    """Words of texts and of queries, both in half width, simplified characters and small letters."""

    def __init__(self) -> None:
        self._segmenter = Segmenter()
        # Many records share a sentence, and all of an article its title.
        self._of_text = lru_cache(maxsize=64)(self._found)

    def indexed(self, texts: Iterable[str | None]) -> str:
        """The words of the texts of a record, each once, between blanks."""
        found = (word for text in texts if text is not None for word in self._of_text(text))
        return " ".join(dict.fromkeys(found))

    def _found(self, text: str) -> tuple[str, ...]:
        return tuple(self._every(_plain(text[:_LONGEST_TEXT])))

    def _every(self, text: str) -> Iterator[str]:
        for part in _PART.finditer(text):
            if part[1] is None:
                yield part[0][:_LONGEST_WORD]
                continue
            yield from self._segmenter.every(part[1])
            yield from self._neighbours(part[1])

    def _neighbours(self, text: str) -> Iterator[str]:
        """Two words side by side as one (人才公寓), for a search box that does not cut its query."""
        for first, second in pairwise(self._segmenter.cut(text)):
            if len(first.text) > 1 < len(second.text):
                yield first.text + second.text

    def query(self, text: str) -> Query:
        """What a query asks for."""
        whole = _plain(text).strip()
        words: dict[str, None] = {}
        pieces: dict[str, None] = {}
        for part in _PART.finditer(whole):
            if part[1] is None:
                words[part[0][:_LONGEST_WORD]] = None
                continue
            piece = ""
            for word in self._segmenter.cut(part[1]):
                if len(word.text) > 1:
                    words[word.text] = None
                    pieces[piece] = None
                    piece = ""
                else:
                    piece += word.text
            pieces[piece] = None
        pieces.pop("", None)
        return Query(tuple(words), tuple(pieces) if words or pieces else (whole,), whole)


def _plain(text: str) -> str:
    return fold(text).lower()
