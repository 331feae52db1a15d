"""Each check finds what it is for, and nothing in a pack that is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import WORDS, rules, write_pack

from talentx.authoring.lint import lint, patterns
from talentx.authoring.lint.bench import Bench
from talentx.packs.book import read_book
from talentx.packs.folders import folders
from talentx.pipeline import Extractor

INDICATORS = "indicators:\n  stock: {zh: 总量, en: stock, definition: how many}\n"


def _entry(
    id_: str, when: str, then: str = "{kind: count}", example: str = "'来了[3个]'", more: str = ""
) -> str:
    example = f"{example}, {example}, {example}"
    return (
        f"  - id: {id_}\n    when: {when}\n    then: {then}\n{more}"
        f"    examples: [{example}]\n    counterexamples: ['去了[3%]']\n"
    )


THING = _entry("thing", "{figure: number}")


def _found(folder: Path, family: str, words: dict[str, str] | None = None) -> list[str]:
    pack = write_pack(folder, family, words=WORDS | (words or {}))
    book = read_book(folders([pack]))
    found = lint(Bench(book, Extractor([pack]), book.own()))
    return [str(finding).replace(f"{folder}/", "") for finding in found]


def test_a_sound_pack_has_nothing(tmp_path: Path) -> None:
    assert _found(tmp_path, rules(THING)) == []


FINDINGS = {
    "dead": (
        _entry("x", "{noun: $talent}", "{kind: talent}", "'苹果[3个]'"),
        "7:9: error: rule x is first on none of its examples: x lacks noun $talent (here none) [dead]",
    ),
    "dead refining": (
        _entry("x", "{indicator: stock, left: 青}", "{indicator: stock.young}", "'苹果[3个]'"),
        "rule x is first on none of its examples: x lacks ",
    ),
    "dead adding": (
        _entry("x", "{left: 要}", "{status: target}", "'苹果[3个]'"),
        "rule x is first on none of its examples: x lacks left 要 (here 苹果) [dead]",
    ),
    "shadowed": (
        _entry("x", "{unit: 个, figure: number}", more="    priority: 2\n")
        + _entry("y", "{figure: number, unit: 个, left: [来]}", "{kind: people}"),
        "rule y never decides: x (",
    ),
    "duplicate": (
        _entry("x", "{figure: [number]}"),
        "rule x holds of just the figures that thing (",
    ),
    "contradicting": (
        _entry("x", "{figure: number}", "{kind: people}"),
        "and says something else [contradiction]",
    ),
    "contradicting by lists": (
        _entry("x", "{noun: $talent}", "{kind: people}", "'专家[3个]'")
        + _entry("y", "{noun: [人才, 专家]}", "{kind: talent}", "'专家[4个]'"),
        "and says something else [contradiction]",
    ),
    "impossible": (
        _entry("x", "{left: [来, 去]}", more="    unless: {left: [去, 来, 到]}\n"),
        "rule x: left must and must not hold 去、来, so it never does [contradiction]",
    ),
    "tie": (
        _entry("x", "{noun: 专家, left: 来了}", "{kind: people}", "'来了专家[3个]'")
        + _entry("y", "{noun: 专家, clause: 来了}", "{kind: talent}", "'来了专家[4个]'"),
        "only its id puts y before x in '来了专家3个' [contradiction]",
    ),
    "cut word": (
        _entry("x", "{noun: '高校(学院)'}", example="'高校(学院)[3个]'"),
        "高校(学院) is cut into 高校|(|学院|) and never holds [cut-word]",
    ),
    "word with a figure": (
        _entry("x", "{noun: 三大工程}", example="'三大工程[3个]'"),
        "三大工程 holds the figure 三大 and is cut there [cut-word]",
    ),
    "boundary": (
        _entry("x", r"{left: '/\bAI\b/'}", example="'AI[3个]'"),
        r"\b sees no edge beside a Chinese character [boundary]",
    ),
    "explosion": (
        _entry("x", "{left: '/(人+)+到/'}", example="'人到[3个]'"),
        "/(人+)+到/ takes more than",
    ),
    "explosion after a word": (
        _entry("x", "{left: '/新增(1|11)+[名位]/'}", example="'新增11位[3个]'"),
        "characters like '新增1111111111",
    ),
    "joined words": (
        _entry("x", "{left: [来，去]}"),
        "'来，去' is one word here [joined-words]; write them apart",
    ),
    "a list without its $": (
        _entry("x", "{noun: talent}"),
        "talent is the name of a list [unlisted]; write $talent",
    ),
    "unused macro": (
        "macros: {idle: {unit: 个}}\n",
        "no rule uses the macro idle [unused]",
    ),
}


@pytest.mark.parametrize(("entries", "said"), FINDINGS.values(), ids=FINDINGS)
def test_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: str, said: str) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.2)
    more = "  stock.young: {zh: 青年, en: young, definition: how many}\n" if "stock" in entries else ""
    head = INDICATORS + more if "stock" in entries else ""
    family = entries + rules(THING) if entries.startswith("macros") else head + rules(THING, entries)
    found = _found(tmp_path, family)
    assert any(said in each for each in found), found


@pytest.mark.parametrize(
    "pattern",
    [
        "新增.{0,4}就业",
        "(?:引进|招录)[^，]*人才$",
        r"\d+(?:\.\d+)?万",
        "[甲乙]+的",
        r"AI(?![0-9A-Za-z])",
        r"[\b]",
    ],
)
def test_a_sound_pattern_is_left_alone(tmp_path: Path, pattern: str) -> None:
    entry = _entry("x", f"{{clause: '/{pattern}/'}}")
    found = [each for each in _found(tmp_path, rules(THING, entry)) if "[dead]" not in each]
    assert found == []


def test_idle_things_are_warnings(tmp_path: Path) -> None:
    words = {"phrases/idle": "公报\n", "nouns/twice": "苹果\n苹果 # again\n"}
    family = INDICATORS + "rules:\n  - {id: a, then: {kind: count}, examples: ['[3个]']}\n"
    found = _found(tmp_path, family, words)
    assert [each.split(": ", 1)[1].split(";")[0] for each in found] == [
        "warning: no rule gives the indicator stock [unused]",
        "warning: rule a has 1 of 3 examples [few-examples]",
        "warning: rule a shows no near miss [one-sided]",
        "warning: 苹果 stands in line 1 too [word-twice]",
        "warning: no rule names $idle [unused]",
    ]
