"""Quantities: a numeral with the unit that follows it, joined into lists and ranges, with bound and form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import gcd

from talentx.figures import bounds, exclusions, units
from talentx.figures.binding import bind
from talentx.figures.endings import finish
from talentx.figures.forms import is_nothing, is_priced, set_form
from talentx.figures.joining import join_ranges, share_units
from talentx.figures.numerals import BIG, DIGITS, HALF, ONE, PLAIN, SMALL, TENS, ZERO, Numeral, parse
from talentx.figures.quantity import NO_UNIT, Quantity, Span, divided

_FOLLOW = f"{PLAIN}○半多余餘来把好点分之折个至到、—~～和 {units.OPENING}"
_START = re.compile(
    r"\d|一(?<![另有各前后上下北南东西]一)半|过半(?![天夜百年个生辈])"
    rf"|[{PLAIN}](?=[{_FOLLOW}])|(?<=上)[百千](?=[，。；！？\n]|$)|(?<![壹贰叁肆伍陆柒捌玖])[壹贰叁肆伍陆柒捌玖](?=[拾佰仟万亿元圆角])"
    r"|半(?=[年天日月]|个[月小年]|小时|数)|翻(?=番|倍(?:[，。；、！？）]|增长|$))|[仨俩](?=月|钟头|小时|星期|礼拜)"
)
"""Where a number may begin. A Chinese digit counts only before a character that can go on from it."""

_HALVES = frozenset(("半", "一半", "过半"))
_FUSED = {"仨": 3, "俩": 2}
"""仨月 is three 个月, 俩钟头 two 个钟头."""

_SCALES = frozenset("十百千万亿兆")
_ELLIPTIC = re.compile(
    r"第(?:[一二三四五六七八九十]{1,3}|(?P<arabic>\d{1,2}))"
    r"(?:[、,和及与至到—~-](?(arabic)\d{1,2}|[一二三四五六七八九十]{1,3})){0,8}[、,和及与至到—~-]$"
)
"""第二、三、四层次: what follows an ordinal in its list is an ordinal without its 第."""

_SLASH = re.compile(r"/(\d{1,3})(?![\d/.:万亿千百元\-名人个月年A-Za-z]|小时)")
_MINUS = re.compile(r"(?:(?:^|(?<=[为是达长速率至到约:：，。；（(\s]))[-−]|零下|(?<![胜肩自欺抱])负)$")
_SIGNED = frozenset(("share", "point", "times", "money", "measure"))
_LINKS = frozenset("至到、—-~～和/")
"""After these a Chinese numeral without a unit may still take that of the next one: 三至五家."""

_ENDS = frozenset(("", *"，。；！？\n"))
_LAST_HOUR = 24
_LARGEST_ROUND = 64
_AMONG = frozenset("国界球内省市县区业洲企校的")
"""The last 24 or 8 of a contest are a number, 全国50强 and 世界500强 a name."""

_YEAR = re.compile(r"(?:\d+\.)?\d{4}$")
_CODE = re.compile(r"[〇零○一二三四五六七八九]{5,}$")
"""Digits read out one by one: 六五二〇一八三七 is a telephone, not a number."""

_CLOCK = re.compile(r"[时点:：]$")
_HEADING = re.compile(r"[(（]$|单位[：:为]?$")
"""A scale with a unit alone in brackets or behind 单位 is a table's head: （万元）, 单位：亿元."""


def read(text: str, closed: Sequence[Span]) -> list[Quantity]:
    """The quantities of a text outside the `closed` spans (sorted, disjoint), in text order."""
    found = list(_attached(text, closed))
    share_units(text, found)
    found = join_ranges(text, found)
    for index, quantity in enumerate(found):
        bind(text, quantity, found[index - 1] if index else None)
    for index, quantity in enumerate(found):
        set_form(text, quantity, found[max(0, index - 1) : index + 2])
    return [
        quantity
        for before, quantity in zip([None, *found], found, strict=False)
        if not is_nothing(text, quantity) and not _numbers_a_section(text, before, quantity)
    ]


def _numbers_a_section(text: str, before: Quantity | None, quantity: Quantity) -> bool:
    numeral = quantity.numeral
    if quantity.unit.sort != "none" or (quantity.left, quantity.right) != (numeral.start, numeral.end):
        return False
    return exclusions.numbers_a_section(text, numeral, before.right if before is not None else 0)


