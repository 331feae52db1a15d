"""The words of a text that say when its figures hold, each with the period it puts in force.

A cue is a date expression in the part it plays in its sentence (at, as of, since, by, a basis of
comparison), or one of the words that stand for the article's own time: 目前, 13年来, 今后三年, 大会期间.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from talentx import edtf
from talentx.context import timewords as words
from talentx.edtf import Date, Interval, coarsen, first_day, last_day, parse, shift
from talentx.figures.dates import Expression, expressions
from talentx.figures.moments import small

Part = Literal["at", "as_of", "since", "by", "ahead", "now", "event", "year", "basis", "aside"]
"""`at` a time; `as_of` up to it; `since` it until now; `by` it, in a plan; `ahead` from now on; `now`;
`event` that of the event told; `year` that under report; `basis` what a figure is compared with;
`aside` a date that says nothing of any figure."""

_EARLY = 3
"""The last month of a year in which 过去五年 means the calendar years before."""
_AFTER_HALF, _AFTER_YEAR = (7, 8, 9), (1, 2)
"""The months in which 半年 means the first half of the year, and the second of the year before."""
_CENTURY = 100
"""No length of time that is read here is longer, in years."""
_FAR = 4000
"""How far back a date that is counted from may stand, in characters."""
_NEAR = 60
"""How far before a length of time the year stands that it counts from, in characters."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at `text[start:end]` and the period they put in force (None for `event` and `year`)."""

    start: int
    end: int
    part: Part
    value: Date | Interval | None


def find(text: str, published: str | None) -> list[Cue]:
    """Every cue of the text, in text order, none overlapping another.

    `published` is the EDTF date of the article; ValueError if it is none.
    """
    now = month_of(published)
    dated = _listed(text, [_of_date(text, found, now) for found in expressions(text, published)])
    free = [cue for cue in _of_words(text, now, dated) if not _taken(cue, dated)]
    return sorted([*dated, *free], key=lambda cue: (cue.start, cue.end))


def month_of(published: str | None) -> Date | None:
    """The month an article is of, or its year if no month is known."""
    value = parse(published) if published else None
    date = value.end or value.start if isinstance(value, Interval) else value
    return coarsen(date, month=True) if date is not None and date.year is not None else None


def start_of(value: Date | Interval | None) -> Date | None:
    """The moment a period begins at."""
    return value.start if isinstance(value, Interval) else value


def end_of(value: Date | Interval | None) -> Date | None:
    """The moment a period ends at."""
    return value.end if isinstance(value, Interval) else value


def is_of_years(value: Date | Interval | None) -> bool:
    """Is it a stretch of more than a year?"""
    start, end = start_of(value), end_of(value)
    return start is not None and end is not None and start.year != end.year


def _taken(cue: Cue, dated: list[Cue]) -> bool:
    low, high = 0, len(dated)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if dated[middle].end <= cue.start else (low, middle)
    return low < len(dated) and dated[low].start < cue.end


def _of_date(text: str, found: Expression, now: Date | None) -> Cue:
    line = text[max(0, found.start - 12) : found.start].rpartition("\n")[2]
    part = _part(found, line, text[found.end : found.end + 24], now)
    value = (_until(start_of(found.value), now) if part == "since" else None) or found.value
    return Cue(found.start, found.end, part, value)


def _part(found: Expression, before: str, after: str, now: Date | None) -> Part:
    """The part that a date plays, from what stands before and after it."""
    titled = before.rfind("《") > before.rfind("》") and "》" in after
    if titled or words.DATELINE_AFTER.match(after) or words.ASIDE_BEFORE.search(before):
        return "aside"
    if words.BASIS_BEFORE.search(before) or words.BASIS_AFTER.match(after):
        return "basis"
    if now is not None and _is_after(start_of(found.value), now):
        return "by"
    if is_of_years(found.value) and _is_topic(before, after):
        return "aside"
    if words.SINCE_AFTER.match(after):
        return "since"
    if words.ASOF_BEFORE.search(before):
        return "as_of"
    if words.SINCE_BEFORE.search(before) and after[:1] not in ("的", "到", "至"):
        if isinstance(found.value, Interval):
            return "at"
        return "since" if found.value.day is None else "aside"
    year = found.numbered and isinstance(found.value, Date) and found.value.month is None
    return "aside" if year and words.FOUNDING_AFTER.match(after) else "at"


