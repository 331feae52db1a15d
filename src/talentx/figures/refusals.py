"""Why a stretch is no figure: the first step of the reader that leaves its numeral out.

For those who ask. The reader's own steps are taken again, one numeral at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from talentx.figures import exclusions, units
from talentx.figures.digits import TOKEN
from talentx.figures.exclusions import Code
from talentx.figures.forms import is_nothing
from talentx.figures.numerals import parse
from talentx.figures.oddnumbers import FUSED, HALVES
from talentx.figures.quantities import is_elliptic, is_scale_of_row, quantity_at
from talentx.figures.quantity import Span
from talentx.figures.scan import Parts
from talentx.figures.starts import START

Reason = (
    Code
    | Literal[
        "noise", "title", "quotation", "before Christ", "telephone", "address",
        "no numeral", "idiom", "too long", "part of a row", "ordinal name", "unit", "half a word", "no unit",
        "runs into a name", "section number", "qualifier", "no date",
    ]
)  # fmt: skip
"""What a numeral is that counts nothing; those of `Code`, and those of the steps around it."""

_NUMBER = re.compile(r"[0-9〇零○一二两三四五六七八九十百千万亿兆廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟半几数双仨俩]")
_CLOSED: tuple[tuple[str, Reason], ...] = (
    ("《", "title"), ("“", "quotation"), ("‘", "quotation"), ("「", "quotation"), ("公元前", "before Christ"),
)  # fmt: skip
_DATED = re.compile("[年月日]")
_TELEPHONE = re.compile(r"[0-9-]+\Z")


@dataclass(frozen=True, slots=True)
class Refusal:
    """The stretch that holds the numeral and is no figure, and why."""

    start: int
    end: int
    reason: Reason


def refusals(parts: Parts, printed: str, start: int, end: int) -> list[Refusal]:
    """Why the numbers of `[start, end)` are no figures, in text order; each numeral once.

    `parts` is what the reader found in the text `printed`.
    """
    found: list[Refusal] = []
    at = start
    while (number := _NUMBER.search(printed, at, end)) is not None:
        refused = _refusal(parts, printed, number.start())
        if refused is None:
            at = number.end()
            continue
        found.append(refused)
        at = max(refused.end, number.end())
    return found


def _refusal(parts: Parts, printed: str, at: int) -> Refusal | None:
    """Why no figure holds the number character at `at`; None where the reader reads one."""
    text = parts.text
    if text[at] != printed[at]:
        first, last = _stretch(text, printed, at)
        return Refusal(first, last, "noise")
    if any(figure.start <= at < figure.end for figure in parts.fixed):
        return None
    closed = _closed(parts, at)
    if closed is not None:
        return closed
    for aside in parts.aside:
        if aside.left <= at < aside.right:
            return Refusal(aside.left, aside.right, "qualifier")
    if exclusions.may_be_idiom(text, at) and (idiom := exclusions.idiom(text, at)) is not None:
        return Refusal(at, max(idiom, at + 1), "idiom")
    start = _run_start(text, at)
    while start <= at:
        opening = START.match(text, start)
        if opening is None:
            start += 1
            continue
        refused, end = _at(parts, opening)
        if end > at:
            return refused
        start = max(end, start + 1)
    last = at + 1
    while last < len(text) and _NUMBER.match(text, last):
        last += 1
    return Refusal(at, last, "ordinal name" if text[at - 1 : at] == "第" else "no numeral")


def _stretch(text: str, printed: str, at: int) -> Span:
    first = last = at
    while first > 0 and text[first - 1] != printed[first - 1]:
        first -= 1
    while last < len(text) and text[last] != printed[last]:
        last += 1
    return first, last


def _closed(parts: Parts, at: int) -> Refusal | None:
    for start, end in parts.names:
        if start <= at < end:
            return Refusal(start, end, _closed_by(parts.text[start:end]))
    return None


def _closed_by(name: str) -> Reason:
    for opening, reason in _CLOSED:
        if name.startswith(opening):
            return reason
    return "telephone" if _TELEPHONE.match(name) else "address"


def _run_start(text: str, at: int) -> int:
    """Where the row of number characters begins that holds `at`."""
    while at > 0 and (_NUMBER.match(text, at - 1) or text[at - 1] in ".,，"):
        at -= 1
    return at


def _at(parts: Parts, opening: re.Match[str]) -> tuple[Refusal | None, int]:
    """Why the numeral that may begin here is no figure, and where to go on; None where it is one."""
    text, start = parts.text, opening.start()
    quantity, end = quantity_at(text, opening)
    if quantity is None:
        return Refusal(start, max(end, start + 1), _not_read(text, start, opening[0])), max(end, start + 1)
    starts = [first for first, _ in parts.names]
    closed = bisect_right(starts, start)
    if closed < len(starts) and quantity.end > starts[closed]:
        return Refusal(start, quantity.end, "runs into a name"), quantity.end
    if any(other.start <= start < other.end for other in parts.found):
        return None, quantity.end
    reason: Reason = "no unit" if is_nothing(text, quantity) else "section number"
    return Refusal(quantity.start, quantity.end, reason), quantity.end


def _not_read(text: str, start: int, opening: str) -> Reason:
    """Why nothing is read at a place where a number may begin."""
    numeral = parse(text, start)
    if numeral is None:
        return "half a word" if TOKEN.match(text, start) is None else "too long"
    if is_scale_of_row(text, start):
        return "part of a row"
    if text[start - 1 : start] == "第" or is_elliptic(text, numeral):
        return "ordinal name"
    if _DATED.match(text, numeral.end) is not None:
        return "no date"
    if opening in HALVES or opening in FUSED or opening == "翻":
        return "half a word"
    counted = units.match(text, numeral.end, numeral.arabic) is not None
    counted = counted or units.currency_before(text, start) is not None
    return exclusions.code(text, numeral, counted) or "unit"
