"""An example as the pipeline saw it: the figure that was read in its brackets, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talentx.derivation.derive import derived
from talentx.derivation.missing import at_offset
from talentx.derivation.model import Derivation
from talentx.derivation.replay import Replay, Told, replay
from talentx.derivation.slots import failings
from talentx.meaning.decide import GIVEN, Rulebook, decision, giver, refinements
from talentx.meaning.match import Matcher, Trial
from talentx.packs.language import Example, Rule
from talentx.pipeline import Extractor
from talentx.records.model import Record

_MARK = re.compile(r"\[([^\]]+)\]")


def plain(example: Example) -> tuple[str, int, int]:
    """The text of an example without its brackets, and the span of what stood in them."""
    mark = _MARK.search(example.text)
    assert mark is not None
    text = example.text[: mark.start()] + mark[1] + example.text[mark.end() :]
    return text, mark.start(), mark.start() + len(mark[1])


@dataclass(frozen=True, slots=True)
class Seen:
    """An example read. `misread`: why its brackets do not hold exactly one figure, empty where they do."""

    page: Replay
    start: int
    misread: str
    told: Told | None

    @property
    def record(self) -> Record | None:
        """The record of the figure, where it gave one."""
        return self.told.context.record if self.told is not None and self.told.context is not None else None

    def derivation(self) -> Derivation:
        """How the figure came to its record, or why it gave none."""
        return derived(self.page, self.told.figure) if self.told else at_offset(self.page, self.start)


def see(extractor: Extractor, example: Example) -> Seen:
    """Read an example."""
    text, start, end = plain(example)
    page = replay(extractor, text, document="-", published=example.published, title=example.title)
    spans = [page.page.span(figure.start, figure.end) for figure in page.figures]
    inside = [at for at, (first, last) in enumerate(spans) if first < end and last > start]
    told = page.told_of(page.figures[inside[0]]) if len(inside) == 1 else None
    return Seen(page, start, _misread(text, (start, end), [spans[at] for at in inside], spans), told)


def _misread(
    text: str, marked: tuple[int, int], inside: list[tuple[int, int]], spans: list[tuple[int, int]]
) -> str:
    """How the figures read differ from the one that is marked."""
    shown = text[slice(*marked)]
    if not inside:
        near = min(spans, key=lambda span: abs(span[0] - marked[0]), default=None)
        hint = f"; mark {text[slice(*near)]}, or see talentx explain" if near else ""
        return f"no figure is read in [{shown}]{hint}"
    if len(inside) > 1:
        return f"[{shown}] is read as {' and '.join(text[slice(*span)] for span in inside)}; mark one of them"
    return "" if inside[0] == marked else f"the figure read is [{text[slice(*inside[0])]}]; mark just that"


def firsts(told: Told, rules: Rulebook) -> list[tuple[str, str]]:
    """The rules that give a figure its meaning: the stage, or the field that is added, and the rule's id."""
    first = decision(told.frame, rules, told.before)
    if first is None:
        return []
    found = [("decide", first[0].rule.id)]
    found += [("refine", claim.rule.id) for _, claim, _ in refinements(told.frame, first[1], rules)]
    held = list(rules.adding.claims(told.frame))
    return found + [(name, claim.rule.id) for name in GIVEN if (claim := giver(held, name)) is not None]


def reason(extractor: Extractor, seen: Seen, rule: Rule) -> str:
    """Why a rule did not come first on a figure: what it lacks, or what came before it; empty if it did."""
    told, rules = seen.told, extractor.rules
    if told is None:
        return ""
    stages = {"decide": rules.deciding, "refine": rules.refining, "add": rules.adding}
    added = (name for name in GIVEN if getattr(rule.then, name) is not None)
    place = next(added) if rule.stage == "add" else rule.stage
    ahead = [name for given, name in firsts(told, rules) if given == place]
    return "" if rule.id in ahead else _behind(stages[rule.stage], told, rule, ahead[-1] if ahead else None)


def _behind(matcher: Matcher, told: Told, rule: Rule, first: str | None) -> str:
    trial: Trial = next(each for each in matcher.trials(told.frame) if each.rule.id == rule.id)
    lacking = failings(told, trial)
    if lacking:
        return f"{rule.id} lacks {'; '.join(lacking)}"
    return f"{rule.id} holds, and {first} comes before it" if first is not None else ""
