"""The cells of CSV and TSV: exact, null told from text, and none that a spreadsheet would run."""

from __future__ import annotations

from decimal import Decimal

from talentx.records.decimals import plain

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width signs in East Asian settings among it."""
_GUARD = "'"


def cell(value: object) -> str:
    """The cell of a value: null is empty, text that starts like a formula behind an apostrophe, a number
    in its digits."""
    if isinstance(value, str):
        return _GUARD + value if _is_guarded(value) else value
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value is None else str(value)


def text_of(cell: str) -> str:
    """The text that a cell of text was written from."""
    return cell[1:] if cell.startswith(_GUARD) and _is_guarded(cell) else cell


def _is_guarded(text: str) -> bool:
    """Is it a formula, or one behind apostrophes of its own? They get one more, so that they can be told."""
    return text.lstrip(_GUARD).startswith(_FORMULA)
