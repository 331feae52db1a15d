"""Lengths of time that set the time of figures: up to now (13年来, 三年共引进), or from now on (今后三年)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from talentx import edtf
from talentx.context import timewords as words
from talentx.context.periods import Cue, end_of, start_of
from talentx.edtf import Date, Interval, shift
from talentx.figures.moments import small

_EARLY = 3
"""The last month of a year in which 过去五年 means the calendar years before."""
_AFTER_HALF, _AFTER_YEAR = (7, 8, 9), (1, 2)
"""The months in which 半年 means the first half of the year, and the second of the year before."""
_CENTURY = 100
"""No length of time that is read here is longer, in years."""
_FAR = 4000
"""How far back a date that is counted from may stand, in characters."""
_DIGITS = "0123456789"
_NEAR = 60
"""How far before a length of time the year stands that it counts from, in characters."""


def lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """The lengths of time told in a text of that date; `dated` are the cues of its dates, in text order."""
    if now.year is not None and _CENTURY < now.year < edtf.LAST_YEAR - _CENTURY:
        yield from _past_lengths(text, now, dated)
        yield from _running_lengths(text, now)
        yield from _summed_lengths(text, now, dated)
        yield from _coming_lengths(text, now, dated)


def before(cues: list[Cue], at: int) -> Iterator[Cue]:
    """The cues that end before the place, the nearest first, as far back as anyone would look."""
    for index in range(bisect_right(cues, at, key=lambda cue: cue.start) - 1, -1, -1):
        if at - cues[index].end > _FAR:
            return
        if cues[index].end <= at:
            yield cues[index]


def _past_lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """Lengths of time up to now: 13年来, 近三年."""
    for match in words.SINCE.finditer(text):
        if (match["last"] or match["tail"]) and not _cut(text, match.start()):
            count = small(match["number"])
            if match["unit"] == "年":
                named = None if match["more"] else _named_year(text, dated, match.start())
                value = _past_years(count, now, named, over=match["last"] in words.OVER)
            else:
                value = Interval(shift(now, months=-count), now) if now.month else now
            yield Cue(match.start(), match.end(), "since", value)


def _running_lengths(text: str, now: Date) -> Iterator[Cue]:
    """How long something has been going on: 成立两年，…."""
    for match in words.RUNNING.finditer(text):
        value = _past_years(small(match["number"]), now, None, over=False)
        yield Cue(match.start(), match.end(), "since", value)


def _summed_lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """Lengths of time that a sum was made over: 五年共引进 is of the five years told before, if they were."""
    assert now.year is not None
    for match in words.SUMMED.finditer(text):
        count = small(match["number"])
        if text.startswith("每年", match.end()):
            start = _named_year(text, dated, match.start())
            if start is not None:
                yield Cue(match.start(), match.end(), "at", Interval(Date(start), Date(start + count - 1)))
            continue
        value = _told_years(text, dated, match.start(), count) or _past_years(count, now, None, over=True)
        yield Cue(match.start(), match.end(), "since", value)
    for match in words.A_YEAR.finditer(text):
        if now.month is not None and now.month <= _EARLY:
            yield Cue(match.start(), match.end(), "at", Date(now.year - 1))
    for match in words.HALF.finditer(text):
        if now.month is not None and now.month in (*_AFTER_HALF, *_AFTER_YEAR):
            over = Date(now.year, 1) if now.month in _AFTER_HALF else Date(now.year - 1, 7)
            yield Cue(match.start(), match.end(), "since", Interval(over, shift(over, months=5)))


def _told_years(text: str, dated: list[Cue], at: int, count: int) -> Interval | None:
    """The stretch of so many years that was told last in the paragraph."""
    for cue in before(dated, at):
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


def _named_year(text: str, dated: list[Cue], at: int) -> int | None:
    """The year told by its number right before the place."""
    last = next(before(dated, at), None)
    near = last is not None and at - last.end < _NEAR and text[last.start] in "0123456789"
    start = start_of(last.value) if last and near else None
    return start.year if start else None


def _coming_lengths(text: str, now: Date, dated: list[Cue]) -> Iterator[Cue]:
    """Lengths of time from now on: 今后三年; 到2025年，五年内 counts back from the year of the plan."""
    for match in words.AHEAD.finditer(text):
        start = match.start()
        if _cut(text, start) or words.AFTER_EVENT.search(text, max(0, start - 4), start):
            continue
        count = small(match["number"] or match["within"] or match["bare"])
        last = next(before(dated, start), None)
        if (
            last is not None
            and last.part == "since"
            and text[last.end : start].strip("，,的") in ("起", "开始")
        ):
            first = start_of(last.value)
            if first is not None and first.year is not None:
                yield Cue(start, match.end(), "at", Interval(Date(first.year), Date(first.year + count - 1)))
                continue
        planned = next((cue for cue in before(dated, start) if cue.part == "by"), None)
        if planned and (start - planned.end >= _NEAR or words.PARTED.search(text, planned.end, start)):
            planned = None
        if planned and text[planned.start] not in _DIGITS and text[planned.start - 1] not in "到至":
            planned = None
        target = end_of(planned.value) if planned else None
        if target is not None and target.year is not None:
            value = Interval(Date(target.year - count + 1), Date(target.year))
        else:
            value = Interval(now, shift(now, years=count))
        yield Cue(start, match.end(), "ahead", value)


def _cut(text: str, at: int) -> bool:
    """Is the length of time only the tail of a vaguer or longer one: 几十年来, 第三年, 2013年来?"""
    return at > 0 and text[at - 1] in "0123456789第每满几十百千余多.〇零一二三四五六七八九"
