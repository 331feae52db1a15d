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
    "|(?:(?<=[^0-9.,][1-9])|(?<=[^0-9.,][1-9][0-9])|(?<=[^0-9.,][1-9][0-9]{2}))"
    f" (?=[0-9]{{3}} ?[{HAN}])"
)


def blanks(text: str) -> list[Edit]:
    """The edits that close up numbers (6.32 万亿元, 2019 年 10 月), leaving rows of tables as they are."""
    edits: list[Edit] = []
    start = 0
    for row in text.split("\n"):
        if " " in row and not is_row(row):
            edits += ((start + found.start(), start + found.end(), "") for found in _INNER.finditer(row))
        start += len(row) + 1
    return edits
