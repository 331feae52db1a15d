"""Derivations as trees: they fit the terminal, and print brackets as the article does."""

from __future__ import annotations

import io
import json

import pytest
from derivation.conftest import Explain
from rich.cells import cell_len

from talentx.derivation import json as as_json
from talentx.derivation import tree

TEXT = "【杭州】[bold]引进\x1b[31m专家最高3万名，给予购房补贴最高500万元，占八成，一位专家，“5050计划”。"


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_no_line_is_wider_than_the_terminal(explain: Explain, width: int) -> None:
    for derivation in [*explain(TEXT), *explain(TEXT, why_not="5050")]:
        lines = list(tree.lines(derivation, width))
        assert max(map(cell_len, lines)) <= width
        assert not any(line.endswith(" ") for line in lines)


def test_a_very_narrow_terminal_still_shows_all(explain: Explain) -> None:
    (derivation,) = explain("引进专家三百零六万名。")
    narrow = "".join(line.strip("│├└─ ") for line in tree.lines(derivation, 8))
    for step in derivation.walk():
        assert "".join(step.says.split()) in "".join(narrow.split())


def test_brackets_are_printed_and_nothing_steers_the_terminal(explain: Explain) -> None:
    (derivation,) = explain("[red]见[/red]，【3名】", why_not="[red]见[/red]")
    shown = "\n".join(tree.lines(derivation, 100))
    assert "[red]见[/red] [0:12]" in shown
    for each in explain(TEXT):
        assert "\x1b" not in "".join(tree.lines(each, 100))


def test_the_tree(explain: Explain) -> None:
    (derivation,) = explain("来了三名，占八成。", why_not="三名")
    shown = list(tree.lines(derivation, 100))
    assert shown[:4] == [
        "三名 [2:4] → count 3 人, actual",
        "├─ characters  read as printed",
        "├─ number      三 = 3",
        "├─ unit        人, printed 名",
    ]
    assert shown[-1].startswith("└─ subject     none")


def test_brief_trees_have_the_steps_alone(explain: Explain) -> None:
    stream = io.StringIO()
    tree.write(explain("引进专家三名。会后来了一位作家。"), stream, 100, brief=True)
    first, second = stream.getvalue().split("\n\n")
    assert first.splitlines()[:2] == ["三名 [4:6] → talent talent_total 3 人, actual", "├─ number     三 = 3"]
    assert not any(line.startswith(("│  ├", "│  └")) for line in first.splitlines())
    assert second.startswith("一位 [11:13] ✗ left out by rule article")


def test_json_has_all_of_it_and_exact_numbers(explain: Explain) -> None:
    stream = io.StringIO()
    derivations = explain("给予补贴16.4亿元，一位专家。")
    as_json.write(derivations, stream)
    read = json.loads(stream.getvalue(), parse_float=str, parse_int=str)
    assert read[0]["record"]["value"] == "1640000000"
    assert read[0]["steps"][0]["name"] == "characters"
    assert read[1]["record"] is None
    assert read[1]["failed"] == "rule"
    assert [each["raw"] for each in read] == [each.raw for each in derivations]


def test_json_of_nothing_is_an_empty_array() -> None:
    stream = io.StringIO()
    as_json.write([], stream)
    assert json.loads(stream.getvalue()) == []
