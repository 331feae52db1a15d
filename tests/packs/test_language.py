"""What a family file may say: a slip of the pen is refused with its place, in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packs.making import FAMILY, MANIFEST, WORDS, write_pack

from talentx.errors import PackError
from talentx.packs.language import COLUMNS
from talentx.packs.pack import load_pack
from talentx.packs.types import INDICATOR
from talentx.records.model import COLUMNS as RECORD_COLUMNS
from talentx.records.model import Record

RULE = """rules:
  - id: added
    when: {WHEN}
    then: {THEN}
    examples: ["来了[3个]", EXAMPLE]
"""


def _refused(
    folder: Path, when: str = "{}", then: str = "{kind: count}", example: str = "'[4个]'"
) -> PackError:
    family = RULE.replace("{WHEN}", when).replace("{THEN}", then).replace("EXAMPLE", example)
    with pytest.raises(PackError) as caught:
        load_pack(write_pack(folder, family, words=WORDS | {"phrases/titles": "公报\n"}))
    error = caught.value
    assert re.search(r"family\.yaml:\d+:\d+$", str(error.where)), error
    assert not re.search("Input|Value error|valid|pydantic|should", str(error)), error
    return error


BAD_SLOTS = {
    "figure: numbr": "figure: 'numbr' is none of number, money.*; did you mean 'number'",
    "figure: [number, $talent]": "'\\$talent' is none of",
    "figure: '*'": "figure: '\\*' is none of",
    "form: $talent": "form: '\\$talent' is none of",
    "bound: atleast": "did you mean 'at_least'",
    "side: lefft": "did you mean 'left'",
    "side: ''": "side: '' is none of left, right, far",
    "previous: dat": "did you mean 'date'",
    "unit: $talent": "'\\$talent' is not possible here",
    "unit: '*'": "'\\*' is not possible here",
    "per: $talent": "is not possible here",
    "left: []": "left: an empty list",
    "left: ''": "left: an empty word",
    "left: [引进, '']": "left: an empty word",
    "left: ' '": "left: an empty word",
    "left: ": "left: nothing stands here",
    "left: 3": "left: '3' is no list; .*",
    "left: [3]": "left: '3' is no text; put it in quotes",
    "left: {a: b}": "left: this is no list",
    "left: ['*', 引进]": "left: .* the others say nothing",
    "clause: '*'": "clause: .* always holds",
    "sentence: '*'": "sentence: .* always holds",
    "noun: $come": "noun: \\$come is no list of nouns",
    "beside: $future": "beside: \\$future is no list of nouns",
    "verb: $talent": "verb: \\$talent is no list of verbs",
    "cue: $talent": "cue: \\$talent is no list of cues",
    "noun: $titles": "noun: \\$titles is no list of nouns",
    "noun: $ahead": "noun: \\$ahead is no list of nouns",
    "left: $ahead": "left: \\$ahead is no list",
    "verb: $com": "verb: no word list \\$com; did you mean 'come'",
    "verb: $talant": "verb: no word list \\$talant; add words/verbs/talant.txt",
    "kind: count": "kind is not known before",
    "company: award": "company is not known before",
}


@pytest.mark.parametrize("slot", BAD_SLOTS)
def test_a_slot_that_could_never_hold_is_refused(tmp_path: Path, slot: str) -> None:
    assert re.search(BAD_SLOTS[slot], str(_refused(tmp_path, f"{{{slot}}}")))


def test_it_is_refused_under_unless_too(tmp_path: Path) -> None:
    error = _refused(tmp_path, "{}\n    unless: {noun: [$talent, $come]}")
    assert str(error.where).endswith("family.yaml:4:30")


@pytest.mark.parametrize("slot", ["company: awrd", "kind: x"])
def test_kinds_are_those_that_there_are(tmp_path: Path, slot: str) -> None:
    assert "is none of talent, people" in str(_refused(tmp_path, f"{{{slot}}}", "{status: target}"))


@pytest.mark.parametrize(
    "slot",
    ["cue: $ahead", "title: $titles", "left: $come", "noun: '*'", "column: '*'", "previous: date",
     "side: far", "unit: none", "per: 月", "bound: [range, at_least]", "noun: 博士"],
)  # fmt: skip
def test_what_a_slot_may_say(tmp_path: Path, slot: str) -> None:
    family = RULE.replace("{WHEN}", f"{{{slot}}}").replace("{THEN}", "{kind: count}")
    family = family.replace("EXAMPLE", "'[4个]'")
    load_pack(write_pack(tmp_path, family, words=WORDS | {"phrases/titles": "公报\n"}))


BAD_THEN = {
    "{kind: talnt}": "did you mean 'talent'",
    "{kind: count, indicator: stock}": "no indicator 'stock'",
    "{kind: count, indicator: inherit, otherwise: stock}": "no indicator 'stock'",
    "{indicator: inherit}": "indicator without a kind to inherit with",
    "{leave_out: true}": "leave_out without a kind",
    "{kind: count, leave_out: perhaps}": "'perhaps' is neither true nor false",
    "{kind: count}\n    priority: high": "'high' is no whole number",
    "count": "then: 'count' is no mapping",
}


@pytest.mark.parametrize("then", BAD_THEN)
def test_a_consequence_that_makes_no_sense_is_refused(tmp_path: Path, then: str) -> None:
    assert BAD_THEN[then] in str(_refused(tmp_path, then=then))


BAD_EXAMPLES = {
    "来了3个": "exactly one figure",
    "'来了[3个]，走了[4个]'": "exactly one figure",
    "'来了[]3个'": "exactly one figure",
    "'来了[3个'": "exactly one figure",
    "{text: '[3个]', published: 5月}": "published: '5月' is no date",
    "{text: '[3个]', published: '2024/2025'}": "published: '2024/2025' is no date",
    "{text: '[3个]', expect: {valeu: 3}}": "did you mean 'value'",
    "{text: '[3个]', expect: {value: [3]}}": "value: neither text nor a number",
    "{text: '[3个]', expect: {date: 2024-05-01}}": "date: neither text nor a number; put it in quotes",
    "{expect: {value: 3}}": "the key 'text' is missing",
}


@pytest.mark.parametrize("example", BAD_EXAMPLES)
def test_an_example_that_shows_nothing_is_refused(tmp_path: Path, example: str) -> None:
    error = _refused(tmp_path, example=example)
    assert BAD_EXAMPLES[example] in str(error)
    assert ":5:" in str(error.where)


@pytest.mark.parametrize("name", ["Stock", "人才", "stock-total", "stock.", "1st", "stock total"])
def test_an_indicator_that_no_record_could_carry_is_refused(tmp_path: Path, name: str) -> None:
    family = FAMILY.replace("stock: {zh", f"{name}: {{zh").replace("indicator: stock", f"indicator: {name}")
    with pytest.raises(PackError, match="is no id") as caught:
        load_pack(write_pack(tmp_path, family))
    assert str(caught.value.where).endswith("family.yaml:3:3")


def test_the_columns_and_ids_are_those_of_records() -> None:
    assert COLUMNS == RECORD_COLUMNS
    assert INDICATOR in [getattr(each, "pattern", None) for each in Record.model_fields["indicator"].metadata]


def test_a_manifest_takes_words_alone(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.yaml:6:\d+: .*is not possible here"):
        load_pack(write_pack(tmp_path, manifest=MANIFEST + "weak: $future\n"))
