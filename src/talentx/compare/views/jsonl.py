"""JSON Lines: an object a row, as soon as it is there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import TextIO

from talentx.compare.model import Row
from talentx.output import jsonl
from talentx.records.decimals import plain


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Each row as a line."""
    for row in rows:
        stream.write(dump(row) + "\n")


def dump(row: Row) -> str:
    """A row as a JSON object on one line; its records are as `talentx extract` writes them."""
    return "{" + ", ".join(f'"{column}": {_value(value)}' for column, value in row) + "}"


def _value(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return plain(value) if isinstance(value, Decimal) else jsonl.dump(value)  # type: ignore[arg-type]
