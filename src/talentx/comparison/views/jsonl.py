"""JSON Lines: an object a row, as soon as it is there."""

from __future__ import annotations

from decimal import Decimal
from json.encoder import encode_basestring

import msgspec

from talentx.comparison.model import Row
from talentx.comparison.views.lines import LineFormat
from talentx.output import jsonl
from talentx.recordfiles.row import Row as Read
from talentx.records.decimals import plain

_encode = msgspec.json.Encoder(decimal_format="number").encode
_ONE_LINE = 0


def dump(row: Row) -> str:
    """A row as a JSON object on one line; its records are as `talentx extract` writes them."""
    if (
        _is_ready(row.old)
        and _is_ready(row.new)
        and _are_plain(row.difference, row.difference_low, row.difference_high)
        and _are_plain(row.ratio, row.ratio_low, row.ratio_high)
        and _are_plain(row.growth, row.growth_low, row.growth_high)
    ):
        return msgspec.json.format(_encode(row), indent=_ONE_LINE).decode()
    return "{" + ", ".join(f'"{column}": {_value(value)}' for column, value in row) + "}"


def _is_ready(stated: object) -> bool:
    """Does msgspec, which knows structs and not models, write it with its numbers as `plain` does?"""
    if not isinstance(stated, Read):
        return stated is None
    return _are_plain(stated.value, stated.low, stated.high)


def _are_plain(number: Decimal | None, low: Decimal | None, high: Decimal | None) -> bool:
    """Most often there are no ends, or they are the number itself."""
    return (
        _is_plain(number)
        and (low is None or low is number or _is_plain(low))
        and (high is None or high is number or _is_plain(high))
    )


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
