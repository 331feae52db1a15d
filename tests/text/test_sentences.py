"""Sentences and clauses."""

from __future__ import annotations

import pytest

from talentx.text.sentences import clauses, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["首批12家入驻。", "第二批在路上！", "何时到？"],
        ["“来了就不走。”", "他说，家已经安好了。"],
        ["“来了就不走！”的口号传开了。"],
        ["一句《人才，你好！》唱响全城。", "掌声雷动。"],
        ["增长12.5%；其中博士3.5万人。"],
        ["入驻12家（含外资3家。）", "其余待定。"],
        ["怎么办？！", "问企业"],
        ["没有句号的一行"],
    ],
)
def test_sentences_end_after_their_marks_and_quotes(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == parts


def test_blanks_between_sentences_belong_to_none() -> None:
    text = " 首批入驻。  第二批在路上。 "
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == [
        "首批入驻。",
        "第二批在路上。",
    ]


@pytest.mark.parametrize(
    "parts",
    [
        ["全年引进1,100人，", "其中博士9人；", "其余：", "待定。"],
        ["奖励项目（博士，硕士）共5个,", "最高500万元"],
        ["依据《条例，办法》执行，", "即日起。"],
        ["窗口9:30开放，", "节假日除外"],
        ["他说：", "“先安家，", "再创业。”", "说完笑了"],
        ["少了半边（括号，", "照样分句。"],
        ["多了半边）括号，", "照样分句。"],
    ],
)
def test_clauses_end_outside_brackets_and_numbers(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == parts


def test_spans_are_those_of_the_whole_text() -> None:
    text = "前文。甲，乙。后文"
    assert clauses(text, 3, 7) == [(3, 5), (5, 7)]
    assert sentences(text, 3, 7) == [(3, 7)]
