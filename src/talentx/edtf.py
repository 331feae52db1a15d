"""The form of EDTF dates (ISO 8601-2 level 1, X for any unknown digit): a check, no arithmetic."""

from __future__ import annotations

import calendar
import re

_DATE = re.compile(
    r"(?P<year>-?[0-9X]{4})"
    r"(?:-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>0[1-9]|[12][0-9]|3[01]|XX))?|-(?:2[1-4]|3[3-9]|4[01]))?"
    r"[?~%]?"
)
_PRINTED = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_published(text: str) -> bool:
    """Whether an article can bear this date: a year, month or day of the calendar, fully known."""
    return _PRINTED.fullmatch(text) is not None and int(text[:4]) > 0 and _is_date(text)


def is_edtf(text: str) -> bool:
    """Whether `text` is a date or interval: 2024, 2024-09-28, XXXX-04-22, 198X, 2023-07/2023-09, 2010/.."""
    first, slash, last = text.partition("/")
    if not slash:
        return _is_date(first)
    ends = [end for end in (first, last) if end not in ("", "..")]
    return bool(ends) and all(map(_is_date, ends)) and (len(ends) == 1 or not _is_reversed(first, last))


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if month is None or day is None or "X" in month + day:
        return True
    if month == "02" and "X" not in year and not calendar.isleap(int(year)):
        return int(day) < 29
    return int(day) <= _DAYS[int(month) - 1]


def _is_reversed(first: str, last: str) -> bool:
    """Whether the interval ends before it starts, as far as both are known to the same precision."""
    width = min(len(first), len(last))
    known = "X" not in first + last and not first.startswith("-")
    return known and first[:width] > last[:width]
