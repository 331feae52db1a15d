"""Changes: growth, decline, multiples and from-to changes, with the sign the verb gives them."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.figures.units import PERCENT
from talentx.figures.numerals import EXACT
from talentx.figures.quantities import Quantity
from talentx.figures.tables import rows

_FILLER = r"(?:了|达到?|高达|为|约为|的|幅度为|幅度达到?|比例为|比例达到?|率为|率达到?|接近|超过|均超|均|也|就|就有|仅|仅为|[:：])*"


def _verbs(needs: str) -> tuple[re.Pattern[str], dict[str, int]]:
    signs: dict[str, int] = {}
    parts: list[str] = []
    for sign, listed, guard, need in rows("changes.tsv", 4):
        if need == needs:
            listed_words = sorted(listed.split(), key=len, reverse=True)
            signs.update(dict.fromkeys(listed_words, -1 if sign == "-" else 1))
            guarded = f"(?<![{guard}])" if guard else ""
            parts.append(f"{guarded}(?:{'|'.join(listed_words)})")
    return re.compile(rf"(?P<verb>{'|'.join(parts)})(?!值|额|至){_FILLER}$"), signs


_VERB, _SIGNS = _verbs("")
_COMPARED, _COMPARED_SIGNS = _verbs("比")
_COMPARISON = re.compile(r"[比较][^，。；]*$|(?:同比|环比|相比|较)[^。；]*$")
_PREFIX = re.compile(r"(?:同比|环比|年均|累计|平均|逐年|分别|同期|又|再|已|净|约|年度|月均|比(?:上年|去年|上月)(?:同期)?)*$")
_POINTS = re.compile(
    r"(?P<verb>高于|低于|高出|低|高|领先|落后|超出|超过)(?:[^，。；\d]{1,10}?)(?:平均(?:水平|值)?)?(?:约|近|超|了)?$"
)
_POINT_SIGNS = {"低于": -1, "低": -1, "落后": -1}
_SHORTENED = re.compile(
    r"[^，。；\d]{0,6}?(?:缩短|压缩|压减|缩减|精简|缩|压|减|降|提速|优化|延长|提高|增加)(?:了)?(?:到|至|为|成)了?(?:约|近|不到|不足|最快)?"
)
_FROM = re.compile(r"(?:从|由)[^，。；\d]{0,6}$")
_OF_TEN = re.compile(r"(?:里|中|当中|里头|里面)[，,]?(?:就)?有")
_RATE = re.compile(r"(?P<verb>增速|增幅|涨幅|升幅|增长率|降幅|减幅|跌幅)[^。；\d]{1,20}(?:为|达到?|高达)(?:约|近|超过?)?$")
_RATE_SIGNS = {"降幅": -1, "减幅": -1, "跌幅": -1}
_WINDOW = 16


def merged(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join what two quantities state together: 从12个月缩短至3个月 (the new value), 十个里有八个 (a share)."""
    kept: list[Quantity] = []
    for right in found:
        left = kept[-1] if kept else None
        if left is not None and left.high is None and right.high is None:
            if _of_ten(text, left, right) or _shortened(text, left, right):
                kept.pop()
        kept.append(right)
    return kept


def _of_ten(text: str, left: Quantity, right: Quantity) -> bool:
    if left.unit != right.unit or left.value > 10 or right.value >= left.value or not left.unit.name:
        return False
    if _OF_TEN.fullmatch(text, left.right, right.left) is None:
        return False
    right.value = EXACT.divide(right.value, left.value)
    right.unit = PERCENT
    right.start = right.left = left.left
    return True


def _shortened(text: str, left: Quantity, right: Quantity) -> bool:
    if left.unit.sort not in ("time", "day") or right.unit.sort not in ("time", "day"):
        return False
    if _SHORTENED.fullmatch(text, left.right, right.left) is None:
        return False
    begin = _FROM.search(text, max(0, left.left - 9), left.left)
    if begin is None:
        return False
    right.start = right.left = begin.start()
    right.change = 1
    return True


def mark(text: str, quantity: Quantity, floor: int) -> None:
    """Set the sign and reach of a change: the verb right before the quantity (同比增长近三成, 减少4.1万人).

    Nothing left of `floor`, the end of the figure before, is read.
    """
    sort = quantity.unit.sort
    if quantity.change or sort in ("age", "grade", "day") or quantity.form in ("article", "enumerator"):
        return
    if sort == "double":
        _doubled(text, quantity)
        return
    begin = max(floor, quantity.left - _WINDOW)
    found = _VERB.search(text, begin, quantity.left)
    signs = _SIGNS
    if found is None:
        found = _COMPARED.search(text, begin, quantity.left)
        signs = _COMPARED_SIGNS
        if found is not None and _COMPARISON.search(text, max(0, found.start() - 20), found.start()) is None:
            found = None
    if found is None and quantity.bound in ("under", "over") and sort == "point":
        found, signs = _VERB_IN_BOUND.search(text, begin, quantity.start), _POINT_SIGNS
    if found is None and sort in ("point", "share", "times"):
        found, signs = _POINTS.search(text, begin, quantity.left), _POINT_SIGNS
        if found is not None and sort != "point" and quantity.unit.sort == "share" and found["verb"] in ("超过", "低", "高"):
            found = None
    if found is None and sort == "share":
        found, signs = _RATE.search(text, max(floor, quantity.left - 30), quantity.left), _RATE_SIGNS
        if found is not None:
            _sign(quantity, signs.get(found["verb"], 1))
            return
    if found is None:
        if sort in ("point", "times"):
            quantity.change = 1
        return
    if sort in ("time",) and found["verb"] in ("增", "减", "降", "高", "低", "长", "快", "延长", "增加"):
        return
    _sign(quantity, signs.get(found["verb"], 1))
    prefix = _PREFIX.search(text, max(floor, found.start() - 8), found.start())
    quantity.left = prefix.start() if prefix is not None else found.start()


def _sign(quantity: Quantity, sign: int) -> None:
    quantity.change = sign
    if sign < 0:
        low, high = quantity.value, quantity.high
        quantity.value = -low if high is None else -high
        quantity.high = None if high is None else -low


_VERB_IN_BOUND = re.compile(r"(?P<verb>高于|低于|高出|超出)$")


def _doubled(text: str, quantity: Quantity) -> None:
    """翻一番 is 2 times, 翻四番 16 times."""
    quantity.change = 1
    times = quantity.value
    if times == times.to_integral_value() and 0 < times <= 20:
        quantity.value = Decimal(2 ** int(times))
    begin = text.rfind("翻", max(0, quantity.left - 3), quantity.left)
    if begin >= 0:
        quantity.left = begin


