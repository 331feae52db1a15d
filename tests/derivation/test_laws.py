"""What holds of every text: it is explained, the words are in it, and nothing is said that is not so."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import talentx
from talentx import Derivation

WORDS = (
    *"引进 人才 3万名 最高 500万元 《 》 “ ” 一 二 三 十 百 万 亿 第 5050计划 2024年 9月 28日 去年 %".split(),
    *"0 1 ２ 〔 〕 号 杭州 全市 每人每月 3000元 35岁以下 12个月 缩短至 记者王明 电话：0571-8888".split(),
    *"www.a.com 一心一意 半 翻番 分之 比 . / : - 至 ~ 多 余 几 左右 以上 不少于 | 其中 博士".split(),
    *"、 ， 。 每周 首届 增长 下降 （ ） 第三 前十 [red] 【】 <b> &nbsp;".split(),
    *("\x1b[31m", "\u200b", "\t", "\n", "\n\n", " "),
)
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=3), min_size=1, max_size=25).map("".join)
dates = st.sampled_from([None, "2024", "2024-09"])


def _holds(text: str, derivations: list[Derivation]) -> None:
    readable = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    for derivation in derivations:
        assert derivation.start < 0 or readable[derivation.start : derivation.end] == derivation.raw
        assert (derivation.record is None) == (derivation.failed is not None)
        for step in derivation.walk():
            assert step.says
            for evidence in step.evidence:
                assert evidence.text
                assert readable[evidence.start : evidence.end] == evidence.text


@settings(max_examples=150, deadline=None)
@given(texts, dates)
def test_every_text_is_explained_as_it_is_extracted(text: str, published: str | None) -> None:
    derivations = talentx.explain(text, published)
    _holds(text, derivations)
    assert [each.record for each in derivations if each.record] == talentx.extract(text, published)


@settings(max_examples=150, deadline=None)
@given(texts, dates, st.data())
def test_every_place_and_piece_has_an_answer(text: str, published: str | None, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(offset, len(text)))
    if text:
        answers = talentx.explain(text, published, offset=offset)
        assert len(answers) == 1
        _holds(text, answers)
    answers = talentx.explain(text, published, why_not=text[offset:end])
    assert answers
    _holds(text, answers)
