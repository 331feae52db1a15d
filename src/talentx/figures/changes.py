"""Changes: growth, decline, multiples and from-to changes, with the sign that the verb gives them."""

from __future__ import annotations

import re
from decimal import Decimal

from talentx.figures import units
from talentx.figures.quantity import Quantity, divided
from talentx.figures.tables import rows
from talentx.figures.units import PERCENT

_FILLER = r"(?:了|[高]?达|达到|约?为|的|(?:幅度|比例|率)(?:为|达到?)|接近|均?超过?|均|也|就有?|仅为?|[:：])*"


def _verbs(needs: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The verbs of `changes.tsv` that need nothing, or a comparison (比), as a pattern; and their signs."""
    signs: dict[str, int] = {}
    parts: list[str] = []
    for sign, listed, guard, need in rows("changes.tsv", 4):
        if need == needs:
            verbs = sorted(listed.split(), key=len, reverse=True)
            signs.update(dict.fromkeys(verbs, -1 if sign == "-" else 1))
            parts.append(f"{f'(?<![{guard}])' if guard else ''}(?:{'|'.join(verbs)})")
    return re.compile(rf"(?P<verb>{'|'.join(parts)})(?!值|额|至|到|为(?<![幅率速]为)){_FILLER}\Z"), signs


_VERB, _SIGNS = _verbs("")
_COMPARED, _COMPARED_SIGNS = _verbs("比")
_SIGNS.update(_COMPARED_SIGNS)
_SIGNS.update({"落后": -1, "领先": 1, "增速": 1, "增长率": 1})
_MOVED, _MOVED_SIGNS = _verbs("位")
_SIGNS.update(_MOVED_SIGNS)
_POSITION = re.compile(r"[位名]次|排[名位]|[居列第]")
_AFTER_MOVE = re.compile(r"[，。；、！？：,;）)”\s至到居列位跃]|\n|\Z")
_COMPARISON = re.compile(r"[比较][^，。；！？\n]*\Z|(?:同比|环比|相比|较)[^。；！？\n]*\Z")
_PREFIX = re.compile(
    r"(?:同比|环比|年均|累计|平均|逐年|分别|同期|又|再|已|净|约|年度|月均|比(?:上年|去年|上月)(?:同期)?)*\Z"
)
_THAN_OTHERS = re.compile(
    r"(?P<verb>高于|低于|高出|低|高|领先|落后|超出|超过)[^，。；！？\n\d]{1,10}?(?:平均(?:水平|值)?)?[约近超了]?\Z"
)
_IN_BOUND = re.compile(r"(?P<verb>高于|低于|高出|超出)\Z")
_RATE = re.compile(
    r"(?P<verb>增速|增幅|涨幅|升幅|增长率|降幅|减幅|跌幅)[^。；！？\n\d]{1,20}(?:为|高?达到?)(?:约|近|超过?)?\Z"
)
_SHORTENED = re.compile(
    r"[^，。；\d]{0,6}?(?:缩短|压缩|压减|缩减|减少|精简|缩|压|减|降|提速|优化|延长|提高|增加)了?[到至为成]了?"
    r"(?:约|近|不到|不足|最快)?"
)
_FROM = re.compile(r"[从由][^，。；！？\n\d]{0,6}\Z")
_OF_TEN = re.compile(r"(?:里|中|当中|里头|里面)[，,]?就?有")
_WINDOW = 16
_LISTED = frozenset(("、", "和", "及", "与"))
_LAST = frozenset("了达到为的率接近超过均也就有仅是约:：") | {
    word[-1] for _, listed, _, _ in rows("changes.tsv", 4) for word in listed.split()
}
"""What the stretch before a change ends in; anything else needs no search."""


def merged(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join what two state together: 从12个月缩短至3个月 (the new value), 十个里有八个 (a share)."""
    kept: list[Quantity] = []
    for right in found:
        left = kept[-1] if kept else None
        if (
            left is not None
            and right.left - left.right <= 16
            and left.high is None
            and right.high is None
            and (_of_ten(text, left, right) or _shortened(text, left, right))
        ):
            kept.pop()
        kept.append(right)
    return kept


def _of_ten(text: str, left: Quantity, right: Quantity) -> bool:
    if left.unit != right.unit or left.value > 10 or right.value >= left.value or not left.unit.name:
        return False
    if _OF_TEN.fullmatch(text, left.right, right.left) is None:
        return False
    right.value = divided(right.value, left.value)
    right.unit, right.form = PERCENT, "plain"
    right.start = right.left = left.left
    return True


def _shortened(text: str, left: Quantity, right: Quantity) -> bool:
    lengths = ("time", "day")
    if left.unit.sort not in lengths or right.unit.sort not in lengths:
        return False
    if _SHORTENED.fullmatch(text, left.right, right.left) is None:
        return False
    begin = _FROM.search(text, max(0, left.left - 9), left.left)
    if begin is None:
        return False
    right.start = right.left = begin.start()
    right.change = 1
    return True


def carry(text: str, previous: Quantity, quantity: Quantity) -> None:
    """Give a member of a list the change of the one before it: 分别下降3.1%和4.2%."""
    if not previous.change or previous.unit != quantity.unit or quantity.left != quantity.start:
        return
    if text[previous.right : quantity.left] not in _LISTED:
        return
    if previous.change < 0 < quantity.value:
        low, high = quantity.value, quantity.high
        quantity.value = -low if high is None else -high
        quantity.high = None if high is None else -low
    quantity.change = previous.change


def mark(text: str, quantity: Quantity, floor: int) -> None:
    """Mark a quantity that states a change: set its sign and take in the verb (同比增长近三成).

    Nothing left of `floor`, the end of the quantity before, is read.
    """
    sort = quantity.unit.sort
    if quantity.change or sort in ("age", "grade", "day") or quantity.form in ("article", "enumerator"):
        return
    if sort == "double":
        _doubled(text, quantity)
        return
    verb = _move(text, quantity, floor) or _verb(text, quantity, floor) or _comparison(text, quantity, floor)
    if verb is not None:
        _sign(quantity, verb["verb"])
        prefix = _PREFIX.search(text, max(floor, verb.start() - 8), verb.start())
        quantity.left = prefix.start() if prefix is not None else verb.start()
    elif sort in ("point", "times"):
        quantity.change = 1
    elif sort == "share":
        rate = _RATE.search(text, max(floor, quantity.left - 30), quantity.left)
        if rate is not None:
            _sign(quantity, rate["verb"])


def _move(text: str, quantity: Quantity, floor: int) -> re.Match[str] | None:
    """A move between ranks: 排名前移1位, 跃升63位, 位次提升5个位次; its unit is 位."""
    printed = text[quantity.end - 1]
    if quantity.unit.name not in ("人", "位") or printed not in "位名次" or text[quantity.end - 2] in "每":
        return None
    found = _MOVED.search(text, max(floor, quantity.left - 6), quantity.left)
    if found is None or _AFTER_MOVE.match(text, quantity.right) is None:
        return None
    if printed == "名" and _POSITION.search(text, max(0, found.start() - 20), found.start()) is None:
        return None
    quantity.unit = units.PLACES
    return found


def _verb(text: str, quantity: Quantity, floor: int) -> re.Match[str] | None:
    """A verb of change right before: 增长5%, 比上年多3人."""
    if text[quantity.left - 1 : quantity.left] not in _LAST:
        return None
    begin = max(floor, quantity.left - _WINDOW)
    found = _VERB.search(text, begin, quantity.left)
    if found is None:
        found = _COMPARED.search(text, begin, quantity.left)
        if found is not None and not _COMPARISON.search(text, max(0, found.start() - 20), found.start()):
            return None
    if found is not None and quantity.unit.sort == "time" and len(found["verb"]) == 1:
        return None
    return found


def _comparison(text: str, quantity: Quantity, floor: int) -> re.Match[str] | None:
    """A distance from others: 低于全市1.1个百分点, 高出全国平均三成."""
    sort = quantity.unit.sort
    if sort not in ("point", "share", "times"):
        return None
    begin = max(floor, quantity.left - _WINDOW)
    if sort == "point" and quantity.bound in ("under", "over"):
        bound = _IN_BOUND.search(text, begin, quantity.start)
        if bound is not None:
            return bound
    found = _THAN_OTHERS.search(text, begin, quantity.left)
    if found is not None and sort == "share" and found["verb"] in ("超过", "低", "高"):
        return None
    return found


def _sign(quantity: Quantity, verb: str) -> None:
    quantity.change = _SIGNS.get(verb, 1)
    if quantity.change < 0:
        low, high = quantity.value, quantity.high
        quantity.value = -low if high is None else -high
        quantity.high = None if high is None else -low


def _doubled(text: str, quantity: Quantity) -> None:
    """翻一番 is 2 times, 翻四番 16 times."""
    quantity.change = 1
    times = quantity.value
    if times == times.to_integral_value() and 0 < times <= 20:
        quantity.value = Decimal(2 ** int(times))
    begin = text.rfind("翻", max(0, quantity.left - 3), quantity.left)
    if begin >= 0:
        quantity.left = begin
