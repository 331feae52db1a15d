"""Fractions: 三分之一, 百分之八十, 1/4, 十一又十四分之一, 1 3/5."""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd

from talentx.figures import units
from talentx.figures.clause import ends_sentence, opens_sentence
from talentx.figures.digits import EXACT, ZERO
from talentx.figures.numerals import Numeral, parse
from talentx.figures.quantity import NO_UNIT, Quantity, divided

_SLASH = re.compile(r"/(\d{1,3})(?![\d/.:万亿千百元\-名人个月年A-Za-z]|小时)")
_TO = re.compile(r"[至到—~-](?=[\d一二三四五六七八九十百])")
_LARGEST_TOP = 999
_SUFFIX = re.compile(r" ?(?P<scale>[kKM])(?![A-Za-z0-9])")
_FACTORS = {"k": Decimal(1000), "K": Decimal(1000), "M": Decimal(1000000)}
_MIXED = re.compile(r" (\d{1,3})/(\d{1,3})(?![\d/.])")


def read(text: str, numeral: Numeral) -> Quantity | None:
    """The fraction that begins with a numeral, or None."""
    if text.startswith("分之", numeral.end) and numeral.value:
        return _parts(text, numeral, numeral.start, ZERO)
    if text.startswith("又", numeral.end):
        below = parse(text, numeral.end + 1)
        if below is not None and below.arabic and (slash := _SLASH.match(text, below.end)) is not None:
            part = divided(below.value, Decimal(slash[1])) if int(slash[1]) else ZERO
            value, start, end = EXACT.add(numeral.value, part), numeral.start, slash.end()
            return Quantity(start, end, value, None, NO_UNIT, numeral, start, end, whole=True)
        if below is not None and text.startswith("分之", below.end) and below.value:
            return _parts(text, below, numeral.start, numeral.value)
        return None
    before = text[numeral.start - 1 : numeral.start]
    if not numeral.arabic or before == "/" or (before == "-" and not opens_sentence(text, numeral.start - 1)):
        return None
    return _mixed(text, numeral) or _slash(text, numeral)


def _parts(text: str, below: Numeral, start: int, whole: Decimal) -> Quantity | None:
    """三分之一; with a whole before it 一又三分之一."""
    top = parse(text, below.end + 2)
    if top is None:
        return None
    end, last = top.end, None
    if top.high is None and (to := _TO.match(text, end)) is not None:
        last = parse(text, to.end())
        whole_end = last is not None and text.startswith("分之", last.end)
        if last is not None and not whole_end and last.high is None and last.value > top.value:
            end = last.end
    factor = Decimal(1)
    if (suffix := _SUFFIX.match(text, end)) is not None:
        end, factor = suffix.end(), _FACTORS[suffix["scale"]]
    low = EXACT.add(whole, EXACT.multiply(divided(top.value, below.value), factor))
    upper = top.high if last is None or end != last.end else last.value
    high = None if upper is None else EXACT.add(whole, divided(upper, below.value))
    if whole:
        return Quantity(start, end, low, high, NO_UNIT, top, start, end, top.vague, whole=True)
    return Quantity(start, end, low, high, units.PERCENT, top, start, end, top.vague)


def _mixed(text: str, numeral: Numeral) -> Quantity | None:
    """1 3/5, as print without a raised fraction has it."""
    found = _MIXED.match(text, numeral.end)
    if found is None or not int(found[2]) or numeral.value != numeral.value.to_integral_value():
        return None
    value = EXACT.add(numeral.value, divided(Decimal(found[1]), Decimal(found[2])))
    end = found.end()
    return Quantity(numeral.start, end, value, None, NO_UNIT, numeral, numeral.start, end, whole=True)


def _slash(text: str, numeral: Numeral) -> Quantity | None:
    slash = _SLASH.match(text, numeral.end)
    if slash is None:
        return None
    start, end, below = numeral.start, slash.end(), Decimal(slash[1])
    if not below or not numeral.value or numeral.value != numeral.value.to_integral_value():
        return None
    value = divided(numeral.value, below)
    if numeral.value == below or gcd(int(numeral.value), int(below)) > 1:
        return None
    if numeral.value > _LARGEST_TOP:
        return None
    if numeral.value > below:
        # 16/5 among other words is a list or a date
        signed = text[start - 1 : start] == "-"
        alone = opens_sentence(text, start - signed) and ends_sentence(text, end)
        return Quantity(start, end, value, None, NO_UNIT, numeral, start, end, whole=True) if alone else None
    if _is_list_end(text, end):
        return None
    return Quantity(start, end, value, None, units.PERCENT, numeral, start, end)


def _is_list_end(text: str, end: int) -> bool:
    """75/105平方米 and 3/5天 are lists; 1/3企业 and 1/4英寸 are fractions."""
    unit = units.match(text, end)
    return unit is not None and unit[0].sort in ("money", "measure", "time") and unit[0].name != "英寸"
