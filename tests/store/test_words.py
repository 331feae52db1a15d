"""The words of texts and of queries."""

from __future__ import annotations

import pytest

from talentx.store.words import Query, Words


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@pytest.mark.parametrize(
    ("texts", "indexed"),
    [
        ([], ""),
        ([None, ""], ""),
        (["人才"], "人才"),
        (["人才公寓"], "人才 公寓 人才公寓"),
        (["人才", "人才"], "人才"),
        (["杭州市民"], "杭州 杭州市 州市 市民 杭州市民"),
        (["ＧＤＰ增长3.5%，5G"], "gdp 增长 3 5 5g"),
        (["人才。公寓"], "人才 公寓"),
        (["招賢納士"], "招贤 招贤纳士"),
        (["、。“”!? \n"], ""),
        (["x" * 99], "x" * 64),
    ],
)
def test_every_word_of_a_text_is_indexed_once(words: Words, texts: list[str | None], indexed: str) -> None:
    assert set(words.indexed(texts).split()) == set(indexed.split())
    assert len(words.indexed(texts).split()) == len(set(indexed.split()))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("人才公寓", Query(("人才", "公寓"), (), "人才公寓")),
        (" 人才　公寓 ", Query(("人才", "公寓"), (), "人才 公寓")),
        ("人才 人才", Query(("人才",), (), "人才 人才")),
        ("才公", Query((), ("才公",), "才公")),
        ("引才计划", Query(("计划",), ("引才",), "引才计划")),
        ("２０００名", Query(("2000",), ("名",), "2000名")),
        ("GitHub", Query(("github",), (), "github")),
        ("?", Query((), ("?",), "?")),
        ("人才？", Query(("人才",), (), "人才？")),
    ],
)
def test_a_query_asks_for_words_and_for_pieces_that_are_none(words: Words, text: str, query: Query) -> None:
    assert words.query(text) == query
