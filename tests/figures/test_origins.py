"""Which words bound a quantity, and which say what it is per."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.figures.origins import bound_words, per_words
from talentx.figures.scan import parts

TEXTS = st.lists(
    st.sampled_from(
        "近 约 超 最高 不少于 3万元 500名 十余人 几百家 以上 左右 以内 每人 每月 /年 八成 的 ， 。".split()
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("近300名", "近"),
        ("最高不超过500万元", "最高不超过"),
        ("最高可享500万元", "最高可享"),
        ("300名以上", "以上"),
        ("约300名左右", "约"),
        ("十余名", "余"),
        ("几百家", "几"),
        ("100+家", "+"),
        ("两年多", "多"),
        ("不到总数的六成", "不到总数的"),
        ("最高每月3000元", "最高"),
        ("300名", None),
        ("最高给予100万元和50万元", None),
    ],
)
def test_the_words_that_bound(text: str, words: str | None) -> None:
    found = parts(text)
    span = bound_words(text, found.found[-1])
    assert (text[slice(*span)] if span is not None else None) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每人每月3000元", ["每人", "每月"]),
        ("人均3000元", ["人均"]),
        ("2万元/年", ["/年"]),
        ("3000元每月", ["每月"]),
        ("3000元", []),
    ],
)
def test_the_words_that_say_per_what(text: str, words: list[str]) -> None:
    (quantity,) = parts(text).found
    assert [text[slice(*span)] for span in per_words(text, quantity)] == words


@given(TEXTS)
def test_what_bounds_a_quantity_stands_in_it(text: str) -> None:
    for quantity in parts(text).found:
        span = bound_words(text, quantity)
        if span is not None:
            assert quantity.left <= span[0] < span[1] <= quantity.right
