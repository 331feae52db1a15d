"""Positions in a text as other programs count them.

Ours count Unicode code points. A JavaScript program that does nothing about it counts UTF-16 code units, of
which a character beyond the basic plane has two; one that thinks of readers counts grapheme clusters, of
which a family of emoji is one, and so is a line end of two characters.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

Counting = Literal["code-points", "utf-16", "graphemes"]
COUNTINGS: tuple[Counting, ...] = get_args(Counting)

_BASIC_PLANE = 0x10000


class Ruler:
    """A text with its positions in another counting."""

    def __init__(self, text: str, counting: Counting) -> None:
        widths = [0, *itertools.accumulate(_widths(text, counting))]
        self._before = widths[:-1]
        self._after = widths[1:]
        if counting == "graphemes":
            self._after = _closed(widths)
        self._starts = {unit: place for place, unit in reversed([*enumerate(self._before)])}
        self._ends = {unit: place for place, unit in enumerate(self._after, 1)}

    def units(self, start: int, end: int) -> tuple[int, int]:
        """A span of code points in this counting, widened where it would cut a unit."""
        return self._before[start], self._after[end - 1]

    def code_points(self, start: int, end: int) -> tuple[int, int] | None:
        """A span of this counting in code points; None where the text has no such span."""
        first, last = self._starts.get(start), self._ends.get(end)
        return (first, last) if first is not None and last is not None and first < last else None


def located(
    text: str, spans: Sequence[tuple[int, int, str | None]], countings: Sequence[Counting]
) -> list[tuple[int, int] | None]:
    """Spans in code points, of spans in an unknown counting with the text that each should hold.

    Of the countings that put the text where it should be, the one that does so for most spans goes first,
    then the earlier one; None where none does. A span whose text is None fits wherever it lies in the text.
    """
    tries = [list(_tried(text, spans, counting)) for counting in countings]
    tries.sort(key=lambda found: found.count(None))
    return [next((one for one in choices if one is not None), None) for choices in zip(*tries, strict=True)]


def _tried(
    text: str, spans: Sequence[tuple[int, int, str | None]], counting: Counting
) -> Iterator[tuple[int, int] | None]:
    ruler = Ruler(text, counting)
    for start, end, held in spans:
        span = ruler.code_points(start, end)
        fits = span is not None and (held is None or _squeezed(text[slice(*span)]) == _squeezed(held))
        yield span if fits else None


def _squeezed(text: str) -> str:
    r"""The text without blanks, which tools trim, join and write as \n."""
    return "".join(text.replace("\\n", "").split())


def _widths(text: str, counting: Counting) -> Iterator[int]:
    """How many units each code point adds."""
    if counting == "code-points":
        yield from itertools.repeat(1, len(text))
    elif counting == "utf-16":
        yield from (1 if ord(character) < _BASIC_PLANE else 2 for character in text)
    else:
        import regex

        for cluster in regex.finditer(r"\X", text):
            yield from itertools.repeat(0, cluster.end() - cluster.start() - 1)
            yield 1


def _closed(widths: Sequence[int]) -> list[int]:
    """The units after each code point where a cluster is counted with its last one: with any of them."""
    return [before + 1 for before in widths[:-1]]
