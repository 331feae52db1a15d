"""Figures that are of one series by their very words, found by each key in turn."""

from __future__ import annotations

from typing import Any

import pytest
from making import record

from talentx.comparison.matching import Matching, Repeat
from talentx.comparison.twins import pair_twins
from talentx.records.model import Record

IDS = "the same figure of the same text"
COPIES = "told in the same words, in a document of the same name"
STATEMENTS = "told in the same words"
PASSAGES = "told in the same words but for the numbers, in a document of the same name"
WORDINGS = "told in the same words but for the numbers"
NAMES = "the same indicator, place, subject and item"

_NUMBER = iter(range(1, 10**6))


def told(sentence: str, raw: str, **changes: Any) -> Record:
    """A figure of a sentence, with an id of its own."""
    return record(**{"id": f"{next(_NUMBER):016x}", "sentence": sentence, "raw": raw, **changes})


def paired(old: list[Record], new: list[Record]) -> list[tuple[int, int, str]]:
    matching = Matching.of(len(old), len(new))
    pair_twins(old, new, matching)
    for at, partner in enumerate(matching.partner_of_new):
        assert partner < 0 or matching.partner_of_old[partner] == at
    return [
        (at, partner, matching.reasons[at])
        for at, partner in enumerate(matching.partner_of_old)
        if partner >= 0
    ]


OLD = told("全市已筹集人才公寓1200套。", "1200套")


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ({"id": OLD.id, "sentence": "另一句话里的数字。", "raw": "9套", "item": None}, IDS),
        ({}, COPIES),
        ({"document": "b.txt"}, STATEMENTS),
        ({"sentence": "全市已筹集人才公寓3400套。", "raw": "3400套"}, PASSAGES),
        ({"sentence": "全市已筹集人才公寓三千套。", "raw": "三千套", "document": "b.txt"}, WORDINGS),
        ({"sentence": "公寓又多了几栋，有3400套。", "raw": "3400套", "document": "b.txt"}, NAMES),
        ({"sentence": "公寓又多了几栋，有3400套。", "raw": "3400套", "item": "公寓"}, None),
        ({"sentence": "全市已筹集人才公寓3400套。", "raw": "3400套", "place": "宁波市"}, None),
        ({"sentence": "全市已筹集人才公寓3400套。", "raw": "3400套", "status": "target"}, None),
        ({"sentence": "全市已筹集人才公寓3400套。", "raw": "3400套", "unit": "间"}, None),
        ({"sentence": "全市已筹集人才公寓3400套。", "raw": "3400套", "per": "年"}, None),
        ({"sentence": "全市已筹集人才公寓3400套。", "raw": "3400套", "kind": "money"}, None),
    ],
)
def test_a_figure_is_found_by_the_surest_key_that_fits(new: dict[str, Any], reason: str | None) -> None:
    other = told(**{"sentence": OLD.sentence, "raw": OLD.raw, **new})
    assert paired([OLD], [other]) == ([(0, 0, reason)] if reason else [])


def test_a_short_sentence_is_known_by_its_words_and_not_without_its_numbers() -> None:
    unnamed = {"item": None, "indicator": None}
    assert paired([told("共8名。", "8名", **unnamed)], [told("共8名。", "8名", **unnamed)])
    assert not paired([told("共8名。", "8名", **unnamed)], [told("共9名。", "9名", **unnamed)])


def test_what_is_said_in_two_documents_is_paired_with_that_of_the_same_name() -> None:
    sentence = "全市已筹集人才公寓1200套。"
    old = [told(sentence, "1200套", document=name) for name in ("a.txt", "b.txt", "c.txt")]
    new = [told(sentence, "1200套", document=name) for name in ("b.txt", "c.txt", "d.txt")]
    assert paired(old, new) == [(0, 2, STATEMENTS), (1, 0, COPIES), (2, 1, COPIES)]


def test_words_that_are_repeated_are_paired_in_their_order() -> None:
    old = [told("咨询服务热线有12条线路。", "12条", start=at) for at in (10, 90, 200)]
    new = [told("咨询服务热线有12条线路。", "12条", start=at) for at in (15, 99)]
    assert [(one, other) for one, other, _ in paired(old, new)] == [(0, 0), (1, 1)]


def test_what_several_figures_share_but_for_the_numbers_pairs_none_of_them() -> None:
    old = [told(f"第{number}批项目落户开发区共计{number}家。", f"{number}家") for number in (3, 4)]
    new = [told(f"第{number}批项目落户开发区共计{number}家。", f"{number}家") for number in (5, 6)]
    assert paired(old, new) == []


def test_the_figures_of_a_sentence_are_told_apart_by_their_turn() -> None:
    before, after = "引进博士和硕士共120人和350人。", "引进博士和硕士共160人和420人。"
    old = [told(before, "120人"), told(before, "350人")]
    new = [told(after, "160人"), told(after, "420人")]
    assert paired(old, new) == [(0, 0, PASSAGES), (1, 1, PASSAGES)]
    assert paired(old, new[:1]) == [(0, 0, PASSAGES)]


