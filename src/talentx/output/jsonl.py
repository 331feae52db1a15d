"""JSON Lines: one object a line, exact numbers, as soon as a record is there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, TextIO

from talentx.records.decimals import plain

if TYPE_CHECKING:
    from talentx.records.model import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Each record as a line."""
    for record in records:
        stream.write(dump(record) + "\n")


def dump(record: Record) -> str:
    """A record as a JSON object on one line; a decimal has the digits it has, never an exponent."""
    return "{" + ", ".join(f'"{column}": {_scalar(value)}' for column, value in record) + "}"


def _scalar(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
