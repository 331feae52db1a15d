"""The words of a text that say when its figures hold, each with the period it puts in force.

A cue is a date expression in the part it plays in its sentence (at, as of, since, by, a basis of comparison), or one
of the words that stand for the article's own time: 目前, 13年来, 今后三年, 大会期间.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from talentx.context import timewords as words
from talentx.figures.dates import Expression, expressions
from talentx.figures.edtf import Date, Interval, coarsen, first_day, last_day, parse, shift
from talentx.figures.moments import small

Part = Literal["at", "as_of", "since", "by", "ahead", "now", "event", "year", "basis", "aside"]
"""`at` a time; `as_of` up to it; `since` it until now; `by` it in a plan; `ahead` from now on; `now`; `event` the one
reported; `year` the one under report; `basis` what a figure is compared with; `aside` a date that governs nothing."""

_EARLY = 3
"""The last month of a year in which 过去五年 means the calendar years before."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at `text[start:end]` and the period they put in force (None for `event` and `year`)."""

    start: int
    end: int
    part: Part
    value: Date | Interval | None


def find(text: str, published: str | None) -> list[Cue]:
    """Every cue of the text, in text order, none overlapping another. ValueError if `published` is no EDTF date."""
    now = moment(published)
    dated = _listed(text, [_of_date(text, found, now) for found in expressions(text, published)])
    taken = {at for cue in dated for at in range(cue.start, cue.end)}
    others = [cue for cue in _of_words(text, now, dated) if not taken.intersection(range(cue.start, cue.end))]
    return sorted([*dated, *others], key=lambda cue: (cue.start, cue.end))


def moment(published: str | None) -> Date | None:
    """The date of an EDTF string, the end of it if it is an interval."""
    value = parse(published) if published else None
    return value.end or value.start if isinstance(value, Interval) else value


def month_of(now: Date | None) -> Date | None:
    """The month of an article's date, or its year if it names no month."""
    return coarsen(now, month=True) if now is not None and now.year is not None else None


def _of_date(text: str, found: Expression, now: Date | None) -> Cue:
    before, after = text[max(0, found.start - 12) : found.start], text[found.end : found.end + 24]
    part = _part(found, before, after, now)
    value: Date | Interval = found.value
    if part == "since":
        start = value.start if isinstance(value, Interval) else value
        value = _until(start, now) or value
    return Cue(found.start, found.end, part, value)


def _part(found: Expression, before: str, after: str, now: Date | None) -> Part:
    line = before.rpartition("\n")[2]
    if after[:1] in ("电", "讯"):
        return "aside"
    if _in_title(line, after) or words.ROUTINE_BEFORE.search(line) or words.DEADLINE_BEFORE.search(line):
        return "aside"
    if words.BASIS_BEFORE.search(line) or words.BASIS_AFTER.match(after):
        return "basis"
    later = now is not None and _after(found.value, now)
    if not later and words.SINCE_AFTER.match(after):
        return "since"
    if later:
        return "by"
    if words.ASOF_BEFORE.search(line):
        return "as_of"
    if words.SINCE_BEFORE.search(line) and after[:1] not in ("的", "到", "至"):
        return "since" if not later and isinstance(found.value, Date) and found.value.day is None else "aside"
    founding = found.numbered and isinstance(found.value, Date) and found.value.month is None
    return "aside" if founding and words.FOUNDING.match(after) else "at"


def _listed(text: str, dated: list[Cue]) -> list[Cue]:
    """Dates that make a list (9月23日、24日) hold together, as the stretch from the first to the last."""
    found: list[Cue] = []
    for cue in dated:
        last = found[-1] if found else None
        if last is not None and text[last.end : cue.start] in ("、", "和", "及", "与") and last.part == cue.part == "at":
            low, high = _start(last.value), ends(cue.value) if cue.value else None
            if low and high and low.known() and high.known() and first_day(low) <= last_day(high):
                found.append(Cue(cue.start, cue.end, "at", Interval(low, high)))
                continue
        found.append(cue)
    return found


def _in_title(before: str, after: str) -> bool:
    return before.rfind("《") > before.rfind("》") and "》" in after


def _after(value: Date | Interval, now: Date) -> bool:
    start = value.start if isinstance(value, Interval) else value
    return start is not None and start.year is not None and (start.year, start.month or 0) > (now.year or 0, now.month or 12)


