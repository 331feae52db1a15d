"""JSON Lines: one object a line, exact numbers, as soon as a row is there."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TextIO

from talentx.output.rows import Row
from talentx.records.decimals import plain


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Each row as a line, sent off at once."""
    for row in rows:
        stream.write(dump(row) + "\n")
        stream.flush()


def dump(row: Row) -> str:
    """A row as a JSON object on one line; a decimal has the digits it has, never an exponent."""
    return "{" + ", ".join(f'"{column}": {_scalar(value)}' for column, value in row) + "}"


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    return plain(value) if isinstance(value, Decimal) else str(value)
