"""When does each figure hold: the period a flow was counted over, the moment a stock was counted at.

A cue (去年, 截至6月底, 13年来, 目前) holds to its right until the next one or the end of its sentence, and goes on
through the sentences of its paragraph that have none of their own. Without any, a figure is of the article's own time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from talentx.context import cues
from talentx.context import timewords as words
from talentx.context.cues import Cue
from talentx.figures.edtf import Date, Interval, first_day, last_day
from talentx.text.structure import Article, Sentence

Measure = Literal["stock", "flow", "event", "none"]
"""What a figure measures: how many there are (stock), came in a period (flow), were at an event; or none of these."""
Status = Literal["actual", "target", "policy"]
_SUMS_UP = 2
"""The last month of a year in which the year before, named first, is the subject of a whole article."""
_LOOKS_BACK = 4
"""The last month of a year in which a stock told after the year before is of its end."""
_CLAUSE = re.compile(r"[，,；;。：:]")


@dataclass(frozen=True, slots=True)
class TimeClaim:
    """A figure that asks for its time: its span in the text, and what the rules have said of it."""

    start: int
    end: int
    kind: str
    measure: Measure
    status: Status


@dataclass(frozen=True, slots=True)
class Time:
    """The EDTF of the period or moment a figure holds for, and the span of the words that say so, if any do."""

    edtf: str | None
    evidence: tuple[int, int] | None = None


def times(article: Article, text: str, published: str | None, claims: Sequence[TimeClaim]) -> list[Time]:
    """The time of each claim, in the order of the claims, which is that of the text.

    `published` is an EDTF date, from which everything relative is counted; ValueError if it is none.
    """
    reader = _Reader(article, text, published)
    found: list[Time] = []
    for at, claim in enumerate(claims):
        if claim.kind == "share" and at and found[-1].evidence and reader.alike(claims[at - 1], claim):
            found.append(found[-1])
        else:
            found.append(reader.time(claim))
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a claim stands: the spans of its sentence and paragraph, and the period its section or table tells of."""

    sentence: Sentence
    paragraph: int
    report: Cue | None


