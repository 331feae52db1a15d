"""Every example of every rule of the talent pack comes out as it says, and every deciding rule decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from talentx.packs.language import INHERIT, Example, Family, Rule, Then
from talentx.packs.location import default_pack
from talentx.packs.strict_yaml import load
from talentx.pipeline import Extractor
from talentx.records.model import Record

MARK = re.compile(r"\[([^\]]+)\]")
RULES: list[tuple[Path, Rule]] = [
    (path, rule)
    for path in sorted(default_pack().glob("*.yaml"))
    if path.name != "pack.yaml"
    for rule in load(path, Family).rules
]
INDICATORS = sorted({name for path in {path for path, _ in RULES} for name in load(path, Family).indicators})
KNOWN = Path(__file__).with_name("known_failures.yaml")
LEAST_EXAMPLES = 450


@dataclass(frozen=True)
class Case:
    """An example with the rule it stands under."""

    rule: Rule
    example: Example


def _cases(which: str) -> list[Any]:
    return [
        pytest.param(Case(rule, example), id=f"{path.stem}:{rule.id}:{number}")
        for path, rule in RULES
        for number, example in enumerate(getattr(rule, which), 1)
    ]


def _known_failure(entry: dict[str, Any]) -> Any:
    example = Example(**{key: value for key, value in entry.items() if key not in ("then", "why")})
    rule = Rule(id="known", then=Then(**entry["then"]), examples=(example,))
    return pytest.param(Case(rule, example), id=entry["text"], marks=pytest.mark.xfail(reason=entry["why"]))


@cache
def _extractor() -> Extractor:
    return Extractor()


def _record(example: Example) -> Record | None:
    """The record of the figure in [brackets]."""
    mark = MARK.search(example.text)
    assert mark is not None, f"no [figure] is marked in {example.text!r}"
    text = example.text[: mark.start()] + mark[1] + example.text[mark.end() :]
    start, end = mark.start(), mark.start() + len(mark[1])
    records = _extractor().extract(text, document="-", published=example.published, title=example.title)
    return next((r for r in records if r.start < end and r.end > start), None)


def _expect(record: Record | None, example: Example) -> None:
    for field, wanted in example.expect.items():
        assert record is not None, f"no record of {example.text!r}"
        found = getattr(record, field)
        if isinstance(found, Decimal) and wanted is not None:
            assert found == Decimal(str(wanted)), f"{field} of {record.raw}"
        else:
            assert found == wanted, f"{field} of {record.raw}"


def _holds(case: Case) -> None:
    record, then = _record(case.example), case.rule.then
    if then.leave_out:
        assert record is None, f"left out by {case.rule.id}, but {record!r}"
        return
    assert record is not None, f"no record of {case.example.text!r}"
    assert then.kind in (None, INHERIT, record.kind)
    if then.kind is not None and then.indicator != INHERIT:
        assert record.indicator == then.indicator
    assert then.status in (None, record.status)
    _expect(record, case.example)


@pytest.mark.parametrize("case", _cases("examples"))
def test_example_holds(case: Case) -> None:
    _holds(case)


@pytest.mark.parametrize("case", _cases("counterexamples"))
def test_counterexample_is_not_taken_by_its_rule(case: Case) -> None:
    """Nor does another rule give it the indicator, or the status, that the rule stands for."""
    record, then = _record(case.example), case.rule.then
    if record is not None and then.kind is not None:
        assert record.rule != case.rule.id
        assert then.indicator in (None, INHERIT) or record.indicator != then.indicator
    elif record is not None:
        assert record.status != then.status
    if then.leave_out:
        assert record is not None
    _expect(record, case.example)


@pytest.mark.parametrize(
    "case", [_known_failure(entry) for entry in yaml.safe_load(KNOWN.read_text(encoding="utf-8"))]
)
def test_known_failure_still_fails(case: Case) -> None:
    _holds(case)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for _, rule in RULES])
def test_no_rule_is_dead(rule: Rule) -> None:
    """A rule that gives a kind decides in one of its own examples."""
    found = [_record(example) for example in rule.examples]
    if rule.then.leave_out:
        assert None in found
    elif rule.then.kind is not None:
        assert rule.id in [record.rule for record in found if record is not None]


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for _, rule in RULES])
def test_every_rule_has_three_examples(rule: Rule) -> None:
    assert len(rule.examples) >= 3


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for _, rule in RULES])
def test_every_rule_has_a_counterexample(rule: Rule) -> None:
    assert rule.counterexamples


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_indicator_has_an_example_and_a_counterexample(indicator: str) -> None:
    """They stand under a rule that names it: not under one that inherits it by chance."""
    rules = [rule for _, rule in RULES if rule.then.indicator == indicator]
    assert any(rule.examples for rule in rules)
    assert any(rule.counterexamples for rule in rules)


def test_there_are_hundreds_of_examples_and_each_stands_once() -> None:
    texts = [(e.text, e.title) for _, rule in RULES for e in (*rule.examples, *rule.counterexamples)]
    assert len(texts) >= LEAST_EXAMPLES
    assert sorted(texts, key=str) == sorted(set(texts), key=str)


def test_indicators_are_named_in_both_languages_and_defined() -> None:
    for path in {path for path, _ in RULES}:
        for name, indicator in load(path, Family).indicators.items():
            assert re.fullmatch("[一-鿿]{2,8}", indicator.zh), name
            assert re.fullmatch("[a-z ]+", indicator.en), name
            assert re.fullmatch(r".{20,}\.", indicator.definition), name
