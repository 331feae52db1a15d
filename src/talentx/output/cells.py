"""The cells of CSV and TSV: exact, null told from text, and none that a spreadsheet would run."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.records.decimals import plain

_GUARD = "'"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width signs in East Asian settings among it."""
_QUOTED = (*_FORMULA, '"')
"""The same of TSV, which has no quotes: a program that looks for them all the same would run what they hold,
or read on to the next one."""
_ESCAPED = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
_PLAIN = {code[1]: character for character, code in _ESCAPED.items()}
_TO_ESCAPE = re.compile(r"[\\\t\n\r]")
_ESCAPE = re.compile(r"\\(.?)", re.DOTALL)


def cell(value: object) -> str:
    """The cell of a value: null is empty, a number in its digits, text that starts like a formula behind an
    apostrophe."""
    return _guarded(value, _FORMULA) if isinstance(value, str) else _digits(value)


def tsv_cell(value: object) -> str:
    r"""The same in TSV: none starts like a quoted cell; tab and line breaks are written \t, \n and \r."""
    if not isinstance(value, str):
        return _digits(value)
    return _TO_ESCAPE.sub(_escape, _guarded(value, _QUOTED))


def text_of(cell: str) -> str:
    """The text that a cell of text was written from."""
    return cell[1:] if _is_behind_a_guard(cell) else cell


def tsv_text_of(cell: str) -> str:
    """The same in TSV. Raises ValueError for a backslash that stands for nothing."""
    return text_of(_ESCAPE.sub(_character, cell) if "\\" in cell else cell)


def _digits(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value is None else str(value)


def _guarded(text: str, starts: tuple[str, ...]) -> str:
    """The text behind an apostrophe where it has one of these starts, or would read as if it had one."""
    return _GUARD + text if text.startswith(starts) or _is_behind_a_guard(text) else text


def _is_behind_a_guard(text: str) -> bool:
    return text.startswith(_GUARD) and text.lstrip(_GUARD).startswith(_QUOTED)


def _escape(character: re.Match[str]) -> str:
    return _ESCAPED[character[0]]


def _character(escape: re.Match[str]) -> str:
    try:
        return _PLAIN[escape[1]]
    except KeyError:
        raise ValueError(f"{escape[0]} stands for nothing: a backslash of TSV is written \\\\") from None
