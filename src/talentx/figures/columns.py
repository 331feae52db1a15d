"""A number in a table whose unit stands in the column's head: 安家费（万元） over 30."""

from __future__ import annotations

import re
from dataclasses import replace

from talentx.figures import units
from talentx.figures.forms import names_money
from talentx.figures.model import Figure
from talentx.figures.scan import read

_GROUP = re.compile(r"[（(]([^（()）]{1,20})[）)]")
_LABEL = re.compile(r"^.{0,4}?单位[：: ]*")
_CLOSING = re.compile(
    r"(?:(?<=[/|：: ])|(?=[百千万亿%‰]))([百千万亿]{0,2}(?:[美欧港]?元|人次?|%|‰)(?:/[年月人户家])?)\Z"
)
_EXPRESSION = re.compile(
    r"(?P<scale>[十百千万亿]{0,3})(?P<unit>[^/每]{0,5}?)(?P<per>(?:[/每·][人年月天日户家生亩篇件项]){0,2})"
)
_GROWTH = re.compile(r"增[长速幅]|涨幅|降幅|同比|环比")
_PERSONS = re.compile(r"(?:人数|名额|[位名]数)\Z")
_START = re.compile(r"起[步薪]?\Z")
_SCALED = re.compile(r"[百千万亿kwW]")


def in_column(figure: Figure, column: str) -> Figure:
    """The figure of a cell with the unit, scale and per that its column's head names.

    A scale of the cell's own (3000万 under 万元) goes before the head's; in a column of money 28起 is a lower
    bound. Unchanged is a figure that has a unit, and every one under a head that names none.
    """
    starts = figure.unit == "起" and _START.search(figure.raw) is not None
    if figure.kind != "number" or (figure.unit is not None and not starts):
        return figure
    named = _named(column)
    if named is None:
        return figure
    scale, unit, per = named
    core = figure.raw[: figure.core[1] - figure.start]
    behind = figure.raw[len(core) :]
    if starts:
        core, behind = core.removesuffix("起"), "起"
    printed = core + ("" if _SCALED.search(core) else scale) + unit + per + behind
    found = read(printed)
    if len(found) != 1 or found[0].start != 0:
        return figure
    read_as = found[0]
    if unit and read_as.unit is None and read_as.kind == "number":
        return figure
    grown = read_as.kind == "share" and _GROWTH.search(column) is not None
    return replace(
        read_as,
        kind="change" if grown else read_as.kind,
        start=figure.start,
        end=figure.end,
        raw=figure.raw,
        core=figure.core,
        form="plain",
    )


def _named(column: str) -> tuple[str, str, str] | None:
    """The scale, unit and per that a head names: 安家费（万元/年） → 万, 元, /年; the first named counts."""
    head = column.strip()
    plain = _GROUP.sub("", head).strip()
    for group in _GROUP.findall(head):
        for part in re.split("[，,；;、 ]", _LABEL.sub("", group)):
            if (named := _parsed(part, head)) is not None:
                return named
    closing = _CLOSING.search(plain)
    if closing is not None:
        return _parsed(closing[1], head)
    return ("", "人", "") if _PERSONS.search(plain) is not None else None


def _parsed(expression: str, head: str) -> tuple[str, str, str] | None:
    found = _EXPRESSION.fullmatch(expression)
    if found is None:
        return None
    scale, unit, per = found.group("scale", "unit", "per")
    unit = "个月" if unit == "月" else unit
    if not unit:
        return (scale, "元" if names_money(head) else "", per) if scale else None
    matched = units.match(unit, 0)
    return (scale, unit, per) if matched is not None and matched[1] == len(unit) else None
