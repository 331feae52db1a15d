"""Rows of JSON: records and gold as they stand in files, their numbers exact."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from talentx.errors import DocumentError, GoldError
from talentx.reading.encodings import decode_utf8
from talentx.reading.files import NO_FILE, printable, read_bytes, read_standard_input
from talentx.records.decimals import plain

Row = dict[str, Any]
"""A record or a gold figure: fields and their values as JSON has them, numbers as int or Decimal."""

NUMBERS = ("value", "low", "high")
MAX_DIGITS = 100
"""Digits before or after the point of a number; beyond them it is a slip, and would fill the memory."""

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")


def read_text(path: Path) -> tuple[str, str]:
    """The text of a file in UTF-8 (`-`: of standard input), and the name errors give it.

    Raises GoldError where it cannot be read.
    """
    try:
        if str(path) == NO_FILE:
            return decode_utf8(read_standard_input("standard input"), "standard input"), "standard input"
        return decode_utf8(read_bytes(path), printable(path)), printable(path)
    except DocumentError as problem:
        raise GoldError(problem.what, problem.where, problem.advice) from None


def objects(text: str, where: str) -> Iterator[tuple[str, Row]]:
    """The objects of a JSON array or of JSON Lines, each with where it stands.

    Raises GoldError for anything else, naming file and line.
    """
    if text.lstrip().startswith("["):
        for number, row in enumerate(parsed(text, where), 1):
            yield f"{where}, row {number}", _object(row, f"{where}, row {number}")
        return
    for line, content in enumerate(text.split("\n"), 1):
        if content.strip():
            yield f"{where}:{line}", _object(parsed(content, where, line), f"{where}:{line}")


def parsed(text: str, where: str, line: int = 1) -> Any:
    """A JSON value that starts at this line of a file, fractions as Decimal. Raises GoldError for none."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refused)
    except json.JSONDecodeError as error:
        at = f"{where}:{line + error.lineno - 1}:{error.colno}"
        raise GoldError(f"no JSON: {error.msg}", at, "check the file") from None
    except (ValueError, RecursionError) as error:
        raise GoldError(f"no JSON that can be read: {error}", f"{where}:{line}", "check the file") from None


def exact(value: object) -> int | Decimal:
    """A number as JSON or a person writes it, exact. Raises ValueError for anything that is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, str)):
        raise ValueError(f"{value!r} is no number")
    digits = str(value).strip()
    if not _NUMBER.fullmatch(digits) or not digits.isascii() or len(digits) > 2 * MAX_DIGITS:
        raise ValueError(f"{digits[:40]!r} is no number in digits")
    number = Decimal(digits)
    if number and not -MAX_DIGITS <= number.adjusted() <= MAX_DIGITS:
        raise ValueError(f"{digits[:40]} is out of bounds")
    return int(number) if number == number.to_integral_value() else number


def dumps(value: object, indent: int = 0, *, _level: int = 1) -> str:
    """JSON with exact decimals, on one line, or with so many blanks a level."""
    if isinstance(value, Decimal):
        return plain(value)
    if not isinstance(value, (dict, list, tuple)) or not value:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        items = [f"{json.dumps(str(k), ensure_ascii=False)}: {dumps(v, indent, _level=_level + 1)}"
                 for k, v in value.items()]  # fmt: skip
        opening, closing = "{}"
    else:
        items = [dumps(item, indent, _level=_level + 1) for item in value]
        opening, closing = "[]"
    if not indent:
        return opening + ", ".join(items) + closing
    margin = "\n" + " " * indent * _level
    return opening + margin + f",{margin}".join(items) + margin[: -indent or None] + closing


def _object(row: object, where: str) -> Row:
    if not isinstance(row, dict):
        raise GoldError("no JSON object", where, "write one object a line, or an array of objects")
    return row


def _refused(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")
