"""Numbers by words of their own: 半年, 过半, 翻番, 仨月, and a Chinese numeral that is all of its line."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.figures import units
from talentx.figures.digits import DIGITS, HALF, LONGEST, ONE
from talentx.figures.numerals import Numeral, parse
from talentx.figures.quantity import NO_UNIT, Quantity
from talentx.figures.starts import NUMERIC
from talentx.vocabulary import Bound

HALVES = frozenset(("半", "一半", "过半", "对折"))
FUSED = {"仨": 3, "俩": 2}
"""仨月 is three 个月, 俩钟头 two 个钟头."""
CODE = re.compile(r"[〇零○一二三四五六七八九]{5,}\Z")
"""Digits read out one by one: 六五二〇一八三七 is a telephone, not a number."""

_NAMED_DOUBLING = re.compile("计划|行动|工程|式")
_LINE = re.compile(rf"(?P<said>[{NUMERIC}几余多点半至到]{{1,{LONGEST}}})(?=[ ]*(?:[。！？\n]|\Z))")
_PAIR = re.compile("([一二两三四五六七八九])[至到]([二三四五六七八九])")
_HUNDRED = Decimal(100)
_ELLIPTIC = re.compile("[百千万][一二三四五六七八九]")
"""百三 is 一百三: before a digit the 一 of a scale may be left out."""
_PLAINLY = str.maketrans("壹贰叁参肆伍陆柒捌玖拾佰仟", "一二三三四五六七八九十百千")


def alone(text: str, start: int) -> Quantity | None:
    """A Chinese numeral that is all of its line; among other words 廿三 and 百三 are too seldom numbers."""
    found = _LINE.match(text, start)
    if found is None or CODE.match(text, start, found.end("said")) is not None:
        return None
    said = found["said"].translate(_PLAINLY)
    if (pair := _PAIR.fullmatch(said)) is not None:
        return _range(start, Decimal(DIGITS[pair[1]]), Decimal(DIGITS[pair[2]]), len(said))
    numeral = _whole(said, start)
    if numeral is None and _ELLIPTIC.match(said) is not None:
        numeral = _whole("一" + said, start - 1)
    if numeral is None or (numeral.alone and numeral.vague is None and len(said) == 1):
        return None
    end = numeral.end
    return Quantity(
        start, end, numeral.value, numeral.high, NO_UNIT, numeral, start, end, numeral.vague, whole=True
    )


def _range(start: int, low: Decimal, high: Decimal, length: int) -> Quantity | None:
    """二至三."""
    if low >= high:
        return None
    end = start + length
    return Quantity(start, end, low, high, NO_UNIT, Numeral(start, end, low), start, end, whole=True)


def _whole(said: str, start: int) -> Numeral | None:
    """The numeral that all of `said` is, moved to where it stands."""
    numeral = parse(said, 0)
    if numeral is None or numeral.end != len(said):
        return None
    return numeral._replace(start=max(start, 0), end=start + numeral.end)


def half(text: str, found: re.Match[str]) -> Quantity | None:
    """半年, 半个月, 半百; 半数, 一半 and 过半 as shares."""
    start, word = found.start(), found[0]
    if word != "半" or text.startswith("数", start + 1):
        begin = start + 1 if word == "过半" else start
        end = found.end() + text.startswith("数", found.end())
        numeral = Numeral(begin, end, HALF)
        bound: Bound | None = "over" if "过" in word else None
        return Quantity(begin, end, HALF, None, units.PERCENT, numeral, start, end, bound)
    if text.startswith("百", start + 1):
        fifty = Numeral(start, start + 2, _HUNDRED * HALF)
        return Quantity(start, start + 2, fifty.value, None, NO_UNIT, fifty, start, start + 2, whole=True)
    if start and text[start - 1] in "上下前后大小多过另头" and not text.startswith("小时", start + 1):
        return None
    if text.startswith("个多月", start + 1):
        half_month = Numeral(start, start + 1, HALF)
        return Quantity(start, start + 4, HALF, None, units.NAMED["月"], half_month, start, start + 4, "over")
    unit = units.match(text, start + 1)
    if unit is None or unit[0].sort not in ("time", "day", "measure", "share", "count"):
        return None
    value = HALF.scaleb(unit[0].power) if unit[0].sort == "share" else HALF
    if unit[0].sort == "share" and text[start + 1] != "成":
        return None
    end, bound = unit[1], None
    if unit[0].sort == "time" and text.startswith("多", end):
        end, bound = end + 1, "over"
    numeral = Numeral(start, start + 1, HALF)
    return Quantity(start, end, value, None, unit[0], numeral, start, end, bound)


def doubled(text: str, start: int) -> Quantity | None:
    """翻番 and 翻倍 without a number are one doubling."""
    end = start + 2
    if _NAMED_DOUBLING.match(text, end) is not None:
        return None
    return Quantity(start, end, ONE, None, units.DOUBLE, Numeral(start, end, ONE), start, end)


def fused(text: str, start: int) -> Quantity | None:
    """仨月, 俩钟头."""
    unit = units.match("个" + text[start + 1 : start + 4], 0)
    if unit is None or (start and text[start - 1] in "他她你我咱们"):
        return None
    value = Decimal(FUSED[text[start]])
    end = start + unit[1]
    return Quantity(start, end, value, None, unit[0], Numeral(start, end, value), start, end)
