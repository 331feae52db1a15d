"""Lengths of time from the article's date: 近三年, 过去十天, 未来两个月, 两年后, 13年来."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from talentx.figures.daterules import Reach
from talentx.figures.moments import BLANK, HAN, STANDS, Moment, Years, cut_number
from talentx.figures.numerals import parse

_UNITS = {"年": 12, "个季度": 3, "季度": 3, "个月": 1}
_DAYS = {"天": 1, "日": 1, "周": 7, "个星期": 7, "星期": 7, "个礼拜": 7, "礼拜": 7}
_LENGTH = (
    rf"(?P<number>[0-9]{{1,4}}|[{HAN}两半百]{{1,4}}){BLANK}(?P<inner>个半)?多?"
    r"(?P<unit>年|个?季度|个?多?月|天|日|周|个?星期|个?礼拜)(?P<half>半)?多?"
)
_TOWARDS = re.compile(
    rf"(?P<way>近|最近|过去|此前|未来|今后|接下来|(?<![^，。；：、\n“])(?:[上下](?=[0-9二三四五六七八九十两]{{1,3}}个?[周月星礼季年天])|前(?=[0-9一两][周天])|后(?=[0-9一两三][周天年个])))的?{BLANK}{_LENGTH}(?:以?来|之?内|时?间里?|里)?"
)
_AWAY = re.compile(rf"{_LENGTH}(?:之|以)?(?P<way>前|后)")
_SINCE = re.compile(rf"{_LENGTH}以?来(?![自源到往的说看得自])")
_NO_AWAY_AFTER = re.compile("[来续勤台卫世缀备援天面期夕端沿瞻置景提往进线列三五十效院门]")
_BACK = frozenset(("近", "最近", "过去", "此前", "上", "前"))
_HALF = Decimal("0.5")


def towards(text: str, at: int, _years: Years) -> Moment | None:
    """近三年, 过去十天, 未来两个月: up to the article's date, or from it on."""
    found = _TOWARDS.match(text, at)
    if (
        found is None
        or (at and text[at - 1] in "最附接将新远靠一不达时")
        or text.startswith(("多", "余"), found.end())
    ):
        return None
    length = _length(found)
    if length is None:
        return None
    sign = -1 if found["way"] in _BACK else 1
    return Moment(at, found.end(), rule=Reach(sign * length[0], sign * length[1]), numbered=False)


def away(text: str, at: int, _years: Years) -> Moment | None:
    """两年后, 一年半前, 三周后: so long from the article's date, if nothing else is named to count from."""
    found = _AWAY.match(text, at)
    before = text[at - 1 : at] if at else "\n"
    if (
        found is None
        or cut_number(text, at)
        or before not in STANDS
        or _NO_AWAY_AFTER.match(text, found.end())
    ):
        return None
    length = _length(found)
    if length is None:
        return None
    sign = -1 if found["way"] == "前" else 1
    halved = bool(found["half"] or found["inner"] or found["number"] == "半")
    point: Literal["year", "month", "day"] = "month" if halved or found["unit"] != "年" else "year"
    if length[1]:
        point = "day"
    return Moment(at, found.end(), rule=Reach(sign * length[0], sign * length[1], point), numbered=False)


def since(text: str, at: int, _years: Years) -> Moment | None:
    """三年半以来, 13年来: up to the article's date."""
    found = _SINCE.match(text, at)
    if found is None or cut_number(text, at) or (at and text[at - 1] in "第每满多余几"):
        return None
    length = _length(found)
    if length is None:
        return None
    return Moment(at, found.end(), rule=Reach(-length[0], -length[1]), numbered=False)


def _length(found: re.Match[str]) -> tuple[int, int] | None:
    """A length of time in months and days; None where it is none (1950年) or has no whole number of them."""
    number = found["number"]
    numeral = parse(number, 0) if number != "半" else None
    if number != "半" and (numeral is None or numeral.end != len(number) or numeral.high or numeral.vague):
        return None
    count = _HALF if numeral is None else numeral.value
    if found["half"] or found["inner"]:
        count += _HALF
    unit = found["unit"].replace("多", "")
    if unit == "月" and not found["inner"] and number != "半":
        return None
    if unit == "年" and count >= 1000:
        return None
    if unit in _DAYS:
        days = count * _DAYS[unit]
        return (0, int(days)) if days == int(days) else None
    if count == _HALF and unit == "月":
        return 0, 15
    months = count * _UNITS.get(unit, 1)
    if months != int(months):
        return int(months), 15
    return int(months), 0
