"""Findings as text for people, with the sentences that show them, and as JSON for programs."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO, cast

from talentx.compare.evidence import marked, where
from talentx.output.jsonl import dump

if TYPE_CHECKING:
    from rich.text import Text

    from talentx.compare.checks.finding import Finding
    from talentx.compare.model import Stated
    from talentx.output.rows import Row

_INDENT = 4


def write_json(findings: Sequence[Finding], stream: TextIO) -> None:
    """One array of objects: check, message, and records, which are whole."""
    rows = ",\n".join(map(_object, findings))
    stream.write(f"[\n{rows}\n]\n" if rows else "[]\n")


def write_jsonl(findings: Sequence[Finding], stream: TextIO) -> None:
    """The same objects, one a line."""
    stream.writelines(f"{_object(each)}\n" for each in findings)


def write_text(findings: Sequence[Finding], stream: TextIO, width: int | None = None) -> None:
    """Each finding with the sentences of its records, the figures in them marked; at last how many there are.

    `width`: terminal cells, by default those of the terminal.
    """
    from rich.text import Text

    from talentx.output.prose import Prose

    prose = Prose(stream, width)
    for each in findings:
        prose.say(_heading(each))
        for indent, text in _evidence(each.evidence):
            prose.say(text, indent)
        prose.gap()
    prose.say(Text(summary(findings)))


def summary(findings: Sequence[Finding]) -> str:
    """How many there are of each check: 3 contradictions (2 falls, 1 sums)."""
    if not findings:
        return "nothing found"
    counts = Counter(each.check for each in findings)
    told = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    return f"{len(findings)} {'contradiction' if len(findings) == 1 else 'contradictions'} ({told})"


def _object(found: Finding) -> str:
    check, message = (json.dumps(each, ensure_ascii=False) for each in (found.check, found.message))
    records = ", ".join(dump(cast("Row", each)) for each in found.evidence)
    return f'{{"check": {check}, "message": {message}, "records": [{records}]}}'


def _heading(found: Finding) -> Text:
    from rich.text import Text

    from talentx.output.grid import shown

    return Text(f"{found.check}: {shown(found.message)}", style="bold", overflow="fold")


def _evidence(records: Sequence[Stated]) -> Iterator[tuple[int, Text]]:
    """How far in, where each sentence stands, and the sentence; one that several records share comes once."""
    from rich.text import Text

    from talentx.output.grid import shown

    for (_, sentence), group in itertools.groupby(records, lambda each: (each.document, each.sentence)):
        figures = list(group)
        pieces = marked(sentence, *(each.raw for each in figures))
        yield _INDENT // 2, Text(shown(where(figures[0])), style="dim", overflow="fold")
        yield _INDENT, Text.assemble(*((shown(text), "bold" if figure else "") for text, figure in pieces))
