"""The packs that come with talentx: every example comes out as its rule says, and nothing in them is idle."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from talentx.authoring.lint import lint
from talentx.authoring.lint.bench import Bench
from talentx.authoring.testing import Case, cases, run
from talentx.packs.book import Book, read_book
from talentx.packs.folders import folders
from talentx.packs.language import Example, Rule, Then
from talentx.packs.location import shipped, shipped_names
from talentx.pipeline import Extractor

KNOWN = Path(__file__).with_name("known_failures.yaml")
LEAST = {"talent": (60, 1000), "workreport": (20, 150)}
"""Indicators and examples that a pack has at the least."""


@cache
def _book(pack: str) -> Book:
    return read_book(folders([shipped(pack)]))


@cache
def _extractor(pack: str) -> Extractor:
    return Extractor([shipped(pack)])


def _cases() -> list[Any]:
    return [
        pytest.param(pack, case, id=f"{pack}:{case.rule.id}:{case.example.text}")
        for pack in shipped_names()
        for case in cases(_book(pack), of=_book(pack).own())
    ]


def _wrong(pack: str, case: Case) -> str:
    (result,) = run(_extractor(pack), [case], {})
    return result.why


@pytest.mark.parametrize(("pack", "case"), _cases())
def test_example(pack: str, case: Case) -> None:
    assert _wrong(pack, case) == ""


def _known_failure(entry: dict[str, Any]) -> Any:
    example = Example(**{key: value for key, value in entry.items() if key not in ("then", "why")})
    rule = Rule(id="known", then=Then(**entry["then"]), examples=(example,))
    mark = pytest.mark.xfail(reason=entry["why"])
    return pytest.param(Case(rule, example, False, KNOWN.name), id=entry["text"], marks=mark)


@pytest.mark.parametrize(
    "case", [_known_failure(entry) for entry in yaml.safe_load(KNOWN.read_text(encoding="utf-8"))]
)
def test_known_failure_still_fails(case: Case) -> None:
    assert _wrong("talent", case) == ""


@pytest.mark.parametrize("pack", shipped_names())
def test_lint_finds_nothing(pack: str) -> None:
    book = _book(pack)
    assert [str(finding) for finding in lint(Bench(book, _extractor(pack), book.own()))] == []


@pytest.mark.parametrize("pack", shipped_names())
def test_every_rule_has_three_examples_and_a_counterexample(pack: str) -> None:
    few = [p.rule.id for p in _book(pack).own() if len(p.rule.examples) < 3 or not p.rule.counterexamples]
    assert few == []


@pytest.mark.parametrize("pack", shipped_names())
def test_every_example_stands_once(pack: str) -> None:
    texts = Counter(
        (case.example.text, case.example.title) for case in cases(_book(pack), of=_book(pack).own())
    )
    assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("pack", sorted(LEAST))
def test_the_pack_is_as_large_as_its_page_says(pack: str) -> None:
    indicators, examples = LEAST[pack]
    assert len(_book(pack).indicators) >= indicators
    assert len(cases(_book(pack), of=_book(pack).own())) >= examples


@pytest.mark.parametrize("pack", shipped_names())
def test_indicators_are_named_in_both_languages_and_defined(pack: str) -> None:
    for name, indicator in _book(pack).indicators.items():
        assert re.fullmatch(r"[0-9A-Z.一-鿿]{2,14}", indicator.zh), name
        assert re.fullmatch(r"[A-Za-z0-9 .,&'()-]+", indicator.en), name
        assert re.fullmatch(r".{20,}\.", indicator.definition), name


@pytest.mark.parametrize("pack", shipped_names())
def test_what_is_counted_or_paid_has_units(pack: str) -> None:
    """A rate, a rank and a date have none."""
    book = _book(pack)
    counted = {
        placed.rule.then.indicator
        for placed in book.rules
        if placed.rule.then.kind in ("talent", "people", "fund", "award", "money", "count")
    }
    without = [name for name, each in book.indicators.items() if name in counted and not each.units]
    assert without == []


@pytest.mark.parametrize("pack", shipped_names())
def test_a_finer_indicator_is_measured_as_its_family(pack: str) -> None:
    known = _book(pack).indicators
    for name, indicator in known.items():
        family = name.split(".")[0]
        assert known[family].measure == indicator.measure, name
