"""When does each figure hold: the period a flow was counted over, the moment a stock was counted at.

A cue (去年, 截至6月底, 13年来, 目前) holds to its right until the next one or the end of its sentence, and
goes on through the sentences of its paragraph that have none. Without any, a figure is of the article's time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talentx.context import timecues, timesigns
from talentx.context import timewords as words
from talentx.context.periods import Cue, end_of, is_of_years, month_of
from talentx.context.timeclaims import Time, TimeClaim
from talentx.context.timeforce import BESIDE, FAR, InForce
from talentx.context.timereports import EARLY, settled
from talentx.context.timescopes import Scope, Scopes
from talentx.context.timesteps import Side, sides
from talentx.edtf import Date, Interval, first_day, last_day, parse
from talentx.text.structure import Article, Sentence
from talentx.vocabulary import Measure

__all__ = ["Time", "TimeClaim", "times"]

_LOOKS_BACK = 4
"""The last month of a year in which a stock that follows 去年 is one of that year's end."""


_PRIZES = 40
"""How far from the word that they were won the prizes are listed, in characters."""


def times(article: Article, text: str, published: str | None, claims: Sequence[TimeClaim]) -> list[Time]:
    """The time of each claim, in the order of the claims, which is that of the text.

    `published` is an EDTF date, from which everything relative is counted; ValueError if it is none.
    """
    reader = _Reader(article, text, published)
    found: list[Time] = []
    steps = sides(text, [(claim.start, claim.end) for claim in claims])
    for at, claim in enumerate(claims):
        last = claims[at - 1] if at else None
        if side := steps[at]:
            found.append(reader.of_step(claim, side))
        elif last is not None and reader.is_told_with(last, found[-1], claim):
            found.append(found[-1])
        else:
            found.append(reader.time(claim))
    if published is None:
        return [_unless_relative(time, claim, text) for time, claim in zip(found, claims, strict=True)]
    return found


def _unless_relative(time: Time, claim: TimeClaim, text: str) -> Time:
    """No time where a word between its evidence and the claim (今年) counts from a date that is not known."""
    if time.evidence is None or not words.RELATIVE.search(text, time.evidence[1], claim.start):
        return time
    return Time(None)