def _is_topic(before: str, after: str) -> bool:
    """Is the period what the sentence speaks about (总结“十五”时期人才工作), rather than when all holds?"""
    return bool(words.PLAN_OBJECT_BEFORE.search(before) or words.PLAN_SUBJECT_AFTER.match(after))


def _is_after(date: Date | None, now: Date) -> bool:
    if date is None or date.year is None or now.year is None:
        return False
    return (date.year, date.month or 0) > (now.year, now.month or 12)


def _until(start: Date | None, now: Date | None) -> Date | Interval | None:
    """From a date to the month of writing: from January, if it is this year; None for what lies ahead."""
    if start is None or now is None or not start.known():
        return None
    if start.month is None and start.year == now.year and now.month is not None:
        start = Date(start.year, 1)
    start = coarsen(start, month=True)
    if start == now:
        return now
    return Interval(start, now) if first_day(start) <= last_day(now) else None


def _listed(text: str, dated: list[Cue]) -> list[Cue]:
    """Dates that make a list (9月23日、24日) hold together, as the stretch from the first to the last."""
    found: list[Cue] = []
    for cue in dated:
        last = found[-1] if found else None
        if last is not None and text[last.end : cue.start] in words.LIST and last.part == cue.part == "at":
            low, high = start_of(last.value), end_of(cue.value)
            if low and high and low.known() and high.known() and first_day(low) <= last_day(high):
                found.append(Cue(cue.start, cue.end, "at", Interval(low, high)))
                continue
        found.append(cue)
    return found


def _of_words(text: str, now: Date | None, dated: list[Cue]) -> Iterator[Cue]:
    after_date = {cue.end for cue in dated}
    for match in words.EVENT.finditer(text):
        yield Cue(match.start(), match.end(), "event", None)
    for match in words.WHOLE_YEAR.finditer(text):
        if match.start() not in after_date:
            yield Cue(match.start(), match.end(), "year", None)
    for match in words.FIRST_EVENT.finditer(text):
        if (first := _founded(dated, match.start())) is not None:
            yield Cue(match.start(), match.end(), "at", Date(first))
    for match in words.CLASS.finditer(text):
        yield Cue(match.start(), match.end(), "at", Date(int(match["year"])))
    for match in words.ERA.finditer(text):
        if since := _until(Date(words.ERAS[match["era"]]), now):
            yield Cue(match.start(), match.end(), "since", since)
    for match in words.NOW.finditer(text):
        if match.start() not in after_date:
            yield _now(text, match, now, dated)
    if now is not None and now.year is not None and _CENTURY < now.year < edtf.LAST_YEAR - _CENTURY:
        yield from _past_lengths(text, now, dated)
        yield from _summed_lengths(text, now, dated)
        yield from _coming_lengths(text, now, dated)


def _now(text: str, match: re.Match[str], now: Date | None, dated: list[Cue]) -> Cue:
    """目前 is the month of writing, 至今 the time up to it from the date told last, which may be a year only
    if it is in the same sentence.
    """
    start, end = match.span()
    since: Date | Interval | None = None
    if match[0] in words.TO_THIS_DAY:
        for cue in _before(dated, start):
            if cue.part not in ("at", "since", "aside"):
                continue
            date = start_of(cue.value)
            if date and (date.month or not re.search(r"[。！？\n]", text[cue.end : start])):
                since = _until(date, now)
                break
    return Cue(start, end, "since" if since else "now", since or now)


