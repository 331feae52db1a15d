"""JSON: one array, an object a line, written as the records come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from talentx.output.jsonl import dump

if TYPE_CHECKING:
    from talentx.records.model import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """The records as one array."""
    before = "[\n"
    for record in records:
        stream.write(before + dump(record))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")
