"""doccano: gold goes there and comes back, with the fields it cannot hold taken from what was exported."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from talentx.errors import GoldError
from talentx.evaluation.doccano import Form, read_lines, write_lines
from talentx.evaluation.offsets import COUNTINGS, Counting
from talentx.evaluation.rows import Row
from talentx.evaluation.sheets import Sheet

from .making import gold_sheets, row, sheets

TEXT = "人才👩‍🔬5名，投入300万元。\r\n近八成"
SHEET = Sheet(
    "notice/a.txt",
    TEXT,
    [
        row(TEXT, 5, 7, time="2024", also={"kind": ["people"], "unit": ["名"]}),
        row(TEXT, 10, 15, kind="award", value=3000000, unit="元", indicator="award_amount"),
    ],
)
FORMS: list[Form] = ["doccano", "doccano-entities"]


def line(**changes: Any) -> Row:
    """SHEET as doccano exports it, with changes."""
    exported: Row = json.loads(write_lines([SHEET], "doccano"))
    return {"id": 17, **exported, "Comments": [], **changes}


def read(exported: Row) -> list[Row]:
    (sheet,) = read_lines(json.dumps(exported), "d.jsonl", {"a": SHEET.rows})
    assert isinstance(sheet, Sheet), sheet
    assert (sheet.document, sheet.text) == (SHEET.document, TEXT)
    return sheet.rows


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("counting", COUNTINGS)
@given(sheet=sheets())
def test_there_and_back(form: Form, counting: Counting, sheet: Sheet) -> None:
    exported = write_lines([sheet], form, counting)
    assert list(read_lines(exported, "d.jsonl", {"a": sheet.rows})) == [sheet]


@pytest.mark.parametrize("form", FORMS)
def test_the_gold_of_the_seeds_comes_back(form: Form) -> None:
    made = gold_sheets()
    originals = {sheet.stem: sheet.rows for sheet in made}
    assert list(read_lines(write_lines(made, form), "d.jsonl", originals)) == made


def test_spans_count_as_javascript_does() -> None:
    assert line()["label"] == [[7, 9, "talent"], [12, 17, "award:award_amount"]]
    assert json.loads(write_lines([SHEET], "doccano", "graphemes"))["label"][0] == [3, 5, "talent"]


def test_the_form_with_relations() -> None:
    exported = json.loads(write_lines([SHEET], "doccano-entities"))
    assert exported["entities"][1] == {
        "id": 2,
        "label": "award:award_amount",
        "start_offset": 12,
        "end_offset": 17,
    }
    assert exported["relations"] == []


def test_labels_taken_away_and_put_in_another_order() -> None:
    assert read(line(label=line()["label"][::-1])) == SHEET.rows
    assert read(line(label=line()["label"][1:])) == SHEET.rows[1:]
    assert read(line(label=[])) == []


def test_a_new_label_keeps_what_it_does_not_touch() -> None:
    first, second = SHEET.rows
    assert read(line(label=[[7, 9, "people"], [12, 17, "money:revenue"]])) == [
        {**first, "kind": "people", "also": {"unit": ["名"]}},
        {**second, "kind": "money", "indicator": "revenue"},
    ]


def test_a_figure_that_becomes_a_date_loses_its_number() -> None:
    (found,) = read(line(label=[[7, 9, "date:event_date"]]))
    assert (found["kind"], found["value"], found["unit"], found["date"]) == ("date", None, None, None)


def test_a_new_or_moved_span_has_but_its_label() -> None:
    bare = {"value": None, "bound": None, "unit": None, "status": None}
    assert read(line(label=[[8, 9, "talent"], [21, 23, "share"]])) == [
        row(TEXT, 6, 7, **bare),
        row(TEXT, 19, 21, kind="share", **bare),
    ]


def test_two_figures_on_one_span_keep_theirs() -> None:
    both = [row(TEXT, 5, 7), row(TEXT, 5, 7, kind="people", value=9)]
    exported = json.loads(write_lines([Sheet("a.txt", TEXT, both)], "doccano"))
    exported["label"].reverse()
    (sheet,) = read_lines(json.dumps(exported), "d.jsonl", {"a": both})
    assert isinstance(sheet, Sheet)
    assert sorted(sheet.rows, key=lambda one: str(one["kind"])) == sorted(
        both, key=lambda one: str(one["kind"])
    )


@pytest.mark.parametrize("under", ["meta", "labels"])
def test_older_exports(under: str) -> None:
    exported = line()
    if under == "meta":
        exported["meta"] = {"document": exported.pop("document"), "offsets": exported.pop("offsets")}
    else:
        exported["labels"] = exported.pop("label")
    assert read(exported) == SHEET.rows


BROKEN = {
    "cut in two": (line(label=[[3, 5, "talent"]]), "cuts a character"),
    "outside": (line(label=[[7, 99, "talent"]]), "leaves the text"),
    "unknown kind": (line(label=[[7, 9, "tallent"]]), "no kind is 'tallent', did you mean talent?"),
    "odd indicator": (line(label=[[7, 9, "talent:Total"]]), "'Total' is no id of an indicator"),
    "no document": (line(document=None), "names no document"),
    "no text": (line(text=None), "has no text"),
    "odd counting": (line(offsets="bytes"), "counted in 'bytes'"),
    "no span": (line(label=[[7, "talent"]]), "not as doccano writes a line"),
    "not a list": (line(label=3), "not as doccano writes a line"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told(name: str) -> None:
    exported, message = BROKEN[name]
    good = Sheet("b.txt", "近八成", [])
    content = json.dumps(exported) + "\n" + write_lines([good], "doccano")
    error, sheet = read_lines(content, "d.jsonl", {})
    assert isinstance(error, GoldError)
    assert str(error).startswith("d.jsonl:1")
    assert message in str(error)
    assert sheet == good


def test_a_file_that_is_no_json_lines() -> None:
    with pytest.raises(GoldError, match=r"d\.jsonl:2:1: no JSON"):
        list(read_lines('{"text": "a", "document": "a.txt"}\nx', "d.jsonl", {}))
