"""Every example of every rule of the talent pack holds, and every counterexample does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from talentx.meaning.language import INHERIT, Example, Family, Rule
from talentx.meaning.location import default_pack
from talentx.meaning.strict_yaml import load
from talentx.pipeline import Extractor
from talentx.records.model import Record

MARK = re.compile(r"\[([^\]]+)\]")
RULES: list[tuple[Path, Rule]] = [
    (path, rule)
    for path in sorted(default_pack().glob("*.yaml"))
    if path.name != "pack.yaml"
    for rule in load(path, Family).rules
]


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{path.stem}:{rule.id}:{number}")
        for path, rule in RULES
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def _record(extractor: Extractor, example: Example) -> Record | None:
    """The record of the figure in [brackets]."""
    mark = MARK.search(example.text)
    assert mark is not None, f"no [figure] is marked in {example.text!r}"
    text = example.text[: mark.start()] + mark[1] + example.text[mark.end() :]
    start, end = mark.start(), mark.end() - 2
    records = extractor.extract(text, document="-", published=example.published, title=example.title)
    return next((r for r in records if r.start < end and r.end > start), None)


@pytest.mark.parametrize(("rule", "example"), _cases("examples"))
def test_example_is_taken_by_its_rule(extractor: Extractor, rule: Rule, example: Example) -> None:
    record = _record(extractor, example)
    then = rule.then
    if then.leave_out:
        assert record is None, f"left out by {rule.id}, but {record!r}"
        return
    assert record is not None, f"no record in {example.text!r}"
    if then.kind is not None:
        assert record.rule == rule.id, f"{record.raw}: {record.rule} decided, not {rule.id}"
        assert then.kind in (INHERIT, record.kind)
        assert then.indicator in (INHERIT, record.indicator)
    if then.status is not None:
        assert record.status == then.status
    for field, value in example.expect.items():
        found = getattr(record, field)
        assert (str(found) if isinstance(value, str) else found) == value, f"{field} of {record.raw}"


@pytest.mark.parametrize(("rule", "example"), _cases("counterexamples"))
def test_counterexample_is_not_taken_by_its_rule(extractor: Extractor, rule: Rule, example: Example) -> None:
    record = _record(extractor, example)
    if record is None:
        return
    if rule.then.kind is not None:
        assert record.rule != rule.id
    elif rule.then.status is not None:
        assert record.status != rule.then.status
    for field, value in example.expect.items():
        found = getattr(record, field)
        assert (str(found) if isinstance(value, str) else found) == value, f"{field} of {record.raw}"


def test_there_are_hundreds_of_examples() -> None:
    count = sum(len(rule.examples) + len(rule.counterexamples) for _, rule in RULES)
    assert count >= 300
