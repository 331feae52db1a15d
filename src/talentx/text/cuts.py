"""Whether a break falls inside a number, a date or an amount, by the characters on its two sides."""

from __future__ import annotations

import re

from talentx.text.cells import is_value
from talentx.text.lines import HAN
from talentx.text.units import NUMBER_GOES_ON

_DIGITS_BEFORE = re.compile("([0-9][0-9,]*?)([.,]?)$")
_DIGITS_AFTER = re.compile("\\.?[0-9]+")
_NUMERAL_BEFORE = re.compile("[0-9〇零一二三四五六七八九十百千两几数][十百千万亿]{0,2}[余多]?$")
_CHINESE_BEFORE = re.compile("[二三四五六七八九十百千两几][十百千]{0,2}$|分之$")
_CHINESE_AFTER = re.compile(
    "[一二三四五六七八九十百千][十百千万亿余多一二三四五六七八九]{0,4}[人名个项家件倍年，。、]"
)
_RANGE_BEFORE = re.compile("[0-9][%十百千万亿年月日]{0,2}$")
_RANGE_AFTER = re.compile("[-—–~～至到][0-9]")
_DATE_BEFORE = re.compile("[0-9](年|月)$")
_DATE_AFTER = {"年": re.compile("[0-9]{1,2}月"), "月": re.compile("[0-9]{1,2}日")}
_UNIT_BEFORE = re.compile("[0-9十百千万亿余多](个|平方?|百分|工作|立方|公|美|欧|人|摄|台)$")
_UNIT_AFTER = {
    "个": "月|小时|工作日|百分点|标准箱",
    "平": "方米|方公里|米",
    "平方": "米|公里",
    "百分": "点",
    "立方": "米",
    "工作": "日",
    "公": "里|斤|顷|示期",
    "美": "元",
    "欧": "元",
    "人": "次|民币",
    "摄": "氏度",
    "台": "币",
}
_NUMBER_AFTER = re.compile(
    f"(?:[约近超逾达]|超过|不足|[不最][低高少多][于达]?)?[0-9][0-9.,]*[十百千万亿多余]{{0,3}}[{HAN}%]"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_REACH = 24
"""Characters before the break that are looked at."""


def is_cut_number(said: str, line: str, *, ragged: bool = False) -> bool:
    """Whether the digits, the scale and the unit of one number or date stand on both sides of a break.

    `said` is the text before the break; cells of a table, one a line, are no cut numbers. On a `ragged`
    page, whose lines are cut anywhere, digits join digits outside of sentences too.
    """
    if is_value(said):
        return bool(NUMBER_GOES_ON.fullmatch(line.lstrip("十百千万亿")))
    tail = said[-_REACH:]
    date = _DATE_BEFORE.search(tail)
    if date and _DATE_AFTER[date[1]].match(line):
        return True
    before, after = _DIGITS_BEFORE.search(tail), _DIGITS_AFTER.match(line)
    if before and after:
        point = before[2] or after[0].startswith(".")
        return bool(point) or ((ragged or has_clauses(said)) and not _YEAR.fullmatch(before[1]))
    if _RANGE_BEFORE.search(tail) and _RANGE_AFTER.match(line):
        return True
    if _CHINESE_BEFORE.search(tail) and _CHINESE_AFTER.match(line) and has_clauses(said):
        return True
    unit = _UNIT_BEFORE.search(tail)
    if unit and re.match(_UNIT_AFTER[unit[1]], line):
        return True
    return bool((before or _NUMERAL_BEFORE.search(tail)) and NUMBER_GOES_ON.match(line))


def leads_with_number(line: str) -> bool:
    """Whether the line begins with a number and what it counts, as a head hardly does."""
    return bool(_NUMBER_AFTER.match(line))


def has_clauses(text: str) -> bool:
    """Whether the text holds a mark that ends a clause or a sentence."""
    return any(mark in text for mark in "，,。")
