"""Sets of dates (每周, 每两年, 每年9月, 每隔3天): how often, not when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from talentx.figures import units
from talentx.figures.digits import HALF, ONE
from talentx.figures.model import Figure
from talentx.figures.moments import HAN, SMALL
from talentx.figures.numerals import parse

_UNIT = "年|个?季度|个?月|个?星期|个?礼拜|周|天|日|个?小时|个?钟头|分钟|秒钟?"
_SET = re.compile(
    rf"每(?:间?隔)?(?:上|逢)?(?P<number>[0-9]{{1,4}}|[{HAN}两半]{{1,3}})?(?P<half>个半|半个?)?(?P<unit>{_UNIT})"
    rf"(?P<point>(?<=[周期拜])[一二三四五六日天](?![年个月周天次场回届期人名家项元点时遍趟轮]))?"
)
_POINT = re.compile(
    rf"(?:的)?(?:{SMALL}月(?:[至到—~-]{SMALL}月)?(?:{SMALL}[日号])?|{SMALL}[日号]|第[一二三四1-4]季度|[春夏秋冬][季天]?|母亲节|父亲节)"
)
_NAMES = {"星期": "周", "礼拜": "周", "日": "天", "钟头": "小时", "秒钟": "秒"}


def read(text: str) -> Iterator[Figure]:
    """The sets of a folded text as lengths of time, with the part of each that they name (每年9月)."""
    for found in _SET.finditer(text):
        count = _count(found)
        name = found["unit"].removeprefix("个")
        name = _NAMES.get(name, name)
        if count is None or name not in units.NAMED or text[found.start() - 1 : found.start()] == "不":
            continue
        point = _POINT.match(text, found.end()) if found["point"] is None else None
        end = point.end() if point is not None and found["number"] is None else found.end()
        yield Figure(
            found.start(), end, text[found.start() : end], "duration", count, bound="exact", unit=name,
            form="set", core=(found.start(), end),
        )  # fmt: skip


def _count(found: re.Match[str]) -> Decimal | None:
    """How many of the unit lie between one time and the next."""
    if found["number"] is None:
        return HALF if found["half"] and found["half"].startswith("半") else ONE
    if found["number"] == "半":
        return HALF
    numeral = parse(found["number"], 0)
    if numeral is None or numeral.end != len(found["number"]) or numeral.high is not None:
        return None
    return numeral.value + (HALF if found["half"] else 0)
