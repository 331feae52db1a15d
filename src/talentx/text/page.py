"""How a page as a whole is set: what its line breaks usually mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from talentx.text.cuts import is_cut_number
from talentx.text.lines import CANNOT_BEGIN, Line, ends_sentence, stops

Measure = Callable[[Line], int]

_SHORTEST = 8
"""Shorter lines say nothing of the page's setting."""
_LONG = 40
_SLACK = 4
"""Half-width columns that a full line may fall short of the column's width."""


def _columns(line: Line) -> int:
    return line.indent + sum(1 if character < "\u1100" else 2 for character in line.text)


def _twice_the_characters(line: Line) -> int:
    return 2 * (line.indent + len(line.text))


_MEASURES: tuple[Measure, ...] = (_columns, _twice_the_characters)
"""How lines of a fixed width may have been counted."""


@dataclass(frozen=True, slots=True)
class Page:
    """The habits of a page."""

    usual_gap: int
    """Blank lines between one line and the next, most often."""
    column: tuple[Measure, int] | None
    """How lines are measured and the width they are broken at, where that is fixed."""
    ragged: bool
    """Whether lines are broken anywhere: many begin with a mark that cannot begin one, or in mid-number."""
    indented: bool
    """Whether paragraphs begin with an indentation, and other lines do not."""
    spaced: bool
    """Whether paragraphs begin after a blank line, though other lines do not."""
    finished: bool
    """Whether long lines end their sentence as a rule, so that one that does not was cut."""
    repeated: frozenset[str]
    """Lines printed more than once: captions and page heads."""

    def is_full(self, line: Line) -> bool:
        """Whether the line fills the column of a page that is broken at a fixed width."""
        return self.column is not None and self.column[0](line) >= self.column[1] - _SLACK


def page(found: Sequence[Line]) -> Page:
    """The habits of the page with these lines."""
    gaps = Counter(line.gap for line in found[1:])
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)
    longs = [line.text for line in found if len(line.text) >= _LONG]
    finished = 5 * sum(map(ends_sentence, longs)) >= 3 * len(longs)
    counts = Counter(line.text for line in found if len(line.text) >= _SHORTEST)
    repeated = frozenset(text for text, count in counts.items() if count > 1)
    cut = [(line, after) for line, after in pairwise(found) if after.gap <= usual and not stops(line.text)]
    astray = sum(
        after.text.startswith(CANNOT_BEGIN) or is_cut_number(line.text, after.text) for line, after in cut
    )
    begun = [after for line, after in pairwise(found) if stops(line.text)]
    return Page(
        usual_gap=usual,
        column=_column(found, [line for line, _ in cut]),
        ragged=20 * astray >= max(60, len(cut)),
        indented=len(begun) > 1
        and 3 * sum(line.indent > 1 for line in begun) >= 2 * len(begun)
        and 2 * sum(after.indent > 1 for _, after in cut) < len(cut),
        spaced=len(begun) > 1 and 3 * sum(line.gap > usual for line in begun) >= 2 * len(begun),
        finished=finished,
        repeated=repeated,
    )


def _column(found: Sequence[Line], cut: Sequence[Line]) -> tuple[Measure, int] | None:
    """The measure and width at which most of the lines `cut` in mid-sentence are broken, if they are."""
    cut = [line for line in cut if len(line.text) >= _SHORTEST]
    for measure in _MEASURES:
        counts = Counter(map(measure, cut))
        near = {width: sum(counts[width - less] for less in range(_SLACK)) for width in counts}
        widest = max(near, key=lambda width: (near[width], width), default=0)
        beyond = sum(measure(line) > widest + _SLACK for line in found)
        if near.get(widest, 0) >= max(4, 0.6 * len(cut)) and 10 * beyond <= len(found):
            return measure, widest
    return None
