"""When does each figure hold: the period a flow was counted over, the moment a stock was counted at.

A cue (去年, 截至6月底, 13年来, 目前) holds to its right until the next one or the end of its sentence, and
goes on through the sentences of its paragraph that have none. Without any, a figure is of the article's time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from talentx.context import timecues
from talentx.context import timewords as words
from talentx.context.timecues import Cue, end_of
from talentx.context.timescopes import Scope, Scopes
from talentx.edtf import Date, Interval, first_day, last_day
from talentx.text.structure import Article, Sentence

Measure = Literal["stock", "flow", "event", "none"]
"""What a figure counts: how many there are (stock), came in a period (flow) or were at an event."""
Status = Literal["actual", "target", "policy"]

_LOOKS_BACK = 4
"""The last month of a year in which a stock that follows 去年 is one of that year's end."""
_CLAUSE = re.compile(r"[，,；;。：:]")
_CLAUSE_REACH = 40
_BESIDE = 12
"""How near a change stands to what it is compared with, or a bracketed date to its figure, in characters."""


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
    """The EDTF of the period or moment a figure holds for, and the span of the words that say so."""

    edtf: str | None
    evidence: tuple[int, int] | None = None


def times(article: Article, text: str, published: str | None, claims: Sequence[TimeClaim]) -> list[Time]:
    """The time of each claim, in the order of the claims, which is that of the text.

    `published` is an EDTF date, from which everything relative is counted; ValueError if it is none.
    """
    reader = _Reader(article, text, published)
    found: list[Time] = []
    for at, claim in enumerate(claims):
        if at and claim.kind == "share" and found[-1].evidence and reader.go_together(claims[at - 1], claim):
            found.append(found[-1])
        else:
            found.append(reader.time(claim))
    return found


