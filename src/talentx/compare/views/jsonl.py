"""JSON Lines: an object a row, as soon as it is there."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TextIO

import msgspec

from talentx.compare.model import Row
from talentx.output import jsonl
from talentx.records.decimals import plain

_encode = msgspec.json.Encoder(decimal_format="number").encode
_READY = (msgspec.Struct, type(None))
_ONE_LINE = 0


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Each row as a line."""
    for row in rows:
        stream.write(dump(row) + "\n")


def dump(row: Row) -> str:
    """A row as a JSON object on one line; its records are as `talentx extract` writes them."""
    if _is_ready(row):
        return msgspec.json.format(_encode(row), indent=_ONE_LINE).decode()
    return "{" + ", ".join(f'"{column}": {_value(value)}' for column, value in row) + "}"


def _is_ready(row: Row) -> bool:
    """Does msgspec, which knows structs and not models, write each of its numbers as `plain` does?"""
    old, new = row.old, row.new
    if not (isinstance(old, _READY) and isinstance(new, _READY)):
        return False
    numbers = [
        row.difference, row.difference_low, row.difference_high, row.ratio, row.ratio_low, row.ratio_high,
        row.growth, row.growth_low, row.growth_high,
    ]  # fmt: skip
    if old is not None:
        numbers += old.value, old.low, old.high
    if new is not None:
        numbers += new.value, new.low, new.high
    return all(_is_plain(number) for number in numbers if number is not None)


def _is_plain(number: Decimal) -> bool:
    digits = str(number)
    return "E" not in digits and digits != "-0" and not (digits[-1] == "0" and "." in digits)


def _value(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(value)
    return plain(value) if isinstance(value, Decimal) else jsonl.dump(value)  # type: ignore[arg-type]
