"""Explaining takes the steps of extracting: both say the same of our own articles."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TypedDict

import pytest

import talentx


class Known(TypedDict):
    """The arguments that say what is known of an article."""

    published: str | None
    title: str | None


SEEDS = Path(__file__).parents[2] / "seeds"
ROWS = (SEEDS / "sources.csv").read_text(encoding="utf-8").splitlines()
SOURCES = {row["file"]: row for row in csv.DictReader(ROWS)}


def article(name: str) -> tuple[str, Known]:
    """The text of an article, and what is known of it."""
    source = SOURCES[name]
    text = (SEEDS / name).read_bytes().decode("utf-8")
    return text, {"published": source["published"] or None, "title": source["title"] or None}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_every_record_is_explained_as_it_is_extracted(name: str) -> None:
    text, known = article(name)
    derivations = talentx.explain(text, **known)
    assert [each.record for each in derivations if each.record] == talentx.extract(text, **known)
    for derivation in derivations:
        assert text[derivation.start : derivation.end] == derivation.raw
        assert (derivation.record is None) == (derivation.failed is not None)
        for step in derivation.walk():
            assert step.says
            for evidence in step.evidence:
                assert evidence.text
                assert text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_the_steps_name_what_the_record_holds(name: str) -> None:
    text, known = article(name)
    for derivation in talentx.explain(text, **known):
        record = derivation.record
        if record is None:
            continue
        said = {step.name: step.says for step in derivation.steps}
        for field in ("indicator", "status", "place", "time", "item", "subject", "unit"):
            value = getattr(record, field)
            told = said.get(field)
            if told is not None:
                assert told.startswith(str(value) if value is not None else "none"), (field, derivation.raw)
        if record.rule is not None:
            rules = [step.says for step in derivation.steps if step.name in ("rule", "refined")]
            assert rules[-1].startswith(f"{record.rule} ")
        for number in (record.low, record.high, record.value):
            if number is not None and "column" not in said:
                assert said["number"].replace(",", "").find(f"{number:f}".rstrip("0").rstrip(".")) >= 0


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_what_scan_finds_and_extract_does_not_has_a_first_step_that_failed(name: str) -> None:
    text, known = article(name)
    records = {(each.start, each.end) for each in talentx.extract(text, **known)}
    left = [f for f in talentx.scan(text, known["published"]) if (f.start, f.end) not in records]
    assert left
    for figure in left:
        for derivation in talentx.explain(text, **known, why_not=figure.raw, offset=figure.start):
            other = derivation.record is not None and (derivation.start, derivation.end) in records
            assert other or derivation.failed
