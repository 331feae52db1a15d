"""The corpus of `scan`: one meaning, many surfaces, each read as its group's head says.

A file is a section. A head is `[figures]` or `[published | figures]`: the figures of each line below it in
text order, in the notation of `shown` without forms. Where a head names no published date the article is of
2024-09-10; `-` is none. Below `[]` nothing is a figure. Articles (一 before a classifier in prose) are left
out. What stands below the line of known failures is right and not yet read: when it is, it moves up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from figures.notation import shown

from talentx import scan

CORPUS = Path(__file__).parent / "corpus"
PUBLISHED = "2024-09-10"
KNOWN_FAILURES = "# Known failures: the reader should say this and does not yet."
HEAD = re.compile(r"\[(?:(?P<published>-|\d{4}[-\d]*) \| )?(?P<figures>.*)\]")
NUMBER = r"-?\d+(?:\.\d+)?"
FIGURE = re.compile(
    r"date [\dX./-]+"
    rf"|(?:number|money|share|ordinal|duration|change) (?:{NUMBER}|{NUMBER}\.\.{NUMBER})"
    r" (?:exact|about|nearly|over|at_least|at_most|under|range) \S+(?: /\S+)?"
)


class Case(NamedTuple):
    """A line of the corpus: where it stands, what it says and what is right."""

    place: str
    published: str | None
    figures: str
    text: str
    known_failure: bool


def section(path: Path) -> Iterator[Case]:
    """The cases of one file."""
    published: str | None = PUBLISHED
    figures, known_failure = "", False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if head := HEAD.fullmatch(line):
            said = head["published"] or PUBLISHED
            published, figures = None if said == "-" else said, head["figures"]
        elif line == KNOWN_FAILURES:
            known_failure = True
        elif line and not line.startswith("#"):
            yield Case(f"{path.stem}:{number}", published, figures, line, known_failure)


SECTIONS = {path.stem: list(section(path)) for path in sorted(CORPUS.glob("*.txt"))}
CASES = [case for cases in SECTIONS.values() for case in cases]
NOT_YET = pytest.mark.xfail(raises=AssertionError, strict=True, reason="a known failure of the reader")


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case.place, marks=[NOT_YET] if case.known_failure else []) for case in CASES],
)
def test_reads_as_the_group_says(case: Case) -> None:
    figures = [figure for figure in scan(case.text, case.published) if figure.form != "article"]
    read = "; ".join(shown(replace(figure, form="plain")) for figure in figures)
    assert read == case.figures, case.text


def test_the_corpus_is_large_and_says_in_every_section_what_is_no_figure() -> None:
    negative = {name: sum(not case.figures for case in cases) for name, cases in SECTIONS.items()}
    assert len(negative) == 9
    assert {name: lines for name, lines in negative.items() if lines < 12} == {}
    assert len(CASES) >= 1800


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_says_each_text_once_and_its_heads_are_in_the_notation(name: str) -> None:
    texts = Counter(case.text for case in SECTIONS[name])
    assert [text for text, times in texts.items() if times > 1] == []
    heads = {figure for case in SECTIONS[name] for figure in case.figures.split("; ") if case.figures}
    assert [head for head in heads if not FIGURE.fullmatch(head)] == []
