"""Each sentence is read for itself: what stands around it moves its figures and changes nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from talentx import Figure, scan

PIECES = [
    *"一三十百万亿几多余半第前首约近超最个人元成倍年月日天周季至到、，；：-—.%/（）“”《》 。。！？\n",
    *[
        "2024年",
        "9月",
        "28日",
        "今年",
        "去年",
        "昨日",
        "上半年",
        "同年",
        "当天",
        "次日",
        "下周三",
        "国庆节",
        "近三年",
        "截至",
        "以来",
    ],
    *[
        "3.6万",
        "1,100",
        "500元",
        "两三个",
        "三成五",
        "1/4",
        "百分之五",
        "增长",
        "从",
        "最高",
        "不超过",
        "以上",
        "左右",
        "每月",
        "港币",
    ],
    *[
        "项目",
        "人才",
        "奖励",
        "排名",
        "民国",
        "新台币",
        "代码",
        "图",
        "负",
        "零下",
        "翻一番",
        "第一",
        "冠军",
        "获得",
        "12号",
        "共",
    ],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]?")


def stated(figures: list[Figure], by: int = 0) -> list[Figure]:
    return [
        Figure(**{name: getattr(f, name) for name in Figure.__slots__} | {
            "start": f.start + by, "end": f.end + by, "core": (f.core[0] + by, f.core[1] + by)
        })
        for f in figures
    ]  # fmt: skip


@settings(max_examples=300)
@given(TEXTS)
@example("他说。三十。")
@example("2023年的事。9月28日")
def test_a_text_is_read_as_its_sentences_are(text: str) -> None:
    apart = [
        figure
        for sentence in SENTENCE.finditer(text)
        for figure in stated(scan(sentence[0], "2024-09-10"), sentence.start())
    ]
    assert scan(text, "2024-09-10") == apart


@pytest.mark.parametrize(
    "before", ["他说。", "2023年成立。", "会议闭幕！\n", "“好。", "排名第三。", "单位：万元\n"]
)
@pytest.mark.parametrize("after", ["", "去年也是。", "\n2023年", "其中5个。”"])
@given(TEXTS.filter(lambda text: "\n" not in text))
@settings(max_examples=20)
def test_text_around_a_sentence_moves_its_figures_and_changes_nothing_else(
    before: str, after: str, text: str
) -> None:
    sentence = text + "。"
    inside = [
        f
        for f in scan(before + sentence + after, "2024-09-10")
        if len(before) <= f.start < len(before + sentence)
    ]
    assert inside == stated(scan(sentence, "2024-09-10"), len(before))
