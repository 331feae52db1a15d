"""What the words around a figure say of it."""

from __future__ import annotations

from typing import Any

import pytest
from making import record

from talentx.comparison.cues import Cues, cues_of

CASES = [
    ("人才公寓由现有的[8600套]扩充至2万套。", {}, {"is_base"}),
    ("院士工作站从[56家]整合为38家。", {}, {"is_base"}),
    ("资助上限[由500万元]调至800万元。", {}, {"is_base"}),
    ("从[6万元]提到10万元。", {}, {"is_base"}),
    ("从上海来了[56家]企业。", {}, set()),
    ("联盟由[20家]企业共同组成。", {}, set()),
    ("由[12名]博士组成的团队。", {}, set()),
    ("人数[同比增长15%]，达到3万人。", {"kind": "change", "unit": None}, set()),
    ("离校未就业毕业生[1.2万人]，目前仍有800人未就业。", {}, set()),
    ("原计划[3万套]的公寓。", {}, {"is_base"}),
    ("比上届的[46个]多出一半。", {}, set()),
    ("比上届的[46个]增加一半。", {}, {"is_base"}),
    ("离[220万人]还差5.2万人。", {}, {"is_base"}),
    ("距2025年[220万人]的目标仅一步之遥。", {}, {"is_base"}),
    ("离220万人还差[5.2万人]。", {}, {"is_step"}),
    ("距市区[30公里]的公寓住满了。", {}, set()),
    ("年内再筹集[6000套]。", {}, {"flows"}),
    ("目标已经定下：引进人才[150人]。", {}, set()),
    ("年初定下的[150人]。", {}, {"is_base"}),
    ("数量居全省[首位]。", {"kind": "rank", "indicator": "city_rank", "unit": None}, set()),
    ("人才公寓净增[1500套]。", {}, {"is_step"}),
    ("人才公寓新增[1500套]。", {}, {"flows"}),
    ("人才公寓累计[1500套]。", {}, set()),
    ("其中博士[900人]。", {}, {"is_part"}),
    ("单笔最大的[25亿元]。", {}, {"is_most"}),
    ("最大可给予[25亿元]。", {}, set()),
    ("[五大]平台。", {"unit": "大"}, {"is_structure"}),
    ("[三年内]引进博士。", {"kind": "duration", "unit": "年"}, {"sets_time"}),
    ("期限[36个月以内]。", {"kind": "duration", "unit": "月", "status": "policy"}, set()),
    ("截至[2023年底]，", {"kind": "date", "unit": None, "date": "2023-12"}, {"sets_time"}),
    ("大会于[9月23日]开幕。", {"kind": "date", "unit": None, "date": "2023-09-23"}, set()),
    ("交付公寓6900套，累计达到[2万套]。", {}, {"goes_on"}),
]
_SAID = ("is_structure", "sets_time", "is_step", "is_base", "is_part", "is_most")


def cues(marked: str, **changes: Any) -> Cues:
    left, rest = marked.split("[")
    raw, right = rest.split("]")
    if changes.get("kind") == "date":
        changes = {"value": None, "bound": None, "currency": None, **changes}
    stated = record(sentence=left + raw + right, raw=raw, **changes)
    return cues_of(stated, left, right)


@pytest.mark.parametrize(("marked", "changes", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_the_words_around_a_figure(marked: str, changes: dict[str, Any], wanted: set[str]) -> None:
    found = cues(marked, **changes)
    said = {name for name in _SAID if getattr(found, name)}
    assert said == wanted - {"flows", "goes_on"}
    assert "flows" not in wanted or found.flows is True
    assert "goes_on" not in wanted or found.goes_on


@pytest.mark.parametrize(
    ("marked", "grade"),
    [
        ("博士每人[5万元]。", "博士"),
        ("博士10万元、硕士[5万元]。", "硕士"),
        ("一等奖1名，奖金[50万元]。", "一等"),
        ("一等奖1名，二等奖4名、每个[60万元]。", "二等"),
        ("一等奖1名，总额[50万元]。", None),
        ("一等奖奖金[50万元]。", "一等"),
    ],
)
def test_the_grade_is_the_one_of_its_own_piece(marked: str, grade: str | None) -> None:
    assert cues(marked).grade == grade
