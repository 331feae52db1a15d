"""The table of the figures of a scan: what it shows of each, and where it stands."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from making import figure_row
from rich.cells import cell_len

from talentx.output.figuretable import write
from talentx.output.rows import FigureRow, Lines


def shown(rows: list[FigureRow], width: int = 160) -> str:
    stream = io.StringIO()
    write(rows, stream, width)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("changes", "cells"),
    [
        ({}, "超16.4亿元 money 1,640,000,000 over 元 CNY 1:3"),
        ({"per": "人·月", "bound": "exact"}, "超16.4亿元 money 1,640,000,000 元/人·月 CNY 1:3"),
        (
            {"value": None, "low": Decimal(3000), "high": Decimal("5000.5"), "bound": "range"},
            "超16.4亿元 money 3,000 – 5,000.5 元 CNY 1:3",
        ),
        (
            {"raw": "9月", "kind": "date", "value": None, "bound": None, "unit": None, "currency": None}
            | {"date": "2024-09"},
            "9月 date 2024-09 1:3",
        ),
        ({"raw": "[text]"}, "[text] money 1,640,000,000 over 元 CNY 1:3"),
        ({"raw": "【人才】"}, "【人才】 money 1,640,000,000 over 元 CNY 1:3"),
    ],
)
def test_a_figure_as_people_read_it(changes: dict[str, Any], cells: str) -> None:
    assert " ".join(shown([figure_row(**changes)]).splitlines()[2].split()) == cells


@pytest.mark.parametrize(
    ("width", "heads"),
    [
        (26, "figure value"),
        (33, "figure value where"),
        (45, "figure kind value unit where"),
        (80, "figure kind value bound unit currency where"),
    ],
)
def test_columns_go_as_the_terminal_narrows(width: int, heads: str) -> None:
    lines = shown([figure_row()], width).splitlines()
    assert lines[1].split() == heads.split()
    assert all(cell_len(line.rstrip()) <= width for line in lines)


@pytest.mark.parametrize("width", [1, 2, 10])
def test_no_terminal_is_too_narrow(width: int) -> None:
    assert all(cell_len(line.rstrip()) <= width for line in shown([figure_row()], width).splitlines())


def test_a_heading_for_each_document() -> None:
    table = shown([figure_row("[a].txt"), figure_row("-"), figure_row("-")])
    assert [line for line in table.splitlines() if "·" in line] == ["[a].txt · 1 figure", "- · 2 figures"]


@pytest.mark.parametrize(
    ("text", "offset", "where"),
    [
        ("", 0, "1:1"),
        ("一二", 1, "1:2"),
        ("一\n二", 2, "2:1"),
        ("一\r\n二三", 4, "2:2"),
        ("一\r二\r\r三", 5, "4:1"),
        ("𠮷👩‍🔬5", 4, "1:5"),
    ],
)
def test_where_is_line_and_column(text: str, offset: int, where: str) -> None:
    assert Lines(text).where(offset) == where
