"""JSON: one array, an object a line, written as the rows come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from talentx.output.jsonl import dump
from talentx.output.rows import Row


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """The rows as one array."""
    before = "[\n"
    for row in rows:
        stream.write(before + dump(row))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")
