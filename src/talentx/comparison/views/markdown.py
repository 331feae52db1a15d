"""Markdown as GitHub shows it: for each outcome a table, and below it the sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from talentx.comparison.evidence import marked, printed, where
from talentx.comparison.model import Outcome, Row, Stated
from talentx.comparison.views import telling
from talentx.comparison.views.grouped import BRIEF, Grouped, figures_of, summary
from talentx.output.grid import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_HEADS = ("", "place", "indicator", "item", "old", "new", "difference", "growth")
_LINES = ("--:", "---", "---", "---", "--:", "--:", "---", "---")
_SIDES = ("old", "new")


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """A heading for each outcome with its rows; below them, under the same numbers, reasons and sentences."""
    with Grouped(rows) as grouped:
        stream.write(f"{summary(grouped.counts)}\n")
        for outcome in grouped.counts:
            stream.write(f"\n## {outcome}\n\n")
            stream.writelines(_table(grouped.groups(outcome)))
            stream.write("\n")
            stream.writelines(_evidence(outcome, grouped.groups(outcome)))


def _table(groups: Iterable[list[Row]]) -> Iterator[str]:
    yield _line(_HEADS)
    yield _line(_LINES)
    for number, group in enumerate(groups, 1):
        for row in group:
            yield _line((str(number), *_cells(row)))


def _cells(row: Row) -> Iterator[str]:
    yield _escaped(row.place)
    yield f"`{row.indicator}`" if row.indicator else ""
    yield _escaped(telling.thing(row))
    for stated in (row.old, row.new):
        yield _escaped(None if stated is None else printed(stated))
    yield _escaped(telling.difference_and_ratio(row))
    yield _escaped(telling.growth(row))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _evidence(outcome: Outcome, groups: Iterable[list[Row]]) -> Iterator[str]:
    for number, group in enumerate(groups, 1):
        lead = f"{number}. "
        yield f"{lead}{_escaped(group[0].reason)}\n"
        if outcome in BRIEF:
            continue
        for side, figures in zip(_SIDES, figures_of(group), strict=True):
            for stated in figures:
                yield f"{' ' * len(lead)}- {side}, {_escaped(where(stated))}: {_sentence(stated)}\n"


def _sentence(stated: Stated) -> str:
    """Bold by tags, as two asterisks between a Chinese character and a punctuation mark are two asterisks."""
    pieces = ((_escaped(text), figure) for text, figure in marked(stated.sentence, stated.raw))
    return "".join(f"<b>{text}</b>" if figure else text for text, figure in pieces)


def _escaped(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", shown(text))
