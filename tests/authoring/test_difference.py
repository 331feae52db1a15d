"""What an edit of rules does to records."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from making import record

from talentx.authoring.difference import as_rows, differences, told

SAID = "来3个，走4个，又5个，共6个。"
OLD = [
    record(start=1, raw="3个", sentence=SAID),
    record(start=5, raw="4个", sentence=SAID),
    record(start=9, raw="5个", kind="count", sentence=SAID),
]
NEW = [
    record(start=1, raw="3个", sentence=SAID),
    record(start=9, raw="5个", kind="money", rule="x", sentence=SAID),
    record(start=20, raw="6个", sentence=SAID),
]


def test_records_are_added_removed_and_changed_in_the_order_of_the_text() -> None:
    found = list(differences(OLD, NEW))
    assert [(change.outcome, change.record.start) for change in found] == [
        ("removed", 5),
        ("changed", 9),
        ("added", 20),
    ]
    assert found[1].fields == ("kind", "rule")


def test_each_is_told_on_a_line() -> None:
    assert [told(change) for change in differences(OLD, NEW)] == [
        "a.txt:5-7: removed: '来3个，走[4个]，又5个，共6个。': fund, indicator fund_size, by talent/fund",
        "a.txt:9-11: changed: '来3个，走4个，又[5个]，共6个。': kind count → money; rule talent/fund → x",
        "a.txt:20-22: added: '来3个，走4个，又5个，共[6个]。': fund, indicator fund_size, by talent/fund",
    ]


def test_as_json_numbers_stay_exact() -> None:
    rows = json.loads(as_rows(list(differences(OLD, NEW))), parse_int=str)
    assert [row["outcome"] for row in rows] == ["removed", "changed", "added"]
    assert rows[0]["new"] is None
    assert rows[1]["old"]["value"] == "1640000000"
    assert json.loads(as_rows([])) == []


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_every_span_is_told_once(before: set[int], after: set[int]) -> None:
    old, new = ([record(start=2 * n, raw="3个") for n in sorted(starts)] for starts in (before, after))
    outcomes = [(change.outcome, change.record.start // 2) for change in differences(old, new)]
    assert outcomes == sorted(
        [*(("removed", n) for n in before - after), *(("added", n) for n in after - before)],
        key=lambda pair: pair[1],
    )
