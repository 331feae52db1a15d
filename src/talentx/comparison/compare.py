"""The comparison of two article years: match the figures as series, then say what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from talentx.comparison.beside import both, uncollected
from talentx.comparison.blocks import Block, blocks
from talentx.comparison.brief import Brief, briefs
from talentx.comparison.keys import match_by_key
from talentx.comparison.matching import NOBODY, Found, Matching
from talentx.comparison.model import Row, Side
from talentx.comparison.pairing import pair_alike
from talentx.comparison.rows import rows_of_new, rows_of_old
from talentx.comparison.twins import pair_twins


def changes(old: Side, new: Side, key: Sequence[str] | None = None) -> Iterator[Row]:
    """What became of each figure: those of the older side in its order, then what only the newer side has.

    `key`: columns to match by, exactly, in place of all else.
    """
    first, second = halves(old, new, key)
    yield from first
    yield from second


def halves(old: Side, new: Side, key: Sequence[str] | None = None) -> tuple[Iterator[Row], Iterator[Row]]:
    """The same in two parts of about the same work, one to be gone through after or beside the other."""
    matching = match(old, new) if key is None else match_by_key(old, new, key)
    middle = len(old) // 2
    rest = rows_of_old(old, new, matching, middle, len(old))
    return rows_of_old(old, new, matching, 0, middle), chain(rest, rows_of_new(old, new, matching))


def match(old: Side, new: Side) -> Matching:
    """Which figure of the older side is which of the newer: by their words where those are the same, then by
    the likeness of all that is left."""
    matching = Matching.of(len(old), len(new))
    with uncollected():
        done = pair_twins(old, new, matching)
        parts = list(blocks(old, new, matching, done))
    number = sum(len(olds) + len(news) for olds, news in parts)
    for found in both(
        number,
        lambda: _matched(old, new, parts[::2], matching),
        lambda: _matched(old, new, parts[1::2], matching),
    ):
        matching.adopt(found)
    return matching


def _matched(old: Side, new: Side, parts: Iterable[Block], matching: Matching) -> Found:
    """What the likeness of the figures in these parts tells."""
    found = Found()
    for olds, news in parts:
        free: list[int] = []
        done: list[int] = []
        for at in news:
            (free if matching.partner_of_new[at] == NOBODY else done).append(at)
        pair_alike(_briefs(old, olds), _briefs(new, free), _briefs(new, done), found)
    return found


def _briefs(side: Side, places: Iterable[int]) -> list[Brief]:
    return briefs((at, side[at]) for at in places)
