"""Which word of time is in force at a figure: the last before it that can say when such a figure holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from talentx.context import timewords as words
from talentx.context.periods import Cue, end_of, is_of_years
from talentx.context.timeclaims import TimeClaim
from talentx.context.timescopes import Scope
from talentx.context.timesteps import starts_step
from talentx.edtf import Date, last_day
from talentx.text.structure import Sentence

BESIDE = 12
"""How near a change stands to what it is compared with, or a bracketed date to its figure, in characters."""
FAR = 1000
"""No word of time reaches further in its paragraph, in characters."""
_CLAUSE = re.compile(r"[，,；;。：:]")
_CLAUSE_REACH = 40


class InForce:
    """The cues of one article, in text order, and which of them governs a claim."""

    def __init__(self, text: str, cues: Sequence[Cue], now: Date | None) -> None:
        self._text, self._cues, self._now = text, cues, now
        self._starts = [cue.start for cue in cues]

    def between(self, start: int, end: int) -> list[Cue]:
        """The cues that begin between two places."""
        return list(self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def clause(self, claim: TimeClaim, sentence: Sentence) -> str:
        """What stands before the claim in its clause."""
        return _CLAUSE.split(self._text[max(sentence.start, claim.start - _CLAUSE_REACH) : claim.start])[-1]

    def basis(self, claim: TimeClaim, scope: Scope) -> Cue | None:
        """The year before the claim in its sentence that other figures are compared with."""
        for cue in reversed(self.between(max(scope.sentence.start, claim.start - FAR), claim.start)):
            if cue.part == "basis" and self._text[cue.start] in "0123456789" and isinstance(cue.value, Date):
                return cue
        return None

    def year_ahead(self, cue: Cue, scope: Scope) -> int | None:
        """The year to come that the sentence has told of before it says 全年."""
        for last in reversed(self.between(max(scope.sentence.start, cue.start - FAR), cue.start)):
            date = end_of(last.value) if last.part == "by" else None
            if date is not None and date.year != (self._now.year if self._now else None):
                return date.year
        return None

    def at(self, claim: TimeClaim, scope: Scope) -> tuple[Cue | None, bool]:
        """The cue in force at the claim, and whether it stands in the claim's own sentence."""
        sentence = scope.sentence
        near = self.between(max(scope.paragraph, claim.start - FAR), min(sentence.end, claim.end + BESIDE))
        for cue in near:
            if cue.part == "basis" and self._is_of(cue, claim):
                return cue, True
        fitting = [cue for cue in near if _fits(cue, claim) and not self._is_of_other(cue, claim)]
        own_words = claim.kind == "duration"
        before = [cue for cue in fitting if cue.start < claim.start + own_words]
        if (planned := self._planned(near, claim, sentence)) is not None:
            return planned, True
        for cue in fitting:
            if cue.part in ("at", "by") and words.DATED_AFTER.fullmatch(self._text, claim.end, cue.start):
                return cue, True
        while before and self._is_moot(before, sentence):
            del before[-1]
        if before and before[-1].start >= sentence.start:
            return self._resumed(before, claim, sentence) or self._day_of_event(before), True
        for cue in fitting:
            if cue.part in ("as_of", "at") and self._bracketed(claim.end, cue.start):
                return cue, True
        while len(before) > 1 and self._is_inserted(before[-2], before[-1]):
            del before[-1]
        if any(
            cue.start >= sentence.start and self._is_release(cue) for cue in near if cue.end <= claim.start
        ):
            return None, False
        return self._carried(before, claim, sentence), False

    def _carried(self, before: Sequence[Cue], claim: TimeClaim, sentence: Sentence) -> Cue | None:
        """The last cue of the sentences before, if it goes on in this one.

        三年来 is no time of what the next sentence tells of one year, nor 去年 of what there is 累计 by now.
        """
        carried = before[-1] if before and before[-1].part != "now" else None
        if carried is not None and carried.part == "since":
            carried = self._day_of_event(before)
        if carried is None:
            return None
        if carried.part == "since" and is_of_years(carried.value):
            return carried if words.SUM.search(self._text, sentence.start, claim.start) else None
        is_past = self._is_over(carried) and re.search("已|累计", self.clause(claim, sentence))
        return None if is_past else carried

    def _day_of_event(self, before: Sequence[Cue]) -> Cue:
        """The last cue; 现场 and 本届 are of the day that was told before them, where one was.

        The course of an event (本届大赛自7月启动以来) is told by the event, not by its start.
        """
        if len(before) > 1 and before[-1].part == "since" and before[-2].part == "event":
            apart = words.PARTED.search(self._text, before[-2].end, before[-1].start)
            near = before[-1].start - before[-2].end < _CLAUSE_REACH
            return before[-2] if near and not apart else before[-1]
        if before[-1].part != "event":
            return before[-1]
        days = (
            cue
            for cue in reversed(before)
            if cue.part == "at" and isinstance(cue.value, Date) and cue.value.day
        )
        return next(days, before[-1])

    def _resumed(self, before: Sequence[Cue], claim: TimeClaim, sentence: Sentence) -> Cue | None:
        """The moment that a sentence opens with (截至6月底), for a total told after a time before it."""
        first = next(cue for cue in before if cue.start >= sentence.start)
        last = before[-1]
        over, until = end_of(last.value), end_of(first.value)
        if first.part != "as_of" or last.part != "at" or over is None or until is None:
            return None
        if last_day(over) >= last_day(until):
            return None
        parted = self._text.find("；", last.end, claim.start) >= 0
        clause = self.clause(claim, sentence)
        total = claim.measure == "stock" or words.STOCK.search(clause) or "累计" in clause
        return first if parted and total else None

    def _is_release(self, cue: Cue) -> bool:
        """Is it only the day that the numbers came out on?"""
        return cue.part == "aside" and words.RELEASE_AFTER.match(self._text, cue.end) is not None

    def _is_inserted(self, main: Cue, cue: Cue) -> bool:
        """Is the last cue only that of a thing told by the way, in a sentence that has another?"""
        if re.search("[。！？\n]", self._text[main.end : cue.start]):
            return False
        return words.INSERTED.search(self._text, max(0, cue.start - BESIDE), cue.start) is not None

    def _planned(self, near: Sequence[Cue], claim: TimeClaim, sentence: Sentence) -> Cue | None:
        """The time to come that the sentence has got to, if nothing says that the claim is done by now."""
        last = next((cue for cue in reversed(near) if sentence.start <= cue.start < claim.start), None)
        if last is None or last.part != "by" or claim.status != "actual" or claim.kind == "duration":
            return None
        led = self._text[last.start - 1 : last.start] in ("到", "至") and self._text[last.end] in "，,末底年"
        done = words.DONE.search(self._text, last.end, claim.start)
        return last if led and not done else None

    def _is_of_other(self, cue: Cue, claim: TimeClaim) -> bool:
        """Does the cue say of its own clause, or the first value of a step before the claim, alone?"""
        if cue.end > claim.start:
            return False
        added = words.ADDED_BEFORE.search(self._text, max(0, cue.start - BESIDE), cue.start)
        if added and _CLAUSE.search(self._text, cue.end, claim.start):
            return True
        return starts_step(self._text, (cue.start, cue.end), claim.start)

    def _is_moot(self, before: Sequence[Cue], sentence: Sentence) -> bool:
        """Is the last cue 当场, which goes with the time told in its sentence and no further than that?"""
        last = before[-1]
        if not self._text.startswith(words.AT_ONCE, last.start):
            return False
        told = len(before) > 1 and not words.PARTED.search(self._text, before[-2].end, last.start)
        return told or last.start < sentence.start

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
        if claim.kind == "change" or not 0 <= claim.start - basis.end <= BESIDE:
            return False
        led = max(0, basis.start - BESIDE)
        if claim.kind == "share" and not words.BASIS_SHARE.search(self._text, led, basis.start):
            return False
        return words.BASIS_OF.fullmatch(self._text, basis.end, claim.start) is not None

    def _bracketed(self, start: int, end: int) -> bool:
        """Does a bracket open between the two, and nothing else part them?"""
        between = self._text[start:end] if 0 < end - start < BESIDE else ""
        return ("(" in between or "（" in between) and "，" not in between


def _fits(cue: Cue, claim: TimeClaim) -> bool:
    """Can the cue say when such a claim holds? What is to come says nothing of what is done."""
    if cue.part in ("aside", "basis"):
        return False
    if claim.status == "target":
        return cue.part in ("at", "by", "ahead", "event", "year")
    return cue.part not in ("by", "ahead")
