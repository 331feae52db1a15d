"""A sentence as the rules see it: cut at its figures and clause ends into runs, the runs into words.

jieba cuts the runs; the lexicon says which of the words are nouns, verbs, cues and stops.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from talentx.figures.model import Figure
from talentx.packs.lexicon import Lexicon
from talentx.text.structure import Span
from talentx.text.words import Word

Cutter = Callable[[str], Sequence[Word]]

REACH = 300
"""How many characters from a figure the words that say what it means may stand."""
FAR = 10
"""How much further off than any word of the clause a word of the clause before it is."""

CONJUNCTIONS = frozenset("、和及与或") | {"以及"}

_NAME = re.compile(
    r"(?:“[^“”]{1,15}”|「[^「」]{1,15}」)"
    r"(?:(?:支持|资助|激励|培养|培育|引进|引才|育才|人才|英才|创业|创新|行动|专项){0,2}计划)?|《[^《》]*》"
)
"""A quoted name, with the 计划 that it is the name of: “三晋英才”支持计划."""


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

    clauses: tuple[Span, ...]
    figures: tuple[Figure, ...]
    column: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole paragraph: its section, that one's head, the article's titles and date."""

    head: str = ""
    title: str = ""
    section: str = ""
    subject_of: Callable[[int], str] = lambda _: ""
    """The subject's name for a figure that starts at a position, empty where none is named."""
    published: str | None = None
    lasting: bool = True
    """Whether what one sentence plans goes on in the next: in a plan or a work report it does."""


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
    """One sentence, cut into tokens and figures.

    Nothing is looked for further than `REACH` characters from a figure, so that a sentence without end
    costs no more a figure than a short one.
    """

    def __init__(self, text: str, passage: Passage, setting: Setting, cut: Cutter, lexicon: Lexicon) -> None:
        self.text = text
        self.passage = passage
        self.setting = setting
        self.clauses = passage.clauses
        self.figures = passage.figures
        self.lexicon = lexicon
        self.tokens = tuple(self._tokens(cut, lexicon))
        self._starts = [token.start for token in self.tokens]
        self._edges = [end for _, end in passage.clauses]

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

    def _runs(self) -> Iterator[Span]:
        """The stretches between figures and clause ends, those inside a figure (最高*可获*5万元) too."""
        figures = iter(self.figures)
        figure = next(figures, None)
        for start, end in self.clauses:
            at = start
            while figure is not None and figure.start < end:
                yield at, figure.start
                yield figure.start, figure.core[0]
                at = max(at, figure.end)
                figure = next(figures, None)
            yield at, end

    def within(self, start: int, end: int) -> Sequence[Token]:
        """The tokens of `[start, end)`, whole ones only."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        while last > first and self.tokens[last - 1].end > end:
            last -= 1
        return self.tokens[first:last]

    def before(self, end: int) -> Iterator[tuple[int, Token]]:
        """The tokens within reach that end at or before `end`, the last first, with their places."""
        for at in range(bisect_left(self._starts, end) - 1, -1, -1):
            token = self.tokens[at]
            if token.start < end - REACH:
                return
            if token.end <= end:
                yield at, token

    def clause_at(self, position: int) -> Span:
        """The clause that holds the position; an empty one there if none does."""
        at = bisect_right(self._edges, position)
        if at < len(self.clauses) and self.clauses[at][0] <= position:
            return self.clauses[at]
        return position, position

    def clauses_between(self, start: int, end: int) -> int:
        """How many clauses end from `start` to `end`."""
        return max(0, bisect_right(self._edges, end) - bisect_left(self._edges, start))

    def window(self, index: int, clause: Span) -> Span:
        """From the figure before figure `index` to the one after it, within the clause and within reach."""
        figures = self.figures
        figure = figures[index]
        lo, hi = max(clause[0], figure.start - REACH), min(clause[1], figure.end + REACH)
        if index > 0:
            lo = max(lo, figures[index - 1].end)
        if index + 1 < len(figures):
            hi = min(hi, figures[index + 1].start)
        return min(lo, figure.start), max(hi, figure.end)


def hit(token: Token, distance: int, *, verbs: bool = False) -> Hit:
    """The token as a noun, or as a verb, of the lexicon."""
    return Hit(token.text, token.verbs if verbs else token.nouns, distance, token.start, token.end)
