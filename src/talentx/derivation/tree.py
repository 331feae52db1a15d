"""Derivations as trees for people: every line plain text, whatever brackets the article prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len

from talentx.derivation.model import Derivation, Evidence, Step
from talentx.derivation.wording import clipped
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
    yield from _branches(steps, "", width, brief, (derivation.start, derivation.end))


def _is_told(derivation: Derivation, step: Step, brief: bool) -> bool:
    """Not what the headline says already, nor in brief what can be seen."""
    return step.says != derivation.says and not (brief and step.name in ("characters", "nearest"))


def _headline(derivation: Derivation) -> str:
    where = f" [{derivation.start}:{derivation.end}]" if derivation.start >= 0 else ""
    mark = "→" if derivation.outcome == "record" else "✗"
    return f"{shown(clipped(derivation.raw))}{where} {mark} {shown(derivation.says)}"


def _branches(
    steps: Sequence[Step], indent: str, width: int, brief: bool, figure: tuple[int, int]
) -> Iterator[str]:
    column = max((cell_len(step.name) for step in steps), default=0)
    for at, step in enumerate(steps):
        last = at == len(steps) - 1
        below = indent + ("   " if last else "│  ")
        name = step.name + " " * (column - cell_len(step.name) + 2)
        hang = below + ("│" if step.steps and not brief else " ") + " " * (len(name) - 1)
        yield from _wrapped(
            name + shown(step.says) + _where(step, figure), indent + ("└─ " if last else "├─ "), hang, width
        )
        if not brief:
            yield from _branches(step.steps, below, width, brief, figure)


def _where(step: Step, figure: tuple[int, int]) -> str:
    """The places of the words outside the figure that a step rests on."""
    spans = [f"[{each.start}:{each.end}]" for each in step.evidence if _is_apart(each, figure)]
    return "".join(f" {span}" for span in spans if span not in step.says)


def _is_apart(evidence: Evidence, figure: tuple[int, int]) -> bool:
    return evidence.end <= figure[0] or figure[1] <= evidence.start


def _wrapped(text: str, first: str, hang: str, width: int) -> Iterator[str]:
    """The text in lines that fit, cut at blanks where there are any; Chinese may be cut anywhere."""
    room = max(_NARROWEST, width - max(cell_len(first), cell_len(hang)))
    lead = first
    at = 0
    while (cut := _cut(text, at, room)) < len(text):
        yield lead + text[at:cut].rstrip()
        at, lead = cut + len(text[cut : cut + room]) - len(text[cut : cut + room].lstrip()), hang
    yield lead + text[at:]


def _cut(text: str, at: int, room: int) -> int:
    """Where the line that begins at `at` ends."""
    cells = 0
    for place in range(at, len(text)):
        cells += cell_len(text[place])
        if cells > room:
            blank = text.rfind(" ", at + 1, place + 1)
            return max(at + 1, blank if blank > (at + place) // 2 else place)
    return len(text)
