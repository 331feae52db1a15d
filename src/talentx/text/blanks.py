"""Blanks inside a number, or between a number and what belongs to it."""

from __future__ import annotations

import re

from talentx.text.lines import HAN
from talentx.text.tables import is_row
from talentx.text.units import UNIT
from talentx.text.view import Edit

_NUMBER = "[0-9]+(?:[.,][0-9]+)*"
_INNER = re.compile(
    f"(?:(?<=[0-9]) {{1,2}}|(?<=[0-9][万亿千百十]) )(?={UNIT})"
    f"|(?<=[{HAN}]) (?={_NUMBER} {{1,2}}[{HAN}%])"
    "|(?<=[超近逾达约共第前¥￥$至到]) (?=[0-9])"
    "|(?<=[0-9]) (?=/ ?[0-9])|(?<=[0-9]/) (?=[0-9])|(?<=[0-9] /) (?=[0-9])"
    "|(?<=[年月]) (?=[0-9]{1,2} ?[月日])"
    "|(?<=[0-9%万亿元]) (?=[-—–~～至到] ?[0-9])"
    "|(?:(?<=[0-9%万亿元][-—–~～至到])|(?<=[0-9%万亿元] [-—–~～至到])) (?=[0-9])"
)

_DIGIT = "一二三四五六七八九"
_NUMERIC = f"0-9{_DIGIT}〇零两几十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_SPELT = re.compile(
    f"(?<=[{_NUMERIC}]) +(?=[十百千万亿佰仟余几成折又]|多 *[十百千万亿]|点 *[{_DIGIT}零0-9]|个 *百 *分 *点)"
    f"|(?<=[{_NUMERIC}]) +(?=分 *之)"
    f"|(?<=十) +(?=[{_DIGIT}](?! *[十百千万亿]))|(?<=百) +(?=[{_DIGIT}零](?! *[百千万亿]))"
    f"|(?<=千) +(?=[{_DIGIT}零两](?! *[千万亿]))|(?<=[万亿]) +(?=[{_DIGIT}零两](?! *[万亿]))"
    "|(?<=[百千万亿]) +(?=[0-9]{1,4} *[十百千万])|(?<=[百千万亿]) +(?=余)"
    f"|(?<=点) +(?=[{_DIGIT}零](?! *[点时分刻]))|(?<=个) +(?=百 *分)"
    f"|(?<=百) +(?=分 *[之点])|(?<=分) +(?=[之点])"
    f"|(?<=[之又]) +(?=[{_NUMERIC}])|(?<=成) +(?=[{_DIGIT}](?![月日年个]))|(?<=负) +(?=[{_NUMERIC}])"
)
"""Blanks inside a numeral that is written out with them: 三千 八百 九十六 万, 百 分 之 五."""


_THOUSANDS = re.compile(f"(?<![0-9.,])(?<![0-9] )[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?= ?[{HAN}])")
"""1 234 567家."""


def blanks(text: str) -> list[Edit]:
    """The edits that close up numbers (6.32 万亿元, 2019 年 10 月), leaving rows of tables as they are."""
    edits: list[Edit] = []
    start = 0
    for row in text.split("\n"):
        if " " in row:
            edits += ((start + first, start + last, "") for first, last in _gaps(row, is_row(row)))
        start += len(row) + 1
    return edits


def _gaps(row: str, tabular: bool) -> list[tuple[int, int]]:
    """The spans of the blanks that part what belongs together, in order, none overlapping another.

    In a row of a table only single blanks inside a numeral that is written out do.
    """
    spelt = [gap.span() for gap in _SPELT.finditer(row)]
    if tabular:
        return [(start, end) for start, end in spelt if end - start == 1]
    thousands = [
        (number.start() + place, number.start() + place + 1)
        for number in _THOUSANDS.finditer(row)
        for place, character in enumerate(number[0])
        if character == " "
    ]
    kept: list[tuple[int, int]] = []
    for gap in sorted([*(inner.span() for inner in _INNER.finditer(row)), *spelt, *thousands]):
        if not kept or kept[-1][1] <= gap[0]:
            kept.append(gap)
    return kept
