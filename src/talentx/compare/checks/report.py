"""Findings as text for people, with the sentences that show them, and as JSON for programs."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO, cast

from talentx.output.jsonl import dump

if TYPE_CHECKING:
    from rich.text import Text

    from talentx.compare.checks.finding import Finding
    from talentx.compare.model import Stated
    from talentx.output.rows import Row

_INDENT = 4
_NARROWEST = 2


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

    from talentx.output.grid import console_of

    console = console_of(stream, width)

    def say(text: Text, indent: int = 0) -> None:
        for line in text.wrap(console, max(console.width - indent, _NARROWEST)):
            line.rstrip()
            console.print(Text(" " * indent).append_text(line))

    for each in findings:
        say(_heading(each))
        for indent, text in _evidence(each.evidence):
            say(text, indent)
        console.print()
    say(Text(summary(findings)))


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

    for (document, sentence), group in itertools.groupby(
        records, lambda each: (each.document, each.sentence)
    ):
        figures = list(group)
        told = Text(shown(sentence), overflow="fold")
        told.highlight_words([shown(each.raw) for each in figures], "bold")
        first = figures[0]
        of = ", ".join(part for part in (first.place, first.time or first.published) if part)
        where = f"{shown(document)}{f' ({shown(of)})' if of else ''}"
        yield _INDENT // 2, Text(where, style="dim", overflow="fold")
        yield _INDENT, told
