"""Findings as people and programs get them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import record, records
from rich.cells import cell_len

from talentx.comparison.checks import report
from talentx.comparison.checks.finding import Finding
from talentx.comparison.checks.registry import CHECKS, check
from talentx.records.model import COLUMNS, Record

SENTENCE = "基金总规模16.4亿元，其中市级出资20亿元，用于支持本市人才创办的科技企业和早期项目。"
WHOLE = record(raw="16.4亿元", sentence=SENTENCE, start=5)
PART = record(id="f" * 16, raw="20亿元", sentence=SENTENCE, start=18)
FOUND = Finding("parts", "a part is larger than its whole: 20亿元 of 16.4亿元", (WHOLE, PART))


def written(write: Callable[..., None], findings: Sequence[Finding], **how: int) -> str:
    stream: TextIO = io.StringIO()
    write(findings, stream, **how)
    return stream.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_json_has_the_whole_records() -> None:
    (found,) = json.loads(written(report.write_json, [FOUND]))
    assert list(found) == ["check", "message", "records"]
    assert (found["check"], found["message"]) == (FOUND.check, FOUND.message)
    assert [(list(each), each["raw"]) for each in found["records"]] == [
        ([*COLUMNS], "16.4亿元"),
        ([*COLUMNS], "20亿元"),
    ]
    assert json.loads(written(report.write_jsonl, [FOUND])) == found


def test_nothing_is_an_empty_array_no_line_or_said_in_words() -> None:
    assert written(report.write_json, []) == "[]\n"
    assert written(report.write_jsonl, []) == ""
    assert written(report.write_text, []) == "nothing found\n"


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_text_shows_a_sentence_once_and_fits_the_terminal(width: int) -> None:
    told = written(report.write_text, [FOUND, FOUND], width=width)
    lines = told.splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)
    bare = "".join(told.split())
    assert bare.count("".join(SENTENCE.split())) == 2
    assert "2contradictions(2parts)" in bare


def test_what_would_steer_the_terminal_is_shown() -> None:
    evil = record(raw="20亿元", sentence="出资\x1b[2J20亿元", document="a\x1b[31m.txt")
    told = written(report.write_text, [Finding("parts", "a part", (evil,))], width=80)
    assert "\x1b" not in told


@given(st.lists(records(), max_size=4))
def test_any_records_are_checked_the_same_in_any_order(rows: list[Record]) -> None:
    found = check(rows)
    assert check(rows[::-1]) == found
    assert {each.check for each in found} <= CHECKS.keys()
    together = [each for name in CHECKS for each in check(rows, [name])]
    assert sorted(each.message for each in together) == sorted(each.message for each in found)
