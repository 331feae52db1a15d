"""Laws that hold for every text, not for chosen ones."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figures.styles import chinese
from hypothesis import given
from hypothesis import strategies as st

from talentx.edtf import is_edtf
from talentx.figures.numerals import parse
from talentx.figures.scan import read, scan

NUMERIC = st.text(
    "0123456789一二三四五六七八九十百千万亿两几多余半第首前约近超最高元人个%成倍年月至-、，。/.+(“”《》 "
)
SAID = (
    "签约近2000个项目",
    "最高500万元",
    "同比增长5.1%",
    "居全省第三",
    "历时三年多",
    "三五百名",
    "20-30万元",
)


@given(st.integers(1, 10**16 - 1))
def test_a_number_written_out_reads_back(number: int) -> None:
    said = chinese(number)
    assert said is not None
    numeral = parse(said, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end, numeral.high) == (Decimal(number), len(said), None)


@given(
    st.decimals(Decimal("0.001"), Decimal("9999.999"), places=3),
    st.sampled_from(["万", "亿", "万亿", "百万"]),
)
def test_a_decimal_with_a_scale_is_exact(number: Decimal, scale: str) -> None:
    power = {"万": 4, "亿": 8, "万亿": 12, "百万": 6}[scale]
    if scale == "百万" and number >= 100:
        return
    numeral = parse(f"{number}{scale}", 0)
    assert numeral is not None
    assert numeral.value == number.scaleb(power)


@given(NUMERIC)
def test_spans_are_slices_in_order(text: str) -> None:
    end = 0
    for figure in read(text):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.raw
        assert figure.start <= figure.core[0] < figure.core[1] <= figure.end or figure.kind == "date"
        end = figure.end


ODD = [
    *[
        "\ud800",
        "\udfff",
        "\x00",
        "\u202e",
        "\u2066",
        "\u200d",
        "\ufeff",
        "e\u0301",
        "\u0301",
        "👩\u200d🔬",
        "𠮷",
        "\x1b[31m",
    ],
    *[
        "٣",
        "²",
        "½",
        "Ⅷ",
        "①",
        "㈠",
        "99999年",
        "0年",
        "0月0日",
        "13月",
        "2月30日",
        "0/0",
        "1/0",
        "零分之一",
        "^",
        "e5",
        "1e99",
    ],
    *[
        "下下周",
        "腊月",
        "闰四月",
        "正月三十",
        "除夕",
        "第53周",
        "公元前221年",
        "10000世纪",
        "三年后",
        "近九千年",
        "每隔",
        "打",
        "双",
    ],
]
"""What a text may hold that no writer meant: halves of characters, signs unseen, dates that never were."""
FAR = ["0001-01-01", "9999-12-31", "1900-01-30", "2100-12-31", "2024-02-29", "2024"]


@given(st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(ODD) | NUMERIC).map("".join))
def test_no_string_raises(text: str) -> None:
    for published in (None, *FAR):
        for figure in scan(text, published):
            assert text[figure.start : figure.end] == figure.raw
            assert figure.date is None or is_edtf(figure.date)


@given(st.integers(1, 400), st.sampled_from(["1万", " 万", "1亿1万", "一万一", "三、四十", "一点一"]))
def test_a_row_of_numerals_stays_in_bounds(times: int, numeral: str) -> None:
    assert all(abs(figure.value or Decimal(0)) < 10**40 for figure in read(numeral * times))


@given(NUMERIC)
def test_a_number_is_a_value_or_a_range(text: str) -> None:
    for figure in read(text):
        if figure.kind == "date":
            continue
        if figure.bound == "range":
            assert figure.value is None
            assert figure.low is not None
            assert figure.high is not None
            assert figure.low < figure.high
        else:
            assert figure.value is not None
            assert figure.low is None
            assert figure.high is None


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(
    "around", [("", "。"), ("他说。", "。"), ("会议指出。", "。会议结束。"), ("\n", "\n")]
)
def test_sentences_around_move_a_figure_and_change_nothing(said: str, around: tuple[str, str]) -> None:
    before, after = around
    alone, moved = read(said + "。"), read(before + said + after)
    assert [(f.start + len(before), f.raw, f.value, f.low, f.high, f.bound, f.unit) for f in alone] == [
        (f.start, f.raw, f.value, f.low, f.high, f.bound, f.unit) for f in moved
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "一",
        "亿",
        "0",
        "〇",
        "（",
        "第",
        "9月",
        "“",
        "1、",
        "最高",
        "一百",
        "万元",
        "1万",
        "一点",
        "第一、",
        "上",
        "下",
        "上周",
        "中秋",
        "1 ",
        "1-",
    ],
)
def test_long_rows_end(unit: str) -> None:
    scan(unit * 20_000, "2024-09-10")
