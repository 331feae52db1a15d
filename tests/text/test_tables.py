"""Tables in plain text: their cells find their heads."""

from __future__ import annotations

import pytest

from talentx.text.articles import articles
from talentx.text.layout import view


def cells(source: str) -> dict[str, tuple[str, str]]:
    """Each cell's text with its column's and row's heads."""
    text = view(source).text
    return {
        text[sentence.start : sentence.end]: (sentence.cell.column, sentence.cell.row)
        for article in articles(text)
        for sentence in article.sentences()
        if sentence.cell is not None
    }


INTRO = "获奖团队按下表领取奖金，资金由财政一次性拨付到位。"


FLAT = ["奖项", "奖金（万元）", "名额", "金奖", "80", "2", "银奖", "50", "4", "铜奖", "30", "不限"]
ROWS = [FLAT[0:3], FLAT[3:6], FLAT[6:9], FLAT[9:12]]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("\n".join(FLAT), id="flattened"),
        pytest.param("\n".join(["大赛奖金表", *FLAT]), id="flattened with a caption"),
        pytest.param("\n\n".join(FLAT), id="flattened with blank lines"),
        pytest.param("\n".join("\t".join(row) for row in ROWS), id="tabs"),
        pytest.param(
            "\n".join(f"| {' | '.join(row)} |" for row in [ROWS[0], ["--"] * 3, *ROWS[1:]]), id="pipes"
        ),
        pytest.param("\n".join("".join(f"{cell:12}" for cell in row) for row in ROWS), id="aligned"),
        pytest.param("\n".join(" ".join(row) for row in ROWS), id="single blanks"),
    ],
)
def test_cells_know_their_column_and_row(source: str) -> None:
    found = cells(f"{INTRO}\n\n{source}\n\n{INTRO}")
    assert found["80"] == ("奖金（万元）", "金奖")
    assert found["4"] == ("名额", "银奖")
    assert found["不限"] == ("名额", "铜奖")
    assert found["金奖"] == ("奖项", "")


def test_a_corner_without_a_head() -> None:
    found = cells("去年\n今年\n博士\n120\n150\n硕士\n600\n750")
    assert found["150"] == ("今年", "博士")
    assert found["600"] == ("去年", "硕士")


def test_rows_that_begin_with_a_number() -> None:
    found = cells("序号\n单位\n岗位\n人数\n1\n河西中学\n教师\n15\n2\n河东医院\n护士\n28")
    assert found["15"] == ("人数", "")
    assert found["护士"] == ("岗位", "")


def test_a_unit_above_the_table_stands_in_every_head() -> None:
    found = cells("单位：万元\n项目\n去年\n今年\n安家费\n1200\n1500\n房租补贴\n800\n960")
    assert found["960"] == ("今年（万元）", "房租补贴")


def test_a_last_row_that_breaks_off() -> None:
    found = cells("奖项\n奖金（万元）\n名额\n金奖\n80\n2\n银奖\n50\n4\n铜奖\n30")
    assert found["30"] == ("奖金（万元）", "铜奖")


@pytest.mark.parametrize(
    "source",
    [
        "第一批：3月15日\n第二批：9月1日\n第三批：待定",
        "人才引领\n产业兴城\n创新创业\n筑梦未来\n来这里吧\n青年朋友\n等你",
        f"{INTRO}\n{INTRO}",
        "全年引进 500 名博士 和 20 名院士\n其中 30 名来自海外",
        "1. 每月800元\n2. 每月600元\n3. 每月400元",
    ],
)
def test_no_table_where_there_is_none(source: str) -> None:
    assert cells(source) == {}


def test_a_unit_in_the_sentence_above_goes_to_the_heads_it_fits() -> None:
    flat = "层次\n计划数\n年薪\n经费（文科/理工）\n甲类\n2\n面议\n50/100\n乙类\n10\n28起\n15-20"
    found = cells(f"{INTRO}岗位与待遇如下表（单位：万元，税前）：\n\n{flat}\n\n{INTRO}")
    assert found["10"] == ("计划数", "乙类")
    assert found["28起"] == ("年薪（万元）", "乙类")
    assert found["50/100"] == ("经费（文科/理工）（万元）", "甲类")


def test_of_several_units_each_head_takes_its_own() -> None:
    found = cells("单位：万元、人\n项目\n金额\n人数\n安家费\n1200\n35\n房租补贴\n800\n96")
    assert found["800"] == ("金额（万元）", "房租补贴")
    assert found["35"] == ("人数（人）", "安家费")


def test_a_column_of_units() -> None:
    found = cells("指标\n单位\n2023年\n增长%\n产值\n亿元\n317.5\n8.2\n人才总量\n万人\n46.3\n5.1")
    assert found["317.5"] == ("2023年（亿元）", "产值")
    assert found["46.3"] == ("2023年（万人）", "人才总量")
    assert found["5.1"] == ("增长%（%）", "人才总量")


def test_a_cell_that_looks_like_a_year() -> None:
    found = cells("层次\n补贴（元）\n月数\n博士\n3000\n36\n硕士\n2000\n24\n本科\n1000\n12")
    assert found["2000"] == ("补贴（元）", "硕士")


@pytest.mark.parametrize("separator", ["\t", " | "])
def test_a_table_of_one_row(separator: str) -> None:
    found = cells(f"{INTRO}\n层次{separator}补贴（元）\n博士{separator}3000\n{INTRO}")
    assert found["3000"] == ("补贴（元）", "博士")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("债券规模（亿）\n12.50", {"12.50": ("债券规模（亿）", "")}),
        (
            "总投资（万元）\n3000\n建筑面积（万）\n2.5",
            {"3000": ("总投资（万元）", ""), "2.5": ("建筑面积（万）", "")},
        ),
        ("债券规模\n12.50", {}),
        ("债券规模（亿）\n待公布", {}),
        ("债券规模（亿）\n12.50\n13.00", {}),
        ("债券规模（第二期）\n12.50", {}),
    ],
)
def test_a_head_with_its_unit_over_a_lone_value(source: str, expected: dict[str, tuple[str, str]]) -> None:
    assert cells(source) == expected
