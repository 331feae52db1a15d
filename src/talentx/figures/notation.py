"""Numbers in the notation of sums and computers: 2^5, 1.2e6, and 3M where nothing else stands on the line."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.figures.clause import opens_sentence
from talentx.figures.digits import EXACT
from talentx.figures.numerals import Numeral
from talentx.figures.quantity import NO_UNIT, Quantity

_POWER = re.compile(r"\^(?P<sign>[+−-]{0,2})(?P<power>\d{1,2})(?![\d.A-Za-z])")
_TENS = re.compile(r"[eE](?P<sign>[+−-]?)(?P<power>\d{1,2})(?![\dA-Za-z.十百千万亿])")
_SUFFIX = re.compile(r" ?(?P<scale>(?<=\d\d)K|(?<=\d\d )K|M)(?=[\n。！？]|\Z)")
_SIGN = re.compile(r"[-−负] ?\Z")
_SCALES = {"K": 3, "M": 6}
_LARGEST_BASE = 1000
_LARGEST_POWER = 24
"""What is larger is no quantity."""


def read(text: str, numeral: Numeral) -> Quantity | None:
    """The number in notation that begins with a numeral, or None."""
    following = text[numeral.end : numeral.end + 1]
    if not following or following not in "^eE KMG" or not numeral.arabic or _runs_in(text, numeral.start):
        return None
    if (tens := _TENS.match(text, numeral.end)) is not None:
        power = int(tens["power"]) * (-1 if tens["sign"] in ("-", "−") else 1)
        if abs(power) > _LARGEST_POWER:
            return None
        return _number(numeral, tens.end(), EXACT.scaleb(numeral.value, power))
    if (suffix := _SUFFIX.match(text, numeral.end)) is not None and _opens(text, numeral.start):
        return _number(numeral, suffix.end(), EXACT.scaleb(numeral.value, _SCALES[suffix["scale"]]))
    power_of = _POWER.match(text, numeral.end)
    if power_of is None or not 0 < numeral.value < _LARGEST_BASE:
        return None
    if int(power_of["power"]) > _LARGEST_POWER:
        return None
    raised = EXACT.power(numeral.value, int(power_of["power"]))
    below = power_of["sign"] in ("-", "−", "+-")
    return _number(numeral, power_of.end(), EXACT.divide(Decimal(1), raised) if below else raised)


def _number(numeral: Numeral, end: int, value: Decimal) -> Quantity:
    return Quantity(numeral.start, end, value, None, NO_UNIT, numeral, numeral.start, end, whole=True)


def _runs_in(text: str, start: int) -> bool:
    """Whether a name runs into the digits: A2e5."""
    before = text[start - 1 : start]
    return before != "" and before.isascii() and (before.isalnum() or before in "._/:=&%#+")


def _opens(text: str, start: int) -> bool:
    """Whether nothing but a sign stands before the number."""
    sign = _SIGN.search(text, max(0, start - 2), start)
    return opens_sentence(text, sign.start() if sign is not None else start)
