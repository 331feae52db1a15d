"""Dates that are one end of a stretch: 截至6月底, 自2018年以来, 2025年前, 2010年至今."""

from __future__ import annotations

import re

from talentx.edtf import Date, Interval

_UNTIL = re.compile(r"(?:截至|截止到|截止至|截止|截至到|直至|直到)(?:[了于]|目前)?[ ]?\Z")
_SINCE = re.compile(r"(?:自从|自|从|打从)[ ]?\Z")
_TILL_NOW = re.compile("(?:年?[起以]来?)?[ ，]?(?:直?至今|到现在|到目前|至目前)|以来至今")
_ONWARDS = re.compile(
    "以来|起(?![草步来点源航诉义])|开始|(?:之|以)后|后(?![来续勤期备卫天年世代台人缀面院门])|至今"
)
_BEFORE = re.compile(
    "(?:之|以)前|前(?!提(?!交|出|供|升|高)|[往三后夕期沿来景任身十几两进台线列端天年二一四五六七八九0-9院])"
)


def opened(
    text: str, start: int, end: int, value: Date | Interval, now: Date | None
) -> tuple[int, int, Date | Interval]:
    """The span and value of a date with the words beside it that leave one of its ends open.

    `now` is the article's date, where a stretch ends that lasts until today.
    """
    first, last = (value.start, value.end) if isinstance(value, Interval) else (value, value)
    if first is None or last is None:
        return start, end, value
    since = _SINCE.search(text, max(0, start - 3), start)
    begin = since.start() if since is not None else start
    if now is not None and (found := _TILL_NOW.match(text, end)) is not None:
        return begin, found.end(), _between(first, now, value)
    until = _UNTIL.search(text, max(0, start - 6), start)
    if until is not None:
        return until.start(), end, Interval(None, last)
    if isinstance(value, Interval) and not (first.month is None and last.month is None):
        return start, end, value
    if (found := _ONWARDS.match(text, end)) is not None:
        return begin, found.end(), Interval(first, None)
    if (found := _BEFORE.match(text, end)) is not None:
        return start, found.end(), Interval(None, last)
    if (
        since is not None
        and isinstance(value, Date)
        and since[0].startswith("自")
        and (since[0] != "自" or first.day is None)
    ):
        return begin, end, Interval(first, None)
    return start, end, value


def _between(first: Date, now: Date, value: Date | Interval) -> Date | Interval:
    try:
        return Interval(first, now)
    except ValueError:
        return value