def test_a_figure_in_the_same_words_is_found_where_another_one_of_them_was_not_read() -> None:
    sentence = "引进博士和硕士共120人和350人。"
    old, new = ([told(sentence, "120人"), told(sentence, "350人")] for _ in range(2))
    assert paired(old, new[1:]) == [(1, 0, COPIES)]


def test_a_sentence_of_another_document_begins_anew() -> None:
    sentence = "引进博士和硕士共120人和350人。"
    old = [told(sentence, "120人", document="a.txt"), told(sentence, "120人", document="b.txt")]
    assert [pair[:2] for pair in paired(old, [told(sentence, "120人", document="b.txt")])] == [(1, 0)]


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("五年来人才公寓又多了3400套。", "2020/2024-09"),
        ("早在前几年就已经有3400套。", "2019"),
        ("人才公寓的数量净增3400套。", "2024"),
    ],
    ids=["of years", "long past", "a step"],
)
def test_names_alone_do_not_pair_what_is_of_another_time_or_a_step(sentence: str, time: str) -> None:
    assert paired([OLD], [told(sentence, "3400套", time=time)]) == []


def test_a_date_is_not_known_by_its_names() -> None:
    date = {"kind": "date", "value": None, "bound": None, "unit": None, "currency": None}
    old = told("大会于11月12日开幕。", "11月12日", date="2022-11-12", **date)
    new = told("今年改在9月28日举行大会。", "9月28日", date="2024-09-28", **date)
    assert paired([old], [new]) == []


def test_ids_that_several_figures_have_pair_none_of_them() -> None:
    same = {"id": "f" * 16}
    old = [told("一家企业获得资助5万元。", "5万元", **same), told("十家企业获得补贴9万元。", "9万元", **same)]
    new = [
        told("十家企业获得补贴9万元。", "9万元", **same),
        told("另有新的情况共6万元。", "6万元", item="新"),
    ]
    assert paired(old, new) == [(1, 0, COPIES)]


@pytest.mark.parametrize("side", [0, 1])
def test_what_a_side_has_once_more_is_noted(side: int) -> None:
    other = told("全市有博士后工作站62家。", "62家")
    once, twice = [OLD], [OLD, other, OLD.model_copy(update={"document": "copy.txt"}), other]
    old, new = (once, twice) if side else (twice, once)
    matching = Matching.of(len(old), len(new))
    pair_twins(old, new, matching)
    assert matching.found.repeats[side] == {2: Repeat(side, 0), 3: Repeat(side, 1)}
    assert [*matching.open_old(), *matching.open_new()] == [1]


@pytest.mark.parametrize("document", ["b.txt", "a.txt"])
def test_what_an_article_printed_twice_says_is_noted_once_its_partner_is_known(document: str) -> None:
    again = OLD.model_copy(update={"id": "e" * 16, "document": document, "start": 900, "end": 905})
    matching = Matching.of(2, 1)
    pair_twins([OLD, again], [OLD.model_copy(update={"id": "d" * 16})], matching)
    assert matching.partner_of_new[0] == 0
    assert matching.found.repeats == ({1: Repeat(0, 0)}, {})


@pytest.mark.parametrize("differs", [{"time": "2023"}, {"published": "2023-01"}])
def test_the_same_words_of_another_year_say_something_else(differs: dict[str, Any]) -> None:
    again = OLD.model_copy(update={"id": "e" * 16, "document": "b.txt", **differs})
    matching = Matching.of(2, 1)
    pair_twins([OLD, again], [OLD.model_copy(update={"id": "d" * 16})], matching)
    assert matching.found.repeats == ({}, {})


@pytest.mark.parametrize("differs", [{"id": "f" * 16}, {"raw": "1201套"}, {"subject": "人才集团"}])
def test_an_id_alone_or_words_alone_in_one_sentence_are_no_copy(differs: dict[str, Any]) -> None:
    matching = Matching.of(1, 2)
    pair_twins([OLD], [OLD, OLD.model_copy(update=differs)], matching)
    assert matching.found.repeats == ({}, {})


def test_as_many_in_the_same_words_as_no_one_can_tell_apart_are_left_unclear() -> None:
    old, new = (
        [
            told(f"第{number}期简报登记入库企业若干共9家。", "9家", document=f"{year}-{number}")
            for number in range(101)
        ]
        for year in (2022, 2024)
    )
    matching = Matching.of(len(old), len(new))
    new = [
        each.model_copy(update={"sentence": f"第{at}号简报登记入库企业若干共9家。"})
        for at, each in enumerate(new)
    ]
    old = [
        each.model_copy(update={"sentence": f"第{at + 500}号简报登记入库企业若干共9家。"})
        for at, each in enumerate(old)
    ]
    pair_twins(old, new, matching)
    assert matching.found.candidates == [(tuple(range(101)), tuple(range(101)))]
    assert [*matching.open_old(), *matching.open_new()] == []
