"""Where a figure stands, as far as time goes: its sentence, its paragraph, the period reported on there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.context import timecues
from talentx.context import timewords as words
from talentx.context.periods import Cue, end_of, is_of_years, month_of, start_of
from talentx.context.timeleads import led
from talentx.context.timereports import Reports
from talentx.edtf import Date
from talentx.text.structure import Article, Sentence

_LEAD = 2
"""How many paragraphs from the first on tell the day of the news: one may be only a dateline."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence, the start of its paragraph, and the cues to the periods that hold where none is nearer.

    `report` is what the text reports on, `plan` what it plans for, `event` that of the event in the title.
    """

    sentence: Sentence
    paragraph: int
    report: Cue | None
    plan: Cue | None = None
    event: Cue | None = None


class Scopes:
    """The scopes of an article, found by a place in its text."""

    def __init__(self, article: Article, text: str, published: str | None, cues: Sequence[Cue]) -> None:
        self._text, self._published = text, published
        self._reports = Reports(text, cues, published)
        self._now = month_of(published)
        self.held: Cue | None = None
        self._scopes = sorted(self._of(article), key=lambda scope: scope.sentence.start)
        self._starts = [scope.sentence.start for scope in self._scopes]

    def at(self, place: int) -> Scope | None:
        """The scope of the sentence that has the place in it, if one has."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._scopes[index].sentence.end:
            return None
        return self._scopes[index]

    def _of(self, article: Article) -> Iterator[Scope]:
        whole = self._reports.whole(article)
        self.held = self._day_held(article)
        event = next((cue for cue in self._within(article.titles) if _is_of_year(cue)), None)
        planned = self._plan_of(article)
        leads = led(article, self._text, self._reports)
        for title in article.titles:
            yield Scope(title, title.start, whole, event=event)
        for section in article.sections:
            plan = (self._planned(section.head) if section.head else None) or planned
            headed, *reports = self._reports.of_paragraphs(article, section, whole)
            if section.head:
                yield Scope(section.head, section.head.start, headed, plan, event)
            for paragraph, report in zip(section.paragraphs, reports, strict=True):
                plan = self._goal(paragraph[0]) or plan
                start = paragraph[0].start
                report = leads.get(start, report)
                for sentence in paragraph:
                    yield Scope(sentence, start, self._of_cell(sentence) or report, plan, event)

    def _within(self, lines: Sequence[Sentence]) -> Iterator[Cue]:
        """The cues to a time that stand in the lines."""
        for line in lines:
            yield from (cue for cue in self._reports.within(line) if cue.part in ("at", "by"))

    def _planned(self, head: Sentence) -> Cue | None:
        """The period that a head announces plans for: 2024年工作安排."""
        for cue in self._within([head]):
            if words.PLAN_AFTER.search(self._text, cue.end, head.end):
                return cue
        return None

    def _plan_of(self, article: Article) -> Cue | None:
        """The last year of the period that the title of a plan names."""
        for title in article.titles:
            genre = words.PLAN_TITLE.search(self._text, title.start, title.end)
            for cue in self._reports.within(title) if genre else ():
                end = end_of(cue.value)
                if (
                    is_of_years(cue.value)
                    and end
                    and end.year
                    and self._now
                    and end.year > (self._now.year or 0)
                ):
                    return Cue(cue.start, cue.end, "by", Date(end.year))
        return None

    def _goal(self, sentence: Sentence) -> Cue | None:
        """The time to come that a paragraph opens with to lead the goals that follow it."""
        for cue in self._reports.within(sentence):
            lead = self._text[sentence.start : cue.start].strip()
            goal = words.GOAL.search(self._text, cue.end, sentence.end)
            return cue if cue.part == "by" and lead in ("", "到", "至") and goal else None
        return None

    def _day_held(self, article: Article) -> Cue | None:
        """The day that the first paragraph tells of, if it is news: the article's event was held on it."""
        paragraphs = [paragraph for section in article.sections for paragraph in section.paragraphs]
        for paragraph in paragraphs[:_LEAD]:
            for cue in self._within(paragraph):
                day = end_of(cue.value)
                if day is not None and day.day is not None and self._is_news(day):
                    return cue
        return None

    def _is_news(self, day: Date) -> bool:
        """Is it of the article's month or the one before?"""
        now = self._now
        if now is None or now.month is None or now.year is None or day.year is None or day.month is None:
            return False
        return 0 <= (now.year - day.year) * 12 + now.month - day.month <= 1

    def _of_cell(self, sentence: Sentence) -> Cue | None:
        """The period that heads the column or row of a table's cell."""
        if sentence.cell is None:
            return None
        for head in (sentence.cell.column, sentence.cell.row):
            for cue in timecues.find(head, self._published):
                if cue.part in ("at", "as_of"):
                    return Cue(sentence.start, sentence.start, cue.part, cue.value)
        return None


def _is_of_year(cue: Cue) -> bool:
    """Is it a year or a stretch of years, not a day that the page was put out on?"""
    start = start_of(cue.value)
    return start is not None and start.month is None
