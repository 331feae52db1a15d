"""Records shown as evidence: where each sentence stands, and the sentence with its figures marked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from talentx.comparison.model import Stated
from talentx.output.grid import shown

_INDENT = 4
_NARROWEST = 2
_NUMERAL = re.compile(r"[\d.,．，零〇一二两三四五六七八九十百千万亿]")


class Piece(NamedTuple):
    """A piece of a sentence; `figure`: is it one of the figures asked for?"""

    text: str
    figure: bool


def say(console: Console, text: Text | str, indent: int = 0) -> None:
    """Print a text so far in, folded to the width of the console, with no blanks at the ends of lines."""
    told = Text(text, overflow="fold") if isinstance(text, str) else text
    room = max(console.width - indent, _NARROWEST)
    for line in [told] if told.cell_len <= room else told.wrap(console, room):
        line.rstrip()
        if console.is_terminal:
            console.print(Text(" " * indent).append_text(line))
        else:  # without styles there is nothing for rich to do, and it takes its time
            console.file.write(f"{' ' * indent}{line.plain}\n")


def show(console: Console, records: Sequence[Stated]) -> None:
    """Print the sentences of the records; one that several in a row share comes once."""
    for (_, sentence), group in itertools.groupby(records, lambda row: (row.document, row.sentence)):
        figures = list(group)
        say(console, Text(shown(where(figures[0])), style="dim", overflow="fold"), _INDENT // 2)
        say(console, styled(marked(sentence, *(each.raw for each in figures))), _INDENT)


def styled(pieces: Iterable[Piece]) -> Text:
    """A sentence with its figures in bold."""
    return Text.assemble(
        *((shown(text), "bold" if figure else "") for text, figure in pieces), overflow="fold"
    )


def printed(stated: Stated) -> str:
    """A figure as it is printed, on one line."""
    return "".join(stated.raw.split())


def where(stated: Stated) -> str:
    """The document, and the place and time of the figure: a.txt (杭州市, 2024-09)."""
    told = ", ".join(part for part in (stated.place, stated.time or stated.published) if part)
    return f"{stated.document} ({told})" if told else stated.document


def marked(sentence: str, *raws: str) -> list[Piece]:
    """The sentence in pieces, each place where one of the figures stands told from the rest.

    A record does not say where in its sentence it stands: what is printed twice is marked twice, but for 3个
    in 13个.
    """
    pieces = []
    done = 0
    for start, end in sorted({span for raw in raws for span in _spans(sentence, raw)}):
        if start < done:
            continue
        if start > done:
            pieces.append(Piece(sentence[done:start], figure=False))
        pieces.append(Piece(sentence[start:end], figure=True))
        done = end
    if done < len(sentence):
        pieces.append(Piece(sentence[done:], figure=False))
    return pieces


def _spans(sentence: str, raw: str) -> list[tuple[int, int]]:
    """Where the figure stands in its sentence, in which the line breaks of the text are repaired."""
    found = list(_found(sentence, raw))
    if not found:
        bare = r"\s*".join(map(re.escape, "".join(raw.split())))
        found = [match.span() for match in re.finditer(bare, sentence)] if bare else []
    whole = [span for span in found if not _is_cut(sentence, *span)]
    return whole or found


def _found(sentence: str, raw: str) -> Iterator[tuple[int, int]]:
    start = sentence.find(raw)
    while start >= 0:
        yield start, start + len(raw)
        start = sentence.find(raw, start + len(raw))


def _is_cut(sentence: str, start: int, end: int) -> bool:
    """Does the number go on at either side?"""
    return any(
        place > 0 and _NUMERAL.match(sentence, place - 1) and _NUMERAL.match(sentence, place)
        for place in (start, end)
    )
