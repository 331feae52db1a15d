"""The four outcomes of an example, snapshots, and the report for continuous integration."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from packs.making import WORDS, rules, write_pack

from talentx.authoring import snapshots
from talentx.authoring.junit import write_junit
from talentx.authoring.testing import Result, cases, run
from talentx.errors import OutputError, PackError
from talentx.packs.book import read_book
from talentx.packs.folders import folders
from talentx.pipeline import Extractor

INDICATORS = """indicators:
  stock: {zh: 总量, en: stock, definition: how many there are}
  stock.young: {zh: 青年, en: young, definition: how many young there are}
"""
THING = "  - {id: thing, when: {figure: number}, then: {kind: count}, examples: ['[3个]']}\n"
YOUNG = (
    "  - {id: young, when: {indicator: stock, left: 青年}, then: {indicator: stock.young}, "
    "examples: ['青年专家[3个]']}\n"
)


def _stock(examples: str, counterexamples: str = "") -> str:
    return (
        "  - id: stock\n    when: {noun: $talent}\n    then: {kind: talent, indicator: stock}\n"
        f"    examples: [{examples}]\n    counterexamples: [{counterexamples}]\n"
    )


def _results(folder: Path, *entries: str, chosen: str = "", keep: bool = False) -> list[Result]:
    pack = write_pack(folder, INDICATORS + rules(THING, *entries), words=WORDS)
    book = read_book(folders([pack]))
    kept = snapshots.read(pack) if keep else {}
    return list(run(Extractor([pack]), cases(book, chosen=chosen), kept))


def _of(results: list[Result], rule: str) -> list[tuple[str, str]]:
    return [(result.outcome, result.why) for result in results if result.case.rule.id == rule]


OUTCOMES = [
    ("'专家[3人]'", "", "reported", ""),
    ("'青年专家[3个]'", "", "reported", ""),
    ("'苹果[3个]'", "", "missing", "kind count by thing, not talent; stock lacks noun $talent (here none)"),
    ("{text: '专家[3人]', expect: {value: 3, unit: 人}}", "", "reported", ""),
    ("{text: '专家[3人]', expect: {value: '3.0'}}", "", "reported", ""),
    ("{text: '专家[3人]', expect: {value: 4}}", "", "missing", "value 3, not 4"),
    ("{text: '专家[3人]', expect: {time: null}}", "", "reported", ""),
    ("{text: '专家[3人]', expect: {place: 杭州市}}", "", "missing", "place none, not 杭州市"),
    ("'专家[的]3人'", "", "missing", "no figure is read in [的]; mark 3人, or see talentx explain"),
    ("'专家[3人、5人]'", "", "missing", "[3人、5人] is read as 3人 and 5人; mark one of them"),
    ("'专家[3]人'", "", "missing", "the figure read is [3人]; mark just that"),
    ("", "'苹果[3个]'", "validated", ""),
    ("", "'专家[3个]'", "noisy", "taken by the rule"),
    ("", "'青年专家[3个]'", "noisy", "indicator stock.young all the same, by young"),
    ("", "{text: '苹果[3个]', expect: {kind: people}}", "noisy", "kind count, not people"),
    ("", "'苹果[的]3个'", "noisy", "no figure is read in [的]; mark 3个, or see talentx explain"),
]


@pytest.mark.parametrize(("example", "counter", "outcome", "why"), OUTCOMES)
def test_an_outcome(tmp_path: Path, example: str, counter: str, outcome: str, why: str) -> None:
    results = _results(tmp_path, YOUNG, _stock(example or "'专家[3人]'", counter))
    assert _of(results, "stock")[-1] == (outcome, why)


def test_a_rule_that_leaves_out_is_tested_by_the_record_that_is_not_there(tmp_path: Path) -> None:
    leaves = (
        "  - {id: none, when: {left: 第}, then: {kind: count, leave_out: true}, "
        "examples: ['第几[3人]', '来了[3人]'], counterexamples: ['来了[5人]', '第几[5人]']}\n"
    )
    assert _of(_results(tmp_path, leaves), "none") == [
        ("reported", ""),
        ("missing", "a record all the same, by thing; none lacks left 第 (here 来了)"),
        ("validated", ""),
        ("noisy", "no record of it, which is what the rule makes"),
    ]


def test_a_rule_that_adds_a_status_is_tested_by_the_status(tmp_path: Path) -> None:
    adds = (
        "  - {id: plan, when: {left: 要}, then: {status: target}, "
        "examples: ['要来[3人]', '来了[3人]'], counterexamples: ['来了[5人]', '要来[5人]']}\n"
    )
    assert _of(_results(tmp_path, adds), "plan") == [
        ("reported", ""),
        ("missing", "status actual by thing, not target; plan lacks left 要 (here 来了)"),
        ("validated", ""),
        ("noisy", "status target all the same"),
    ]


def test_only_those_whose_id_or_text_contains_it_are_run(tmp_path: Path) -> None:
    entries = [_stock("'专家[3人]', '工专家[5人]'")]
    assert len(_results(tmp_path, *entries, chosen="stock")) == 2
    assert len(_results(tmp_path, *entries, chosen="5人")) == 1
    assert _results(tmp_path, *entries, chosen="nothing") == []


def test_a_snapshot_shows_what_an_edit_changes_though_the_examples_hold(tmp_path: Path) -> None:
    before = _results(tmp_path, _stock("'青年专家[3个]'"))
    (written,) = snapshots.write(tmp_path, before)
    assert written.name == "family.jsonl"
    assert snapshots.write(tmp_path, before) == []
    assert {result.outcome for result in _results(tmp_path, _stock("'青年专家[3个]'"), keep=True)} == {
        "reported"
    }
    after = _results(tmp_path, _stock("'青年专家[3个]'"), YOUNG, keep=True)
    ((outcome, why),) = _of(after, "stock")
    assert outcome == "missing"
    assert why.startswith("not as it was reviewed: indicator stock.young, was stock; rule young, was stock")


def test_a_new_example_needs_no_snapshot(tmp_path: Path) -> None:
    snapshots.write(tmp_path, _results(tmp_path, _stock("'专家[3人]'")))
    assert {r.outcome for r in _results(tmp_path, _stock("'专家[3人]', '专家[9人]'"), keep=True)} == {
        "reported"
    }


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"rule": "a", "text": "b"}', '{"rule": "a", "text": "b", "shown": 3}']
)
def test_a_broken_snapshot_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "a.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"a\.jsonl:1: no snapshot; .*--update"):
        snapshots.read(tmp_path)


def test_the_junit_report_has_a_case_an_example(tmp_path: Path) -> None:
    results = _results(tmp_path, _stock("'专家[3人]', '苹果[3个] & \x08<b>'".replace("\x08", "")))
    write_junit(tmp_path / "r.xml", results)
    root = Tree.parse(tmp_path / "r.xml").getroot()  # noqa: S314 - written right here
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    failed = [case for case in suite if len(case)]
    assert [case.get("name") for case in failed] == ["苹果[3个] & <b>"]
    assert failed[0][0].get("type") == "missing"
    with pytest.raises(OutputError, match="cannot be written"):
        write_junit(tmp_path / "none" / "r.xml", results)
