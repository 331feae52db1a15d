"""What may stand behind a unit: 一年半, 三成五, 2倍多, 12元5角, and what a share is worth."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.figures import units
from talentx.figures.numerals import EXACT, HALF, parse
from talentx.figures.quantity import Quantity

_MORE = re.compile(r"多(?![元样种方])|有余|余(?![杭姚额款下])")
_HALF = re.compile(r"半(?![数导径岛夜路])")
_HALF_ONE = re.compile(r"[，。；、！？）就]|$")
_TENTH = re.compile(r"[一二三四五六七八九半](?![成个十])")
_CENTS = re.compile(
    r"(?P<jiao>[\d一二两三四五六七八九])[角毛](?P<fen>[\d一二两三四五六七八九]分(?!之|钟))?"
    r"|零(?P<cent>[一二三四五六七八九])"
    r"|(?P<tenth>[二三四五六七八九])(?![十百千万个天年月位名家条点成号楼])"
)
_MAY_EXCEED = frozenset(("time", "times", "share", "money", "measure", "double", "point", "age"))
HUNDREDTH = Decimal("0.01")


def finish(text: str, quantity: Quantity) -> Quantity:
    """Take in what stands behind the unit and scale the value to what it says."""
    sort, end = quantity.unit.sort, quantity.end
    if sort == "share":
        _scale_share(text, quantity)
    elif sort == "money" and text[end - 1] in "元块蚊圆":
        _cents(text, quantity)
    elif sort == "point":
        quantity.times(HUNDREDTH)
    elif quantity.unit.name == "个":
        _inside_unit(text, quantity)
    elif sort in ("time", "times") and (half := _HALF.match(text, end)) is not None:
        quantity.value, quantity.end = EXACT.add(quantity.value, HALF), half.end()
    if quantity.unit.sort in _MAY_EXCEED:
        more = _MORE.match(text, quantity.end)
        if more is not None:
            quantity.end, quantity.bound = more.end(), "over"
    quantity.right = quantity.end
    return quantity


def _inside_unit(text: str, quantity: Quantity) -> None:
    """3个半月, 一个半小时, 五个多月, 个把月: 半, 多 or 把 inside the unit."""
    inner = text[quantity.end : quantity.end + 1]
    if inner not in ("半", "多", "把"):
        return
    if inner == "半" and _HALF_ONE.match(text, quantity.end + 1) is not None:
        quantity.value, quantity.end = EXACT.add(quantity.value, HALF), quantity.end + 1
        return
    unit = units.match("个" + text[quantity.end + 1 : quantity.end + 6], 0)
    if unit is None or unit[0].sort != "time":
        return
    quantity.unit, quantity.end = unit[0], quantity.end + unit[1]
    if inner == "半":
        quantity.value = EXACT.add(quantity.value, HALF)
    else:
        quantity.bound = "over" if inner == "多" else "about"


def _scale_share(text: str, quantity: Quantity) -> None:
    """5% is 0.05, 三成五 0.35, 八五折 0.85."""
    power = quantity.unit.power
    if power == -1:
        tenth = _TENTH.match(text, quantity.end)
        if tenth is not None:
            part = HALF if tenth[0] == "半" else Decimal("一二三四五六七八九".index(tenth[0]) + 1) / 10
            quantity.value, quantity.end = EXACT.add(quantity.value, part), tenth.end()
        if quantity.value > 10:
            power = -2
    quantity.times(Decimal(1).scaleb(power))


def _cents(text: str, quantity: Quantity) -> None:
    """123元1角1分, 一块二, 三块零四."""
    found = _CENTS.match(text, quantity.end)
    if found is None or quantity.high is not None:
        return
    if found["jiao"] is None and text[quantity.end - 1] not in "块蚊":
        return
    parts = ((found["jiao"] or found["tenth"], 10), (found["fen"] or found["cent"], 1))
    for digits, cents in parts:
        digit = parse(digits, 0) if digits else None
        if digit is not None:
            quantity.value = EXACT.add(quantity.value, EXACT.multiply(digit.value, cents * HUNDREDTH))
    quantity.end = found.end()
