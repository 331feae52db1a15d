"""What speaks for and against two figures being of one series."""

from __future__ import annotations

from typing import Any

import pytest

from talentx.comparison.brief import briefs
from talentx.comparison.likeness import LIKELY, WEIGHTS, Evidence, Likeness

from .making import told

TALENT: dict[str, Any] = {"kind": "talent", "unit": "人", "currency": None}


def evidence(old: str, new: str, mine: dict[str, Any], others: dict[str, Any]) -> Evidence | None:
    """All that is found for two figures, each the one of its text."""
    one = told(old, **{"id": "1" * 16, "published": "2022-06", **mine})
    other = told(new, **{"id": "2" * 16, "published": "2024-06", "document": "b.txt", **others})
    (left,), (right,) = briefs([(0, one)]), briefs([(0, other)])
    return Likeness([left], [right]).evidence(left, right)


@pytest.mark.parametrize(
    ("old", "new", "mine", "others", "there", "missing"),
    [
        (
            "全市人才总量120万人。",
            "人才资源总量136万人。",
            {**TALENT, "indicator": "talent_total", "item": "全市人才"},
            {**TALENT, "indicator": "talent_total", "item": "人才资源"},
            {"same indicator", "items that say little", "same place"},
            {"items share nothing"},
        ),
        (
            "今年要引进大学生10万人。",
            "去年引进大学生11万人。",
            {**TALENT, "indicator": "talent_target.graduates", "status": "target", "time": "2023"},
            {**TALENT, "indicator": "talent_inflow.graduates", "time": "2023"},
            {"persons promised", "a promise against another status"},
            {"other indicator of persons", "a promise for another year"},
        ),
        (
            "今年要新引进大学生10万人。",
            "今年引进大学生11万人。",
            {**TALENT, "indicator": "talent_target.graduates", "status": "target", "time": "2022"},
            {**TALENT, "indicator": "talent_inflow.graduates", "time": "2024"},
            {"a promise for another year"},
            set(),
        ),
        (
            "引进博士300人。",
            "博士总量900人。",
            {**TALENT, "indicator": "talent_inflow"},
            {**TALENT, "indicator": "talent_total"},
            {"other indicator of persons"},
            {"persons promised"},
        ),
        (
            "引才总数居全省第二。",
            "引才总数居全省第一。",
            {"indicator": "city_rank"},
            {"indicator": "city_rank"},
            {"same field"},
            {"other field"},
        ),
        (
            "引才总数居全省第二。",
            "引才总数居全国第九。",
            {"indicator": "city_rank"},
            {"indicator": "city_rank"},
            {"other field"},
            {"same field"},
        ),
        (
            "计划引进人才5000人。",
            "已累计引进人才5640人。",
            {**TALENT, "indicator": "talent_target", "status": "target", "time": "2024"},
            {**TALENT, "indicator": "talent_inflow", "time": "2022/2024-05"},
            set(),
            {"years against a year", "other indicator of persons"},
        ),
        (
            "计划引进人才5000人。",
            "近年来引进人才2万人。",
            {**TALENT, "indicator": "talent_target", "status": "target", "time": "2024"},
            {**TALENT, "indicator": "talent_inflow", "time": "2019/2024-05"},
            {"years against a year"},
            set(),
        ),
        (
            "交付公寓300套。",
            "交付公寓450间。",
            {"kind": "count", "indicator": "housing_units"},
            {"kind": "count", "indicator": "housing_units"},
            {"same indicator"},
            {"other unit"},
        ),
    ],
    ids=[
        "all talent",
        "graduates promised and come",
        "promised for another year",
        "came and are here",
        "one field of a rank",
        "two fields of a rank",
        "done since it was promised",
        "done since long before",
        "flats and rooms",
    ],
)
def test_evidence(
    old: str, new: str, mine: dict[str, Any], others: dict[str, Any], there: set[str], missing: set[str]
) -> None:
    found = evidence(old, new, mine, others)
    assert found is not None
    assert there <= found.keys()
    assert found.keys().isdisjoint(missing)
    assert found.keys() <= WEIGHTS.keys()


def test_a_length_of_time_that_was_changed_to_is_one() -> None:
    found = evidence("毕业生免费入住7天。", "免费入住由7天延长到14天。", {}, {"kind": "change"})
    assert found is not None
    assert "a change against a number" not in found


@pytest.mark.parametrize(
    ("mine", "others"),
    [
        ({"place": "杭州市"}, {"place": "宁波市", "adcode": "330200"}),
        ({"unit": "套"}, {"unit": "家"}),
        ({"kind": "count"}, {"kind": "share", "unit": None}),
    ],
    ids=["another place", "another unit", "another kind"],
)
def test_what_cannot_be_one_series_has_no_evidence(mine: dict[str, Any], others: dict[str, Any]) -> None:
    assert evidence("交付公寓300套。", "交付公寓300套。", mine, others) is None


def test_what_drifts_a_little_is_likely_and_another_thing_is_not() -> None:
    def score(old: str, new: str, mine: str, others: str) -> float:
        found = evidence(
            old, new, {"indicator": mine, "item": "人才公寓"}, {"indicator": others, "item": "人才公寓"}
        )
        assert found is not None
        return sum(WEIGHTS[name] * strength for name, strength in found.items())

    housing = "housing_units.rental"
    assert score("筹集人才公寓300套。", "人才公寓达到450套。", housing, housing) >= LIKELY
    assert score("筹集人才公寓300套。", "企业购置设备450套。", housing, "equipment") < LIKELY
