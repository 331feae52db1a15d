"""Why a stretch gave no record, or another one: the first step that failed."""

from __future__ import annotations

from typing import get_args

import pytest
from derivation.conftest import Explain

from talentx.derivation.wording import REASONS
from talentx.errors import UsageError
from talentx.figures.refusals import Reason

FAILED = [
    ("引进专家3名。", "5名", "text", "“5名” is not in the text"),
    (
        "引进<b>专家3名。",
        "<b>",
        "noise",
        "dropped as noise: layout, a tag or a mark that shows nothing, which is never read",
    ),
    ("引进专家3名。", "引进", "number", "no number stands in “引进”"),
    (
        "实施“5050计划”引才。",
        "5050",
        "number",
        "“5050计划” stands in a short quotation, which is a name or slogan",
    ),
    (
        "发布《人才新政22条》。",
        "22条",
        "number",
        "“《人才新政22条》” stands in a title 《…》, whose numbers state nothing",
    ),
    ("大家一心一意。", "一心一意", "number", "“一心一意” stands in a fixed expression, which counts nothing"),
    ("印发第2号文件。", "2", "number", "“2” stands behind 第 in a name or label, which is no rank"),
    ("拨打400-820-8820。", "820-", "number", "“400-820-8820” is a telephone number"),
    ("见www.talent2024.cn。", "2024", "number", "“www.talent2024.cn” stands in an address of the net"),
    ("沿318国道。", "318", "number", "“318” is part of a name, address or label, by the word behind it"),
    ("邮编100084。", "100084", "number", "“100084” is a label or code of the word before it"),
    ("主队2比0获胜。", "2", "number", "“2” is a score"),
    ("用iPhone15拍。", "15", "number", "“15” is a label or code of the word before it"),
    (
        "版本3.2.1发布。",
        "3.2",
        "number",
        "“3.2” is part of a code, score, clock time or version, by the sign beside it",
    ),
    ("见2023版。", "2023", "number", "“2023” is part of a name, address or label, by the word behind it"),
    ("〔2024〕文件。", "2024", "number", "“2024” is a year standing alone, without 年"),
    ("按文件（12）办。", "12", "number", "“12” stands in brackets as a document's or list's number"),
    ("编号为A0012345。", "0012345", "number", "“0012345” is a label or code of the word before it"),
    (
        "公元前221年统一。",
        "221",
        "number",
        "“公元前221年” is a year before the first, which no date has here",
    ),
    (
        "人才以35岁以下青年为主。",
        "35",
        "number",
        "“35岁以下” only says who is counted (an age), and states nothing of them",
    ),
    (
        "去年引进专家3名。",
        "去年",
        "number",
        "“去年” is a word of time without a number: it dates the figures around it, and is none",
    ),
    ("每月3000元。", "每月", "number", "“每月” says what the figure 3000元 is per"),
    (
        "引进专家3名。\n\n联系电话：0571-8888",
        "8888",
        "page",
        "in the page's furniture (navigation, contacts, a masthead), which is not read",
    ),
    (
        "人才工作综述\n\n记者 王小明 李大海\n\n引进专家3名。",
        "王小明",
        "page",
        "in a byline, which is not read",
    ),
    ("共0日元0。", "0。", "number", "“日元0” overlaps a figure that goes before it: 0日元"),
    ("来了一位专家。", "一位", "rule", "left out by rule article"),
    ("同比下降3.1%。", "同比下降3.1%", "rules", "no rule takes it"),
]


@pytest.mark.parametrize(("text", "wanted", "failed", "says"), FAILED)
def test_the_first_step_that_failed(explain: Explain, text: str, wanted: str, failed: str, says: str) -> None:
    derivation = explain(text, published="2024-09", why_not=wanted)[0]
    assert derivation.record is None
    assert (derivation.failed, derivation.says) == (failed, says)


@pytest.mark.parametrize(
    ("text", "wanted", "raw", "asked"),
    [
        (
            "最高500万元。给予购房补贴最高500万元。",
            "500万元",
            "最高500万元",
            "“500万元” is part of the figure 最高500万元",
        ),
        ("给予3万元。", "给予3万元", "3万元", "“给予3万元” holds the figure 3万元"),
        ("给予近3万元。", "给予近", "近3万元", "“给予近” overlaps the figure 近3万元"),
        (
            "从12个月缩短至3个月。",
            "12个月",
            "从12个月缩短至3个月",
            "“12个月” is part of the figure 从12个月缩短至3个月",
        ),
    ],
)
def test_another_figure(explain: Explain, text: str, wanted: str, raw: str, asked: str) -> None:
    derivation = explain(text, why_not=wanted)[-1]
    assert derivation.raw == raw
    assert derivation.steps[0].says == asked


def test_a_record_as_it_is_expected_is_shown(explain: Explain) -> None:
    (derivation,) = explain("引进专家3名。", why_not="3名")
    assert derivation.outcome == "record"
    assert derivation.says == "talent talent_total 3 人, actual"
    assert derivation.steps[0].name == "characters"


def test_the_nearest_rules_and_what_each_lacks(explain: Explain) -> None:
    (derivation,) = explain("每人每月3000元。", why_not="3000元")
    rules = derivation.steps[-1]
    assert rules.says == "none of 7 rules takes it"
    near = [step.says for step in rules.steps if step.name == "near"]
    assert [said.partition(" (")[0] for said in near] == ["award", "award.again"]
    assert near[0].endswith("lacks verb $grant (here none)")
    assert near[1].endswith("lacks left 再 (here 每人每月)")


def test_each_place_where_the_text_has_it(explain: Explain) -> None:
    text = "引进专家3名，“3名”。又引进专家3名。"
    every = explain(text, why_not="3名")
    assert [(each.start, each.outcome) for each in every] == [(4, "record"), (7, "no figure"), (17, "record")]
    (nearest,) = explain(text, why_not="3名", offset=18)
    assert nearest.start == 17


def test_what_is_printed_otherwise_is_found(explain: Explain) -> None:
    (derivation,) = explain("給予補貼３萬元。", why_not="给予补贴3万元")
    assert derivation.raw == "３萬元"


def test_an_offset(explain: Explain) -> None:
    text = "引进专家3名，给予补贴最高5万元。"
    (inside,) = explain(text, offset=13)
    assert inside.raw == "最高5万元"
    (beside,) = explain(text, offset=0)
    assert (beside.outcome, beside.failed) == ("no figure", "number")
    near = [step.says for step in beside.steps if step.name == "nearest"]
    assert near == ["3名 [4:6]", "最高5万元 [11:16]"]


@pytest.mark.parametrize("offset", [-1, 8, 10**9])
def test_an_offset_beyond_the_text(explain: Explain, offset: int) -> None:
    with pytest.raises(UsageError, match="beyond the text, which has 8 characters"):
        explain("引进专家三名。\n", offset=offset)


def test_an_empty_text_has_nothing_to_explain(explain: Explain) -> None:
    assert explain("") == []
    assert [each.outcome for each in explain("", why_not="三")] == ["not in the text"]
    assert [each.outcome for each in explain("三", why_not="")] == ["not in the text"]


def test_every_reason_has_its_words() -> None:
    codes, own = get_args(Reason)
    assert set(REASONS) == {*get_args(codes), *get_args(own)}
    assert all(said and not said.endswith(".") for said in REASONS.values())
