"""Figures are found in their sentences, however a page breaks its lines, and each counts once."""

from __future__ import annotations

from decimal import Decimal

from making import record

from talentx.comparison.checks.statements import above, sentences
from talentx.comparison.interval import Interval


def test_a_figure_is_found_across_line_breaks_and_in_folded_characters() -> None:
    row = record(raw="１２\n万名", sentence="全省專家１２万名，\n比上年多。", value=Decimal(120000))
    (sentence,) = sentences([row])
    (statement,) = sentence.statements
    assert sentence.text == "全省专家12万名，比上年多。"
    assert statement.text[statement.start : statement.end] == "12万名"
    assert (statement.lead, statement.tail) == ("全省专家", "")


def test_the_words_of_a_clause_end_at_the_figure_before_it() -> None:
    rows = [
        record(id=f"{place:016x}", raw=raw, start=place, sentence="去年引进5名，选派3名、2名干部。")
        for place, raw in ((4, "5名"), (9, "3名"), (12, "2名"))
    ]
    (sentence,) = sentences(reversed(rows))
    assert [(each.lead, each.tail) for each in sentence.statements] == [
        ("去年引进", ""),
        ("选派", ""),
        ("", "干部"),
    ]


def test_the_same_figure_in_a_sentence_twice_is_found_twice() -> None:
    rows = [record(id=f"{at:016x}", raw="5名", start=at, sentence="新增5名，原有5名。") for at in (2, 7)]
    (sentence,) = sentences(rows)
    assert [each.start for each in sentence.statements] == [2, 7]


def test_a_sentence_printed_twice_is_two() -> None:
    rows = [record(id=f"{at:016x}", raw="5名", start=at, sentence="新增5名。") for at in (2, 12)]
    assert [len(each.statements) for each in sentences(rows)] == [1, 1]


def test_a_record_that_comes_twice_counts_once_whatever_the_order() -> None:
    rows = [record(document=name, raw="5名", sentence="新增5名。") for name in ("b.txt", "a.txt")]
    for order in (rows, rows[::-1]):
        ((statement,),) = (each.statements for each in sentences(order))
        assert statement.row.document == "a.txt"


def test_a_figure_that_its_sentence_does_not_hold_is_passed_over() -> None:
    assert [*sentences([record(raw="5名", sentence="")])] == []


def test_an_open_end_is_above_nothing() -> None:
    ten = Interval(Decimal(10), Decimal(10))
    assert above(Interval(Decimal(11), None), ten)
    assert not above(ten, Interval(Decimal(5), None))
    assert not above(ten, ten)
    assert not above(None, ten)
