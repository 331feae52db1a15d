"""One to one: from the likeness of any two figures to who is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talentx.comparison.brief import Brief
from talentx.comparison.candidates import Pools
from talentx.comparison.likeness import LIKELY, Likeness
from talentx.comparison.matching import Found, Scores
from talentx.comparison.promises import is_printed_later, is_promise
from talentx.comparison.reasons import reason
from talentx.comparison.repeats import note_repeats, note_restated
from talentx.comparison.unclear import unclear_groups
from talentx.comparison.verdict import verdict

_NEIGHBOURS = 0.8
"""What it says that the figures before (or after) the two are alike too: reports go through their figures in
one order."""
_COMPANY = 0.5
"""What it says that other figures of their sentences are alike."""
_SURE = 2.0
_BROKEN = LIKELY + 0.3
"""To say that a promise was broken, be surer that it was this one."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The figures of both sides that are to be paired, by their places, and what compares them."""

    old: Mapping[int, Brief]
    new: Mapping[int, Brief]
    likeness: Likeness

    def with_new(self, more: Sequence[Brief]) -> _Sides:
        """The same with more figures on the newer side."""
        return _Sides(self.old, {**self.new, **{each.at: each for each in more}}, self.likeness)

    def are_promise(self, one: int, other: int) -> bool:
        """Is the older figure a promise, and the newer one what came of it?"""
        return is_promise(self.old[one].stated, self.new[other].stated)

    def reason(self, one: int, other: int) -> str:
        return reason(self.old[one], self.new[other], self.likeness)


def pair_alike(old: Sequence[Brief], new: Sequence[Brief], done: Sequence[Brief], found: Found) -> None:
    """Pair the figures that tell of one series in words that drift; note what is said twice or is unclear.

    A promise may be paired twice: with what is promised now, and with what came of it, which may be one of
    the figures of the newer side that are `done`, having a partner already.
    """
    likeness = Likeness(old, new)
    note_repeats(old, 0, likeness, found)
    note_repeats(new, 1, likeness, found)
    note_restated(old, new, likeness, found)
    olds, news = (
        {each.at: each for each in figures if each.at not in found.repeats[side]}
        for side, figures in enumerate((old, new))
    )
    sides = _Sides(olds, news, likeness)
    scores = _scores(sides)
    plain = {key: score for key, score in scores.items() if not sides.are_promise(*key)}
    _pair(plain, sides, found)
    every = sides.with_new(done)
    promised = {
        key: score
        for key, score in {**scores, **_scores_of_promises(every, done)}.items()
        if every.are_promise(*key) and _is_kept_or_broken(key, score, every)
    }
    for one, other in _assigned(promised).items():
        found.promises[one] = (other, every.reason(one, other))
    settled = found.settled()
    _pair({key: scores[key] for key in scores if not _is_in(key, settled)}, sides, found)


def _pair(scores: Scores, sides: _Sides, found: Found) -> None:
    """Pair those that are most alike, but for what could as well have been chosen otherwise."""
    chosen = _assigned({key: score for key, score in scores.items() if score >= LIKELY})
    groups = unclear_groups(chosen, scores, (sides.old, sides.new))
    found.candidates.extend(groups)
    unclear = {at for olds, _ in groups for at in olds}
    for one, other in chosen.items():
        if one not in unclear:
            found.pairs[one] = (other, sides.reason(one, other))


def _is_in(key: tuple[int, int], settled: tuple[set[int], set[int]]) -> bool:
    return key[0] in settled[0] or key[1] in settled[1]


def _is_kept_or_broken(key: tuple[int, int], score: float, sides: _Sides) -> bool:
    outcome = verdict(sides.old[key[0]].stated, sides.new[key[1]].stated).outcome
    if outcome == "target missed":
        return score >= _BROKEN
    return outcome == "target met" and score >= LIKELY


def _scores(sides: _Sides) -> Scores:
    """How alike the figures are that are worth comparing, those with likely neighbours more so."""
    pools = Pools(sides.new.values())
    found: Scores = {}
    for one in sides.old.values():
        for other in pools.near(one):
            score = sides.likeness.of(one, other)
            if score is not None and score > LIKELY - 2 * _NEIGHBOURS:
                found[one.at, other.at] = score
    company = _company(found, sides)
    return {
        (one, other): score + _raise(sides.old[one], sides.new[other], found, company)
        for (one, other), score in found.items()
    }


def _scores_of_promises(sides: _Sides, done: Sequence[Brief]) -> Scores:
    """How alike the promises of the older side are to what was done."""
    pools = Pools(done)
    return {
        (one.at, other.at): score
        for one in sides.old.values()
        if one.stated.status == "target"
        for other in pools.near(one)
        if is_printed_later(one.stated, other.stated) and (score := sides.likeness.of(one, other)) is not None
    }


def _company(scores: Scores, sides: _Sides) -> Counter[tuple[str, str]]:
    """How many figures of two sentences are surely alike."""
    likely = _assigned({key: score for key, score in scores.items() if score >= LIKELY})
    return Counter(
        (sides.old[one].stated.sentence, sides.new[other].stated.sentence) for one, other in likely.items()
    )


def _raise(one: Brief, other: Brief, scores: Scores, company: Counter[tuple[str, str]]) -> float:
    """What the figures around the two say: those next to them, or others of their sentences."""
    near = _neighbours(one, other, scores)
    if near:
        return _NEIGHBOURS * near
    own = scores.get((one.at, other.at), 0.0) >= LIKELY
    return _COMPANY * (company[one.stated.sentence, other.stated.sentence] > own)


def _neighbours(one: Brief, other: Brief, scores: Scores) -> int:
    """How many of their neighbours, before and after, are alike."""
    return sum(
        mine is not None and others is not None and scores.get((mine, others), 0.0) >= _SURE
        for mine, others in ((one.before, other.before), (one.after, other.after))
    )


def _assigned(scores: Scores) -> dict[int, int]:
    """The most alike first, each figure once."""
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in sorted(scores, key=lambda key: (-scores[key], key)):
        if one not in chosen and other not in taken:
            chosen[one] = other
            taken.add(other)
    return chosen
