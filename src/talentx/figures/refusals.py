"""Why a stretch is no figure: the first step of the reader that leaves its numeral out.

For those who ask. The reader's own steps are taken again, one numeral at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from talentx.figures import exclusions, units
from talentx.figures.digits import LONGEST, TOKEN
from talentx.figures.exclusions import Code
from talentx.figures.forms import is_nothing
from talentx.figures.model import Figure
from talentx.figures.numerals import parse
from talentx.figures.oddnumbers import FUSED, HALVES
from talentx.figures.quantities import is_elliptic, is_scale_of_row, quantity_at
from talentx.figures.quantity import Span
from talentx.figures.scan import Parts, figures_of, merge
from talentx.figures.starts import START

Reason = (
    Code
    | Literal[
        "noise", "title", "quotation", "before Christ", "telephone", "address",
        "no numeral", "idiom", "too long", "part of a row", "ordinal name", "unit", "half a word", "no unit",
        "runs into a name", "section number", "qualifier", "no date",
        "overlapped",
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


class Refuser:
    """Tells of one text why its numbers are no figures."""

    def __init__(self, parts: Parts, printed: str) -> None:
        """`parts` is what the reader found in the text `printed`."""
        self._parts, self._text, self._printed = parts, parts.text, printed
        self._figures = figures_of(parts)
        self._names = merge(parts.names)
        self._name_starts = [start for start, _ in self._names]

    def refusals(self, start: int, end: int) -> list[Refusal]:
        """Why the numbers of `[start, end)` are no figures, in text order; each numeral once."""
        found: list[Refusal] = []
        at = start
        while (number := _NUMBER.search(self._printed, at, end)) is not None:
            refused = self._refusal(number.start())
            at = number.end()
            if refused is not None:
                found.append(refused)
                at = max(refused.end, at)
        return found

    def _refusal(self, at: int) -> Refusal | None:
        """Why no figure holds the number character at `at`; None where the reader reads one."""
        text = self._text
        if text[at] != self._printed[at]:
            return Refusal(*self._blanked(at), "noise")
        if _holds(self._figures, at) is not None:
            return None
        name = bisect_right(self._name_starts, at) - 1
        if name >= 0 and at < self._names[name][1]:
            start, end = self._names[name]
            return Refusal(start, end, _closed_by(text[start:end]))
        for aside in self._parts.aside:
            if aside.left <= at < aside.right:
                return Refusal(aside.left, aside.right, "qualifier")
        if exclusions.may_be_idiom(text, at) and (idiom := exclusions.idiom(text, at)) is not None:
            return Refusal(at, max(idiom, at + 1), "idiom")
        return self._unread(at)

    def _unread(self, at: int) -> Refusal:
        """Why the reader makes nothing of the numeral that holds `at`: its own steps, one numeral on."""
        text = self._text
        start = _run_start(text, at)
        while start <= at:
            opening = START.match(text, start)
            if opening is None:
                start += 1
                continue
            refused, end = self._at(opening)
            if end > at:
                return refused
            start = max(end, start + 1)
        last = at + 1
        while last < min(len(text), at + LONGEST) and _NUMBER.match(text, last):
            last += 1
        return Refusal(at, last, "ordinal name" if text[at - 1 : at] == "第" else "no numeral")

    def _blanked(self, at: int) -> Span:
        """The stretch around `at` that was taken for no text."""
        text, printed = self._text, self._printed
        first = last = at
        while first > 0 and text[first - 1] != printed[first - 1]:
            first -= 1
        while last < len(text) and text[last] != printed[last]:
            last += 1
        return first, last

    def _at(self, opening: re.Match[str]) -> tuple[Refusal, int]:
        """Why the numeral that may begin here is no figure, and where to go on."""
        text, start = self._text, opening.start()
        quantity, end = quantity_at(text, opening)
        end = max(end, start + 1)
        if quantity is None:
            return Refusal(start, end, _not_read(text, start, opening[0])), end
        closed = bisect_right(self._name_starts, start)
        if closed < len(self._names) and quantity.end > self._name_starts[closed]:
            return Refusal(start, quantity.end, "runs into a name"), quantity.end
        held = bisect_right(self._parts.found, start, key=lambda each: each.start) - 1
        if held >= 0 and start < self._parts.found[held].end:
            return Refusal(quantity.start, quantity.end, "overlapped"), quantity.end
        reason: Reason = "no unit" if is_nothing(text, quantity) else "section number"
        return Refusal(quantity.start, quantity.end, reason), quantity.end


def _holds(figures: Sequence[Figure], at: int) -> Figure | None:
    """The figure (of those in text order) that holds a place."""
    last = bisect_right(figures, at, key=lambda each: each.start) - 1
    return figures[last] if last >= 0 and at < figures[last].end else None


def _closed_by(name: str) -> Reason:
    for opening, reason in _CLOSED:
        if name.startswith(opening):
            return reason
    return "telephone" if _TELEPHONE.match(name) else "address"


def _run_start(text: str, at: int) -> int:
    """Where the row of number characters begins that holds `at`."""
    first = max(0, at - 2 * LONGEST)
    while at > first and (_NUMBER.match(text, at - 1) or text[at - 1] in ".,，"):
        at -= 1
    return at


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
