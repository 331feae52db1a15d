"""CSV after RFC 4180: a header, CRLF, and no cell that a spreadsheet would run.

Text is in quotes, and numbers and nulls are not: so a program that looks at quotes keeps codes and dates as
text, and one that guesses the delimiter finds it in the header.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from talentx.output.cells import cell

if TYPE_CHECKING:
    from talentx.records.model import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """The records as rows; an empty cell is null."""
    from talentx.records.model import COLUMNS

    stream.write(line(COLUMNS))
    for record in records:
        stream.write(line(value for _, value in record))


def line(values: Iterable[object]) -> str:
    """A row of these values, with its end."""
    return ",".join(map(_cell, values)) + "\r\n"


def _cell(value: object) -> str:
    text = cell(value)
    return '"' + text.replace('"', '""') + '"' if isinstance(value, str) else text
