"""Exact decimals in digits."""

from __future__ import annotations

from decimal import Decimal


def plain(number: Decimal) -> str:
    """The number in digits, exact: no exponent, no idle zeros (1.64E+9 → 1640000000, 0.0510 → 0.051)."""
    digits = format(number, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits
