"""What may stand behind a unit: 一年半, 三成五, 2倍多, 12元5角, and what a share is worth."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.figures import units
from talentx.figures.digits import DIGITS, EXACT, HALF
from talentx.figures.numerals import parse
from talentx.figures.quantity import Quantity

_MORE = re.compile(r"多(?![元样种方])|有余|余(?![杭姚额款下])")
_HALF = re.compile(r"半(?![数导径岛夜路])")
_HALF_ONE = re.compile(r"[，。；、！？）就]|\n|\Z")
_TENTH = re.compile(r"[1-9一二三四五六七八九半](?![成个十\d百千万亿年月日.])")
_DIGIT = r"[\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖]"
_NO_COUNT = r"(?![十百千万个天年月位名家条点成号楼\d二两三四五六七八九]|分之|分钟)"
_CENTS = re.compile(
    rf"零?(?P<jiao>{_DIGIT})[角毛毫](?:(?P<fen>{_DIGIT})(?:分(?!之|钟)|仙|(?=[，。；！？、）整\n]|\Z)))?"
    rf"|零?(?P<cents>{_DIGIT})(?:分(?!之|钟)|仙)"
    rf"|零(?P<cent>[一二三四五六七八九]){_NO_COUNT}"
    rf"|(?P<tenth>[1-9一二三四五六七八九]){_NO_COUNT}"
)
_FEN = re.compile(rf"({_DIGIT})(?:分(?!之|钟)|(?=[，。；、！？）一]|\n|\Z))")
_SMALLER: dict[str, dict[str, int]] = {
    "年": {"月": 12},
    "周": {"天": 7},
    "天": {"小时": 24, "分钟": 1440},
    "小时": {"分钟": 60, "秒": 3600},
    "分钟": {"秒": 60},
    "斤": {"两": 10},
}
"""The smaller units that may follow one (两年零三个月, 三斤五两), and how many of each it is."""
_FOLLOWING = re.compile(r"[零又]?(?=[\d一二两三四五六七八九十])")
_TIME_PART = re.compile(r"(?:分|时)(?![之钟间数光候段期])")
_TIME_PARTS = {"分": "分钟", "时": "小时"}
_NIGHTS = re.compile(r"[\d一二两三四五六七八九十]{1,2}[夜晚](?!上)")
_METRE_TENTH = re.compile(r"[一二三四五六七八九]{1,2}(?=[，。；、！？）的多高长宽深到至左上以—~-]|\n|\Z)")
_MAY_EXCEED = frozenset(("time", "times", "share", "money", "measure", "double", "point", "age"))
HUNDREDTH = Decimal("0.01")


def finish(text: str, quantity: Quantity) -> Quantity:
    """Take in what stands behind the unit and scale the value to what it says."""
    sort, end = quantity.unit.sort, quantity.end
    if sort == "share":
        _scale_share(text, quantity)
    elif sort == "money" and text[end - 1] in "元块蚊圆":
        _cents(text, quantity)
    elif sort == "money" and text[end - 1] in "角毛":
        _fen(text, quantity)
    elif sort == "point":
        quantity.times(HUNDREDTH)
    elif quantity.unit.name == "个":
        _inside_unit(text, quantity)
    elif quantity.unit.name == "米" and (tenth := _METRE_TENTH.match(text, end)) is not None:
        for place, digit in enumerate(tenth[0], 1):
            quantity.value = EXACT.add(quantity.value, _value(digit).scaleb(-place))
        quantity.end = tenth.end()
    if quantity.unit.name == "天" and (night := _NIGHTS.match(text, quantity.end)) is not None:
        quantity.end = night.end()
    if sort in ("time", "times", "measure", "age") and quantity.high is None:
        _half_more(text, quantity)
        _smaller(text, quantity)
    if quantity.unit.sort in _MAY_EXCEED:
        more = _MORE.match(text, quantity.end)
        if more is not None:
            quantity.end, quantity.bound = more.end(), "over"
    quantity.right = quantity.end
    return quantity


def _half_more(text: str, quantity: Quantity) -> None:
    """一年半, 三斤半, 五分半钟."""
    half = _HALF.match(text, quantity.end)
    if half is not None:
        quantity.value, quantity.end = EXACT.add(quantity.value, HALF), half.end()
        quantity.end += text.startswith("钟", quantity.end) and quantity.unit.name == "分钟"


def _smaller(text: str, quantity: Quantity) -> None:
    """两年零三个月 is 27 months, 三斤五两 35 两: all that is said, in the smallest unit named."""
    while (smaller := _SMALLER.get(quantity.unit.name or "")) is not None:
        begin = _FOLLOWING.match(text, quantity.end)
        numeral = parse(text, begin.end()) if begin is not None else None
        if numeral is None or numeral.high is not None or numeral.scale:
            return
        unit = units.match(text, numeral.end, arabic=False) or _time_part(text, numeral.end)
        many = smaller.get(unit[0].name or "") if unit is not None else None
        if unit is None or many is None or numeral.value >= many:
            return
        quantity.value = EXACT.add(EXACT.multiply(quantity.value, Decimal(many)), numeral.value)
        quantity.unit, quantity.end = unit
        _half_more(text, quantity)


def _time_part(text: str, pos: int) -> tuple[units.Unit, int] | None:
    """两小时十分, 8天20时: after a longer unit 分 and 时 are lengths of time."""
    found = _TIME_PART.match(text, pos)
    return (units.NAMED[_TIME_PARTS[found[0]]], found.end()) if found is not None else None


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
        bare = units.match(text, quantity.end + 1)
        if bare is None or bare[0].sort != "time":
            return
        unit = bare[0], bare[1] - quantity.end
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
            part = HALF if tenth[0] == "半" else _value(tenth[0]) / 10
            quantity.value, quantity.end = EXACT.add(quantity.value, part), tenth.end()
        if quantity.value > 10:
            power = -2
    quantity.times(Decimal(1).scaleb(power))


def _cents(text: str, quantity: Quantity) -> None:
    """123元1角1分, 一块二, 三块零四, 五蚊六毫."""
    found = _CENTS.match(text, quantity.end)
    if found is None or quantity.high is not None:
        return
    if (found["tenth"] or found["cent"]) and text[quantity.end - 1] not in "块蚊":
        return
    parts = ((found["jiao"] or found["tenth"], 10), (found["fen"] or found["cent"] or found["cents"], 1))
    for digit, cents in parts:
        if digit:
            quantity.value = EXACT.add(quantity.value, EXACT.multiply(_value(digit), cents * HUNDREDTH))
    quantity.end = found.end()


def _value(digit: str) -> Decimal:
    """The value of one digit, Arabic, Chinese or capital."""
    return Decimal(digit) if digit.isdecimal() else Decimal(DIGITS[digit])


def _fen(text: str, quantity: Quantity) -> None:
    """两角五分, 两毛五."""
    found = _FEN.match(text, quantity.end)
    if found is not None:
        quantity.value = EXACT.add(quantity.value, EXACT.multiply(_value(found[1]), HUNDREDTH))
        quantity.end = found.end()