class _Reader:
    """The cues of one article, and what they say of a claim."""

    def __init__(self, article: Article, text: str, published: str | None) -> None:
        self._text = text
        self._now = month_of(published)
        cues = settled(article, text, timecues.find(text, published), self._now)
        self._force = InForce(text, cues, self._now)
        self._scopes = Scopes(article, text, published, cues)

    def time(self, claim: TimeClaim) -> Time:
        """The claim's time: by the cue in force, else what it is compared with, else the article's."""
        scope = self._scopes.at(claim.start)
        if scope is not None and (day := self._of_contest(claim, scope)):
            return day
        if scope is not None and timesigns.is_settled(self._text, claim, scope.sentence):
            claim = replace(claim, status="actual", measure="event")
        if claim.kind == "date" or claim.status == "policy":
            return Time(None)
        if scope is None:
            return self._default(claim, None)
        return self._time(replace(claim, measure=self._measure(claim, scope.sentence)), scope)

    def _time(self, claim: TimeClaim, scope: Scope) -> Time:
        cue, own = self._force.at(claim, scope)
        spanned = cue is not None and isinstance(cue.value, Interval)
        compares = claim.kind == "change" and claim.status != "target"
        if not own and not spanned and compares and (since := self._compared(claim, scope, cue)):
            return since
        value = self._value(cue, own, claim, scope) if cue else None
        if cue and cue.part == "as_of" and not own and scope.report and claim.measure == "flow":
            value = None
        if cue is None or value is None:
            return self._default(claim, scope)
        return Time(str(value), (cue.start, cue.end))

    def of_step(self, claim: TimeClaim, side: Side) -> Time:
        """The time of the first or second value of a step: the start or end of the period told."""
        scope = self._scopes.at(claim.start)
        if scope is None or claim.status == "policy":
            return self.time(claim)
        whole = self._time(replace(claim, measure="flow", kind="count"), scope)
        if whole.edtf is None or whole.evidence is None:
            return self.time(claim)
        value = parse(whole.edtf)
        if side == "to":
            last = value.end if isinstance(value, Interval) else None
            return Time(str(last), whole.evidence) if last else self.time(claim)
        basis = self._force.basis(claim, scope)
        if basis is not None:
            return Time(str(basis.value), (basis.start, basis.end))
        start = max(scope.sentence.start, claim.start - 2 * BESIDE)
        led = max(self._text.rfind(word, start, claim.start) for word in "由从")
        told = self._force.between(led, claim.start) if led >= 0 else []
        if claim.status == "target":
            before = end_of(told[-1].value) if told else self._now
            return Time(str(before) if before else None, whole.evidence)
        if told:
            return whole
        first = value.start if isinstance(value, Interval) else value
        if first is None or first.month is not None or first.year is None or first.year < 2:
            return Time(str(first) if first else None, whole.evidence)
        if end_of(value) == self._now and words.LENGTH.fullmatch(self._text, *whole.evidence):
            return Time(str(first), whole.evidence)
        return Time(str(Date(first.year - 1, 12)), whole.evidence)

    def _of_contest(self, claim: TimeClaim, scope: Scope) -> Time | None:
        """The day of the contest told of, for what was won at it or how long its rounds were."""
        raw, held = self._text[claim.start : claim.end], self._scopes.held
        if claim.kind == "duration" and words.SHORT.search(raw) and held is not None:
            around = self._text[scope.sentence.start : min(scope.sentence.end, claim.end + BESIDE)]
            return Time(str(held.value), (held.start, held.end)) if words.CONTEST.search(around) else None
        if claim.kind not in ("award", "money") or claim.status != "policy":
            return None
        before = self._text[max(scope.sentence.start, claim.start - 2 * _PRIZES) : claim.start]
        won = words.PRIZE.search(before)
        return self.time(replace(claim, status="actual", measure="event")) if won else None

    def is_told_with(self, last: TimeClaim, time: Time, claim: TimeClaim) -> bool:
        """Does the claim hold for the time of the figure before it?"""
        return (time.evidence is not None and self._go_together(last, claim)) or self._is_member(last, claim)

    def _is_member(self, last: TimeClaim, claim: TimeClaim) -> bool:
        """Is the claim a part of the figure right before it: 引进人才50人，其中博士9人?"""
        if claim.kind in ("date", "duration", "rank", "change") or last.kind in ("date", "duration", "rank"):
            return False
        scope = self._scopes.at(claim.start)
        if scope is None or scope != self._scopes.at(last.start) or last.status != claim.status:
            return False
        part = words.MEMBER.fullmatch(self._text, last.end, claim.start)
        return part is not None and not self._force.between(last.end, claim.start)

    def _go_together(self, last: TimeClaim, claim: TimeClaim) -> bool:
        """Does a share go with the figure before it: in one sentence, with no other word of time between?"""
        if claim.kind != "share":
            return False
        scope, other = self._scopes.at(claim.start), self._scopes.at(last.start)
        if scope is None or other is None or scope.sentence != other.sentence or last.status != claim.status:
            return False
        return not self._force.between(last.end, claim.start)

    def _measure(self, claim: TimeClaim, sentence: Sentence) -> Measure:
        """What the claim's own clause says it counts, where it says so, else what the rules have said."""
        clause = self._force.clause(claim, sentence)
        stock = words.STOCK.search(clause)
        flow = words.FLOW.search(clause) or words.FLOW_AFTER.match(self._text, claim.end, sentence.end)
        if claim.measure in ("stock", "none") and flow and not stock:
            return "flow"
        if claim.measure in ("flow", "none") and claim.kind != "change" and stock and not flow:
            return "stock"
        return claim.measure

    def _compared(self, claim: TimeClaim, scope: Scope, told: Cue | None) -> Time | None:
        """The stretch that a change spans, from the year it is counted from (较2016年底翻了一番) to now.

        None where that is the year before the one told of: the change is then of that one year.
        """
        of = end_of(scope.report.value if scope.report else told.value if told else None)
        for cue in reversed(self._force.between(max(scope.sentence.start, claim.start - FAR), claim.start)):
            far = claim.start - cue.end >= BESIDE
            if far or cue.part != "basis" or not isinstance(cue.value, Date):
                continue
            if of and of.year != self._now_year() and cue.value == Date((of.year or 0) - 1):
                return None
            until = (end_of(scope.report.value) if scope.report else None) or self._now
            dated = until is not None and self._text[cue.start] in "0123456789"
            if until is not None and dated and first_day(cue.value) <= last_day(until):
                return Time(str(Interval(cue.value, until)), (cue.start, cue.end))
        return None

    def _value(self, cue: Cue, own: bool, claim: TimeClaim, scope: Scope) -> Date | Interval | None:
        """What the cue says of such a claim; None if it says nothing of a stock told a sentence later."""
        if cue.part in ("event", "year"):
            if cue.part == "event" and scope.event is not None:
                return scope.event.value
            held = self._scopes.held
            if cue.part == "event" and held and words.ON_THE_DAY.fullmatch(self._text, cue.start, cue.end):
                return held.value
            stock = claim.measure == "stock" and cue.part == "year"
            told = self._force.year_ahead(cue, scope)
            if cue.part == "year" and told is not None:
                return Date(told)
            if (
                scope.report is None
                and scope.plan is None
                and self._is_last_year(cue, claim)
                and (year := self._now_year())
            ):
                return Date(year - 1, 12) if stock else Date(year - 1)
            return self._year(scope, at_end=stock)
        report = scope.report.value if scope.report else None
        if cue.part == "ahead" and own and isinstance(report, Interval) and self._is_bare(cue):
            return report
        end, now = end_of(cue.value), self._now
        if end is not None and not own and is_of_years(cue.value) and self._is_yearly(claim, scope):
            return Date(end.year)
        if claim.measure != "stock" or claim.status == "target" or now is None or end is None:
            return cue.value
        if cue.part in ("as_of", "now", "basis"):
            return cue.value
        clause = self._force.clause(claim, scope.sentence)
        apart = self._text.find("；", cue.end, claim.start) >= 0
        made = words.SUM.search(clause) or (words.MADE.search(clause) and not apart)
        summed = cue.part == "since" and own and made
        if summed:
            return cue.value
        if isinstance(cue.value, Interval):
            if end.day is not None:
                return cue.value
            if own and words.SURVEY_AFTER.match(self._text, cue.end):
                return cue.value
            return end if first_day(end) <= last_day(now) else now
        if end.month is not None:
            return end
        if end.year == now.year:
            return now
        recent = now.year is not None and end.year == now.year - 1 and (now.month or 12) <= _LOOKS_BACK
        return end if own or recent else None

    def _now_year(self) -> int | None:
        return self._now.year if self._now else None

    def _is_last_year(self, cue: Cue, claim: TimeClaim) -> bool:
        """Is it 全年 in an article of early in a year, when only the one before is over?"""
        early = self._now is not None and (self._now.month or 12) <= EARLY
        return early and claim.status == "actual" and self._text.startswith("全年", cue.start)

    def _is_bare(self, cue: Cue) -> bool:
        """Is a length of time told without a word that says it is to come: 五年引进?"""
        return words.BARE.fullmatch(self._text, cue.start, cue.end) is not None

    def _is_yearly(self, claim: TimeClaim, scope: Scope) -> bool:
        """Is it what one year yields (产值, 营收), not the sum of several?"""
        clause = self._force.clause(claim, scope.sentence)
        return bool(claim.kind == "money" and words.YEARLY.search(clause) and not words.SUM.search(clause))

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
            claim.status == "target"
            and claim.kind != "duration"
            and scope is not None
            and scope.plan is not None
        ):
            return Time(str(scope.plan.value), (scope.plan.start, scope.plan.end))
        if (
            self._now is None
            or claim.kind == "duration"
            or (claim.status == "target" and claim.measure != "event")
        ):
            return Time(None)
        report = scope.report if scope else None
        if scope is not None and report is not None and report.value is not None:
            at_end = claim.measure == "stock" or claim.kind == "share"
            if isinstance(report.value, Date):
                value: Date | Interval | None = self._year(scope, at_end=at_end)
            else:
                value = report.value.end if at_end or self._is_yearly(claim, scope) else report.value
            return Time(str(value), (report.start, report.end))
        held = self._scopes.held
        if scope is not None and held is not None and timesigns.is_seen(self._text, claim, scope.sentence):
            return Time(str(held.value), (held.start, held.end))
        if claim.measure == "stock":
            return Time(str(self._now))
        if (
            scope is not None
            and held is not None
            and timesigns.is_at_event(self._text, claim, scope.sentence)
        ):
            return Time(str(held.value), (held.start, held.end))
        return Time(str(Date(self._now.year)))
