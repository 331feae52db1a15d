"""What came of promises, where figures are known by their words."""

from __future__ import annotations

from typing import Any

import pytest

from talentx.comparison.compare import changes
from talentx.records.model import Record

from .making import told

TOTAL: dict[str, Any] = {
    "kind": "talent",
    "unit": "人",
    "currency": None,
    "indicator": "talent_total",
    "item": "人才",
    "subject": "人才办",
}


def promise(at: int, **more: Any) -> Record:
    text = "到2023年，全市人才总量力争达到130万人。"
    return total(at, text, status="target", time="2023", **more)


def total(at: int, text: str, **more: Any) -> Record:
    number = text.partition("年")[2] or text
    found = told(number, **{**TOTAL, "id": f"{at:016x}", "document": f"{at}.txt", **more})
    return found.model_copy(update={"sentence": text})


def outcomes(old: list[Record], new: list[Record]) -> list[tuple[str, str | None, str | None]]:
    return [
        (row.outcome, row.old.raw if row.old else None, row.new.raw if row.new else None)
        for row in changes(old, new)
    ]


NOW = total(1, "2021年全市人才总量120万人。", time="2021", published="2022-01")
THEN = total(2, "2023年全市人才总量136万人。", time="2023", published="2024-01")


def test_a_promise_is_held_against_a_figure_that_has_a_partner_by_its_words() -> None:
    old = [NOW, promise(3, published="2022-01")]
    assert outcomes(old, [THEN]) == [
        ("rose", "120万人", "136万人"),
        ("target met", "130万人", "136万人"),
    ]


def test_a_promise_that_is_told_again_is_held_against_what_was_done() -> None:
    old, new = [NOW, promise(3, published="2022-01")], [THEN, promise(4, published="2024-01")]
    assert set(outcomes(old, new)) == {
        ("rose", "120万人", "136万人"),
        ("target met", "130万人", "136万人"),
        ("same", "130万人", "130万人"),
    }


@pytest.mark.parametrize("published", ["2022-01", "2021-12-31", "2022"])
def test_what_was_printed_with_a_promise_or_before_is_no_answer_to_it(published: str) -> None:
    old, new = [NOW, promise(3, published="2022-01")], [THEN.model_copy(update={"published": published})]
    assert ("target met", "130万人", "136万人") not in outcomes(old, new)


def test_what_the_older_side_says_too_is_no_answer_to_its_promises() -> None:
    records = [NOW, promise(3, published="2022-01"), THEN]
    assert {outcome for outcome, *_ in outcomes(records, records)} == {"same"}
