"""Slips of the pen that beginners make are named where they stand, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import FAMILY, MANIFEST, write_pack

from talentx.errors import PackError
from talentx.packs.pack import load_pack

RULE = """rules:
  - id: a
    when: {figure: number}
    then:
      kind: count
    examples:
      - "来了[3个]。"
"""
SLIPS = {
    "full-width colon": ("kind: count", "kind：count", ":5:7: then: .* is no mapping; write `key: value`"),
    "full-width colon, seen a line later": (
        "figure: number}",
        "figure: number}\n    unless：",
        ":4:11: a full-width ：",
    ),
    "no blank": (
        "kind: count",
        "kind:count",
        ":5:7: then: .* is no mapping; write `key: value`, with a colon and a blank",
    ),
    "no blank in braces": (
        "{figure: number}",
        "{figure:number}",
        "unknown key 'figure:number'; write `key: value`",
    ),
    "tab": ("      kind", "\tkind", ":5:1: a tab; indent with blanks"),
    "full-width brace": ("{figure: number}", "｛figure: number｝", ":3:11: a full-width bracket"),
    "full-width comma": ("{figure: number}", "{figure: number，unit: 个}", "a full-width comma|is none"),
    "unquoted sentence": ('"来了[3个]。"', "[3个]来了。", ":7:9: a sentence that begins with \\["),
    "unquoted pattern": ("number}", "number, left: [/[来去]了/, 到]}", ":3:\\d+: a pattern in a list"),
    "one blank too few": ("    then:", "   then:", ":4:4: indented by 3 blanks"),
    "open bracket": ("[3个]", "[3个", "1 \\[ and 0 \\] stand here"),
    "no bracket": ("[3个]", "3个", "put \\[ \\] around it"),
    "full-width brackets": ("[3个]", "【3个】", "these are full-width, write \\[ \\]"),
    "two figures": ("[3个]", "[3个][5个]", "mark one"),
    "open pattern": ("{figure: number}", "{left: /来了}", "begins like a pattern and does not end in /"),
    "backspace": (
        "{figure: number}",
        '{left: "/\\bAI/"}',
        "holds a control character; put it in single quotes",
    ),
    "nothing": ("    then:\n      kind: count\n", "    then:\n", ":4:\\d+: then: nothing stands here"),
    "status of no sort": (
        '"来了[3个]。"',
        "{text: '[3个]', expect: {status: 目标}}",
        "status is never '目标'",
    ),
    "value in words": ('"来了[3个]。"', "{text: '[3个]', expect: {value: 三}}", "value '三' is no number"),
}


@pytest.mark.parametrize(("right", "wrong", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in RULE
    with pytest.raises(PackError, match=said):
        load_pack(write_pack(tmp_path, RULE.replace(right, wrong, 1)))


@pytest.mark.parametrize("name", ["more.yml", "talent/family.yaml"])
def test_a_file_that_would_not_be_read_is_told(tmp_path: Path, name: str) -> None:
    pack = write_pack(tmp_path)
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / name).write_text(FAMILY, encoding="utf-8")
    with pytest.raises(
        PackError, match=r"a file of rules that is not read; name it \w+\.yaml and put it beside"
    ):
        load_pack(pack)


def test_numbers_and_dates_may_stand_without_quotes(tmp_path: Path) -> None:
    family = RULE.replace('"来了[3个]。"', "{text: '来了[3个]。', published: 2024-09-28}")
    load_pack(write_pack(tmp_path, family, MANIFEST.replace("'1'", "1")))


def test_a_rule_switched_off_and_replaced_is_told_where(tmp_path: Path) -> None:
    one = write_pack(tmp_path / "one", RULE)
    two = write_pack(
        tmp_path / "two", RULE.replace("id: a", "id: a\n    override: true"), MANIFEST + "disable: a\n"
    )
    with pytest.raises(PackError, match=r"rule a is switched off at .*two/pack.yaml:6:10; take it out there"):
        load_pack(one, two)


def test_a_misspelt_pack_is_told_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no rule pack here; did you mean 'talent'"):
        load_pack(tmp_path / "talant")
