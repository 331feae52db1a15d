"""Findings as text for people, with the sentences that show them, and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO, cast

from talentx.output.jsonl import dump

if TYPE_CHECKING:
    from talentx.comparison.checks.finding import Finding
    from talentx.output.rows import Row


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

    from talentx.comparison.evidence import say, show
    from talentx.output.grid import console_of, shown

    console = console_of(stream, width)
    for each in findings:
        say(console, Text(f"{each.check}: {shown(each.message)}", style="bold", overflow="fold"))
        show(console, each.evidence)
        console.print()
    say(console, summary(findings))


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
