"""The examples of rules, run: does each figure come out as its rule says?

Four outcomes, as linters of code have them: an example is *reported* where the rule takes it and *missing*
where it does not; a counterexample is *validated* where the rule leaves it alone and *noisy* where it does
not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from talentx.authoring.seen import Seen, reason, see
from talentx.authoring.snapshots import Shown, shown
from talentx.errors import PackError
from talentx.packs.book import Book, Placed
from talentx.packs.language import INHERIT, Example, Rule
from talentx.pipeline import Extractor
from talentx.records.model import Record

Outcome = Literal["validated", "reported", "noisy", "missing"]
OUTCOMES: tuple[Outcome, ...] = ("validated", "reported", "noisy", "missing")


@dataclass(frozen=True, slots=True)
class Case:
    """One example or counterexample of a rule. `where` is its file:line:column."""

    rule: Rule
    example: Example
    counter: bool
    where: str
    folder: Path = Path()


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a case: `why` says what is wrong, empty where nothing is; `shown` is what came out."""

    case: Case
    why: str
    shown: Shown
    seen: Seen | None
    """None where a pattern came to no end."""

    @property
    def outcome(self) -> Outcome:
        if self.case.counter:
            return "noisy" if self.why else "validated"
        return "missing" if self.why else "reported"


def cases(book: Book, *, of: Iterable[Placed] | None = None, chosen: str = "") -> list[Case]:
    """The examples and counterexamples of the rules (all of the book's, unless named), in the order of files.

    `chosen`: only those whose rule's id or whose text contains it.
    """
    found = [
        Case(placed.rule, example, counter, placed.at(part, index), placed.folder)
        for placed in sorted(book.rules if of is None else of, key=lambda p: (str(p.source.path), p.index))
        for part, counter in (("examples", False), ("counterexamples", True))
        for index, example in enumerate(getattr(placed.rule, part))
    ]
    return [case for case in found if chosen in case.rule.id or chosen in case.example.text]


def run(
    extractor: Extractor, chosen: Sequence[Case], kept: Mapping[tuple[str, str], Shown]
) -> Iterator[Result]:
    """Each case with what became of it. `kept` are the snapshots by rule and text."""
    for case in chosen:
        try:
            seen = see(extractor, case.example)
        except PackError as error:  # a pattern without end
            yield Result(case, error.what, shown(case, None), None)
            continue
        what = shown(case, seen.record)
        why = _why(case, seen, extractor) or _changed(kept.get(what.key), what)
        yield Result(case, why, what, seen)


def _why(case: Case, seen: Seen, extractor: Extractor) -> str:
    """What is wrong with what came out, empty where nothing is."""
    if seen.misread:
        return seen.misread
    if case.counter:
        return _counter(case, seen.record) or _unexpected(case.example, seen.record)
    wrong = _taken(case, seen.record)
    told = reason(extractor, seen, case.rule) if wrong else ""
    return "; ".join(filter(None, (wrong, told))) or _unexpected(case.example, seen.record)


def _taken(case: Case, record: Record | None) -> str:
    then = case.rule.then
    if then.leave_out:
        return "" if record is None else f"a record all the same, by {record.rule}"
    if record is None:
        return "no record"
    if then.kind not in (None, INHERIT, record.kind):
        return f"kind {record.kind} by {record.rule}, not {then.kind}"
    if then.indicator not in (None, INHERIT) and not _within(record.indicator, str(then.indicator)):
        return f"indicator {record.indicator or 'none'} by {record.rule}, not {then.indicator}"
    if then.status not in (None, record.status):
        return f"status {record.status} by {record.rule}, not {then.status}"
    return ""


def _counter(case: Case, record: Record | None) -> str:
    """A counterexample is taken where its rule decides it, or another gives it what the rule stands for."""
    then = case.rule.then
    if record is None:
        return "no record of it, which is what the rule makes" if then.leave_out else ""
    if case.rule.stage == "add":
        taken = then.status is not None and record.status == then.status
        return f"status {record.status} all the same" if taken else ""
    if record.rule == case.rule.id:
        return "taken by the rule"
    given = then.indicator not in (None, INHERIT) and _within(record.indicator, str(then.indicator))
    return f"indicator {record.indicator} all the same, by {record.rule}" if given else ""


def _within(indicator: str | None, given: str) -> bool:
    """Whether an indicator is what a rule gives, or below it; a rule may give a part of the id (.doctor)."""
    whole = f"{indicator}."
    return indicator is not None and (
        f"{given}." in whole if given[0] == "." else whole.startswith(f"{given}.")
    )


def _unexpected(example: Example, record: Record | None) -> str:
    for field, wanted in example.expect.items():
        if record is None:
            return "no record"
        found = getattr(record, field)
        if not _equal(found, wanted):
            return f"{field} {'none' if found is None else found}, not {'none' if wanted is None else wanted}"
    return ""


def _equal(found: object, wanted: object) -> bool:
    if isinstance(found, Decimal) and wanted is not None:
        return found == Decimal(str(wanted))
    return found == wanted


def _changed(kept: Shown | None, now: Shown) -> str:
    """How it differs from the snapshot, where there is one."""
    if kept is None or kept.fields == now.fields:
        return ""
    told = [
        f"{name} {now.fields.get(name, 'none')}, was {kept.fields.get(name, 'none')}"
        for name in dict.fromkeys((*now.fields, *kept.fields))
        if now.fields.get(name) != kept.fields.get(name)
    ]
    return f"not as it was reviewed: {'; '.join(told)} (rules test --update takes it)"
