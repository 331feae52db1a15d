"""What an evaluation found, as tables for people: the mistakes of each article, then the measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TextIO

from talentx.evaluation.mistakes import Mistake, Wrong
from talentx.evaluation.report import OTHER, Line, Report, lines, rate, shown
from talentx.output import grid
from talentx.output.grid import Column

_BESIDE = 12
"""Characters before a span that a table has room for."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of the mistakes: one wrong field, or a figure missed or too many."""

    document: str
    mistake: Mistake
    wrong: Wrong | None

    def __iter__(self) -> Iterator[tuple[str, object]]:
        yield from (("article", self.document), ("outcome", self.mistake.outcome), ("raw", self.mistake.raw))


_FAULTS: tuple[Column[Fault], ...] = (
    Column("outcome", 1, 8, lambda row: row.mistake.outcome),
    Column("figure", 2, 24, lambda row: row.mistake.raw),
    Column("span", 6, 13, lambda row: f"{row.mistake.start}–{row.mistake.end}"),
    Column("kind", 5, 8, lambda row: row.mistake.kind),
    Column("field", 3, 9, lambda row: row.wrong.field if row.wrong else None),
    Column("record says", 4, 30, lambda row: shown(row.wrong.said) if row.wrong else None),
    Column("gold says", 4, 30, lambda row: shown(row.wrong.gold) if row.wrong else None),
    Column("in", 7, 60, lambda row: _excerpt(row.mistake)),
)


def write_tables(report: Report, stream: TextIO, width: int | None = None) -> None:
    """The tables. `width`: terminal cells, by default those of the terminal."""
    for _, group in groupby(report.mistakes, key=lambda mistake: mistake.article):
        mistakes = list(group)
        grid.write(_faults(mistakes), _FAULTS, stream, width, _counting(len(mistakes)))
        stream.write("\n")
    for number, (section, rows) in enumerate(groupby(lines(report.measures), key=lambda line: line.document)):
        stream.write("\n" if number else "")
        grid.write(rows, _columns(OTHER.get(section, "")), stream, width, lambda section, _: section)


def _counting(mistakes: int) -> Callable[[str, int], str]:
    """The heading of an article's table, which has a row for each wrong field."""
    return lambda article, _: f"{article} · {mistakes} {'mistake' if mistakes == 1 else 'mistakes'}"


def _columns(other: str) -> Sequence[Column[Line]]:
    """The columns of the measures; `other` heads the last one."""
    return (
        Column("", 1, 32, lambda row: row.name),
        Column("gold", 6, 8, lambda row: str(row.score.gold), "right"),
        Column("records", 7, 8, lambda row: str(row.score.records), "right"),
        Column("right", 5, 8, lambda row: str(row.score.right), "right"),
        Column("precision", 3, 9, lambda row: rate(row.score.precision), "right"),
        Column("recall", 4, 9, lambda row: rate(row.score.recall), "right"),
        Column("F1", 2, 9, lambda row: rate(row.score.f1), "right"),
        Column(other, 8, 14, lambda row: None if row.other is None else rate(row.other), "right"),
    )


def _faults(mistakes: Iterable[Mistake]) -> Iterator[Fault]:
    """A row for each wrong field, and one for a figure missed or too many."""
    for mistake in mistakes:
        for wrong in mistake.fields or (None,):
            yield Fault(mistake.article, mistake, wrong)


def _excerpt(mistake: Mistake) -> str:
    """The span in ⟦ ⟧ among what stands next to it."""
    context = mistake.context
    before = context.before if len(context.before) <= _BESIDE else f"…{context.before[-_BESIDE:]}"
    return f"{before}⟦{context.span}⟧{context.after}"
