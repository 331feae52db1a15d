"""What each step of a derivation says."""

from __future__ import annotations

import pytest
from derivation.conftest import Explain

from talentx import Derivation

NUMBERS = [
    ("引进专家三百零六万名。", "三百零六万名", "number", "三百零六万 = (3×100 + 6) × 10000 = 3060000"),
    ("引进专家12名。", "12名", "number", "12"),
    ("引进专家三万四名。", "三万四名", "number", "三万四 = 3 × 10000 + 4×1000 = 34000"),
    ("引进专家十余名。", "十余名", "number", "十余 = 10"),
    ("引进专家2至4千名。", "2至4千名", "number", "2, 4千 = 4×1000: 2000 to 4000"),
    (
        "给予10/30万元。",
        "10",
        "number",
        "10 = 10 × 10000 (the scale of the next number of its list) = 100000",
    ),
    ("占80%。", "80%", "number", "80% = 80 ÷ 100 = 0.8"),
    ("占八成。", "八成", "number", "八成 = 8 ÷ 10 = 0.8"),
    ("同比下降3.1%。", "同比下降3.1%", "number", "3.1% = 3.1 ÷ 100 × -1 (it falls) = -0.031"),
    ("营收翻了两番。", "翻了两番", "number", "两番 = 2 doublings = 4"),
    ("历时一年半。", "一年半", "number", "一年半 = 1.5"),
    ("买了两打铅笔。", "两打", "number", "两打 = 2 × 12 (one 打 is 12 个) = 24"),
    ("位列全国第三。", "位列全国第三", "number", "第三 = 3, a place in an order"),
    ("首次举办。", "首次", "number", "首 says 1, a place in an order"),
    ("给予5万元。", "5万元", "unit", "元 (CNY)"),
    ("引进专家3名。", "3名", "unit", "人, printed 名"),
    ("给予港币5万元。", "港币5万元", "unit", "港元 (HKD), printed 港币"),
    ("占80%。", "80%", "unit", "none: % makes it a ratio"),
    ("首次举办。", "首次", "unit", "none printed"),
    ("引进专家3名。", "3名", "bound", "exact: no word bounds it"),
    ("引进专家近3名。", "近3名", "bound", "nearly, by 近"),
    ("最高可享500万元。", "最高可享500万元", "bound", "at_most, by 最高可享"),
    ("引进专家300名以上。", "300名以上", "bound", "at_least, by 以上"),
    ("引进专家十余名。", "十余名", "bound", "over, by 余"),
    ("引进专家2至4名。", "2至4名", "bound", "range: two numbers that are its ends"),
    ("不到总数的六成。", "不到总数的六成", "bound", "under, by 不到总数的"),
    ("每人每月3000元。", "3000元", "per", "人·月, by 每人 and 每月"),
    ("补贴2万元/年。", "2万元/年", "per", "年, by /年"),
    ("每月3000元、1500元。", "1500元", "per", "月, as for the figure before it"),
    ("同比增长5%。", "同比增长5%", "change", "rises, by 同比增长"),
    ("从12个月缩短至3个月。", "从12个月缩短至3个月", "change", "to this, the new value"),
    ("2024年9月8日开幕。", "2024年9月8日", "date", "2024-09-08: all of it is printed"),
    (
        "9月8日开幕。",
        "9月8日",
        "date",
        "2024-09-08: what is not printed is counted from the article's date 2024-09",
    ),
    (
        "2022年5月动工，7月完工。",
        "7月",
        "date",
        "2022-07: what is not printed is as its sentence says, 2022年5月 before it",
    ),
]

