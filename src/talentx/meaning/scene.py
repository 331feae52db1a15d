"""A sentence as the rules see it: cut at its figures and clause ends into runs, the runs into words.

jieba cuts the runs; the lexicon says which of the words are nouns, verbs, cues and stops.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from talentx.figures.model import Figure
from talentx.meaning.lexicon import Lexicon
from talentx.text.words import Word

Span = tuple[int, int]
Cutter = Callable[[str], Sequence[Word]]

FAR = 10
"""How much further off than any word of the clause a word of the clause before it is."""

_NAME = re.compile(r"“[^“”]{1,15}”|《[^《》]*》|「[^「」]{1,15}」")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the lexicon near the figure; distance 0 is its own run, then further and further off."""

    word: str
    classes: frozenset[str]
    distance: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: its clauses and figures in text order, and its table heads if it is a cell.

    All spans are in code points of the text that the passages share.
    """

    clauses: tuple[tuple[int, int], ...]
    figures: tuple[Figure, ...]
    column: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole paragraph: its section's head, the article's titles, the article's date."""

    head: str = ""
    title: str = ""
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    cues: frozenset[str]
    stops: bool
    named: bool
    """Part of a quoted name, where verbs do not govern and cues do not hold."""


class Scene:
    """One sentence, cut into tokens and figures."""

    def __init__(self, text: str, passage: Passage, setting: Setting, cut: Cutter, lexicon: Lexicon) -> None:
        self.text = text
        self.passage = passage
        self.setting = setting
        self.clauses = passage.clauses
        self.figures = passage.figures
        self.lexicon = lexicon
        self.tokens = tuple(self._tokens(cut, lexicon))

    def _tokens(self, cut: Cutter, lexicon: Lexicon) -> Iterator[Token]:
        first, last = (self.clauses[0][0], self.clauses[-1][1]) if self.clauses else (0, 0)
        names = [m.span() for m in _NAME.finditer(self.text, first, last)]
        for start, end in self._runs():
            for word in cut(self.text[start:end]):
                at = start + word.start
                named = any(a < at < b for a, b in names)
                yield Token(
                    at,
                    start + word.end,
                    word.text,
                    lexicon.classes("nouns", word.text),
                    lexicon.classes("verbs", word.text),
                    frozenset() if named else lexicon.classes("cues", word.text),
                    bool(lexicon.classes("stops", word.text)),
                    named,
                )

    def _runs(self) -> Iterator[tuple[int, int]]:
        """The stretches between figures and clause ends, those inside a figure (最高*可获*5万元) too."""
        for start, end in self.clauses:
            at = start
            for figure in self.figures:
                if start <= figure.start < end:
                    yield at, figure.start
                    yield figure.start, figure.core[0]
                    at = max(at, figure.end)
            yield at, end

    def within(self, start: int, end: int) -> list[Token]:
        return [t for t in self.tokens if start <= t.start and t.end <= end]


def clause_of(figure: Figure, clauses: Sequence[tuple[int, int]]) -> tuple[int, int]:
    for start, end in clauses:
        if start <= figure.core[0] < end:
            return start, end
    return figure.start, figure.end


def window(index: int, figures: Sequence[Figure], clause: tuple[int, int]) -> tuple[int, int]:
    """From the figure before to the figure after, within the clause."""
    lo, hi = clause
    if index > 0 and figures[index - 1].end > lo:
        lo = figures[index - 1].end
    if index + 1 < len(figures) and figures[index + 1].start < hi:
        hi = figures[index + 1].start
    return min(lo, figures[index].start), max(hi, figures[index].end)


def clauses_between(scene: Scene, start: int, end: int) -> int:
    return sum(1 for _, edge in scene.clauses if start <= edge <= end)


def hit(token: Token, distance: int, *, verbs: bool = False) -> Hit:
    return Hit(token.text, token.verbs if verbs else token.nouns, distance, token.start, token.end)