class _Reader:
    """The cues of one article, and what they say of a claim."""

    def __init__(self, article: Article, text: str, published: str | None) -> None:
        self._text = text
        self._now = timecues.month_of(published)
        self._cues = timecues.find(text, published)
        self._starts = [cue.start for cue in self._cues]
        self._scopes = Scopes(article, text, published, self._cues)

    def time(self, claim: TimeClaim) -> Time:
        """The claim's time: by the cue in force, else what it is compared with, else the article's."""
        if claim.kind == "date" or claim.status == "policy":
            return Time(None)
        scope = self._scopes.at(claim.start)
        if scope is None:
            return self._default(claim, None)
        claim = replace(claim, measure=self._measure(claim, scope.sentence))
        cue, own = self._in_force(claim, scope)
        if not own and claim.kind == "change" and (since := self._compared(claim, scope)):
            return since
        value = self._value(cue, own, claim, scope) if cue else None
        if cue is None or value is None:
            return self._default(claim, scope)
        return Time(str(value), (cue.start, cue.end))

    def go_together(self, last: TimeClaim, claim: TimeClaim) -> bool:
        """Does a share go with the figure before it: in one sentence, with no other word of time between?"""
        scope, other = self._scopes.at(claim.start), self._scopes.at(last.start)
        if scope is None or other is None or scope.sentence != other.sentence or last.status != claim.status:
            return False
        return not self._between(last.end, claim.start)

    def _between(self, start: int, end: int) -> list[Cue]:
        return self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _clause(self, claim: TimeClaim, sentence: Sentence) -> str:
        """What stands before the claim in its clause."""
        return _CLAUSE.split(self._text[max(sentence.start, claim.start - _CLAUSE_REACH) : claim.start])[-1]

    def _measure(self, claim: TimeClaim, sentence: Sentence) -> Measure:
        """What the claim's own clause says it counts, where it says so, else what the rules have said."""
        clause = self._clause(claim, sentence)
        flow, stock = words.FLOW.search(clause), words.STOCK.search(clause)
        if claim.measure in ("stock", "none") and flow and not stock:
            return "flow"
        if claim.measure in ("flow", "none") and claim.kind != "change" and stock and not flow:
            return "stock"
        return claim.measure

    def _in_force(self, claim: TimeClaim, scope: Scope) -> tuple[Cue | None, bool]:
        """The cue in force at the claim, and whether it stands in the claim's own sentence."""
        sentence = scope.sentence
        near = self._between(scope.paragraph, sentence.end)
        for cue in near:
            if cue.part == "basis" and self._is_of(cue, claim):
                return cue, True
        fitting = [cue for cue in near if _fits(cue, claim)]
        before = [cue for cue in fitting if cue.start < claim.start]
        if before and before[-1].start >= sentence.start:
            return _day_of_event(before), True
        for cue in fitting:
            if cue.part in ("as_of", "at") and self._bracketed(claim.end, cue.start):
                return cue, True
        carried = before[-1] if before and before[-1].part != "now" else None
        if (
            carried is not None
            and self._is_over(carried)
            and re.search("已|累计", self._clause(claim, sentence))
        ):
            return None, False
        return carried, False

    def _is_over(self, cue: Cue) -> bool:
        """Is it a time of a year before the article's?"""
        end = end_of(cue.value)
        return (
            cue.part == "at"
            and end is not None
            and self._now is not None
            and (end.year or 0) < (self._now.year or 0)
        )

    def _is_of(self, basis: Cue, claim: TimeClaim) -> bool:
        """Is the claim the very figure that others are compared with?"""
        if claim.kind in ("change", "share") or not 0 <= claim.start - basis.end <= _BESIDE:
            return False
        return words.BASIS_OF.fullmatch(self._text, basis.end, claim.start) is not None

    def _bracketed(self, start: int, end: int) -> bool:
        """Does a bracket open between the two, and nothing else part them?"""
        between = self._text[start:end] if 0 < end - start < _BESIDE else ""
        return ("(" in between or "（" in between) and "，" not in between

    def _compared(self, claim: TimeClaim, scope: Scope) -> Time | None:
        """The stretch that a change spans, from the year it is counted from (较2016年底翻了一番) to now."""
        for cue in reversed(self._between(scope.sentence.start, claim.start)):
            far = claim.start - cue.end >= _BESIDE
            if far or cue.part != "basis" or not isinstance(cue.value, Date) or self._now is None:
                continue
            if self._text[cue.start] in "0123456789" and first_day(cue.value) <= last_day(self._now):
                return Time(str(Interval(cue.value, self._now)), (cue.start, cue.end))
        return None

    def _value(self, cue: Cue, own: bool, claim: TimeClaim, scope: Scope) -> Date | Interval | None:
        """What the cue says of such a claim; None if it says nothing of a stock told a sentence later."""
        if cue.part in ("event", "year"):
            return self._year(scope, at_end=claim.measure == "stock" and cue.part == "year")
        end, now = end_of(cue.value), self._now
        if claim.measure != "stock" or claim.status == "target" or now is None or end is None:
            return cue.value
        if cue.part in ("as_of", "now", "basis"):
            return cue.value
        if isinstance(cue.value, Interval):
            return end if first_day(end) <= last_day(now) else now
        if end.month is not None:
            return end
        if end.year == now.year:
            return now
        recent = now.year is not None and end.year == now.year - 1 and (now.month or 12) <= _LOOKS_BACK
        return end if own or recent else None

    def _year(self, scope: Scope | None, *, at_end: bool) -> Date | None:
        """The year under report, or the article's own; `at_end`: its last month, if it is over."""
        report = end_of(scope.report.value) if scope and scope.report else None
        year = report or self._now
        if year is None or year.year is None:
            return None
        return Date(year.year, 12) if at_end and report else Date(year.year)

    def _default(self, claim: TimeClaim, scope: Scope | None) -> Time:
        """The year under report, or the article's month for a stock and its year for all that happens."""
        if (
            self._now is None
            or claim.kind == "duration"
            or (claim.status == "target" and claim.measure != "event")
        ):
            return Time(None)
        report = scope.report if scope else None
        if report is not None and report.value is not None:
            at_end = claim.measure == "stock" or claim.kind == "share"
            value = self._year(scope, at_end=at_end) if isinstance(report.value, Date) else report.value
            return Time(str(value), (report.start, report.end))
        return Time(str(self._now if claim.measure == "stock" else Date(self._now.year)))


def _fits(cue: Cue, claim: TimeClaim) -> bool:
    """Can the cue say when such a claim holds? What is to come says nothing of what is done."""
    if cue.part in ("aside", "basis"):
        return False
    if claim.status == "target":
        return cue.part in ("at", "by", "ahead", "event", "year")
    return cue.part not in ("by", "ahead")


def _day_of_event(before: Sequence[Cue]) -> Cue:
    """The last cue; 现场 and 本届 are of the day that was told before them, where one was."""
    if before[-1].part != "event":
        return before[-1]
    days = (
        cue for cue in reversed(before) if cue.part == "at" and isinstance(cue.value, Date) and cue.value.day
    )
    return next(days, before[-1])
