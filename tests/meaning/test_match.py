"""The order in which rules decide."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import write_pack

from talentx.derivation.replay import replay
from talentx.pipeline import Extractor

RULES = """
rules:
  - id: a.any
    when: {{figure: number}}
    then: {{kind: count}}
    examples: ["来了[3个]"]
  - id: {first}
    then: {{kind: talent}}
    examples: ["来了[3个]"]
  - id: {second}
    then: {{kind: people}}
    examples: ["来了[3个]"]
"""


def _rule(tmp_path: Path, first: str, second: str, text: str = "引进专家12个") -> str | None:
    (record,) = Extractor([write_pack(tmp_path, RULES.format(first=first, second=second))]).extract(
        text, document="-"
    )
    return record.rule


@pytest.mark.parametrize(
    ("first", "second", "decides"),
    [
        ("x\n    when: {figure: number, noun: $talent}", "y\n    when: {noun: $talent}", "x"),
        (
            "x\n    when: {noun: $talent}\n    priority: 1",
            "y\n    when: {figure: number, noun: $talent}",
            "x",
        ),
        ("x\n    when: {left: 引进}", "y\n    when: {left: 进}", "x"),
        ("x\n    when: {noun: $talent}", "y\n    when: {noun: 专家}", "y"),
        ("x\n    when: {noun: $talent}\n    unless: {verb: $come}", "y\n    when: {unit: 个}", "y"),
        ("x\n    when: {verb: '*'}", "a\n    when: {noun: '*'}\n    unless: {clause: 专家}", "x"),
    ],
    ids=["more slots", "priority", "longer words", "last the id", "unless", "any word"],
)
def test_order(tmp_path: Path, first: str, second: str, decides: str) -> None:
    assert _rule(tmp_path, first, second) == decides


def test_the_order_of_the_file_does_not_matter(tmp_path: Path) -> None:
    first, second = "x\n    when: {noun: $talent}", "y\n    when: {verb: $come}"
    assert _rule(tmp_path / "one", first, second) == _rule(tmp_path / "two", second, first)


SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_looking_rules_up_finds_what_trying_all_of_them_finds(seed: Path) -> None:
    """The index and the early end change what is tried, never what is found or its order."""
    extractor = Extractor()
    seen = replay(extractor, seed.read_text(encoding="utf-8"), document="-", published="2024-09")
    tried = 0
    for told in seen.told:
        for matcher in (extractor.rules.deciding, extractor.rules.refining, extractor.rules.adding):
            held = [trial.claim for trial in matcher.trials(told.frame) if trial.claim is not None]
            ordered = sorted(held, key=lambda claim: claim.order, reverse=True)
            assert list(matcher.claims(told.frame)) == ordered
            tried += len(held)
    assert tried > len(seen.told)
