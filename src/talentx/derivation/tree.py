"""Derivations as trees for people: every line plain text, whatever brackets the article prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len

from talentx.derivation.model import Derivation, Step
from talentx.output.grid import FILE_WIDTH, shown

_NARROWEST = 24
"""Terminal cells that a line's own text keeps, however deep it stands."""


def write(derivations: Iterable[Derivation], stream: TextIO, width: int, *, brief: bool = False) -> None:
    """The trees, a blank line between two. `width`: terminal cells. `brief`: only the steps themselves."""
    before = ""
    for derivation in derivations:
        stream.write(before + "".join(f"{line}\n" for line in lines(derivation, width, brief=brief)))
        before = "" if brief and derivation.steps == () else "\n"


def lines(derivation: Derivation, width: int = FILE_WIDTH, *, brief: bool = False) -> Iterator[str]:
    """The lines of one tree."""
    yield from _wrapped(_headline(derivation), "", "  ", width)
    steps = [step for step in derivation.steps if _is_told(derivation, step, brief)]
    yield from _branches(steps, "", width, brief)


def _is_told(derivation: Derivation, step: Step, brief: bool) -> bool:
    """Not what the headline says already, nor in brief what can be seen."""
    return step.says != derivation.says and not (brief and step.name in ("characters", "nearest"))


def _headline(derivation: Derivation) -> str:
    where = f" [{derivation.start}:{derivation.end}]" if derivation.start >= 0 else ""
    mark = "→" if derivation.outcome == "record" else "✗"
    return f"{shown(derivation.raw)}{where} {mark} {shown(derivation.says)}"


def _branches(steps: Sequence[Step], indent: str, width: int, brief: bool) -> Iterator[str]:
    column = max((cell_len(step.name) for step in steps), default=0)
    for at, step in enumerate(steps):
        last = at == len(steps) - 1
        below = indent + ("   " if last else "│  ")
        name = step.name + " " * (column - cell_len(step.name) + 2)
        hang = below + ("│" if step.steps and not brief else " ") + " " * (len(name) - 1)
        yield from _wrapped(name + shown(step.says), indent + ("└─ " if last else "├─ "), hang, width)
        if not brief:
            yield from _branches(step.steps, below, width, brief)


def _wrapped(text: str, first: str, hang: str, width: int) -> Iterator[str]:
    """The text in lines that fit, cut at blanks where there are any; Chinese may be cut anywhere."""
    room = max(_NARROWEST, width - max(cell_len(first), cell_len(hang)))
    lead = first
    while cell_len(text) > room:
        cut = _cut(text, room)
        yield lead + text[:cut].rstrip()
        text, lead = text[cut:].lstrip(), hang
    yield lead + text


def _cut(text: str, room: int) -> int:
    """How many characters of the text fit into a line."""
    cells = 0
    for fits, character in enumerate(text):
        cells += cell_len(character)
        if cells > room:
            blank = text.rfind(" ", 1, fits + 1)
            return max(1, blank if blank > fits // 2 else fits)
    return len(text)
