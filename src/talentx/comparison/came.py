"""What came of promises, among the figures that have a partner by their very words."""

from __future__ import annotations

from collections.abc import Sequence

from talentx.comparison.lookup import NONE, Column, places_of
from talentx.comparison.matching import Matching
from talentx.comparison.model import Side
from talentx.comparison.promises import is_printed_later
from talentx.comparison.verdict import verdict


def pair_promises(old: Side, new: Side, promised: Column, done: Column, matching: Matching) -> None:
    """Pair the promises that are told again with what came of them, where that goes by the same names."""
    olds = [at for at, partner in enumerate(matching.partner_of_old) if partner >= 0 and promised[at]]
    shared = {promised[at] for at in olds}.intersection(done)
    mine, others = places_of(promised, olds, shared), places_of(done, range(len(done)), shared)
    for key, places in mine.items():
        if len(places) == len(others[key]) == 1 and _is_news(old, new, others[key][0], matching):
            promise, came = old[places[0]], new[others[key][0]]
            told = verdict(promise, came).outcome in ("target met", "target missed")
            if told and is_printed_later(promise, came):
                matching.found.promises[places[0]] = (others[key][0], "the same indicator, place and item")


def done_ones(old: Side, new: Side, promised: Column, done: Column, matching: Matching) -> Sequence[int]:
    """The figures of the newer side with a partner, of a sort of which something open was promised."""
    wanted = {promised[at] for at in matching.open_old()} - {NONE}
    partners = matching.partner_of_new if wanted else ()
    taken = {at for at, _ in matching.found.promises.values()}
    places = (
        at for at, partner in enumerate(partners) if partner >= 0 and done[at] in wanted and at not in taken
    )
    return [at for at in places if _is_news(old, new, at, matching)]


def _is_news(old: Side, new: Side, at: int, matching: Matching) -> bool:
    """Does the older side not yet say what this figure of the newer one says?"""
    partner = matching.partner_of_new[at]
    return partner < 0 or is_printed_later(old[partner], new[at])
