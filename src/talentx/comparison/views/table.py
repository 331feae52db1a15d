"""A comparison as text for people: what changed with its sentences, the rest in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from talentx.comparison.evidence import marked, printed, say, styled, where
from talentx.comparison.model import Outcome, Row, Stated
from talentx.comparison.views import telling
from talentx.comparison.views.grouped import Grouped, figures_of, summary
from talentx.output.grid import console_of, shown

_INDENT = 2
_STEP = 4
_GAP = "  "
_LEAST_ROOM = 30
"""A sentence that has fewer cells beside its figure stands in a line of its own."""
_CUT = "…"
_SIDES = (("- ", "red"), ("+ ", "green"))


def write(rows: Iterable[Row], stream: TextIO, width: int | None = None) -> None:
    """The rows by outcome, then how many there are of each.

    `width`: terminal cells, by default those of the terminal.
    """
    console = console_of(stream, width)
    with Grouped(rows) as grouped:
        for outcome in grouped.counts:
            _section(outcome, grouped.groups(outcome), console)
        say(console, Text(summary(grouped.counts), "bold"))


def _section(outcome: Outcome, groups: Iterator[list[Row]], console: Console) -> None:
    match outcome:
        case "ambiguous":
            for group in groups:
                _ambiguous(group, console)
        case "new" | "gone":
            for (row,) in groups:
                _alone(row, console)
            console.print()
        case "same" | "same within bounds" | "duplicate":
            for (row,) in groups:
                _short(row, console)
            console.print()
        case _:
            for (row,) in groups:
                _changed(row, console)


def _changed(row: Row, console: Console) -> None:
    """Both figures, by how much they differ, both sentences, and why they are taken for one series."""
    say(console, _head(row))
    change = telling.change(row)
    told = Text.assemble((telling.figures(row), "bold"), f"{_GAP}{change}" if change else "")
    say(console, told, _INDENT)
    for side, stated in enumerate((row.old, row.new)):
        if stated is not None:
            _evidence(stated, side, Text(), console)
    say(console, Text(shown(row.reason), "dim"), _INDENT)
    console.print()


def _ambiguous(group: list[Row], console: Console) -> None:
    """All that could be each other's, each figure once."""
    say(console, _head(group[0]))
    say(console, Text(shown(group[0].reason)), _INDENT)
    for side, figures in enumerate(figures_of(group)):
        for stated in figures:
            _evidence(stated, side, Text(f"{shown(printed(stated))}{_GAP}", "bold"), console)
    console.print()


def _alone(row: Row, console: Console) -> None:
    """A figure that is new or gone, in one line with its sentence where there is room."""
    stated = row.new or row.old
    assert stated is not None
    head = _head(row).append(f"{_GAP}{shown(printed(stated))}")
    if stated.time:
        head.append(f" ({stated.time})", "dim")
    room = console.width - head.cell_len - len(_GAP)
    if room >= _LEAST_ROOM:
        say(console, head.append(_GAP).append_text(_clipped(stated, room)))
    else:
        say(console, head)
        say(console, _clipped(stated, max(console.width - _STEP, 1)), _STEP)


def _short(row: Row, console: Console) -> None:
    told = [telling.figures(row)]
    if row.outcome == "same within bounds":
        told.append(telling.difference(row))
    if row.outcome == "duplicate":
        told.append(shown(row.reason))
    say(console, _head(row).append(_GAP + _GAP.join(filter(None, told)), "not bold"))


def _head(row: Row) -> Text:
    """rose: 拱墅区 · housing_units.owned · 共有产权房"""
    return Text.assemble((f"{row.outcome}: {telling.series(row)}", "bold"))


def _evidence(stated: Stated, side: int, figure: Text, console: Console) -> None:
    lead, style = _SIDES[side]
    place = Text.assemble((lead, style), figure, (shown(where(stated)), "dim"))
    say(console, place, _INDENT)
    say(console, styled(marked(stated.sentence, stated.raw)), _STEP)


def _clipped(stated: Stated, room: int) -> Text:
    """The sentence, in so many cells what stands around its figure."""
    whole = styled(marked(stated.sentence, stated.raw))
    if whole.cell_len <= room:
        return whole
    pieces = [(shown(piece.text), piece.figure) for piece in marked(stated.sentence, stated.raw)]
    first = next((at for at, (_, figure) in enumerate(pieces) if figure), 0)
    before = "".join(text for text, _ in pieces[:first])
    figure = pieces[first][0]
    after = "".join(text for text, _ in pieces[first + 1 :])
    around = max(room - cell_len(figure), 0)
    before = _cut(before[::-1], max(around // 2, around - cell_len(after)))[::-1]
    after = _cut(after, around - cell_len(before))
    return Text.assemble(before, (figure, "bold"), after)


def _cut(text: str, room: int) -> str:
    """A text in so many cells, an ellipsis where it goes on."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(room - 1, 0)).rstrip() + _CUT if room > 0 else ""
