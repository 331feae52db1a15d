"""How a page as a whole is set: what its line breaks usually mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from talentx.text.lines import Line, ends_sentence, stops

_SHORTEST = 8
"""Shorter lines say nothing of the page's setting."""
_LONG = 40
_SLACK = 4
"""Half-width columns that a full line may fall short of the column's width."""


@dataclass(frozen=True, slots=True)
class Page:
    """The habits of a page."""

    usual_gap: int
    """Blank lines between one line and the next, most often."""
    width: int | None
    """Width of the column, in half-width characters, where lines are broken at a fixed width."""
    finished: bool
    """Whether long lines end their sentence as a rule, so that one that does not was cut."""
    repeated: frozenset[str]
    """Lines printed more than once: captions and page heads."""

    def is_full(self, line: Line) -> bool:
        """Whether the line fills the column of a page that is broken at a fixed width."""
        return self.width is not None and _width(line) >= self.width - _SLACK


def page(found: Sequence[Line]) -> Page:
    """The habits of the page with these lines."""
    gaps = Counter(line.gap for line in found[1:])
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)
    longs = [line.text for line in found if len(line.text) >= _LONG]
    finished = 5 * sum(map(ends_sentence, longs)) >= 3 * len(longs)
    counts = Counter(line.text for line in found if len(line.text) >= _SHORTEST)
    repeated = frozenset(text for text, count in counts.items() if count > 1)
    return Page(usual, _column(found, usual), finished, repeated)


def _column(found: Sequence[Line], usual_gap: int) -> int | None:
    """The width at which most lines that do not end a sentence are broken, if they are."""
    cut = [
        _width(line)
        for line, after in pairwise(found)
        if after.gap <= usual_gap and not stops(line.text) and len(line.text) >= _SHORTEST
    ]
    counts = Counter(cut)
    near = {width: sum(counts[width - less] for less in range(_SLACK)) for width in counts}
    widest = max(near, key=lambda width: (near[width], width), default=0)
    beyond = sum(_width(line) > widest + _SLACK for line in found)
    is_column = near.get(widest, 0) >= max(4, 0.6 * len(cut)) and 10 * beyond <= len(found)
    return widest if is_column else None


def _width(line: Line) -> int:
    return line.indent + sum(1 if character < "\u1100" else 2 for character in line.text)
