"""Where two figures could each be the partner of a third, and nothing tells which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from talentx.comparison.brief import Brief, number_of
from talentx.comparison.matching import Group, Scores

_MARGIN = 0.2
"""Within so little of each other, two likenesses tell nothing apart."""


def unclear_groups(
    chosen: Mapping[int, int], scores: Scores, by_place: tuple[Mapping[int, Brief], Mapping[int, Brief]]
) -> list[Group]:
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
    groups: list[Group] = []
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
    return number_of(mine) == number_of(others)


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
