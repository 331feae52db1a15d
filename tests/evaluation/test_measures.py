"""Each field, kind and indicator has its own precision, recall and F1."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from talentx.evaluation.gold import CHOICES
from talentx.evaluation.matching import FIELDS
from talentx.evaluation.measures import Group, Measures, Score, compare, measure
from talentx.evaluation.rows import Row

from .making import row, sheets

TEXT = "0123456789" * 4


def at(start: int, **fields: Any) -> Row:
    return row(TEXT, start, start + 5, **fields)


def measured(records: list[Row], gold: list[Row]) -> Measures:
    return measure(compare({"a": records}, {"a": gold}))


def test_a_field_counts_where_it_is_stated() -> None:
    gold = [at(0, time="2024"), at(5, time="2024"), at(10), at(15, time="2024")]
    records = [at(0, time="2024-09"), at(5, time="2023"), at(10, time="1999"), at(20, time="2024")]
    measures = measured(records, gold)
    assert measures.fields["time"] == Score(right=1, records=3, gold=3)
    assert measures.found_right["time"] == 2 / 3


def test_a_number_is_stated_by_value_or_range() -> None:
    spread = {"value": None, "low": 3, "high": 5, "bound": "range"}
    measures = measured([at(0, **spread), at(5)], [at(0, **spread), at(5, value=6), at(10)])
    assert measures.fields["value"] == Score(right=1, records=2, gold=3)


def test_a_second_right_answer_of_nothing_counts_neither_way() -> None:
    measures = measured([at(0)], [at(0, place="杭州市", also={"place": [None]})])
    assert measures.fields["place"] == Score(0, 0, 0)


def test_kinds_with_confusions_missed_and_surplus() -> None:
    gold = [at(0), at(5), at(10, kind="award"), at(15, kind="award")]
    records = [at(0), at(5, kind="people"), at(10, kind="award", status="target"), at(20, kind="award")]
    assert measured(records, gold).kinds == {
        "award": Group(named=Score(1, 2, 2), whole=Score(0, 2, 2)),
        "people": Group(named=Score(0, 1, 0), whole=Score(0, 1, 0)),
        "talent": Group(named=Score(1, 1, 2), whole=Score(1, 1, 2)),
    }


def test_a_record_that_is_right_by_a_second_reader_goes_by_the_golds_kind() -> None:
    kinds = measured([at(0, kind="people")], [at(0, also={"kind": ["people"]})]).kinds
    assert kinds == {"talent": Group(Score(1, 1, 1), Score(1, 1, 1))}


def test_indicators_by_family_and_where_gold_is_finer_in_full() -> None:
    gold = [
        at(0, indicator="award_amount.housing"),
        at(5, indicator="award_amount"),
        at(10, indicator="patents"),
    ]
    records = [
        at(0, indicator="award_amount.travel"),
        at(5, indicator="award_amount.housing"),
        at(10, indicator="patents.granted"),
        at(15, indicator="own_thing"),
    ]
    measures = measured(records, gold)
    named = {name: group.named for name, group in measures.indicators.items()}
    assert named == {
        "award_amount": Score(1, 2, 2),
        "patents": Score(1, 1, 1),
        "own_thing": Score(0, 1, 0),
    }
    assert {name: group.named for name, group in measures.fine_indicators.items()} == {
        "award_amount.housing": Score(0, 0, 1)
    }


def test_an_indicator_of_the_packs_own_where_gold_is_silent_is_no_mistake() -> None:
    assert measured([at(0, indicator="own_thing")], [at(0)]).indicators == {}
    assert measured([at(0, indicator="revenue")], [at(0)]).indicators["revenue"].named == Score(0, 1, 0)


@given(sheets())
def test_gold_against_itself_is_right_in_everything(sheet: Any) -> None:
    measures = measured(sheet.rows, sheet.rows)
    scored = [one for one in sheet.rows if not one.get("optional")]
    assert {score.right for score in measures.levels.values()} == {len(scored)}
    assert sum(group.whole.right for group in measures.kinds.values()) == len(scored)
    every = [*measures.fields.values(), *(group.named for group in measures.indicators.values())]
    assert all(score.right == score.records == score.gold for score in every)


@given(sheets(), sheets(), st.randoms(use_true_random=False))
def test_kinds_add_up_and_no_order_matters(one: Any, other: Any, random: Any) -> None:
    measures = measured(one.rows, other.rows)
    assert set(measures.kinds) <= set(CHOICES["kind"])
    assert sum(group.named.gold for group in measures.kinds.values()) == measures.levels["found"].gold
    assert sum(group.named.records for group in measures.kinds.values()) == measures.levels["found"].records
    right = [score.right for score in measures.levels.values()]
    assert right == sorted(right, reverse=True)
    assert set(measures.fields) == set(FIELDS)
    shuffled = random.sample(other.rows, len(other.rows))
    assert measured(one.rows, shuffled).levels["found"].gold == measures.levels["found"].gold
