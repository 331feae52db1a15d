"""Lists and ranges: members that share a unit or a scale, and two numbers that are one range."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from talentx.figures.digits import EXACT
from talentx.figures.endings import HUNDREDTH
from talentx.figures.quantity import Quantity
from talentx.figures.units import YUAN

_LISTED = frozenset(("、", "/", "和", "及", "或", "与", "或者", "以及", "\\"))
_RANGED = re.compile(r" ?(?:--?|——?|–|－－?|~|～|〜|至|到|―|─) ?")
_LOWER = frozenset(("over", "at_least"))
_UPPER = frozenset(("under", "at_most"))
_BOTH = re.compile(r"的?同时|[，,、]? ?(?:但|并且?|且|而|又|同时)也?|")
_TEN = 10
_FURTHEST = 1000
"""A list's members are of one order: in 2000、3万元 the first is no 20000000."""


def share_units(text: str, found: list[Quantity]) -> None:
    """Give members of a list the unit and scale of the next: 15/30万元, 2至4亿元, 500、300和100万元."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit.sort != "none" or right.start - left.end > 4:
            continue
        gap = text[left.end : right.start]
        ranged = _RANGED.fullmatch(gap) is not None
        hundreds = ranged and right.scale and not right.numeral.arabic and left.value < _TEN
        if right.unit.sort == "none" and right.scale < 4 and not hundreds:
            continue
        if not ranged and gap not in _LISTED:
            continue
        if left.numeral.value == left.value and (left.numeral.arabic or not right.numeral.arabic):
            _share(left, right, ranged)


def share_currencies(text: str, found: list[Quantity]) -> None:
    """Give the members of a list the currency named before its first: 港币20万元、10万元和5万元."""
    for left, right in pairwise(found):
        if left.unit.sort != "money" or left.unit == YUAN or right.unit != YUAN or right.start - left.end > 4:
            continue
        gap = text[left.end : right.start]
        if (left.start < left.numeral.start or left.shared) and (
            gap in _LISTED or _RANGED.fullmatch(gap) is not None
        ):
            right.unit, right.shared = left.unit, True


def share_leading_currency(text: str, found: list[Quantity]) -> None:
    """Give the end of a range the currency that stands before its start: US$8-12, HK$2至3亿."""
    for left, right in pairwise(found):
        if left.unit.sort != "money" or right.unit.sort != "none" or left.start == left.numeral.start:
            continue
        if right.start - left.end <= 4 and _RANGED.fullmatch(text, left.end, right.start) is not None:
            right.unit = left.unit


def _share(left: Quantity, right: Quantity, ranged: bool) -> None:
    if right.scale and not left.scale:
        mantissa = right.value.scaleb(-right.scale, EXACT)
        if left.value <= mantissa or (not ranged and left.value <= mantissa * _FURTHEST):
            left.times(Decimal(10**right.scale))
            left.scale = right.scale
    left.unit = right.unit
    if right.unit.sort == "share":
        left.times(Decimal(1).scaleb(right.unit.power))
    elif right.unit.sort == "point":
        left.times(HUNDREDTH)


def join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Make one of two that are a range: 500万元到2000万元, 30—50家, 介于10万元和20万元之间."""
    joined: list[Quantity] = []
    for right in found:
        left = joined[-1] if joined else None
        if left is None or right.start - left.end > 4 or not _is_range(text, left, right):
            joined.append(right)
            continue
        left.high = right.value if right.high is None else right.high
        left.unit, left.bound, left.scale = right.unit, None, max(left.scale, right.scale)
        left.end = left.right = right.end
        if text.startswith("之间", left.end):
            left.right = left.end + 2
    return joined


def join_bounds(text: str, found: list[Quantity]) -> list[Quantity]:
    """Make one range of two that bound it from both sides: 大于20小于35, 3年以上7年以下, 最多100最少20个."""
    joined: list[Quantity] = []
    for right in found:
        left = joined[-1] if joined else None
        if left is None or not _bounds_both(text, left, right):
            joined.append(right)
            continue
        unit = right.unit if left.unit.sort == "none" else left.unit
        low, high = sorted((left.value, right.value))
        left.value, left.high, left.bound, left.unit = low, high, "range", unit
        left.end, left.right = right.end, right.right
        left.per = left.per or right.per
    return joined


def _bounds_both(text: str, left: Quantity, right: Quantity) -> bool:
    if (left.bound in _LOWER) != (right.bound in _UPPER) or (left.bound in _UPPER) != (right.bound in _LOWER):
        return False
    if left.bound not in _LOWER | _UPPER or left.high is not None or right.high is not None:
        return False
    if left.unit != right.unit and "none" not in (left.unit.sort, right.unit.sort):
        return False
    rising = left.bound in _LOWER
    if left.value == right.value or (left.value < right.value) != rising:
        return False
    if _BOTH.fullmatch(text, left.right, right.left) is not None:
        return True
    parted = text[left.right : right.left].strip() in ("，", ",", "、")
    return parted and "none" in (left.unit.sort, right.unit.sort)


def _is_range(text: str, left: Quantity, right: Quantity) -> bool:
    gap = text[left.end : right.start]
    if not gap or not left.value < right.value:
        return False
    if left.high is not None and (right.high is None or left.high > right.value):
        return False
    if _RANGED.fullmatch(gap) is None and not (gap in ("和", "与") and text.startswith("之间", right.end)):
        return False
    if left.unit.sort == "none" and right.unit.sort == "none":
        return left.numeral.arabic == right.numeral.arabic
    return left.unit.name == right.unit.name and left.unit.sort == right.unit.sort
