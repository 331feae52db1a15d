"""Why a number is no figure: every one that is none has a reason, and no figure has one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.figures.refusals import Reason, Refuser
from talentx.figures.scan import parts, read

NUMERIC = st.text("0123456789一二三十百千万亿两几半第首个人元%年月日号-/.:，。（）《》“”A \x1b[", max_size=24)
ARABIC = "0123456789"


@pytest.mark.parametrize(
    ("text", "stretch", "reason"),
    [
        ("一心一意", "一心一意", "idiom"),
        ("《新政22条》", "《新政22条》", "title"),
        ("“5050计划”", "“5050计划”", "quotation"),
        ("公元前221年", "公元前221年", "before Christ"),
        ("400-820-8820", "400-820-8820", "telephone"),
        ("见www.a24.cn", "www.a24.cn", "address"),
        ("\x1b[31m", "\x1b[31m", "noise"),
        ("三家村，三儿", "三", "no numeral"),
        ("第一医院", "一", "ordinal name"),
        ("318国道", "318", "name"),
        ("邮编100084", "100084", "label"),
        ("版本3.2.1", "3.2", "notation"),
        ("4G网", "4", "word"),
        ("2比0", "2", "score"),
        ("2月30日", "2", "no date"),
        ("按（12）", "12", "brackets"),
        ("1．总则", "1", "list number"),
        ("见1234567", "1234567", "long number"),
        ("在2023", "2023", "year"),
        ("人才以35岁以下青年为主", "35岁以下", "qualifier"),
        ("2.3 本项目", "2.3", "section number"),
        ("0日元0", "日元0", "overlapped"),
        (f"共{'1' * 60}人", "1" * 60, "too long"),
    ],
)
def test_a_reason(text: str, stretch: str, reason: Reason) -> None:
    found = [each for each in Refuser(parts(text), text).refusals(0, len(text)) if each.reason == reason]
    assert text[found[0].start : found[0].end] == stretch


@given(NUMERIC)
def test_every_digit_is_in_a_figure_or_has_a_reason(text: str) -> None:
    figures = read(text)
    told = Refuser(parts(text), text).refusals(0, len(text))
    for at, character in enumerate(text):
        if character in ARABIC:
            read_there = any(figure.start <= at < figure.end for figure in figures)
            refused = any(each.start <= at < each.end for each in told)
            assert read_there or refused, at