def _attached(text: str, closed: Sequence[Span]) -> Iterator[Quantity]:
    """Every numeral with the unit right behind it, names and codes left out."""
    alone = None if closed else _alone(text)
    if alone is not None:
        yield alone
        return
    starts = [start for start, _ in closed]
    pos = 0
    while (found := _START.search(text, pos)) is not None:
        start = found.start()
        at = bisect_right(starts, start)
        if at and closed[at - 1][1] > start:
            pos = closed[at - 1][1]
            continue
        idiom = exclusions.idiom(text, start)
        if idiom is not None:
            pos = max(idiom, start + 1)
            continue
        quantity, pos = _quantity_at(text, found)
        if quantity is not None and (at == len(starts) or quantity.end <= starts[at]):
            yield quantity


def _alone(text: str) -> Quantity | None:
    """A Chinese numeral that is all of the text; among others 廿三 and 〇 are too seldom numbers."""
    numeral = parse(text, 0) if len(text) <= _LONGEST and text[:1] in _DIGITS_ALONE else None
    if numeral is None or numeral.end != len(text) or numeral.scale or numeral.vague or numeral.high:
        return None
    if _CODE.match(text) is not None:
        return None
    return Quantity(0, numeral.end, numeral.value, None, NO_UNIT, numeral, 0, numeral.end, whole=True)


def _quantity_at(text: str, found: re.Match[str]) -> tuple[Quantity | None, int]:
    """The quantity that begins at a match of `_START`, and where to go on."""
    start = found.start()
    if found[0] in _HALVES:
        quantity = _half(text, found)
        return quantity, quantity.end if quantity is not None else found.end()
    if found[0] == "翻":
        return _doubled(text, start), start + 2
    if found[0] in _FUSED:
        return _fused(text, start), start + 2
    before = text[start - 1 : start]
    numeral = parse(text, start)
    if numeral is None or (
        text[start] in _SCALES and (before in _SCALES or _ROW.match(text, max(0, start - 2), start))
    ):
        return None, _digits_end(text, start)
    if before == "第" or (before and before in "、,和及与至到—~-" and _is_elliptic(text, numeral)):
        return None, numeral.end
    quantity = _fraction(text, numeral) or _numbered(text, numeral)
    return quantity, max(quantity.end if quantity is not None else 0, numeral.end)


def _is_elliptic(text: str, numeral: Numeral) -> bool:
    start = numeral.start
    window = max(0, start - 24)
    if text.find("第", window, start) < 0 or numeral.value > 99:
        return False
    found = _ELLIPTIC.search(text, window, start)
    return found is not None and (found["arabic"] is not None) == numeral.arabic


def _doubled(text: str, start: int) -> Quantity | None:
    """翻番 and 翻倍 without a number are one doubling."""
    end = start + 2
    if _NAMED_DOUBLING.match(text, end) is not None:
        return None
    return Quantity(start, end, ONE, None, units.DOUBLE, Numeral(start, end, ONE), start, end)


def _fused(text: str, start: int) -> Quantity | None:
    unit = units.match("个" + text[start + 1 : start + 4], 0)
    if unit is None or (start and text[start - 1] in "他她你我咱们"):
        return None
    value = Decimal(_FUSED[text[start]])
    end = start + unit[1]
    return Quantity(start, end, value, None, unit[0], Numeral(start, end, value), start, end)


_NAMED_DOUBLING = re.compile("计划|行动|工程|式")
_LONGEST = 40
_DIGITS_ALONE = frozenset("".join([*DIGITS, *TENS]))
_ROW = re.compile(rf"[\d{''.join(DIGITS)}]{{2}}")
"""A scale behind two digits closes their number, be it read or not."""
_DIGITS = re.compile(
    rf"[\d.,{PLAIN}{''.join(DIGITS)}{''.join(SMALL)}{''.join(BIG)}]{{{_LONGEST},}}|[\d.,]+|[{PLAIN}]+|.",
    re.DOTALL,
)


def _digits_end(text: str, start: int) -> int:
    """The end of a row of digits too long to be a quantity; it is passed over as a whole."""
    found = _DIGITS.match(text, start)
    return found.end() if found is not None else start + 1


def _half(text: str, found: re.Match[str]) -> Quantity | None:
    """半年, 半个月; 半数, 一半 and 过半 as shares."""
    start, word = found.start(), found[0]
    if word != "半" or text.startswith("数", start + 1):
        begin = start + 1 if word == "过半" else start
        end = found.end() + text.startswith("数", found.end())
        numeral = Numeral(begin, end, HALF)
        over = "过" in word or None
        return Quantity(begin, end, HALF, None, units.PERCENT, numeral, start, end, "over" if over else None)
    if start and text[start - 1] in "上下前后大小多过另头":
        return None
    unit = units.match(text, start + 1)
    if unit is None or unit[0].sort not in ("time", "day"):
        return None
    return Quantity(start, unit[1], HALF, None, unit[0], Numeral(start, start + 1, HALF), start, unit[1])