def _until(start: Date | None, now: Date | None) -> Date | Interval | None:
    """From a date to the month of writing: from January, if it is this year. What lies ahead gives None."""
    month = month_of(now)
    if start is None or month is None or not start.known() or month.year is None or start.year is None:
        return None
    if start.month is None and start.year == month.year and month.month is not None:
        start = Date(start.year, 1)
    start = coarsen(start, month=True)
    if start == month:
        return month
    return Interval(start, month) if first_day(start) <= last_day(month) else None


def _of_words(text: str, now: Date | None, dated: list[Cue]) -> Iterator[Cue]:
    month = month_of(now)
    for match in words.NOW.finditer(text):
        if match[0] in ("至今", "迄今"):
            if any(cue.end == match.start() for cue in dated):
                continue
            since = _until(_start_of_story(dated, match.start()), now)
            yield Cue(match.start(), match.end(), "since" if since else "now", since or month)
        else:
            yield Cue(match.start(), match.end(), "now", month)
    for match in words.ERA.finditer(text):
        if since := _until(Date(words.ERAS[match["era"]]), now):
            yield Cue(match.start(), match.end(), "since", since)
    for match in words.EVENT.finditer(text):
        yield Cue(match.start(), match.end(), "event", None)
    for match in words.WHOLE_YEAR.finditer(text):
        if not any(cue.end == match.start() for cue in dated):
            yield Cue(match.start(), match.end(), "year", None)
    if month is not None and month.year is not None:
        yield from _lengths(text, month, dated)


def _lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """Lengths of time up to now (13年来) and from now on (今后三年)."""
    seen: set[int] = set()
    for match in words.SINCE.finditer(text):
        if not (match["last"] or match["tail"]) or _glued(text, match.start()):
            continue
        count = small_number(match["n"] or match["m"])
        named = _named_before(dated, match.start())
        if (since := _last(count, match["unit"], now, named, past="过去" in match[0])) is not None:
            seen.add(match.start())
            yield Cue(match.start(), match.end(), "since", since)
    for match in words.AHEAD.finditer(text):
        if match.start() in seen or _glued(text, match.start()) or match.end() < len(text) and text[match.end()] in "来间":
            continue
        if words.AFTER_EVENT.search(text, max(0, match.start() - 4), match.start()):
            continue
        sure = match["ahead"] in ("未来", "今后", "接下来")
        if sure or match["tail"] or re.match(r"将|新增|新引|引进|培育|培养|累计|建成|新建|打造|联合", text[match.end() : match.end() + 4]):
            yield Cue(match.start(), match.end(), "ahead", _ahead(small_number(match["n"]), now, dated, match.start()))


def _ahead(count: int, now: Date, dated: list[Cue], at: int) -> Interval:
    """So many years from now on; up to the year a plan has just named, where it has."""
    for cue in reversed(dated):
        if cue.end <= at and at - cue.end < 60 and cue.part == "by" and isinstance(cue.value, Date) and cue.value.year:
            return Interval(Date(cue.value.year - count + 1), Date(cue.value.year))
    return Interval(now, shift(now, years=count))


def _start_of_story(dated: list[Cue], at: int) -> Date | None:
    """The month or day told last before `at`, from which 至今 counts."""
    for cue in reversed(dated):
        start = _start(cue.value)
        if cue.end <= at and cue.part in ("at", "since") and start and start.month is not None:
            return start
    return None


def _start(value: Date | Interval | None) -> Date | None:
    return value.start if isinstance(value, Interval) else value


def _glued(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isdigit() or text[at - 1] in "第每满几十百千余多.〇零一二三四五六七八九")


def small_number(text: str) -> int:
    """A number below a hundred, 两 among its digits."""
    return 2 if text == "两" else small(text.replace("两", "二"))


def _named_before(dated: list[Cue], at: int) -> int | None:
    for cue in reversed(dated):
        if cue.end <= at and at - cue.end < 60 and isinstance(cue.value, Date | Interval):
            start = cue.value.start if isinstance(cue.value, Interval) else cue.value
            return start.year if start else None
    return None


def _last(count: int, unit: str, now: Date, named: int | None, *, past: bool) -> Date | Interval | None:
    """So many years or months up to now; from the year named before, where that is what they count.

    Early in a year, the past years are those that are over.
    """
    if unit == "月":
        return Interval(shift(now, months=-count), now) if now.month else None
    assert now.year is not None
    if past and now.month is not None and now.month <= _EARLY:
        return Date(now.year - 1) if count == 1 else Interval(Date(now.year - count), Date(now.year - 1))
    start = now.year - count
    if named is not None and named - start in (0, 1):
        start = named
    return Interval(Date(start), now) if start > 0 else None


def ends(value: Date | Interval) -> Date | None:
    """The moment a period ends at."""
    return value.end if isinstance(value, Interval) else value
