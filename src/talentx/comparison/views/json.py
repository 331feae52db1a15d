"""JSON: one array, an object a row; both records stand in it whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from talentx.comparison.model import Row
from talentx.comparison.views.jsonl import dump


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """The rows as one array."""
    before = "[\n"
    for row in rows:
        stream.write(before + dump(row))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")