def _past_lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """Lengths of time up to now: 13年来, 近三年."""
    for match in words.SINCE.finditer(text):
        if (match["last"] or match["tail"]) and not _cut(text, match.start()):
            count = small(match["number"])
            if match["unit"] == "年":
                named = None if match["more"] else _named_year(dated, match.start())
                value = _past_years(count, now, named, over=match["last"] in words.OVER)
            else:
                value = Interval(shift(now, months=-count), now) if now.month else now
            yield Cue(match.start(), match.end(), "since", value)


def _summed_lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """Lengths of time that a sum was made over: 五年共引进 is of the five years told before, if they were."""
    assert now.year is not None
    for match in words.SUMMED.finditer(text):
        count = small(match["number"])
        value = _told_years(text, dated, match.start(), count) or _past_years(count, now, None, over=True)
        yield Cue(match.start(), match.end(), "since", value)
    for match in words.HALF.finditer(text):
        if now.month is not None and now.month in (*_AFTER_HALF, *_AFTER_YEAR):
            over = Date(now.year, 1) if now.month in _AFTER_HALF else Date(now.year - 1, 7)
            yield Cue(match.start(), match.end(), "since", Interval(over, shift(over, months=5)))


def _told_years(text: str, dated: list[Cue], at: int, count: int) -> Interval | None:
    """The stretch of so many years that was told last in the paragraph."""
    for cue in _before(dated, at):
        value = cue.value
        if not isinstance(value, Interval) or value.start is None or value.end is None:
            continue
        if "\n" in text[cue.end : at]:
            return None
        if value.start.month is None and (value.end.year or 0) - (value.start.year or 0) + 1 == count:
            return value
    return None


def _past_years(count: int, now: Date, named: int | None, *, over: bool) -> Date | Interval:
    """So many years up to now, from the year named before if they count from it.

    `over`: the words mean years that are past, which early in a year are those before it.
    """
    assert now.year is not None
    if over and now.month is not None and now.month <= _EARLY:
        return Date(now.year - 1) if count == 1 else Interval(Date(now.year - count), Date(now.year - 1))
    start = now.year - count
    return Interval(Date(named if named is not None and named - start in (0, 1) else start), now)


def _founded(dated: list[Cue], at: int) -> int | None:
    """The year since when things are told to be so, right before."""
    last = next(_before(dated, at), None)
    if last is None or last.part != "since" or at - last.end > _NEAR:
        return None
    start = start_of(last.value)
    return start.year if start else None


def _named_year(dated: list[Cue], at: int) -> int | None:
    last = next(_before(dated, at), None)
    start = start_of(last.value) if last and at - last.end < _NEAR else None
    return start.year if start else None


def _before(dated: list[Cue], at: int) -> Iterator[Cue]:
    """The cues that end before the place, the nearest first, as far back as anyone would look."""
    for index in range(bisect_right(dated, at, key=lambda cue: cue.start) - 1, -1, -1):
        if at - dated[index].end > _FAR:
            return
        if dated[index].end <= at:
            yield dated[index]


def _coming_lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """Lengths of time from now on: 今后三年; 到2025年，五年内 counts back from the year of the plan."""
    for match in words.AHEAD.finditer(text):
        start = match.start()
        if _cut(text, start) or words.AFTER_EVENT.search(text, max(0, start - 4), start):
            continue
        count = small(match["number"] or match["within"] or match["bare"])
        planned = (cue for cue in _before(dated, start) if cue.part == "by")
        target = end_of(next((cue.value for cue in planned if start - cue.end < _NEAR), None))
        if target is not None and target.year is not None:
            value = Interval(Date(target.year - count + 1), Date(target.year))
        else:
            value = Interval(now, shift(now, years=count))
        yield Cue(start, match.end(), "ahead", value)


def _cut(text: str, at: int) -> bool:
    """Is the length of time only the tail of a vaguer or longer one: 几十年来, 第三年, 2013年来?"""
    return at > 0 and text[at - 1] in "0123456789第每满几十百千余多.〇零一二三四五六七八九"
