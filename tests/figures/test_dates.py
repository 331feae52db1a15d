"""Dates: many surfaces for one meaning, and what must hold of any text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx import edtf
from talentx.figures import dates

TABLE = Path(__file__).parent / "dates.txt"
PIECES = [
    *"年月日号天周季至到、—-~“”（）()起前后初底中末半第上下今昨明去当同次",
    *[
        "2024",
        "24",
        "9",
        "28",
        "30",
        "二〇二四",
        "十二",
        "廿三",
        "两",
        "元",
        "民国",
        "康熙",
        "世纪",
        "年代",
        "个月",
    ],
    *[
        "十四五",
        "期间",
        "季度",
        "学年",
        "今年",
        "去年",
        "次日",
        "同月",
        "上半年",
        "年底",
        "，",
        "。",
        "\n",
        " ",
        "将",
    ],
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
PUBLISHED = st.none() | st.sampled_from(
    ["2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31", "2023-09/2024-01"]
)


def cases() -> Iterator[tuple[str | None, str, str]]:
    published: str | None = None
    wanted = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            left, _, wanted = line[1:-1].partition("|")
            published, wanted = (None if left.strip() == "-" else left.strip()), wanted.strip()
        elif line and not line.startswith("//"):
            yield published, wanted, line


@pytest.mark.parametrize(("published", "wanted", "text"), list(cases()), ids=lambda value: str(value)[:30])
def test_reads_the_date(published: str | None, wanted: str, text: str) -> None:
    found = [figure.date for figure in dates.read(text, published)]
    if text in SEVERAL:
        assert wanted in found
    else:
        assert "; ".join(map(str, found)) == wanted


SEVERAL = {
    "本月底（9月）",
    "09年至今，园区变了样，零九年起步",
    "到明年不行，计划今年12月建成",
    "民国90年起家的商号以新台币计价，99年",
}
"""Lines with other dates beside the one that is asked for."""


def test_the_table_is_large() -> None:
    assert len(list(cases())) >= 200


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("窗口自3月1日起至4月5日开放", "3月1日起至4月5日"),
        ("（昨（22）日公布", "昨（22）日"),
        ("到2025年底，", "2025年底"),
        ("在“十四五”期间，", "“十四五”期间"),
        ("我们从2009年至今", "2009年"),
        ("2023年度“最美城市”调查", "2023年度"),
        ("今年的9月", "今年的9月"),
        ("2024年9月28日。", "2024年9月28日"),
    ],
)
def test_a_date_covers_what_it_says(text: str, raw: str) -> None:
    (figure,) = dates.read(text, "2024-09")
    assert (figure.raw, figure.core) == (raw, (figure.start, figure.end))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年", "2023"),
        ("同年（2019年之后）", None),
        ("年底", "2023-12"),
        ("昨天", "2024-09-09"),
        ("上个月", "2024-08"),
        ("上半年", "2024-01/2024-06"),
    ],
)
def test_words_without_a_number_are_expressions_but_no_figures(text: str, value: str | None) -> None:
    found = [
        expression.edtf for expression in dates.expressions(text, "2024-09-10") if not expression.numbered
    ]
    assert found[:1] == ([value] if value else found[:1])
    assert all(
        any(digit in figure.raw for digit in "0123456789") for figure in dates.read(text, "2024-09-10")
    )


def test_the_day_of_the_lead_is_the_day_of_a_later_paragraph() -> None:
    text = "10月26日，书展闭馆。\n筹备从5月8日算起。\n当晚，众人散去。"
    assert [found.edtf for found in dates.expressions(text, "2019-10-27")][-1] == "2019-10-26"


def test_a_published_date_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="2024-02"):
        dates.read("今年", "2024-02-30")


@given(TEXTS, PUBLISHED)
def test_any_text_is_read_in_order_and_its_dates_are_edtf(text: str, published: str | None) -> None:
    figures = dates.read(text, published)
    assert all(figure.raw == text[figure.start : figure.end] and figure.raw for figure in figures)
    assert all(first.end <= last.start for first, last in pairwise(figures))
    assert all(figure.date is not None and edtf.is_edtf(figure.date) for figure in figures)


@given(st.integers(1, 12), st.integers(1, 28))
def test_without_a_published_date_the_year_stays_open(month: int, day: int) -> None:
    (figure,) = dates.read(f"{month}月{day}日")
    assert figure.date == f"XXXX-{month:02}-{day:02}"


@given(st.dates())
def test_a_whole_date_needs_no_published_date(day: object) -> None:
    year, month, date = map(int, str(day).split("-"))
    if year >= 1000 and year < 3000:
        found = [figure.date for figure in dates.read(f"于{year}年{month}月{date}日施行", "2024-09")]
        assert found == [str(day)]
