"""Cells of a table under the head that names their unit."""

from __future__ import annotations

import pytest
from figures.notation import shown

from talentx.figures.columns import in_column
from talentx.figures.scan import read


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("安家费（万元）", "30", "money 300000 exact 元"),
        ("安家费(万元)", "30", "money 300000 exact 元"),
        ("安家费（万元，税前）", "不低于60", "money 600000 at_least 元"),
        ("安家费 万元", "30", "money 300000 exact 元"),
        ("科研经费（单位：万元）", "500—800", "money 5000000..8000000 range 元"),
        ("科研经费（理工/人文）（万元）", "100/50", "money 1000000 exact 元; money 500000 exact 元"),
        ("建设经费（万元）", "3000万-8000万", "money 30000000..80000000 range 元"),
        ("建设经费（万元）", "1000万以内", "money 10000000 at_most 元"),
        ("建设经费（万元）", "约1000万", "money 10000000 about 元"),
        ("启动费（万元）", "30+", "money 300000 over 元"),
        ("启动费（万元）", "≥50", "money 500000 at_least 元"),
        ("启动费（万元）", "最高50", "money 500000 at_most 元"),
        ("年薪（万元）", "28起", "money 280000 at_least 元"),
        ("发行总额（亿）", "10.00", "money 1000000000 exact 元"),
        ("用户（万）", "3.5", "number 35000 exact -"),
        ("补贴（元/月）", "1500", "money 1500 exact 元 /月"),
        ("补贴（元）", "2000", "money 2000 exact 元"),
        ("补贴标准（万元/人·年）", "3", "money 30000 exact 元 /人·年"),
        ("金额（万美元）", "20-30", "money 200000..300000 range 美元"),
        ("人数", "5", "number 5 exact 人"),
        ("接待量（万人次）", "2.5", "number 25000 exact 人次"),
        ("专利（件）", "12", "number 12 exact 件"),
        ("占比(%)", "32.5", "share 0.325 exact -"),
        ("同比增长（%）", "5.1", "change 0.051 exact -"),
        ("同比增长（%）", "-3.1", "change -0.031 exact -"),
    ],
)
def test_takes_the_unit_of_its_head(column: str, cell: str, expected: str) -> None:
    figures = [in_column(figure, column) for figure in read(cell)]
    assert "; ".join(map(shown, figures)) == expected
    assert all(cell[figure.start : figure.end] == figure.raw for figure in figures)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("序号", "3"),
        ("负责人", "3"),
        ("单元", "3"),
        ("备注（见附件2）", "5"),
        ("得分（满分）", "90"),
        ("", "3"),
        ("安家费（万元）", "30万元"),
        ("安家费（万元）", "5人"),
        ("案件（起）", "2023年"),
    ],
)
def test_stays_as_it_is_where_head_or_cell_say_otherwise(column: str, cell: str) -> None:
    figures = read(cell)
    assert [in_column(figure, column) for figure in figures] == figures


@pytest.mark.parametrize("cell", ["面议", "—", "——", "不限", "若干", "/", ""])
def test_a_mark_for_none_is_no_figure(cell: str) -> None:
    assert [in_column(figure, "年薪（万元）") for figure in read(cell)] == []
