"""Whose figure is it: the organisation, programme, fund or event that it is about, if one is named.

A name ends in a noun of such bodies (大会, 基金, 研究院) and reaches back over the words before it, a
short quotation included (“5050”计划), to the first word that cannot be part of a name. Where it only says
where something was (在清华大学举行) it is passed over. The last name before the figure in its paragraph
counts, then one in the titles; a bare noun (大会, 该基金) stands for the last full name that ends in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.meaning.scene import Cutter
from talentx.packs.lexicon import Lexicon
from talentx.text.structure import Article, Sentence, Span
from talentx.text.words import Word

_LONGEST = 30
_QUOTES = {"”": "“", "」": "「", "》": "《", "）": "（", ")": "("}
_PLACED = frozenset("在于到至赴往从由经")
_CONJUNCTIONS = frozenset("与和及暨·—-")
_PUNCTUATION = frozenset("，。；：、！？…“”‘’《》（）()[]【】,.;:!?|｜\n \u3000")
_POINTERS = frozenset(
    {"该", "本", "此", "这", "这个", "本届", "本次", "该校", "各", "每", "多", "个", "家", "所", "名"}
)


@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    full: bool
    """False for a bare noun, which only points to a name."""


class Subjects:
    """The names that an article speaks of."""

    def __init__(self, article: Article, text: str, lexicon: Lexicon, cut: Cutter) -> None:
        self._text, self._lexicon, self._cut = text, lexicon, cut
        self._bodies = tuple(lexicon.lists.get("bodies", ()))
        self._unnamed = frozenset(lexicon.lists.get("unnamed", ()))
        self._found: dict[int, tuple[_Name, ...]] = {}
        self._title = _resolved([name for title in article.titles for name in self._names(title)], text)
        self._paragraphs = [p for section in article.sections for p in section.paragraphs if p]

    def at(self, start: int) -> Span | None:
        """The span of the subject's name for a figure that starts there, None where nothing is named."""
        paragraph = next((p for p in self._paragraphs if p[0].start <= start < p[-1].end), ())
        before = [n for s in paragraph if s.start < start for n in self._names(s) if n.span[1] <= start]
        return _resolved(before, self._text) or self._title

    def name_at(self, start: int) -> str:
        """That name as the text has it, empty where nothing is named."""
        span = self.at(start)
        return self._text[slice(*span)] if span else ""

    def _names(self, sentence: Sentence) -> tuple[_Name, ...]:
        if sentence.start not in self._found:
            self._found[sentence.start] = tuple(self._read(sentence))
        return self._found[sentence.start]

    def _read(self, sentence: Sentence) -> Iterator[_Name]:
        words = self._cut(self._text[sentence.start : sentence.end])
        for at, word in enumerate(words):
            if not word.text.endswith(self._bodies):
                continue
            first = self._first(words, at)
            if first > 0 and words[first - 1].text in _PLACED:
                continue
            span = (sentence.start + words[first].start, sentence.start + word.end)
            yield _Name(span, full=span[1] - span[0] > len(word.text) or word.text not in self._bodies)

    def _first(self, words: Sequence[Word], at: int) -> int:
        """Where the name that ends with word `at` begins."""
        first = at
        while first > 0 and words[at].end - words[first - 1].start <= _LONGEST:
            text = words[first - 1].text
            if text in _QUOTES:
                opened = _opening(words, first - 1)
                if opened is None:
                    break
                first = opened
            elif text in _CONJUNCTIONS:
                if (
                    first < 2
                    or words[first - 2].text.endswith(self._bodies)
                    or not self._fits(words[first - 2].text)
                ):
                    break
                first -= 1
            elif self._fits(text):
                first -= 1
            else:
                break
        return first

    def _fits(self, text: str) -> bool:
        if text in self._unnamed or text in _POINTERS or text[0] in _PUNCTUATION or text == "的":
            return False
        groups = self._lexicon.groups
        governs = text in groups["verbs"] and not self._lexicon.classes("nouns", text)
        return not (governs or text in groups["stops"] or text in groups["cues"])


def _opening(words: Sequence[Word], closing: int) -> int | None:
    """The word that opens the short quotation or bracket that `closing` closes."""
    mark = _QUOTES[words[closing].text]
    for at in range(closing - 1, -1, -1):
        if words[closing].end - words[at].start > _LONGEST:
            return None
        if words[at].text == mark:
            return at
    return None


def _resolved(names: Sequence[_Name], text: str) -> Span | None:
    """The last name; where it is a bare noun, the last full name before it that ends in it."""
    if not names:
        return None
    last = names[-1]
    if last.full:
        return last.span
    noun = text[slice(*last.span)]
    full = [name.span for name in names if name.full]
    return next(
        (span for span in reversed(full) if text[slice(*span)].endswith(noun)), full[-1] if full else None
    )
