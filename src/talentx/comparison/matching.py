"""Which figure of one side is which of the other: what the steps of a comparison have found so far."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

NOBODY, _SETTLED = -1, -2
"""In place of a partner: nothing is known yet, or something else has become of the figure."""

Scores = dict[tuple[int, int], float]
"""How alike an old and a new figure are, by their places."""
Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Figures of the older and of the newer side that could be each other's."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """What a figure says again: the figure at `at` of the side `side`, 0 the older one."""

    side: int
    at: int


@dataclass(slots=True)
class Found:
    """What was found of some figures, each known by its place on its side, from 0."""

    pairs: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Of a figure of the older side: its partner, and why it is that."""
    promises: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Of a promise of the older side: what came of it, and why it is taken for that."""
    repeats: tuple[dict[int, Repeat], dict[int, Repeat]] = field(default_factory=lambda: ({}, {}))
    """By side: the figures that say again what another one says."""
    candidates: list[Group] = field(default_factory=list)
    """The groups in which several figures could be each other's, with nothing to tell which."""

    def settled(self) -> tuple[set[int], set[int]]:
        """The figures of either side of which something has become."""
        olds, news = {*self.pairs, *self.promises}, {at for at, _ in self.pairs.values()}
        news.update(at for at, _ in self.promises.values())
        for group in self.candidates:
            olds.update(group[0])
            news.update(group[1])
        return olds | self.repeats[0].keys(), news | self.repeats[1].keys()


@dataclass(slots=True)
class Matching:
    """One to one, but that a promise may also have what came of it."""

    partner_of_old: array[int]
    partner_of_new: array[int]
    reasons: dict[int, str] = field(default_factory=dict)
    """Why a figure of the old side has its partner."""
    found: Found = field(default_factory=Found)
    """The rest of what is known."""

    @classmethod
    def of(cls, old: int, new: int) -> Matching:
        """Nobody of so many figures is matched yet."""
        return cls(array("q", [NOBODY]) * old, array("q", [NOBODY]) * new)

    def pair(self, old: int, new: int, reason: str) -> None:
        """The two are of one series."""
        self.partner_of_old[old] = new
        self.partner_of_new[new] = old
        self.reasons[old] = reason

    def adopt(self, found: Found) -> None:
        """Take over what was found of figures that nothing was known of."""
        for old, (new, reason) in found.pairs.items():
            self.pair(old, new, reason)
        self.found.promises.update(found.promises)
        for mine, more in zip(self.found.repeats, found.repeats, strict=True):
            mine.update(more)
        self.found.candidates.extend(found.candidates)

    def leave_unclear(self, olds: tuple[int, ...], news: tuple[int, ...]) -> None:
        """Too many figures are each other's likes for any of them to be told apart."""
        self.found.candidates.append((olds, news))
        for at in olds:
            self.partner_of_old[at] = _SETTLED
        for at in news:
            self.partner_of_new[at] = _SETTLED

    def leave_repeat(self, side: int, at: int, first: int) -> None:
        """A figure without a partner says again what the one at `first` of its side says, and gets none."""
        partners = (self.partner_of_old, self.partner_of_new)[side]
        if partners[at] == NOBODY:
            partners[at] = _SETTLED
            self.found.repeats[side][at] = Repeat(side, first)

    def open_old(self) -> Iterator[int]:
        """The figures of the old side of which nothing is known yet."""
        return (at for at, partner in enumerate(self.partner_of_old) if partner == NOBODY)

    def open_new(self) -> Iterator[int]:
        """The figures of the new side of which nothing is known yet."""
        return (at for at, partner in enumerate(self.partner_of_new) if partner == NOBODY)
