"""Records shown as evidence: where each sentence stands, and the sentence with its figures marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from talentx.compare.model import Stated
from talentx.output.grid import shown

_INDENT = 4
_NARROWEST = 2


def say(console: Console, text: Text | str, indent: int = 0) -> None:
    """Print a text so far in, folded to the width of the console, with no blanks at the ends of lines."""
    told = Text(text, overflow="fold") if isinstance(text, str) else text
    for line in told.wrap(console, max(console.width - indent, _NARROWEST)):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line))


def show(console: Console, records: Sequence[Stated]) -> None:
    """Print the sentences of the records; one that several in a row share comes once."""
    for indent, text in _lines(records):
        say(console, text, indent)


def _lines(records: Sequence[Stated]) -> Iterator[tuple[int, Text]]:
    for (document, sentence), group in itertools.groupby(records, lambda row: (row.document, row.sentence)):
        figures = list(group)
        told = Text(shown(sentence), overflow="fold")
        told.highlight_words([shown(each.raw) for each in figures], "bold")
        first = figures[0]
        of = ", ".join(part for part in (first.place, first.time or first.published) if part)
        where = f"{shown(document)}{f' ({shown(of)})' if of else ''}"
        yield _INDENT // 2, Text(where, style="dim", overflow="fold")
        yield _INDENT, told
