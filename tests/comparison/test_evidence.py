"""Sentences as evidence: their figures marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import record

from talentx.comparison.evidence import marked, printed, where

CASES = [
    ("人才总量120万人。", ["120万人"], "人才总量[120万人]。"),
    ("120万人", ["120万人"], "[120万人]"),
    ("引进博士30名、硕士500名。", ["30名", "500名"], "引进博士[30名]、硕士[500名]。"),
    ("引进13个，落地3个。", ["3个"], "引进13个，落地[3个]。"),
    ("引进3个，落地3个。", ["3个"], "引进[3个]，落地[3个]。"),
    ("引进二十三家。", ["三家"], "引进二十[三家]。"),
    ("增长5.1%，达15.1%。", ["5.1%"], "增长[5.1%]，达15.1%。"),
    ("来了200余名。", ["200余\n\n名"], "来了[200余名]。"),
    ("规模16.4 亿元。", ["16.4亿元"], "规模[16.4 亿元]。"),
    ("超过（含）3家。", ["（含）3家"], "超过[（含）3家]。"),
    ("人才总量120万人。", ["9家"], "人才总量120万人。"),
    ("人才总量120万人。", [" "], "人才总量120万人。"),
    ("12万人，万人", ["12万人", "2万人"], "[12万人]，万人"),
    ("", ["3个"], ""),
]


@pytest.mark.parametrize(("sentence", "raws", "wanted"), CASES)
def test_figures_are_marked(sentence: str, raws: list[str], wanted: str) -> None:
    pieces = marked(sentence, *raws)
    assert "".join(f"[{piece.text}]" if piece.figure else piece.text for piece in pieces) == wanted


@given(st.text("13个家 \n", max_size=20), st.lists(st.text("13个 \n", min_size=1, max_size=4), max_size=3))
def test_nothing_of_a_sentence_is_lost(sentence: str, raws: list[str]) -> None:
    pieces = marked(sentence, *raws)
    assert "".join(piece.text for piece in pieces) == sentence
    assert all(piece.text for piece in pieces)


def test_where_says_document_place_and_time() -> None:
    assert where(record()) == "a.txt (杭州市, 2024)"
    assert where(record(time=None)) == "a.txt (杭州市, 2024-09)"
    assert where(record(time=None, published=None, place=None, adcode=None)) == "a.txt"
    assert printed(record(raw="200余\n 名")) == "200余名"
