"""The pack under lint, with its examples read once for all checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from talentx.authoring.seen import Seen, plain, see
from talentx.authoring.testing import cases
from talentx.derivation.replay import Told
from talentx.packs.book import Book, Placed
from talentx.packs.language import Rule
from talentx.pipeline import Extractor


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure of an example as the rules saw it, and the example."""

    rule: Rule
    text: str
    seen: Seen
    told: Told
    counter: bool


@dataclass(frozen=True)
class Bench:
    """A pack as it was written, compiled, and which of its rules are looked at (those of its own folder)."""

    book: Book
    extractor: Extractor
    own: tuple[Placed, ...]

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """The figures in brackets of the own rules' examples and counterexamples."""
        return tuple(self._shown())

    def _shown(self) -> Iterator[Shown]:
        for case in cases(self.book, of=self.own):
            seen = see(self.extractor, case.example)
            if seen.told is not None:
                yield Shown(case.rule, plain(case.example)[0], seen, seen.told, case.counter)