MEANINGS = [
    ("杭州市引进专家三名。", "三名", "noun", "专家, right before it (lists: talent)"),
    (
        "杭州市引进专家三名。",
        "三名",
        "rule",
        "talent (HOME) decides; 2 of 7 rules hold: People of talent are counted.",
    ),
    ("来了三名。", "三名", "noun", "none that the word lists know near it"),
    ("来了三名。", "三名", "rule", "number (HOME) decides; 1 of 7 rules holds"),
    ("杭州市引进专家三名。", "三名", "indicator", "talent_total, 人才总量"),
    ("来了三名。", "三名", "indicator", "none: no rule names one"),
    ("杭州市引进专家三名。", "三名", "status", "actual: no rule says otherwise"),
    ("杭州市将引进专家三名。", "三名", "status", "target, by status.future (HOME)"),
    ("给予购房补贴5万元。", "5万元", "refined", "housing (HOME) makes it award_amount.housing"),
    ("引进专家三名，占八成。", "八成", "inherited", "indicator, from 三名 before it"),
    ("给予补贴5万元，再3万元。", "3万元", "inherited", "kind and indicator, from 5万元 before it"),
    ("引进海外专家三名。", "三名", "item", "海外专家, right before it"),
    ("引进专家三名，占八成。", "八成", "item", "专家, in its sentence, with what it inherits"),
    ("来了三名。", "三名", "item", "none: no noun phrase stands with it"),
    ("杭州市引进专家三名。", "三名", "place", "杭州市 (330100), named in its clause"),
    ("杭州发布。全市引进专家三名。", "三名", "place", "杭州市 (330100), from 全市 in its clause"),
    ("来了三名。", "三名", "place", "none: no place is named that holds here"),
    ("去年引进专家三名。", "三名", "time", "2023, from 去年 in its clause"),
    (
        "引进专家三名。",
        "三名",
        "time",
        "2024, from the article's date 2024-09: no word of time holds here",
    ),
    ("9月8日开幕。", "9月8日", "time", "none: a date is a time itself"),
    ("给予补贴5万元。", "5万元", "time", "none: a standing rule has no time"),
    ("将引进专家三名。", "三名", "time", "none: no word says by when it is promised"),
    ("来了三名。", "三名", "subject", "none: nothing that figures are told of is named before it"),
]


def found(derivations: list[Derivation], raw: str) -> Derivation:
    return next(each for each in derivations if each.raw == raw)


@pytest.mark.parametrize(("text", "raw", "name", "says"), [*NUMBERS, *MEANINGS])
def test_a_step_says(explain: Explain, text: str, raw: str, name: str, says: str) -> None:
    derivation = found(explain(text, published="2024-09"), raw)
    step = next(each for each in derivation.steps if each.name == name)
    before, home, after = says.partition("HOME")
    if home:
        assert step.says.startswith(before)
        assert step.says.endswith(after)
        assert "family.yaml:" in step.says
    else:
        assert step.says == says


def test_a_rule_shows_its_slots_its_rivals_and_what_others_lack(explain: Explain) -> None:
    (derivation,) = explain("杭州市引进专家三名。")
    rule = next(step for step in derivation.steps if step.name == "rule")
    said = [(step.name, step.says.split(" (")[0]) for step in rule.steps]
    assert said == [
        ("figure", "number ✓"),
        ("noun", "$talent: 专家 ✓"),
        ("unless", "none of these is here ✓: left 计划"),
        ("won over", "number, by more slots"),
        ("lacking", "article"),
    ]
    noun = rule.steps[1].evidence[0]
    assert (noun.start, noun.end, noun.text) == (5, 7, "专家")


@pytest.mark.parametrize(
    ("text", "winner", "rival", "why"),
    [
        ("给予5万元，再3万元。", "award.again", "award", "a higher priority (1 against 0)"),
        ("引进专家三名。", "talent", "number", "more slots (2 against 1)"),
    ],
)
def test_why_a_rule_wins(explain: Explain, text: str, winner: str, rival: str, why: str) -> None:
    rule = next(step for step in explain(text)[-1].steps if step.name == "rule")
    assert rule.says.startswith(f"{winner} (")
    assert f"{rival}, by {why}" in [step.says for step in rule.steps if step.name == "won over"]


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("3名", "read as printed"),
        ("3\n名", "printed 3\n名, read as 3名: the line break inside is passed over"),
        ("３萬名", "printed ３萬名, read as 3万名: full width and traditional characters are made plain"),
    ],
)
def test_characters(explain: Explain, printed: str, says: str) -> None:
    derivation = found(explain(f"全年引进各类高层次专家{printed}，其中海外专家众多。"), printed)
    assert derivation.steps[0].says == says


def test_a_column_gives_the_unit(explain: Explain) -> None:
    derivation = found(explain("学历\t安家费（万元）\n博士\t60\n硕士\t15\n"), "60")
    said = {step.name: step.says for step in derivation.steps}
    assert said["column"] == "安家费（万元） heads its column: read as 600000 元"
    assert said["unit"] == "元 (CNY)"


def test_the_local_money() -> None:
    import talentx

    (derivation,) = talentx.explain("台北市发放奖金30万元。")
    said = {step.name: step.says for step in derivation.steps}
    assert said["unit"] == "新台币 (TWD), the money of 台湾"


def test_a_title_holds_the_place(explain: Explain) -> None:
    text = "宁波市人才工作综述\n\n引进专家300名，成为各界关注的一件大事，来自各方的人士都这么说。\n"
    derivation = found(explain(text), "300名")
    said = {step.name: step.says for step in derivation.steps}
    assert said["place"] == "宁波市 (330200), named in the title"
