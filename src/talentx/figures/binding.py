"""The bound of a quantity, from all sides, and what it is per."""

from __future__ import annotations

import re

from talentx.figures import bounds
from talentx.figures.clause import clause_start
from talentx.figures.quantity import Quantity
from talentx.vocabulary import Bound

_EACH = (
    "平方公里|立方米|平方米|平米|千瓦时|公斤|千克|公里|小时|分钟|盎司|课时|学期|学年|季度|项目?|万人?|百人"
    "|人|户|家|月|年|天|日|周|亩|生|次|个|篇|件|套|名|位|吨|辆|台|间|期|班|岗|度|股|瓶|盒|箱|袋|杯|碗|斤|克|升|桶"
    "|张|条|晚|夜|节|席|床|票|单|秒|公顷|千"
)
_AVERAGE = "人|户|月|年|日|周|亩|地|校|企|单|套"
PER_WORD = re.compile(rf"每一?个?({_EACH})|({_AVERAGE})均(?![衡匀等为是有已由能在]|可(?!支配))")
_PER_AFTER = re.compile(
    rf"(?:/|每(?=[人年月天户公小瓶股亩吨平立盎斤千]))(?:{_EACH}|㎡|m²|m³|kg|km|h(?![A-Za-z]))(?:[/·•][人年月天日次])?"
)
_PER_FIRST = frozenset(("/", "每"))
_PER_SAME = {
    "名": "人",
    "位": "人",
    "生": "人",
    "日": "天",
    "公斤": "千克",
    "kg": "千克",
    "平米": "平方米",
    "㎡": "平方米",
    "m²": "平方米",
    "m³": "立方米",
    "km": "公里",
    "h": "小时",
}
_SPAN_OF_TIME = frozenset(("年", "月", "天", "周", "小时"))
_LASTED = re.compile(r"[时达了期有长需约龄历]\Z")
_GOVERNED = re.compile(r"[^，。；：:！？\n最\d]{0,16}?(?:和|及|以及|或|、|并|/)[^，。；：:！？\n]{0,4}")
_CLOCK_UNITS = frozenset(("小时", "分钟", "秒"))
_EACH_BEFORE = re.compile(r"每一?[^\W\d_]{1,2}\Z")
_HINT = re.compile("[最限顶至少每均]")
"""Without one of these, nothing further left in the clause bounds a number or says what it is per."""
_THAN = re.compile(r" ?([大高多长低小少短])(?=[，。；、！？的一 \n]|\Z)")
WINDOW = 24
_LISTED = frozenset(
    (
        "、",
        "/",
        "和",
        "及",
        "或",
        "与",
        "或者",
        "以及",
        "提高到",
        "增加到",
        "增至",
        "升至",
        "降至",
        "降到",
        "涨到",
        "到",
        "至",
    )
)


def bind(text: str, quantity: Quantity, previous: Quantity | None) -> None:
    """Set the bound and the per of a quantity and extend it over their words."""
    floor = previous.right if previous is not None else 0
    _per_after(text, quantity)
    right, after = _after(text, quantity)
    left, before = bounds.before(text, quantity.left, floor)
    if before is None and (each := _EACH_BEFORE.search(text, max(floor, quantity.left - 4), quantity.left)):
        left, before = bounds.before(text, each.start(), floor)
        left = left if before is not None else quantity.left
    if before == "nearly" and _is_recent(text, quantity, left):
        left, before = quantity.left, None
    elif quantity.unit.sort == "share" or _HINT.search(text, max(0, quantity.left - WINDOW), quantity.left):
        clause = clause_start(text, max(floor, quantity.left - WINDOW), quantity.left)
        if before is None:
            left, before = _from_afar(text, quantity, clause)
        if quantity.per is None or quantity.per in _SPAN_OF_TIME:
            quantity.per = _both(_per(text[clause : quantity.start]), quantity.per)
    if previous is not None:
        if before is None and _governed(text, previous, quantity):
            before = "at_most"
        quantity.per = quantity.per or _shared_per(text, quantity, previous)
    quantity.bound = "range" if quantity.high is not None else before or after or quantity.bound
    quantity.left, quantity.right = left, right


def _both(before: str | None, after: str | None) -> str | None:
    """每人3000元/月 is per person and month."""
    if before is None or after is None or after in before.split("·"):
        return before or after
    return f"{before}·{after}" if before not in _SPAN_OF_TIME else after


def _from_afar(text: str, quantity: Quantity, clause: int) -> tuple[int, Bound | None]:
    """A bound further left in the clause."""
    left, bound = bounds.far(text, quantity.left, clause)
    if bound is None and quantity.unit.sort == "share":
        left, bound = bounds.of_whole(text, quantity.left, clause)
    return left, bound


def _is_recent(text: str, quantity: Quantity, left: int) -> bool:
    """近三年 is the recent past, 历时近三年 a length of time."""
    if quantity.unit.sort not in ("time", "day") or quantity.unit.name in _CLOCK_UNITS:
        return False
    if text[left : quantity.left] != "近":
        return False
    return _LASTED.search(text, max(0, left - 1), left) is None


def _after(text: str, quantity: Quantity) -> tuple[int, Bound | None]:
    right, bound = bounds.after(text, quantity.right)
    if bound is None and text[max(0, quantity.left - 2) : quantity.left].rstrip(" ").endswith("比"):
        than = _THAN.match(text, quantity.right)
        if than is not None:
            return than.end(), "over" if than[1] in "大高多长" else "under"
    limits = quantity.unit.sort in ("time", "day", "measure")
    if bound == "at_most" and not limits and text[quantity.right : right] == "内":
        return quantity.right, None
    return right, bound


def _per_after(text: str, quantity: Quantity) -> None:
    """2万元/年, 3000元每月."""
    found = (
        _PER_AFTER.match(text, quantity.end) if text[quantity.end : quantity.end + 1] in _PER_FIRST else None
    )
    if found is not None and quantity.unit.sort != "none":
        parts = found[0].lstrip("/每").replace("/", "·").replace("•", "·").split("·")
        quantity.per = "·".join(_PER_SAME.get(part, part) for part in parts)
        quantity.right = found.end()


def _governed(text: str, previous: Quantity, quantity: Quantity) -> bool:
    """Whether the 最高 before the previous member of a list governs this one too."""
    if previous.bound != "at_most" or previous.unit != quantity.unit:
        return False
    if "最" not in text[previous.left : previous.start]:
        return False
    return _GOVERNED.fullmatch(text, previous.right, quantity.left) is not None


def _shared_per(text: str, quantity: Quantity, previous: Quantity) -> str | None:
    """每月3000元、1500元: both are per month."""
    if previous.per is None or previous.unit != quantity.unit:
        return None
    return previous.per if text[previous.right : quantity.left].strip() in _LISTED else None


def _per(clause: str) -> str | None:
    """每人每月 → 人·月, 人均 → 人."""
    if "每" not in clause and "均" not in clause:
        return None
    named = (found[1] or found[2] for found in PER_WORD.finditer(clause))
    parts = dict.fromkeys(_PER_SAME.get(part, part) for part in named)
    return "·".join(sorted(parts, key=lambda part: part in _SPAN_OF_TIME)[:2]) or None
