"""How words, patterns and decided things hold in the slots of a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import WORDS, rules, write_pack

from talentx.errors import PackError
from talentx.meaning import slots
from talentx.pipeline import Extractor

BASE = """indicators:
  stock: {zh: 总量, en: stock, definition: how many there are}
  stock.young: {zh: 青年, en: young, definition: how many young there are}
  stock.young.rural: {zh: 乡村青年, en: rural young, definition: how many in villages}
"""
PLAIN = "  - {id: plain, then: {kind: count}, examples: ['[3个]']}\n"


def _rule(folder: Path, when: str, text: str, then: str = "{kind: talent}") -> str | None:
    """The rule that decides the only figure of a text."""
    tried = f"  - {{id: tried, when: {when}, then: {then}, examples: ['[3个]']}}\n"
    (record,) = Extractor([write_pack(folder, BASE + rules(PLAIN, tried))]).extract(text, document="-")
    return record.rule


HOLD = [
    ("{left: /^新增/}", "新增专家3个。"),
    ("{clause: '/专家.{0,4}个/'}", "新增专家33个。"),
    ("{left: [引进, '/新.专家/']}", "新增专家3个。"),
    ("{before: $talent}", "专家来了，带来项目3个。"),
    ("{before: 专家}", "专家来了，带来项目3个。"),
    ("{noun: 徒工}", "新招徒工3个。"),
    ("{noun: 徒工}", "新招徒工三個。"),
    ("{left: 專家}", "新增专家3个。"),
    ("{section: 招徒弟}", "某厂见闻\n\n一、招徒弟的事\n\n新来了3个。\n\n二、别的\n\n没有了。"),
]
FAIL = [
    ("{left: /^专家/}", "新增专家3个。"),
    ("{left: /^新增$/}", "新增专家3个。"),
    ("{before: $talent}", "来了3个，都是专家。"),
    ("{noun: 徒工}", "新招厨师3个。"),
    ("{section: 招徒弟}", "某厂见闻\n\n一、别的事\n\n新来了3个。\n\n二、招徒弟\n\n没有了。"),
]


@pytest.mark.parametrize(("when", "text"), HOLD)
def test_it_holds(tmp_path: Path, when: str, text: str) -> None:
    assert _rule(tmp_path, when, text) == "tried"


@pytest.mark.parametrize(("when", "text"), FAIL)
def test_it_does_not_hold(tmp_path: Path, when: str, text: str) -> None:
    assert _rule(tmp_path, when, text) == "plain"


def test_the_subject_is_what_is_spoken_of(tmp_path: Path) -> None:
    words = WORDS | {"phrases/bodies": "计划\n"}
    family = BASE + rules(
        PLAIN, "  - {id: tried, when: {subject: 雏鹰}, then: {kind: talent}, examples: ['[3个]']}\n"
    )
    extractor = Extractor([write_pack(tmp_path, family, words=words)])
    for name, rule in (("雏鹰", "tried"), ("老鹰", "plain")):
        records = extractor.extract(f"江海{name}计划今年启动，支持了3个。", document="-")
        assert [record.rule for record in records] == [rule]


def test_a_word_that_a_rule_names_is_cut_whole_and_keeps_the_classes_of_its_ending(tmp_path: Path) -> None:
    family = BASE + rules(
        PLAIN,
        "  - {id: listed, when: {noun: $talent}, then: {kind: talent}, examples: ['[3个]']}\n",
        "  - {id: never, when: {noun: 制茶专家, unit: 家}, then: {kind: people}, examples: ['[3个]']}\n",
    )
    (record,) = Extractor([write_pack(tmp_path, family)]).extract("3个制茶专家来了。", document="-")
    assert (record.rule, record.item) == ("listed", "制茶专家")


def test_a_pattern_that_takes_too_long_is_an_error_that_names_its_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "SECONDS", 0.05)
    with pytest.raises(
        PackError, match=r"rule tried \(.*family\.yaml:7\): the pattern /.+/ takes more than 0\.05 s"
    ):
        _rule(tmp_path, "{left: '/(人|人人)+[甲乙]/'}", "人" * 200 + "3个。")


def test_no_pattern_is_refused_where_words_are_compared(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is a pattern, and this slot looks at words"):
        _rule(tmp_path, "{noun: /人/}", "3个。")


def test_a_pattern_that_does_not_compile_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"'/人\(/' is no pattern: missing \)") as caught:
        _rule(tmp_path, "{left: /人(/}", "3个。")
    assert ":7:" in str(caught.value.where)
