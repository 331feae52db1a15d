"""One to one: from the likeness of any two figures to who is whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talentx.compare.brief import Brief
from talentx.compare.candidates import Pools
from talentx.compare.likeness import LIKELY, Likeness
from talentx.compare.matching import Matching, Scores
from talentx.compare.reasons import reason
from talentx.compare.repeats import note_repeats, note_restated
from talentx.compare.unclear import unclear_groups
from talentx.compare.verdict import is_promise, verdict

_NEIGHBOURS = 0.8
"""What it says that the figures before (or after) the two are alike too: reports go through their figures in
one order."""
_SURE = 2.0
_BROKEN = LIKELY + 0.3
"""To say that a promise was broken, be surer that it was this one."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The figures of both sides that are to be paired, by their places, and what compares them."""

    old: Mapping[int, Brief]
    new: Mapping[int, Brief]
    likeness: Likeness

    def are_promise(self, one: int, other: int) -> bool:
        """Is the older figure a promise, and the newer one what came of it?"""
        return is_promise(self.old[one].stated, self.new[other].stated)

    def reason(self, one: int, other: int) -> str:
        return reason(self.old[one], self.new[other], self.likeness)


def pair_alike(old: Sequence[Brief], new: Sequence[Brief], matching: Matching) -> None:
    """Pair the figures that tell of one series in words that drift; note what is said twice or is unclear.

    A promise may be paired twice: with what is promised now, and with what came of it.
    """
    likeness = Likeness(old, new)
    note_repeats(old, 0, likeness, matching)
    note_repeats(new, 1, likeness, matching)
    note_restated(old, new, likeness, matching)
    olds, news = (
        {each.at: each for each in figures if each.at not in matching.repeats[side]}
        for side, figures in enumerate((old, new))
    )
    sides = _Sides(olds, news, likeness)
    scores = _scores(sides, matching)
    plain = {key: score for key, score in scores.items() if not sides.are_promise(*key)}
    chosen = _assigned({key: score for key, score in plain.items() if score >= LIKELY})
    _pair(chosen, plain, sides, matching)
    promised = {
        key: score
        for key, score in scores.items()
        if key not in plain and _is_kept_or_broken(key, score, sides)
    }
    for one, other in _assigned(promised).items():
        matching.promise(one, other, sides.reason(one, other))
    _pair(_assigned(_left(scores, matching)), scores, sides, matching)


def _pair(chosen: Mapping[int, int], scores: Scores, sides: _Sides, matching: Matching) -> None:
    """Pair what was chosen but for what could as well have been chosen otherwise."""
    groups = unclear_groups(chosen, scores, (sides.old, sides.new))
    matching.candidates.extend(groups)
    left_open = {at for olds, _ in groups for at in olds}
    for one, other in chosen.items():
        if one not in left_open:
            matching.pair(one, other, sides.reason(one, other))


def _is_kept_or_broken(key: tuple[int, int], score: float, sides: _Sides) -> bool:
    outcome = verdict(sides.old[key[0]].stated, sides.new[key[1]].stated).outcome
    return score >= {"target met": LIKELY, "target missed": _BROKEN}.get(outcome, score + 1)


def _left(scores: Scores, matching: Matching) -> Scores:
    """The likely pairs of figures that nothing has become of yet."""
    unclear = tuple({at for group in matching.candidates for at in group[side]} for side in (0, 1))
    rest = {
        (one, other): score
        for (one, other), score in scores.items()
        if matching.is_open(one, other) and one not in unclear[0] and other not in unclear[1]
    }
    return {key: score for key, score in rest.items() if score >= LIKELY}


def _scores(sides: _Sides, matching: Matching) -> Scores:
    """How alike the figures are that are worth comparing, those with likely neighbours more so."""
    pools = Pools(sides.new.values())
    found: Scores = {}
    for one in sides.old.values():
        for other in pools.near(one):
            score = sides.likeness.of(one, other)
            if score is not None and score > LIKELY - 2 * _NEIGHBOURS:
                found[one.at, other.at] = score
    return {
        (one, other): score + _NEIGHBOURS * _neighbours(sides.old[one], sides.new[other], found, matching)
        for (one, other), score in found.items()
    }


def _neighbours(one: Brief, other: Brief, scores: Scores, matching: Matching) -> int:
    """How many of their neighbours, before and after, are alike."""
    number = 0
    for mine, others in ((one.before, other.before), (one.after, other.after)):
        if mine is not None and others is not None:
            known = matching.partner_of_old[mine] == others
            number += known or scores.get((mine, others), 0.0) >= _SURE
    return number


def _assigned(scores: Scores) -> dict[int, int]:
    """The most alike first, each figure once."""
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in sorted(scores, key=lambda key: (-scores[key], key)):
        if one not in chosen and other not in taken:
            chosen[one] = other
            taken.add(other)
    return chosen
