"""The words of a text that say when its figures hold, each with the period it puts in force.

A cue is a date expression in the part it plays in its sentence (at, as of, since, by, a basis of
comparison), or one of the words that stand for the article's own time: 目前, 13年来, 今后三年, 大会期间.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentx.context import timewords as words
from talentx.context.periods import Cue, Part, end_of, is_of_years, month_of, start_of
from talentx.context.timelengths import before, lengths
from talentx.edtf import Date, Interval, coarsen, first_day, last_day
from talentx.figures.dates import Expression, expressions
from talentx.figures.moments import small

_NEAR = 60
"""How far before 首届 the year stands that a row of events is told to be held since, in characters."""


def find(text: str, published: str | None) -> list[Cue]:
    """Every cue of the text, in text order, none overlapping another.

    `published` is the EDTF date of the article; ValueError if it is none.
    """
    now = month_of(published)
    told = [_of_date(text, found, now) for found in expressions(text, published)]
    dated = _listed(text, [cue for cue in told if not words.THAT_YEAR.fullmatch(text, cue.start, cue.end)])
    free = [cue for cue in _of_words(text, now, dated) if not _taken(cue, dated)]
    return sorted([*dated, *free], key=lambda cue: (cue.start, cue.end))


def _taken(cue: Cue, dated: list[Cue]) -> bool:
    low, high = 0, len(dated)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if dated[middle].end <= cue.start else (low, middle)
    return low < len(dated) and dated[low].start < cue.end


def _of_date(text: str, found: Expression, now: Date | None) -> Cue:
    line = text[max(0, found.start - 12) : found.start].rpartition("\n")[2]
    monthly = words.MONTHLY.match(text, found.start)
    part: Part = "aside" if monthly else _part(found, line, text[found.end : found.end + 24], now)
    if (narrowed := _narrowed(text, found)) is not None:
        return narrowed
    value = (_until(start_of(found.value), now) if part == "since" else None) or found.value
    return Cue(found.start, found.end, part, value)


def _narrowed(text: str, found: Expression) -> Cue | None:
    """The first or last years of a stretch of years, or months of a year: “十二五”前三年, 今年首10个月."""
    match = words.NARROWED.match(text, found.end)
    if match is None:
        return None
    count, first = small(match["number"]), match["side"] in "前头首"
    low, high = start_of(found.value), end_of(found.value)
    if low is None or high is None or not low.known() or not high.known() or low.month is not None:
        return None
    assert low.year is not None
    assert high.year is not None
    if match["unit"] == "年":
        if not 0 < count <= high.year - low.year:
            return None
        value = (
            Interval(low, Date(low.year + count - 1))
            if first
            else Interval(Date(high.year - count + 1), high)
        )
    elif low == high and 0 < count < 12:
        value = (
            Interval(Date(low.year, 1), Date(low.year, count))
            if first
            else Interval(Date(low.year, 13 - count), Date(low.year, 12))
        )
    else:
        return None
    return Cue(found.start, match.end(), "at", value)


def _part(found: Expression, lead: str, after: str, now: Date | None) -> Part:
    """The part that a date plays, from what stands before and after it."""
    titled = lead.rfind("《") > lead.rfind("》") and "》" in after
    if titled or words.DATELINE_AFTER.match(after) or words.ASIDE_BEFORE.search(lead):
        return "aside"
    if words.BASIS_BEFORE.search(lead) or words.BASIS_AFTER.match(after):
        return "basis"
    if now is not None and _is_after(start_of(found.value), now):
        return "by"
    daily = end_of(found.value)
    if words.GOAL_AFTER.match(after) or (daily and daily.day and words.RELEASE_AFTER.match(after)):
        return "aside"
    if is_of_years(found.value) and _is_topic(lead, after):
        return "aside"
    if words.SINCE_AFTER.match(after):
        return "since"
    if words.ASOF_BEFORE.search(lead):
        return "as_of"
    if words.SINCE_BEFORE.search(lead) and after[:1] not in ("的", "到", "至"):
        if isinstance(found.value, Interval):
            return "at"
        return "since" if found.value.day is None else "aside"
    year = found.numbered and isinstance(found.value, Date) and found.value.month is None
    return "aside" if year and words.FOUNDING_AFTER.match(after) else "at"


def _is_topic(lead: str, after: str) -> bool:
    """Is the period what the sentence speaks about (总结“十五”时期人才工作), rather than when all holds?"""
    return bool(words.PLAN_OBJECT_BEFORE.search(lead) or words.PLAN_SUBJECT_AFTER.match(after))


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
    for match in words.THAT_YEAR.finditer(text):
        told = (
            end_of(cue.value) for cue in before(dated, match.start()) if cue.part in ("at", "as_of", "since")
        )
        if (year := next((date.year for date in told if date and date.year), None)) is not None:
            yield Cue(match.start(), match.end(), "at", Date(year))
    for match in words.PLAN_PART.finditer(text):
        first, count = 2001 + 5 * (" 一二三四五".index(match["plan"] or " ")), small(match["number"])
        if count < 5:
            low = first if match["side"] in "前头首" else first + 5 - count
            yield Cue(match.start(), match.end(), "at", Interval(Date(low), Date(low + count - 1)))
    for match in words.ERA.finditer(text):
        if since := _until(Date(words.ERAS[match["era"]]), now):
            yield Cue(match.start(), match.end(), "since", since)
    for match in words.NOW.finditer(text):
        if match.start() not in after_date:
            yield _now(text, match, now, dated)
    if now is not None:
        yield from lengths(text, now, dated)


def _now(text: str, match: re.Match[str], now: Date | None, dated: list[Cue]) -> Cue:
    """目前 is the month of writing, 至今 the time up to it from the date told last, which may be a year only
    if it is in the same sentence.
    """
    start, end = match.span()
    since: Date | Interval | None = None
    if match[0] in words.TO_THIS_DAY:
        for cue in before(dated, start):
            if cue.part not in ("at", "since", "aside"):
                continue
            date = start_of(cue.value)
            if date and (date.month or not re.search(r"[。！？\n]", text[cue.end : start])):
                since = _until(date, now)
                break
    return Cue(start, end, "since" if since else "now", since or now)


def _founded(dated: list[Cue], at: int) -> int | None:
    """The year since when things are told to be so, right before."""
    last = next(before(dated, at), None)
    if last is None or last.part != "since" or at - last.end > _NEAR:
        return None
    start = start_of(last.value)
    return start.year if start else None
