"""A number in a table whose unit stands in the column's head: 安家费（万元） over 30."""

from __future__ import annotations

import re
from dataclasses import replace

from talentx.figures.model import Figure
from talentx.figures.scan import read

_UNIT = re.compile(r"[（(](?:单位[：:]?)?([^（()）]{1,8})[）)]\s*$|单位[：:]([^（()）,，]{1,8})$")


def in_column(figure: Figure, column: str) -> Figure:
    """The figure with the unit that its column's head names; unchanged if it has one or the head names none."""
    named = _UNIT.search(column)
    if figure.unit is not None or figure.kind != "number" or named is None:
        return figure
    printed = figure.raw + (named[1] or named[2])
    found = read(printed)
    if len(found) != 1 or found[0].start != 0 or found[0].unit is None:
        return figure
    return replace(found[0], start=figure.start, end=figure.end, raw=figure.raw, core=figure.core, form="plain")
