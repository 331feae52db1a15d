"""Laws that hold for every text, not for chosen ones."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def chinese(number: int) -> str:
    """A number below 10^16 as it is written out: 10203 is 一万零二百零三."""
    if number == 0:
        return "零"
    groups: list[int] = []
    while number:
        number, group = divmod(number, 10000)
        groups.append(group)
    said = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group:
            gap = bool(said) and (group < 1000 or not said.endswith(("万", "亿", "兆")))
            said += ("零" if gap else "") + thousands(group) + ("", "万", "亿", "兆")[place]
    return said


def thousands(number: int) -> str:
    """A number from 1 to 9999 as it is written out."""
    said, gap = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            said += ("零" if gap and said else "") + "零一二三四五六七八九"[digit] + scale
            gap = False
        else:
            gap = True
    return said


@given(st.integers(1, 10**16 - 1))
def test_a_number_written_out_reads_back(number: int) -> None:
    said = chinese(number)
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


@given(st.text())
def test_no_string_raises(text: str) -> None:
    for figure in scan(text):
        assert text[figure.start : figure.end] == figure.raw


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
    ["一", "亿", "0", "〇", "（", "第", "9月", "“", "1、", "最高", "一百", "万元", "1万", "一点", "第一、"],
)
def test_long_rows_end(unit: str) -> None:
    read(unit * 5000)
