"""The checks by name, and all of them over records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from talentx.comparison.checks import differing, falls, families, growth, parts, shares, sums
from talentx.comparison.checks.finding import Finding
from talentx.comparison.checks.statements import Sentence, Statement, sentences
from talentx.comparison.model import Stated


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it looks for, and the functions that look in sentences and across them."""

    about: str
    looks: tuple[Callable[[Sequence[Sentence]], Iterator[Finding]], ...]


def _each(look: Callable[[Sentence], Iterator[Finding]]) -> Callable[[Sequence[Sentence]], Iterator[Finding]]:
    return lambda found: (finding for sentence in found for finding in look(sentence))


def _all(
    look: Callable[[Iterable[Statement]], Iterator[Finding]],
) -> Callable[[Sequence[Sentence]], Iterator[Finding]]:
    return lambda found: look(statement for sentence in found for statement in sentence.statements)


CHECKS: dict[str, Check] = {
    "falls": Check("a cumulative total that falls", (_all(falls.check),)),
    "parts": Check("a part larger than its whole", (_each(parts.check), _all(families.check))),
    "shares": Check("shares of one whole over 100%", (_each(shares.check),)),
    "sums": Check("a sum that does not add up", (_each(sums.check),)),
    "differing": Check("the same figure told differently", (_all(differing.check),)),
    "growth": Check("growth that does not fit the figures", (_each(growth.within), growth.across)),
}


def check(rows: Iterable[Stated], names: Collection[str] = CHECKS.keys()) -> list[Finding]:
    """What the checks of these names find among records, in the order of documents and texts.

    The same records give the same findings, in whatever order they come.
    """
    found = list(sentences(rows))
    looks = [look for name, each in CHECKS.items() if name in names for look in each.looks]
    findings = {_place(finding): finding for look in looks for finding in look(found)}
    return [findings[place] for place in sorted(findings)]


def _place(finding: Finding) -> tuple[str, int, str, tuple[str, ...]]:
    """Where it belongs among others; two that are told of the same records are one."""
    first = finding.evidence[0]
    return first.document, first.start, finding.check, tuple(row.id for row in finding.evidence)
