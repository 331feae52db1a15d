"""The period that a work report tells of in each of its parts: 过去五年工作回顾, 2021年工作.

A title or head announces it; in a report the opening of a paragraph does too (五年来，…; 2021年，…), for the
paragraphs that follow, until another opens with this year or what is to come.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talentx.context import timewords as words
from talentx.context.periods import Cue, end_of, is_of_years, month_of, start_of
from talentx.edtf import Date, Interval
from talentx.text.structure import Article, Section, Sentence

EARLY = 3
"""The last month of a year in which a report of that year tells of the one before."""
_SUMS_UP = 2
"""The last month of a year in which an article that opens with the year before is all about that year."""
_OPENING = 6
"""How far into a sentence its opening words reach, in characters."""


def settled(article: Article, text: str, cues: Sequence[Cue], now: Date | None) -> Sequence[Cue]:
    """The cues as a work report of early in a year means them: 五年来 are the five years that are over."""
    if now is None or now.year is None or (now.month or 12) > EARLY or not _is_report(article, text):
        return cues
    last = Date(max(1, now.year - 1))
    found = []
    for cue in cues:
        start, length = start_of(cue.value), words.LENGTH.fullmatch(text, cue.start, cue.end)
        if length and isinstance(cue.value, Interval) and cue.value.end == now and start and start.year:
            value = Interval(Date(start.year), last) if start.year < (last.year or 0) else last
            cue = replace(cue, value=value)
        found.append(cue)
    return found


def _is_report(article: Article, text: str) -> bool:
    return any(words.REPORT_TITLE.search(text, title.start, title.end) for title in article.titles)


@dataclass(frozen=True, slots=True)
class Reports:
    """The cues of one article, in text order, as announcements of what it reports on."""

    text: str
    cues: Sequence[Cue]
    published: str | None

    def within(self, line: Sentence) -> Iterator[Cue]:
        """The cues that stand in the line."""
        first = bisect_left(self.cues, line.start, key=lambda cue: cue.start)
        after = bisect_left(self.cues, line.end, key=lambda cue: cue.start)
        yield from self.cues[first:after]

    def whole(self, article: Article) -> Cue | None:
        """The period that the whole article reports on."""
        for title in article.titles:
            if found := self._announced(title) or self._part_of_year(title.start, title.end):
                return found
        now = month_of(self.published)
        for title in article.titles:
            genre = words.REPORT_TITLE.search(self.text, title.start, title.end)
            if genre and now is not None and now.year is not None and (now.month or 12) <= EARLY:
                return Cue(genre.start(), genre.end(), "at", Date(max(1, now.year - 1)))
        return self._opening(article.sections)

    def _part_of_year(self, start: int, end: int) -> Cue | None:
        """The half, quarter or months of a year that begin in `[start, end)`: 上半年, 今年1至9月."""
        first = bisect_left(self.cues, start, key=lambda cue: cue.start)
        for cue in self.cues[first:]:
            if cue.start >= end:
                return None
            if cue.part == "at" and isinstance(cue.value, Interval):
                low, high = start_of(cue.value), end_of(cue.value)
                if low and high and low.year == high.year and low.month and high.month and not high.day:
                    return cue
        return None

    def of_paragraphs(self, article: Article, section: Section, whole: Cue | None) -> list[Cue | None]:
        """The period reported on at the head of a section, or none, and in each of its paragraphs."""
        announced = self._announced(section.head) if section.head else None
        genre = _is_report(article, self.text)
        based = section.head and words.BASE_HEAD.search(self.text, section.head.start, section.head.end)
        report = announced or (None if section.head and self._plans(section.head) else whole)
        found = [report]
        for paragraph in section.paragraphs:
            opening = self.opens(paragraph[0]) if genre and not announced else None
            if opening is not None:
                report = opening if self.is_past(opening) else None
            found.append(report)
            if based and not announced and report is None:
                report = next(
                    (cue for line in paragraph for cue in self.within(line) if cue.part == "as_of"), None
                )
        return found

    def _announced(self, line: Sentence) -> Cue | None:
        """The period that a title or head announces: 2019年人才统计公报, 2023年工作回顾."""
        for cue in self.within(line):
            if cue.part not in ("at", "by", "since"):
                continue
            if words.REPORT_AFTER.search(self.text, cue.end, line.end):
                return self._before_this_year(cue)
            if self.is_past(cue) and words.WORK_AFTER.fullmatch(self.text, cue.end, line.end):
                return cue
        return None

    def _plans(self, head: Sentence) -> bool:
        """Does the head announce what is to be done?"""
        return any(words.PLAN_AFTER.search(self.text, cue.end, head.end) for cue in self.within(head))

    def _before_this_year(self, cue: Cue) -> Cue:
        """The report that is called after the year it is given in tells of the one before."""
        now = month_of(self.published)
        if now is None or now.year is None or not (now.month or 12) <= EARLY or cue.value != Date(now.year):
            return cue
        return Cue(cue.start, cue.end, cue.part, Date(max(1, now.year - 1)))

    def opens(self, sentence: Sentence) -> Cue | None:
        """The year or years, past or not, that the sentence begins with."""
        for cue in self.within(sentence):
            lead = self.text[sentence.start : cue.start]
            if len(lead) > _OPENING or re.search("[，。；：]", lead):
                return None
            if cue.part not in ("at", "since", "by", "ahead"):
                return None
            start, end = start_of(cue.value), end_of(cue.value)
            if start is None or end is None or cue.part in ("by", "ahead") or is_of_years(cue.value):
                return cue
            return cue if isinstance(cue.value, Date) and end.month is None else None
        return None

    def is_past(self, cue: Cue) -> bool:
        """Does the period end before this year, or is it one up to now?"""
        now, end = month_of(self.published), end_of(cue.value)
        if cue.part in ("by", "ahead") or now is None or end is None:
            return False
        past = (end.year or 0) < (now.year or 0)
        return past or (isinstance(cue.value, Interval) and cue.part == "since")

    def _opening(self, sections: Sequence[Section]) -> Cue | None:
        """The year that the first sentence of an article of early the next year looks back on."""
        first = next((section.paragraphs[0][0].start for section in sections if section.paragraphs), None)
        now = month_of(self.published)
        if first is None or now is None or now.year is None:
            return None
        if found := self._part_of_year(first, first + _OPENING):
            return found
        if (now.month or 12) > _SUMS_UP:
            return None
        year = Date(max(1, now.year - 1))
        opening = (cue for cue in self.cues if first <= cue.start < first + _OPENING and cue.part == "at")
        return next((cue for cue in opening if cue.value == year), None)
