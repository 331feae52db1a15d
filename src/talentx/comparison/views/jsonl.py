"""JSON Lines: an object a row, as soon as it is there."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from json.encoder import encode_basestring
from operator import attrgetter

import msgspec

from talentx.comparison.model import Row
from talentx.comparison.views.lines import LineFormat
from talentx.output import jsonl
from talentx.recordfiles.row import Row as Read
from talentx.records.decimals import plain

_encode = msgspec.json.Encoder(decimal_format="number").encode
_COLUMNS = tuple(field.name for field in fields(Row))
_values = attrgetter(*_COLUMNS)
_Line = msgspec.defstruct("_Line", _COLUMNS)
_ONE_LINE = 0


def dump(row: Row) -> str:
    """A row as a JSON object on one line; its records are as `talentx extract` writes them."""
    if _is_ready(row.old) and _is_ready(row.new):
        line = _Line(*[_in_digits(each) if type(each) is Decimal else each for each in _values(row)])
        return msgspec.json.format(_encode(line), indent=_ONE_LINE).decode()
    return "{" + ", ".join(f'"{column}": {_value(value)}' for column, value in row) + "}"


def _is_ready(stated: object) -> bool:
    """Does msgspec, which knows structs and not models, write it with its numbers as `plain` does?"""
    if not isinstance(stated, Read):
        return stated is None
    return _is_plain(stated.value) and _is_plain(stated.low) and _is_plain(stated.high)


def _in_digits(number: Decimal) -> Decimal | msgspec.Raw:
    return number if _is_plain(number) else msgspec.Raw(plain(number).encode())


def _is_plain(number: Decimal | None) -> bool:
    if number is None:
        return True
    digits = str(number)
    return "E" not in digits and digits != "-0" and not (digits[-1] == "0" and "." in digits)


def _value(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(value)
    return plain(value) if isinstance(value, Decimal) else jsonl.dump(value)  # type: ignore[arg-type]


LINES = LineFormat(lambda row: dump(row) + "\n")
write = LINES.write
