"""The pack under lint, with its examples read once for all checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from talentx.authoring.testing import cases, plain
from talentx.derivation.replay import Told, replay
from talentx.packs.book import Book, Placed
from talentx.packs.language import Rule, Stage
from talentx.pipeline import Extractor


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure of an example as the rules saw it, and the example."""

    rule: Rule
    text: str
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
            text, start, end = plain(case.example)
            example = case.example
            seen = replay(
                self.extractor, text, document="-", published=example.published, title=example.title
            )
            for told in seen.told:
                first, last = seen.page.span(told.figure.start, told.figure.end)
                if first < end and last > start:
                    yield Shown(case.rule, text, told, case.counter)

    def of_stage(self, stage: Stage) -> Sequence[Placed]:
        """The own rules of one stage."""
        return [placed for placed in self.own if placed.rule.stage == stage]
