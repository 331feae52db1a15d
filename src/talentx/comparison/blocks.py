"""Parts of both sides that fit into the memory: figures that could be of one series stay together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from talentx.comparison.brief import GROUPS
from talentx.comparison.matching import Matching
from talentx.comparison.model import Side, Stated

_MOST = 20_000
"""Figures of both sides that are compared in one go; they are kept whole together, and parted beyond it."""

Places = list[int]
Block = tuple[Places, Places]
"""Figures of the older and of the newer side, by their places."""
Key = Callable[[Stated], str | None]

_KEYS: tuple[Key, ...] = (
    lambda stated: GROUPS.get(stated.kind, stated.kind),
    lambda stated: stated.place,
    lambda stated: (stated.indicator or "").partition(".")[0],
    lambda stated: stated.item,
    lambda stated: stated.subject,
)
"""What too large a part is parted by, in turn: the earlier, the less it can cost a match."""


def blocks(old: Side, new: Side, matching: Matching, done: Sequence[int] = ()) -> Iterator[Block]:
    """The places of the figures that have no partner yet, in parts, in a fixed order.

    `done`: figures of the newer side that have one, and yet are to be looked at with the others.
    """
    news = sorted([*matching.open_new(), *done])
    yield from _joined(_parted(old, new, [*matching.open_old()], news, _KEYS))


def _joined(parts: Iterable[Block]) -> Iterator[Block]:
    """Small parts together, as far as they go: each part has its cost, however small it is."""
    olds: Places = []
    news: Places = []
    for more_olds, more_news in parts:
        if (olds or news) and len(olds) + len(news) + len(more_olds) + len(more_news) > _MOST:
            yield sorted(olds), sorted(news)
            olds, news = [], []
        olds += more_olds
        news += more_news
    if olds or news:
        yield sorted(olds), sorted(news)


def _parted(old: Side, new: Side, olds: Places, news: Places, keys: Sequence[Key]) -> Iterator[Block]:
    if not olds and not news:
        return
    if len(olds) + len(news) <= _MOST:
        yield olds, news
        return
    if not keys:
        half = _MOST // 2
        for start in range(0, max(len(olds), len(news)), half):
            yield olds[start : start + half], news[start : start + half]
        return
    parts: dict[str, Block] = defaultdict(lambda: ([], []))
    for side, (figures, places) in enumerate(((old, olds), (new, news))):
        for at in places:
            parts[keys[0](figures[at]) or ""][side].append(at)
    for name in sorted(parts):
        yield from _parted(old, new, *parts[name], keys[1:])
