"""Figures that are said of the very same thing: what may be set against each other across sentences.

Different things under one label are far commoner than contradictions. So the words around the two have to be
the same but for those that name the area, the time and how the number is reached, and the thing has to be
anchored: its clause names the area, the organisation or the event it is about.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from talentx.comparison.checks.statements import Statement

Thing: TypeAlias = "tuple[object, ...]"

_AREA = re.compile("全(?:国|省|市|区|县|镇|校|州|市域|区域)|[我本该](?:国|省|市|区|县|镇|校|州)")
_LIGHT = re.compile(
    "截[至止]|到|目前|眼下|现在|如今|至今|迄今|已经|已|据统计|数据显示|各类|累计|共计|合计|一共|总共|共有|共|现有|拥有"
    "|有着|有|达到|达|约为|约|为|是|突破|超过|超|逾|近|接近|增至|增加到|增长到|升至|升到|上升到|提高到|扩大到|增到"
    "|的|了|在|全年|年末|年底|底|末|仅|就|也|还|则|高达|多达|均|来"
)
_TIMES = re.compile(
    r"\d{4}年?|[一二三四五六七八九十\d]+[月日]份?|今年|去年|前年|上年|当年|本年|上半年|下半年|[第前]?[一二三四]季度"
)
_CHANGES = re.compile(
    r"净增|新增|多了|少了|增加(?!到|至)|减少(?!到|至)|增长(?!到|至)|下降(?!到|至)|比|较|翻|缺口|还缺"
)
"""Words of a difference, which is no level though it may be labelled as one."""
BY_AREA = "area"
"""What names a figure that its clause says is of an area."""
_SUFFIXES = "省市区县镇乡"
_HEAD = 2
"""Characters of a name that stand for it when it is named again: 大会, 基金; a place is no shorter."""
_FEWEST = 2
"""Characters that say what a figure is of, at least."""
_KINDS = frozenset(("talent", "people", "fund", "money", "count"))


def thing(statement: Statement) -> Thing | None:
    """A key for what a figure is said of; None where the words do not pin it down.

    Two with one key have the same kind, indicator, measure, place and status, the same anchor, and the same
    words around them, in whatever order.
    """
    row = statement.row
    if row.kind not in _KINDS or (row.indicator is None and row.item is None):
        return None
    named = anchor(statement)
    if named is None or _CHANGES.search(statement.lead):
        return None
    said = "".join(sorted(words(statement)))
    if len(said) < _FEWEST:
        return None
    return row.kind, row.indicator, statement.measure, row.place, row.status, named, said


def is_of_area(statement: Statement) -> bool:
    """Does its clause name the area it is about?"""
    return anchor(statement) == BY_AREA


def words(statement: Statement) -> str:
    """The words of its clause that say what it is of, without those of area, time and how it is reached."""
    said = _around(statement)
    for light in (_TIMES, _AREA, _place(statement), _LIGHT):
        said = light.sub("", said) if light is not None else said
    return said


def anchor(statement: Statement) -> str | None:
    """What its clause names as that which it is about: an area, else its subject."""
    place, subject = _place(statement), statement.row.subject
    around = _around(statement)
    if _AREA.search(around) or (place is not None and place.search(around)):
        return BY_AREA
    return subject if subject is not None and subject[-_HEAD:] in statement.text else None


def _around(statement: Statement) -> str:
    return statement.lead + statement.tail


def _place(statement: Statement) -> re.Pattern[str] | None:
    """The place as prose names it: 杭州 or 杭州市."""
    name = statement.row.place
    if name is None:
        return None
    short, suffix = (name[:-1], name[-1]) if len(name) > _HEAD and name[-1] in _SUFFIXES else (name, "")
    return re.compile(f"{re.escape(short)}(?:{suffix})?")
