"""One to one: from the likeness of any two figures to who is whose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from talentx.compare.brief import Brief
from talentx.compare.candidates import Pools
from talentx.compare.likeness import LIKELY, Likeness
from talentx.compare.matching import Matching, Repeat
from talentx.compare.model import Stated
from talentx.compare.reasons import reason

Scores = dict[tuple[int, int], float]
"""How alike an old and a new figure are, by their places."""

_NEIGHBOURS = 0.6
"""What it says that the figures before (or after) the two are alike too: reports go through their figures in
one order."""
_SURE = 2.0
_MARGIN = 0.2
"""Within so little of each other, two likenesses tell nothing apart."""
_AGAIN = LIKELY + 0.6
"""How alike two figures with one number on one side are that say one thing twice."""
_MOST_ALIKE = 50
_RESTATED = 0.5
"""How alike a figure and an older one with its number and time are; a base of comparison counts against it."""
_NEVER_RESTATED = frozenset({"date", "rank"})


def pair_alike(old: Sequence[Brief], new: Sequence[Brief], matching: Matching) -> None:
    """Pair the figures that tell of one series in words that drift, and note what is said twice or unclear."""
    likeness = Likeness(old, new)
    for side, figures in enumerate((old, new)):
        _note_repeats(figures, side, likeness, matching)
    _note_restated(old, new, likeness, matching)
    olds, news = (
        [each for each in figures if each.at not in matching.repeats[side]]
        for side, figures in enumerate((old, new))
    )
    scores = _scores(olds, news, likeness, matching)
    by_place = ({each.at: each for each in olds}, {each.at: each for each in news})
    chosen = _assigned(scores)
    unclear = _unclear(chosen, scores, by_place)
    matching.candidates.extend(unclear)
    left_open = {at for group, _ in unclear for at in group}
    for one, other in chosen.items():
        if one not in left_open:
            matching.pair(one, other, reason(by_place[0][one], by_place[1][other], likeness))


def _scores(old: Iterable[Brief], new: Sequence[Brief], likeness: Likeness, matching: Matching) -> Scores:
    """The pairs that are likely, those with likely neighbours more so."""
    pools = Pools(new)
    found: Scores = {}
    pairs: dict[tuple[int, int], tuple[Brief, Brief]] = {}
    for one in old:
        for other in pools.near(one):
            score = likeness.of(one, other)
            if score is not None and score > LIKELY - 2 * _NEIGHBOURS:
                found[one.at, other.at] = score
                pairs[one.at, other.at] = (one, other)
    raised = {
        key: score + _NEIGHBOURS * _neighbours(*pairs[key], found, matching) for key, score in found.items()
    }
    return {key: score for key, score in raised.items() if score >= LIKELY}


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


def _unclear(
    chosen: Mapping[int, int], scores: Scores, by_place: tuple[Mapping[int, Brief], Mapping[int, Brief]]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The groups in which another choice would be as good, and would tell another story."""
    partner = {other: one for one, other in chosen.items()}
    ways: dict[int, set[int]] = defaultdict(set)
    for (one, other), score in scores.items():
        if chosen.get(one) == other:
            continue
        told = _as_good(one, other, score, chosen, partner, scores)
        for mine, others in told:
            if not _tell_the_same(mine, others, chosen, by_place):
                ways[mine].add(others)
    groups: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    seen: set[int] = set()
    for start in sorted(ways):
        if start in seen:
            continue
        olds, news = _component(start, ways, chosen, partner)
        seen |= olds
        groups.append((tuple(sorted(olds)), tuple(sorted(news))))
    return groups


def _as_good(
    one: int, other: int, score: float, chosen: Mapping[int, int], partner: Mapping[int, int], scores: Scores
) -> list[tuple[int, int]]:
    """The old figures, each with the new one it could as well have had, if this pair were taken instead."""
    mine, others = chosen.get(one), partner.get(other)
    if mine is not None and others is None:
        return [(one, other)] if score >= scores[one, mine] - _MARGIN else []
    if mine is None and others is not None:
        return [(others, other), (one, other)] if score >= scores[others, other] - _MARGIN else []
    if mine is None or others is None:
        return []
    swapped = scores.get((others, mine))
    if swapped is None or score + swapped < scores[one, mine] + scores[others, other] - _MARGIN:
        return []
    return [(one, other), (others, mine)]


def _tell_the_same(
    one: int, other: int, chosen: Mapping[int, int], by_place: tuple[Mapping[int, Brief], Mapping[int, Brief]]
) -> bool:
    """Would the old figure have met the same number?"""
    now = chosen.get(one)
    if now is None or now == other:
        return False
    mine, others = by_place[1][now].stated, by_place[1][other].stated
    return _number(mine) == _number(others)


def _component(
    start: int, ways: Mapping[int, set[int]], chosen: Mapping[int, int], partner: Mapping[int, int]
) -> tuple[set[int], set[int]]:
    """All the figures that an unclear one draws in."""
    olds, news, open_ = set[int](), set[int](), [start]
    while open_:
        one = open_.pop()
        if one in olds:
            continue
        olds.add(one)
        for other in {*ways.get(one, ()), *([chosen[one]] if one in chosen else [])} - news:
            news.add(other)
            if other in partner:
                open_.append(partner[other])
            open_.extend(sorted(each for each, ends in ways.items() if other in ends))
    return olds, news


def _note_repeats(figures: Sequence[Brief], side: int, likeness: Likeness, matching: Matching) -> None:
    """Note what is said again on its own side: the same number of the same thing, in another sentence."""
    alike: dict[object, list[Brief]] = defaultdict(list)
    for each in figures:
        if each.is_structure:
            continue
        firsts = alike[each.group, each.stated.place, each.stated.unit, *_number(each.stated)]
        for first in firsts[:_MOST_ALIKE]:
            if first.stated.sentence != each.stated.sentence and (likeness.of(first, each) or 0.0) >= _AGAIN:
                matching.repeats[side][each.at] = Repeat(side, first.at)
                break
        else:
            firsts.append(each)


def _note_restated(
    old: Sequence[Brief], new: Sequence[Brief], likeness: Likeness, matching: Matching
) -> None:
    """Note where the newer side repeats an older figure to compare with: 而在2021年是46个."""
    known: dict[object, list[Brief]] = defaultdict(list)
    for each in old:
        known[each.group, each.stated.unit, *_number(each.stated)].append(each)
    for each in new:
        if each.at in matching.repeats[1] or each.group in _NEVER_RESTATED or each.is_structure:
            continue
        for first in known.get((each.group, each.stated.unit, *_number(each.stated)), ())[:_MOST_ALIKE]:
            alike = likeness.of(first, each)
            if alike is not None and alike >= _RESTATED and (each.is_base or _of_its_time(each, first)):
                matching.repeats[1][each.at] = Repeat(0, first.at)
                break


def _of_its_time(each: Brief, first: Brief) -> bool:
    """Does it speak of the older figure's time, not of its own article's?"""
    published = each.stated.published
    if each.own_time is None or first.when is None or published is None:
        return False
    return each.own_time.year < int(published[:4]) and each.own_time.first <= first.when.last


def _number(stated: Stated) -> tuple[object, ...]:
    return stated.value, stated.low, stated.high, stated.date
