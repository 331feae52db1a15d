"""Which figure of one side is which of the other: what the steps of a comparison have found so far."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

_NOBODY = -1

Scores = dict[tuple[int, int], float]
"""How alike an old and a new figure are, by their places."""
Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Figures of the older and of the newer side that could be each other's."""


@dataclass(slots=True)
class Matching:
    """One to one: each figure by its place on its side, from 0.

    `repeats` names, by side (0 old, 1 new), the figures that say again what another one says;
    `candidates` the groups in which several figures could be each other's, with nothing to tell which.
    """

    partner_of_old: array[int]
    partner_of_new: array[int]
    reasons: dict[int, str] = field(default_factory=dict)
    """Why a figure of the old side has its partner."""
    repeats: tuple[dict[int, Repeat], dict[int, Repeat]] = field(default_factory=lambda: ({}, {}))
    candidates: list[Group] = field(default_factory=list)
    promises: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Of a promise of the older side: what came of it, and why it is taken for that."""

    @classmethod
    def of(cls, old: int, new: int) -> Matching:
        """Nobody is matched yet."""
        return cls(array("q", [_NOBODY]) * old, array("q", [_NOBODY]) * new)

    def pair(self, old: int, new: int, reason: str) -> None:
        """The two are of one series."""
        self.partner_of_old[old] = new
        self.partner_of_new[new] = old
        self.reasons[old] = reason

    def promise(self, old: int, new: int, reason: str) -> None:
        """The newer figure is what came of the promise."""
        self.promises[old] = (new, reason)

    def is_open(self, old: int, new: int) -> bool:
        """Has nothing become of either yet?"""
        kept = {other for other, _ in self.promises.values()}
        unpaired = self.partner_of_old[old] == self.partner_of_new[new] == _NOBODY
        return unpaired and old not in self.promises and new not in kept

    def open_old(self) -> Iterator[int]:
        """The figures of the old side that have no partner yet."""
        return (at for at, partner in enumerate(self.partner_of_old) if partner == _NOBODY)

    def open_new(self) -> Iterator[int]:
        """The figures of the new side that have no partner yet."""
        return (at for at, partner in enumerate(self.partner_of_new) if partner == _NOBODY)


@dataclass(frozen=True, slots=True)
class Repeat:
    """What a figure says again: the figure at `at` of the side `side`."""

    side: int
    at: int
