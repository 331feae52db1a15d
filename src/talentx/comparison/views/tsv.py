"""TSV: the rows of CSV with tabs between the cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from talentx.comparison.model import Row
from talentx.comparison.views.csv import write_lines
from talentx.output.tsv import line


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """The rows; an empty cell is null."""
    write_lines(rows, stream, line)
