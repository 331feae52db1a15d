"""Full width to half width, traditional to simplified, one character for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.text.fold import fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("１２００万人", "1200万人"),
        ("２．８亿元", "2.8亿元"),
        ("增长５．１％", "增长5.1%"),
        ("１／４", "1/4"),
        ("－３～＋５", "-3～+5"),
        ("Ａ类　Ｂ类", "A类 B类"),
        ("1，100万", "1,100万"),
        ("１，１００万", "1,100万"),
        ("\u00a028\u2009人", " 28 人"),
    ],
)
def test_full_width_becomes_half_width(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("臺灣新竹縣", "台湾新竹县"),
        ("億餘元新臺幣", "亿余元新台币"),
        ("三個職缺", "三个职缺"),
        ("這裡與那裏", "这里与那里"),
        ("之後、萬戶、兩隻", "之后、万户、两只"),
        ("徵才", "征才"),
        ("位於於潛鎮", "位于于潜镇"),
        ("貳拾陸", "贰拾陆"),
    ],
)
def test_traditional_becomes_simplified(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    "kept",
    [
        "他说：“好！”（笑）；《目录》、……",
        "引进5名，10人",
        "共，5人",
        "二〇二四年 ○",
        "1兆元",
        "著名",
        "乾县",
        "(滨江),创新;:",
    ],
)
def test_chinese_punctuation_and_shared_characters_stay(kept: str) -> None:
    assert fold(kept) == kept


@given(st.text())
def test_folding_keeps_the_length_and_folds_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text(st.characters(codec="ascii")))
def test_ascii_is_untouched(text: str) -> None:
    assert fold(text) == text
