"""Mistakes are listed in the sentence they stand in."""

from __future__ import annotations

from typing import Any

from talentx.evaluation.measures import compare
from talentx.evaluation.mistakes import Context, Mistake, Wrong, mistakes
from talentx.evaluation.rows import Row

from .making import row

TEXT = "开篇。去年引进5名，又引进5名博士！\n今年投入3到5万元。"
SENTENCE = "去年引进5名，又引进5名博士！"
FIRST, SECOND = row(TEXT, 7, 9), row(TEXT, 13, 15)
RANGE = row(TEXT, 23, 28, kind="money", value=None, low=30000, high=50000, bound="range", unit="元")


def found(records: list[Row], gold: list[Row], text: str | None = TEXT) -> list[Mistake]:
    texts = {} if text is None else {"a": text}
    return mistakes(compare({"a": records}, {"a": gold}), {"a": records}, texts)


def said(one: Row, **changes: Any) -> Row:
    return {**one, "sentence": SENTENCE, **changes}


def test_spans_are_where_they_should_be() -> None:
    assert [TEXT[one["start"] : one["end"]] for one in (FIRST, SECOND, RANGE)] == ["5名", "5名", "3到5万元"]


def test_missed_surplus_and_wrong() -> None:
    wrong = {**RANGE, "high": 60000, "status": "target"}
    missed, surplus, changed = found([SECOND, wrong], [FIRST, RANGE])
    assert (missed.outcome, missed.start, missed.fields) == ("missed", 7, ())
    assert (surplus.outcome, surplus.start, surplus.kind) == ("surplus", 13, "talent")
    assert changed == Mistake(
        "wrong",
        "a",
        23,
        28,
        "3到5万元",
        "money",
        (Wrong("value", [30000, 60000], [30000, 50000]), Wrong("status", "target", "actual")),
        Context("今年投入", "3到5万元", "。"),
    )


def test_what_is_right_is_no_mistake() -> None:
    assert found([FIRST, RANGE], [FIRST, {**SECOND, "optional": True}, RANGE]) == []


def test_the_sentence_in_the_text() -> None:
    (mistake,) = found([], [SECOND])
    assert mistake.context == Context("去年引进5名，又引进", "5名", "博士！")


def test_a_text_without_an_end_is_cut() -> None:
    text = "人" * 999
    (mistake,) = found([], [row(text, 500, 502)], text)
    assert mistake.context == Context("人" * 120, "人人", "人" * 120)


def test_without_the_text_the_records_quote_it() -> None:
    other = said(row(TEXT, 3, 5))
    missed, surplus = found([other, said(SECOND)], [other, FIRST], None)
    assert missed.context == Context("去年引进", "5名", "，又引进5名博士！")
    assert surplus.context == Context("去年引进5名，又引进", "5名", "博士！")


def test_without_text_or_quotation_the_figure_stands_alone() -> None:
    (mistake,) = found([], [FIRST], None)
    assert mistake.context == Context("", "5名", "")


def test_a_quotation_whose_place_is_unknown_marks_the_first() -> None:
    (mistake,) = found([said(SECOND)], [], None)
    assert mistake.context == Context("去年引进", "5名", "，又引进5名博士！")


def test_a_quotation_that_mends_a_broken_line() -> None:
    text = "去年引\n进5名。"
    record = {**row(text, 5, 7, kind="people"), "sentence": "去年引进5名。"}
    (mistake,) = found([record], [row(text, 5, 7)], None)
    assert mistake.context == Context("去年引进", "5名", "。")
