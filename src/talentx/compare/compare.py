"""The comparison of two article years: match the figures as series, then say what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talentx.compare.blocks import blocks
from talentx.compare.brief import briefs
from talentx.compare.matching import Matching
from talentx.compare.model import Row, Stated
from talentx.compare.pairing import pair_alike
from talentx.compare.rows import rows
from talentx.compare.twins import pair_twins


def match(old: Sequence[Stated], new: Sequence[Stated]) -> Matching:
    """Which figure of the older side is which of the newer: by their words where those are the same, then by
    the likeness of all that is left."""
    matching = Matching.of(len(old), len(new))
    pair_twins(old, new, matching)
    for olds, news in blocks(old, new, matching):
        pair_alike(briefs((at, old[at]) for at in olds), briefs((at, new[at]) for at in news), matching)
    return matching


def changes(old: Sequence[Stated], new: Sequence[Stated]) -> Iterator[Row]:
    """What became of each figure: those of the older side in its order, then what only the newer side has."""
    return rows(old, new, match(old, new))
