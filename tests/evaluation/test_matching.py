"""The scorer follows the guidelines: what counts as right, and at which level."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from talentx.evaluation.measures import LEVELS, compare, measure

NAMES = list(LEVELS)

GOLD: dict[str, Any] = {
    "start": 10,
    "end": 17,
    "raw": "超16.4亿元",
    "kind": "fund",
    "indicator": "fund_size",
    "value": 1640000000,
    "bound": "over",
    "unit": "元",
    "place": "杭州市",
    "time": "2024",
    "status": "actual",
}
DATE: dict[str, Any] = {**GOLD, "kind": "date", "value": None, "bound": None, "unit": None, "date": "2024-09"}


def levels(records: list[dict[str, Any]], gold: list[dict[str, Any]]) -> list[float]:
    """F1 at each level."""
    scores = measure(compare({"a": records}, {"a": gold})).levels
    return [round(score.f1, 4) for score in scores.values()]


RIGHT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (GOLD, {}),
    (GOLD, {"start": 11}),
    (GOLD, {"end": 30}),
    (GOLD, {"time": "2024-05"}),
    (GOLD, {"indicator": "fund_size.mother"}),
    (GOLD, {"item": "基金", "subject": "某基金"}),
    ({**GOLD, "bound": "exact"}, {"bound": None}),
    ({**GOLD, "value": Decimal("0.3333333333")}, {"value": Decimal("0.33333333333333333333")}),
    ({**GOLD, "unit": "人"}, {"unit": "名"}),
    ({**GOLD, "kind": "share", "unit": None}, {"unit": "人"}),
    ({**GOLD, "place": None}, {"place": "上海市"}),
    ({**GOLD, "time": None}, {"time": "1999"}),
    ({**GOLD, "place": "香港"}, {"place": "香港特别行政区"}),
    ({**GOLD, "indicator": None}, {"indicator": "funds_of_funds"}),
    ({**GOLD, "indicator": "fund_size.mother"}, {}),
    ({**GOLD, "indicator": "fund_size.mother"}, {"indicator": "fund_size.mother.first"}),
    ({**GOLD, "also": {"place": ["浙江省"]}}, {"place": "浙江省"}),
    ({**GOLD, "also": {"place": [None]}}, {"place": None}),
    ({**GOLD, "also": {"kind": ["money"], "indicator": [None]}}, {"kind": "money", "indicator": None}),
    (DATE, {"bound": "exact", "value": 5}),
    ({**GOLD, "value": None, "low": 3, "high": 5, "bound": "range"}, {}),
]


@pytest.mark.parametrize(("gold", "changes"), RIGHT)
def test_right(gold: dict[str, Any], changes: dict[str, Any]) -> None:
    assert levels([{**gold, **changes}], [gold]) == [1, 1, 1, 1]


WRONG: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (GOLD, {"value": 1639999990}, "found"),
    (GOLD, {"value": None, "low": 1640000000, "high": 1640000000}, "found"),
    (GOLD, {"bound": "exact"}, "found"),
    (GOLD, {"unit": "个"}, "found"),
    (DATE, {"date": "2024"}, "found"),
    (GOLD, {"kind": "money"}, "value"),
    (GOLD, {"indicator": None}, "kind"),
    (GOLD, {"indicator": "fund_sizes"}, "kind"),
    ({**GOLD, "indicator": "fund_size.mother"}, {"indicator": "fund_size"}, "kind"),
    ({**GOLD, "indicator": "fund_size.mother"}, {"indicator": "fund_size.child"}, "kind"),
    (GOLD, {"place": None}, "kind"),
    (GOLD, {"place": "浙江省"}, "kind"),
    (GOLD, {"time": None}, "kind"),
    (GOLD, {"time": "2023"}, "kind"),
    (GOLD, {"time": "2024/2025"}, "kind"),
    (GOLD, {"status": "target"}, "kind"),
    ({**GOLD, "indicator": None}, {"indicator": "revenue.tax"}, "kind"),
    ({**GOLD, "also": {"place": ["浙江省"]}}, {"place": "上海市"}, "kind"),
]


@pytest.mark.parametrize(("gold", "changes", "reached"), WRONG)
def test_wrong(gold: dict[str, Any], changes: dict[str, Any], reached: str) -> None:
    until = NAMES.index(reached) + 1
    assert levels([{**gold, **changes}], [gold]) == [1] * until + [0] * (4 - until)


def test_missed_and_surplus_count_against() -> None:
    far = {**GOLD, "start": 90, "end": 97}
    assert levels([], [GOLD]) == [0, 0, 0, 0]
    assert levels([GOLD, far], [GOLD]) == [0.6667] * 4
    assert levels([GOLD], [GOLD, far]) == [0.6667] * 4
    assert levels([{**GOLD, "start": 17, "end": 24}], [GOLD]) == [0, 0, 0, 0]


def test_optional_figures_count_neither_way() -> None:
    optional = {**GOLD, "start": 30, "end": 37, "optional": True}
    touching = {**GOLD, "start": 36, "end": 40}
    assert levels([GOLD], [GOLD, optional]) == [1, 1, 1, 1]
    assert levels([GOLD, {**optional, "value": 1}], [GOLD, optional]) == [1, 1, 1, 1]
    assert levels([GOLD, {**GOLD, "start": 30, "end": 33}, touching], [GOLD, optional]) == [1, 1, 1, 1]


def test_one_record_for_one_figure() -> None:
    other = {**GOLD, "start": 14, "end": 20, "value": 5}
    assert levels([other, GOLD], [GOLD, other]) == [1, 1, 1, 1]
    assert levels([GOLD, GOLD], [GOLD]) == [0.6667] * 4


def test_an_article_without_records_counts() -> None:
    (score, *_) = measure(compare({"a": [GOLD]}, {"a": [GOLD], "b": [GOLD]})).levels.values()
    assert (score.precision, score.recall, round(score.f1, 4)) == (1, 0.5, 0.6667)


def test_records_of_an_article_without_gold_do_not_count() -> None:
    assert measure(compare({"a": [GOLD], "b": [GOLD]}, {"a": [GOLD]})).levels["record"].f1 == 1


def test_nothing_at_all_is_no_error() -> None:
    (score, *_) = measure(compare({}, {"a": []})).levels.values()
    assert (score.precision, score.recall, score.f1) == (0, 0, 0)