class _Reader:
    def __init__(self, article: Article, text: str, published: str | None) -> None:
        self._text = text
        self._now = cues.month_of(cues.moment(published))
        self._published = published
        self._cues = cues.find(text, published)
        self._places = list(self._walk(article))

    def time(self, claim: TimeClaim) -> Time:
        if claim.kind == "date" or claim.status == "policy":
            return Time(None)
        place = self._place(claim)
        if place is None:
            return self._default(claim, None)
        claim = replace(claim, measure=self._measure(claim, place.sentence))
        cue, own = self._cue(claim, place)
        if cue is None or not own and claim.kind == "change":
            return self._compared(claim, place) or (self._default(claim, place) if cue is None else self._held(cue, own, claim, place))
        return self._held(cue, own, claim, place)

    def _held(self, cue: Cue, own: bool, claim: TimeClaim, place: _Place) -> Time:
        value = self._value(cue, own, claim, place)
        if value is None:
            return self._default(claim, place)
        return Time(str(value), (cue.start, cue.end))

    def alike(self, last: TimeClaim, claim: TimeClaim) -> bool:
        """Does a share go with the figure before it: in one sentence, with no other word of time between?"""
        place, other = self._place(claim), self._place(last)
        if place is None or other is None or place.sentence != other.sentence or last.status != claim.status:
            return False
        return not any(last.end <= cue.start < claim.start for cue in self._cues)

    def _measure(self, claim: TimeClaim, sentence: Sentence) -> Measure:
        """What the claim's own clause says it measures, where it says so, else what the rules have said."""
        clause = _CLAUSE.split(self._text[max(sentence.start, claim.start - 40) : claim.start])[-1]
        if claim.measure in ("stock", "none") and words.FLOW.search(clause) and not words.STOCK.search(clause):
            return "flow"
        if claim.measure in ("flow", "none") and claim.kind != "change" and words.STOCK.search(clause):
            return "stock" if not words.FLOW.search(clause) else claim.measure
        return claim.measure

    def _compared(self, claim: TimeClaim, place: _Place) -> Time | None:
        """The stretch that a change spans, from the year it is counted from (较2016年底翻了一番) to now."""
        for cue in reversed(self._cues):
            if cue.part != "basis" or not place.sentence.start <= cue.start < claim.start or claim.kind != "change":
                continue
            printed = self._text[cue.start : cue.end]
            if isinstance(cue.value, Date) and printed[:1].isdigit() and self._now and claim.start - cue.end < 12:
                return Time(str(Interval(cue.value, self._now)), (cue.start, cue.end))
        return None

    def _walk(self, article: Article) -> Iterator[_Place]:
        title = self._report(article.titles) or self._lead(article)
        for line in article.titles:
            yield _Place(line, line.start, title)
        for section in article.sections:
            report = (self._report([section.head]) if section.head else None) or title
            if section.head:
                yield _Place(section.head, section.head.start, report)
            for paragraph in section.paragraphs:
                for sentence in paragraph:
                    yield _Place(sentence, paragraph[0].start, self._of_cell(sentence) or report)

    def _report(self, lines: Sequence[Sentence]) -> Cue | None:
        """The period that a title or head announces: 2019年人才统计公报, 2023年工作回顾."""
        for line in lines:
            for cue in self._cues:
                if line.start <= cue.start < line.end and cue.part == "at" and self._announces(cue, line):
                    return cue
        return None

    def _lead(self, article: Article) -> Cue | None:
        """The year that the first sentence of an article of early the next year looks back on."""
        first = next((section.paragraphs[0][0] for section in article.sections if section.paragraphs), None)
        if first is None or self._now is None or self._now.year is None or (self._now.month or 12) > _SUMS_UP:
            return None
        year = Date(self._now.year - 1)
        opening = [cue for cue in self._cues if first.start <= cue.start < first.start + 6 and cue.part == "at"]
        return next((cue for cue in opening if cue.value == year), None)

    def _announces(self, cue: Cue, line: Sentence) -> bool:
        return bool(words.REPORT.search(self._text, cue.end, line.end)) and isinstance(cue.value, Date | Interval)

    def _of_cell(self, sentence: Sentence) -> Cue | None:
        if sentence.cell is None:
            return None
        for head in (sentence.cell.column, sentence.cell.row):
            for cue in cues.find(head, self._published):
                if cue.part in ("at", "as_of") and cue.value is not None:
                    return Cue(sentence.start, sentence.start, cue.part, cue.value)
        return None

    def _place(self, claim: TimeClaim) -> _Place | None:
        return next((place for place in self._places if place.sentence.start <= claim.start < place.sentence.end), None)

    def _cue(self, claim: TimeClaim, place: _Place) -> tuple[Cue | None, bool]:
        """The cue in force at the claim, and whether it stands in the claim's own sentence."""
        sentence = place.sentence
        near = [cue for cue in self._cues if place.paragraph <= cue.start < sentence.end]
        for cue in near:
            if cue.part == "basis" and cue.end <= claim.start and self._of_basis(cue, claim):
                return cue, True
        fitting = [cue for cue in near if _fits(cue, claim)]
        before = [cue for cue in fitting if cue.start < claim.start]
        own = [cue for cue in before if cue.start >= sentence.start]
        if own:
            return self._day_of_event(own[-1], before), True
        for cue in fitting:
            if cue.start >= claim.end and cue.part in ("as_of", "at") and self._in_brackets(claim.end, cue.start):
                return cue, True
        carried = before[-1] if before and before[-1].part != "now" else None
        if carried is not None and self._already(claim, sentence) and self._over(carried):
            carried = None
        return carried, False

    def _already(self, claim: TimeClaim, sentence: Sentence) -> bool:
        clause = _CLAUSE.split(self._text[max(sentence.start, claim.start - 40) : claim.start])[-1]
        return "已" in clause or "累计" in clause

    def _over(self, cue: Cue) -> bool:
        """Is it of a year before the article's?"""
        end = cues.ends(cue.value) if cue.value else None
        return cue.part == "at" and end is not None and self._now is not None and (end.year or 0) < (self._now.year or 0)

    def _day_of_event(self, cue: Cue, before: Sequence[Cue]) -> Cue:
        """现场 and 本届 are of the day that was told before them, where one was."""
        if cue.part != "event":
            return cue
        days = [each for each in before if each.part == "at" and isinstance(each.value, Date) and each.value.day]
        return days[-1] if days else cue

    def _of_basis(self, cue: Cue, claim: TimeClaim) -> bool:
        """Is the claim the very figure that others are compared with?"""
        between = self._text[cue.end : claim.start]
        return claim.kind not in ("change", "share") and words.BASIS_OF.fullmatch(between) is not None

    def _in_brackets(self, start: int, end: int) -> bool:
        between = self._text[start:end]
        return any(bracket in between for bracket in "(（") and "，" not in between and len(between) < 12

    def _value(self, cue: Cue, own: bool, claim: TimeClaim, place: _Place) -> Date | Interval | None:
        now = self._now
        if cue.part == "event" or cue.part == "year":
            return self._year(place, last_month=claim.measure == "stock" and cue.part == "year")
        value = cue.value
        if value is None or claim.measure != "stock" or claim.status == "target" or now is None or cue.part == "basis":
            return value
        end = cues.ends(value)
        if end is None or cue.part in ("as_of", "now", "by", "ahead"):
            return value
        if isinstance(value, Interval):
            return end if first_day(end) <= last_day(now) else now
        if end.month is not None:
            return end
        if end.year == now.year:
            return now
        recent = now.year is not None and end.year == now.year - 1 and (now.month or 12) <= _LOOKS_BACK
        return end if own or recent else None

    def _year(self, place: _Place | None, *, last_month: bool) -> Date | None:
        report = place.report.value if place and place.report else None
        year = cues.ends(report) if report else self._now
        if year is None or year.year is None:
            return None
        return Date(year.year, 12) if last_month and report else Date(year.year)

    def _default(self, claim: TimeClaim, place: _Place | None) -> Time:
        if claim.status == "target" and claim.measure != "event" or claim.kind == "duration" or self._now is None:
            return Time(None)
        if place is not None and place.report is not None and place.report.value is not None:
            stock = claim.measure == "stock" or claim.kind == "share"
            value = self._year(place, last_month=stock) if isinstance(place.report.value, Date) else place.report.value
            return Time(str(value) if value else None, (place.report.start, place.report.end))
        return Time(str(self._now if claim.measure == "stock" else Date(self._now.year)))


def _fits(cue: Cue, claim: TimeClaim) -> bool:
    """Can the cue say when such a claim holds? What is to come says nothing of what is done."""
    if cue.part in ("aside", "basis"):
        return False
    if claim.status == "target":
        return cue.part in ("at", "by", "ahead", "event", "year")
    return cue.part not in ("by", "ahead")
