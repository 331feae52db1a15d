"""Whether a numeral and its unit make a quantity, rather than a date, a word or a name."""

from __future__ import annotations

import re

from talentx.figures import bounds
from talentx.figures.numerals import Numeral
from talentx.figures.oddnumbers import CODE
from talentx.figures.quantity import Quantity

MINUS = re.compile(
    r"(?:(?:^|(?<=[为是达长速率至到约比幅:：，。！？；（(\s]))[-−]|零下|(?<![胜肩自欺抱身])负) ?\Z"
)
_LINKS = frozenset("至到、—-~～和/")
"""After these a Chinese numeral without a unit may still take that of the next one: 三至五家."""
_ENDS = frozenset(("", *"，。；！？\n"))
_LAST_HOUR = 24
_LEAST_COMPARED = 10
_COMPARED = re.compile(r"(?:[大小高低多少等]于(?:或者?等于|等于)?|至少|最多|最少|超过|不到|不足|不超过)\Z")
_LONGEST_MONTH = 31
_LARGEST_ROUND = 64
_AMONG = frozenset("国界球内省市县区业洲企校的")
"""The last 24 or 8 of a contest are a number, 全国50强 and 世界500强 a name."""
_LASTING = re.compile(r"(?:公示|为期|历时|期限|期为|限期|时限|连续|持续)[为是]?\Z|限为\Z")
_COIN_AFTER = re.compile(r"钱|[\d一二两三四五六七八九]分")
"""一角 is a corner unless it says that it is money."""
_YEAR = re.compile(r"(?:\d+\.)?\d{4}\Z")
_CLOCK = re.compile(r"[时点:：]\Z")
_CLOCK_WORD = re.compile(r"[上下中正]午|[晚早晨夜午明今昨日时到至]\Z")
_HEADING = re.compile(r"[(（]\Z|单位[：:为]?\Z")
"""A scale with a unit alone in brackets or behind 单位 is a table's head: （万元）, 单位：亿元."""


def fits(text: str, quantity: Quantity) -> bool:
    """Whether the numeral and the unit make a quantity rather than a date, a word or a name."""
    numeral, sort, name = quantity.numeral, quantity.unit.sort, quantity.unit.name
    before = text[max(0, numeral.start - 4) : numeral.start]
    if name == "年" and numeral.arabic and not numeral.scale:
        return _YEAR.match(text, numeral.start, numeral.end) is None
    if name == "届":
        return numeral.value < 1000
    if name == "分" and _CLOCK.search(before) is not None:
        return False
    if text[quantity.end - 1] == "角" and numeral.value == 1:
        return _COIN_AFTER.match(text, quantity.end) is not None
    if name == "点":
        return numeral.value > _LAST_HOUR and not before.endswith(("第", ":"))
    if name == "强":
        return numeral.value <= _LARGEST_ROUND and before[-1:] not in _AMONG
    if numeral.alone and _HEADING.search(before) is not None:
        return False
    if sort == "share" and quantity.unit.power == -1:
        if text[quantity.end - 1] == "折":
            return numeral.value < 100 and numeral.value != 10 and not numeral.scale and not numeral.alone
        return numeral.value <= 10 and not numeral.scale and not numeral.alone
    if sort == "double":
        return before[-1:] in ("翻", "了", "两")
    if sort == "day":
        bounded = bounds.after(text, quantity.end)[1] or bounds.before(text, numeral.start)[1]
        if numeral.value > _LONGEST_MONTH:
            return before[-1:] != "月"
        return bounded is not None or text[numeral.start] == "两" or _LASTING.search(before) is not None
    if sort == "none" and not numeral.arabic:
        if CODE.match(text, numeral.start, numeral.end) is not None:
            return False
        linked = text[numeral.end : numeral.end + 1] in _LINKS
        quantity.hedged = not quantity.stands and _is_hedged(text, numeral)
        quantity.whole = (numeral.pointed and not _CLOCK_WORD.search(before)) or _signed(text, numeral)
        quantity.compared = _is_compared(text, numeral)
        stated = quantity.stands or quantity.hedged or quantity.whole or quantity.compared
        return stated or linked or numeral.scale >= 4
    if quantity.start < numeral.start or sort in ("money", "share", "point"):
        return True
    return not (before[-1:].isascii() and before[-1:].isalpha())


def _is_compared(text: str, numeral: Numeral) -> bool:
    """大于二十, 三十或者以上: what is compared is a number."""
    if numeral.value < _LEAST_COMPARED or numeral.alone:
        return False
    if bounds.after(text, numeral.end)[1] in ("at_least", "at_most"):
        return True
    return _COMPARED.search(text, max(0, numeral.start - 6), numeral.start) is not None


def _signed(text: str, numeral: Numeral) -> bool:
    """负三十二: what is signed is a number."""
    start = numeral.start
    return text[start - 1 : start] == "负" and MINUS.search(text, max(0, start - 3), start) is not None


def _is_hedged(text: str, numeral: Numeral) -> bool:
    """几十, 十几 and 上百 at the end of a clause."""
    if text[numeral.end : numeral.end + 1] not in _ENDS:
        return False
    return numeral.vague == "over" or (numeral.alone and bounds.before(text, numeral.start)[1] == "over")
