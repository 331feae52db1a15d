"""Where a figure stands, as far as time goes: its sentence, its paragraph, the period reported on there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.context import timecues
from talentx.context import timewords as words
from talentx.context.timecues import Cue
from talentx.edtf import Date
from talentx.text.structure import Article, Section, Sentence

_SUMS_UP = 2
"""The last month of a year in which an article that opens with the year before is all about that year."""
_OPENING = 6
"""How far into a sentence its opening words reach, in characters."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence, the start of its paragraph, and the cue to the period that holds where none is nearer."""

    sentence: Sentence
    paragraph: int
    report: Cue | None


class Scopes:
    """The scopes of an article, found by a place in its text."""

    def __init__(self, article: Article, text: str, published: str | None, cues: Sequence[Cue]) -> None:
        self._text, self._published, self._cues = text, published, cues
        self._now = timecues.month_of(published)
        self._scopes = sorted(self._of(article), key=lambda scope: scope.sentence.start)
        self._starts = [scope.sentence.start for scope in self._scopes]

    def at(self, place: int) -> Scope | None:
        """The scope of the sentence that has the place in it, if one has."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._scopes[index].sentence.end:
            return None
        return self._scopes[index]

    def _of(self, article: Article) -> Iterator[Scope]:
        whole = self._announced(article.titles) or self._opening(article.sections)
        for title in article.titles:
            yield Scope(title, title.start, whole)
        for section in article.sections:
            report = (self._announced([section.head]) if section.head else None) or whole
            if section.head:
                yield Scope(section.head, section.head.start, report)
            for paragraph in section.paragraphs:
                for sentence in paragraph:
                    yield Scope(sentence, paragraph[0].start, self._of_cell(sentence) or report)

    def _announced(self, lines: Sequence[Sentence]) -> Cue | None:
        """The period that a title or head announces: 2019年人才统计公报, 2023年工作回顾."""
        for line in lines:
            for cue in self._cues:
                within = line.start <= cue.start < line.end and cue.part == "at"
                if within and words.REPORT_AFTER.search(self._text, cue.end, line.end):
                    return cue
        return None

    def _opening(self, sections: Sequence[Section]) -> Cue | None:
        """The year that the first sentence of an article of early the next year looks back on."""
        first = next((section.paragraphs[0][0].start for section in sections if section.paragraphs), None)
        if first is None or self._now is None or self._now.year is None or (self._now.month or 12) > _SUMS_UP:
            return None
        year = Date(max(1, self._now.year - 1))
        opening = (cue for cue in self._cues if first <= cue.start < first + _OPENING and cue.part == "at")
        return next((cue for cue in opening if cue.value == year), None)

    def _of_cell(self, sentence: Sentence) -> Cue | None:
        """The period that heads the column or row of a table's cell."""
        if sentence.cell is None:
            return None
        for head in (sentence.cell.column, sentence.cell.row):
            for cue in timecues.find(head, self._published):
                if cue.part in ("at", "as_of"):
                    return Cue(sentence.start, sentence.start, cue.part, cue.value)
        return None