def _numbered(text: str, numeral: Numeral) -> Quantity | None:
    """A numeral with its unit or with the currency before it, unless the two are something else."""
    start = numeral.start
    plus = text.startswith("+", numeral.end)
    matched = units.match(text, numeral.end + plus, numeral.arabic)
    currency = units.currency_before(text, start)
    counted = matched is not None or currency is not None
    if exclusions.code(text, numeral, counted) and (counted or not is_priced(text, start)):
        return None
    unit, end = matched if matched is not None else (NO_UNIT, numeral.end)
    if currency is not None and unit.sort in ("none", "money"):
        unit = currency[0] if unit.currency in (None, "CNY") else unit
        start = currency[1]
    bound = "over" if plus and matched is not None else numeral.vague
    quantity = Quantity(
        start, end, numeral.value, numeral.high, unit, numeral, start, end, bound, scale=numeral.scale
    )
    _negate(text, quantity)
    return finish(text, quantity) if _fits(text, quantity) else None


def _negate(text: str, quantity: Quantity) -> None:
    """-3.1%, 零下10摄氏度, 负5%."""
    start = quantity.start
    if text[start - 1 : start] not in ("-", "−", "下", "负"):
        return
    if quantity.unit.sort not in _SIGNED and not exclusions.fills_cell(text, start - 1, quantity.end):
        return
    sign = _MINUS.search(text, max(0, start - 2), start)
    if sign is not None:
        quantity.value = -quantity.value
        quantity.start = quantity.left = sign.start()


def _fraction(text: str, numeral: Numeral) -> Quantity | None:
    """三分之一, 百分之八十, 1/4."""
    if text.startswith("分之", numeral.end) and numeral.value:
        top = parse(text, numeral.end + 2)
        if top is None:
            return None
        value = divided(top.value, numeral.value)
        high = None if top.high is None else divided(top.high, numeral.value)
        start, end = numeral.start, top.end
        return Quantity(start, end, value, high, units.PERCENT, top, start, end, top.vague)
    slash = _SLASH.match(text, numeral.end) if numeral.arabic else None
    if slash is None or text[numeral.start - 1 : numeral.start] in ("/", "-"):
        return None
    below = Decimal(slash[1])
    if not ZERO < numeral.value < below or numeral.value != numeral.value.to_integral_value():
        return None
    start, end = numeral.start, slash.end()
    if gcd(int(numeral.value), int(below)) > 1 or _is_list_end(text, end):
        return None
    return Quantity(start, end, divided(numeral.value, below), None, units.PERCENT, numeral, start, end)


def _is_list_end(text: str, end: int) -> bool:
    """75/105平方米 and 3/5天 are lists; 1/3企业 and 1/4英寸 are fractions."""
    unit = units.match(text, end)
    return unit is not None and unit[0].sort in ("money", "measure", "time") and unit[0].name != "英寸"


def _fits(text: str, quantity: Quantity) -> bool:
    """Whether the numeral and the unit make a quantity rather than a date, a word or a name."""
    numeral, sort, name = quantity.numeral, quantity.unit.sort, quantity.unit.name
    before = text[max(0, numeral.start - 3) : numeral.start]
    if name == "年" and numeral.arabic and not numeral.scale:
        return _YEAR.match(text, numeral.start, numeral.end) is None
    if name == "届":
        return numeral.value < 1000
    if name == "分" and _CLOCK.search(before) is not None:
        return False
    if name == "点":
        return numeral.value > _LAST_HOUR and not before.endswith(("第", ":"))
    if name == "强":
        return numeral.value <= _LARGEST_ROUND and before[-1:] not in _AMONG
    if numeral.alone and _HEADING.search(before) is not None:
        return False
    if sort == "share" and quantity.unit.power == -1:
        return numeral.value <= 10 and not numeral.scale and not numeral.alone
    if sort == "double":
        return before[-1:] in ("翻", "了", "两")
    if sort == "day":
        bounded = bounds.after(text, quantity.end)[1] or bounds.before(text, numeral.start)[1]
        return bounded is not None
    if sort == "none" and not numeral.arabic:
        if _CODE.match(text, numeral.start, numeral.end) is not None:
            return False
        linked = text[numeral.end : numeral.end + 1] in _LINKS
        quantity.hedged = not quantity.stands and _is_hedged(text, numeral)
        return quantity.stands or linked or numeral.scale >= 4 or quantity.hedged
    if quantity.start < numeral.start or sort in ("money", "share", "point"):
        return True
    return not (before[-1:].isascii() and before[-1:].isalpha())


def _is_hedged(text: str, numeral: Numeral) -> bool:
    """几十, 十几 and 上百 at the end of a clause."""
    if text[numeral.end : numeral.end + 1] not in _ENDS:
        return False
    return numeral.vague == "over" or (numeral.alone and bounds.before(text, numeral.start)[1] == "over")
