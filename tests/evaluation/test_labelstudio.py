"""Label Studio: gold goes there and comes back, with what was changed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from talentx.errors import GoldError
from talentx.evaluation.gold import CHOICES
from talentx.evaluation.labelconfig import config
from talentx.evaluation.labelstudio import CHOSEN, KIND, WRITTEN, read_tasks, write_tasks
from talentx.evaluation.sheets import Sheet

from .making import gold_sheets, row, sheets

TEXT = "人才👩‍🔬5名，投入300万元。\r\n近八成"
SHEET = Sheet(
    "notice/a.txt",
    TEXT,
    [row(TEXT, 5, 7), row(TEXT, 10, 15, kind="award", value=3000000, unit="元", indicator="award_amount")],
)
Task = dict[str, Any]
Result = list[dict[str, Any]]


def tasks(*made: Sheet) -> list[Task]:
    """The sheets as Label Studio exports them once they are annotated."""
    exported: list[Task] = json.loads(write_tasks(made, "annotations"))
    return exported


def read(*exported: Task) -> list[Sheet | GoldError]:
    return list(read_tasks(json.dumps(exported), "p.json"))


def entry(result: Result, field: str, number: int = 0) -> dict[str, Any]:
    return [one for one in result if one["from_name"] == field][number]


def add(result: Result, field: str, type_: str, **value: Any) -> None:
    """What a person chooses or writes for the first figure."""
    result.append({"id": "figure-1", "from_name": field, "to_name": "text", "type": type_, "value": value})


@given(sheets())
def test_there_and_back(sheet: Sheet) -> None:
    assert list(read_tasks(write_tasks([sheet], "annotations"), "p.json")) == [sheet]


def test_the_gold_of_the_seeds_comes_back() -> None:
    made = gold_sheets()
    assert list(read_tasks(write_tasks(made, "annotations"), "p.json")) == made
    assert sum(len(sheet.rows) for sheet in made) > 200


def test_a_task_has_text_document_and_a_region_with_its_fields() -> None:
    (task,) = tasks(SHEET)
    assert task["data"] == {"text": TEXT, "document": "notice/a.txt"}
    result = task["annotations"][0]["result"]
    assert entry(result, "kind") == {
        "id": "figure-1",
        "from_name": "kind",
        "to_name": "text",
        "type": "labels",
        "value": {"start": 5, "end": 7, "text": "5名", "labels": ["talent"]},
    }
    assert entry(result, "value", 1)["value"] == {"start": 10, "end": 15, "text": ["3000000"]}
    assert {one["id"] for one in result} == {"figure-1", "figure-2"}


def test_predictions_say_what_made_them() -> None:
    (task,) = json.loads(write_tasks([SHEET], "predictions"))
    assert task["predictions"][0]["model_version"] == "talentx"
    assert "annotations" not in task


def test_an_older_version_counts_utf_16() -> None:
    (task,) = tasks(SHEET)
    for one in task["annotations"][0]["result"]:
        one["value"]["start"] += 2
        one["value"]["end"] += 2
    assert read(task) == [SHEET]


def test_a_figure_drawn_beside_others_counts_as_they_do() -> None:
    (task,) = tasks(SHEET)
    task["annotations"][0]["result"].append(
        {
            "id": "xK3_a",
            "from_name": "kind",
            "to_name": "text",
            "type": "labels",
            "value": {"start": 19, "end": 21, "text": "八成", "labels": ["share"]},
        }
    )
    (sheet,) = read(task)
    assert isinstance(sheet, Sheet)
    assert sheet.rows[-1] == row(TEXT, 19, 21, kind="share", value=None, bound=None, unit=None, status=None)


EDITS: dict[str, tuple[Callable[[Result], object], dict[str, Any]]] = {
    "label": (lambda r: entry(r, "kind")["value"].update(labels=["people"]), {"kind": "people"}),
    "choice": (lambda r: entry(r, "status")["value"].update(choices=["target"]), {"status": "target"}),
    "value": (lambda r: entry(r, "value")["value"].update(text=[" 0.25 "]), {"value": Decimal("0.25")}),
    "text as a string": (lambda r: entry(r, "unit")["value"].update(text="人次"), {"unit": "人次"}),
    "emptied": (lambda r: entry(r, "unit")["value"].update(text=[""]), {"unit": None}),
    "no choice": (lambda r: entry(r, "bound")["value"].update(choices=[]), {"bound": None}),
    "taken away": (lambda r: r.remove(entry(r, "unit")), {"unit": None}),
    "span": (
        lambda r: entry(r, "kind")["value"].update(start=0, end=7, text=TEXT[:7]),
        {"start": 0, "end": 7, "raw": TEXT[:7]},
    ),
    "also": (
        lambda r: r.append(
            {
                "id": "figure-1",
                "from_name": "also",
                "type": "textarea",
                "value": {"text": ['{"unit": ["名"]}']},
            }
        ),
        {"also": {"unit": ["名"]}},
    ),
    "optional": (
        lambda r: add(r, "optional", "choices", choices=["optional"]),
        {"optional": True},
    ),
    "a control of their own": (
        lambda r: r.append(
            {"id": "figure-1", "from_name": "doubt", "type": "textarea", "value": {"text": ["?"]}}
        ),
        {},
    ),
    "a relation": (lambda r: r.append({"type": "relation", "from_id": "figure-1", "to_id": "figure-2"}), {}),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_is_edited_there_comes_back(name: str) -> None:
    edit, changes = EDITS[name]
    (task,) = tasks(SHEET)
    edit(task["annotations"][0]["result"])
    (sheet,) = read(task)
    assert isinstance(sheet, Sheet), sheet
    assert sheet.rows == [{**SHEET.rows[0], **changes}, SHEET.rows[1]]


def test_a_region_taken_away_is_a_figure_less() -> None:
    (task,) = tasks(SHEET)
    result = task["annotations"][0]["result"]
    task["annotations"][0]["result"] = [one for one in result if one["id"] != "figure-1"]
    assert read(task) == [Sheet(SHEET.document, TEXT, SHEET.rows[1:])]


@pytest.mark.parametrize(
    "stamps",
    [
        [{"updated_at": "2024-09-02T08:00:00.5Z"}, {"updated_at": "2024-09-01T23:00:00Z"}],
        [{"updated_at": "2024-09-02T08:00:00+08:00"}, {"updated_at": "2024-09-01T08:00:00Z"}],
        [{"created_at": "2024-09-02T08:00:00Z"}, {"created_at": "2024-09-02T07:59:59"}],
        [{"id": 7}, {"id": 6}],
        [
            {"updated_at": "2024-09-01T08:00:00Z"},
            {"updated_at": "2024-09-02T08:00:00Z", "was_cancelled": True},
        ],
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_the_newest_annotation_that_stands_counts(stamps: list[dict[str, Any]], order: int) -> None:
    (task,) = tasks(SHEET)
    (done,) = task["annotations"]
    task["annotations"] = [{**done, **stamps[0]}, {**done, "result": [], **stamps[1]}][::order]
    assert read(task) == [SHEET]


def test_one_broken_task_among_many() -> None:
    good, bad = tasks(SHEET, Sheet("b.txt", TEXT, SHEET.rows))
    bad["annotations"] = []
    outcomes = read(bad, good)
    assert isinstance(outcomes[0], GoldError)
    assert outcomes[1] == SHEET


def broken(change: Callable[[Task], object]) -> str:
    (task,) = tasks(SHEET)
    change(task)
    (error,) = read(task)
    assert isinstance(error, GoldError)
    return str(error)


def result_of(task: Task) -> Result:
    found: Result = task["annotations"][0]["result"]
    return found


BROKEN: dict[str, tuple[Callable[[Task], object], str]] = {
    "moved": (lambda t: entry(result_of(t), "kind")["value"].update(start=0), "'5名' does not stand at 0–7"),
    "outside": (lambda t: entry(result_of(t), "kind")["value"].update(end=99), "does not stand at 5–99"),
    "no label": (lambda t: entry(result_of(t), "kind")["value"].update(labels=[]), "has not one kind"),
    "two labels": (
        lambda t: entry(result_of(t), "kind")["value"].update(labels=["fund", "money"]),
        "not one kind",
    ),
    "label unknown": (
        lambda t: entry(result_of(t), "kind")["value"].update(labels=["talents"]),
        "no kind is 'talents', did you mean talent?",
    ),
    "no number": (
        lambda t: entry(result_of(t), "value")["value"].update(text=["16.4亿"]),
        "'16.4亿' is no number",
    ),
    "too large": (lambda t: entry(result_of(t), "value")["value"].update(text=["1e999"]), "out of bounds"),
    "twice": (
        lambda t: entry(result_of(t), "unit")["value"].update(text=["人", "名"]),
        "unit is given 2 times",
    ),
    "no date": (
        lambda t: add(result_of(t), "time", "textarea", text=["去年"]),
        "time '去年' is no EDTF date",
    ),
    "no document": (lambda t: t["data"].pop("document"), "names no document"),
    "no text": (lambda t: t["data"].pop("text"), "has no text"),
    "cancelled": (lambda t: t["annotations"][0].update(was_cancelled=True), "not annotated; submit it there"),
    "no result": (lambda t: t["annotations"][0].pop("result"), "not as Label Studio writes a task"),
    "no span": (lambda t: entry(result_of(t), "kind")["value"].pop("start"), "not as Label Studio writes"),
    "odd stamp": (
        lambda t: t["annotations"][0].update(updated_at="yesterday"),
        "not as Label Studio writes",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told(name: str) -> None:
    change, message = BROKEN[name]
    told = broken(change)
    assert message in told
    assert told.startswith("p.json, task 1")


@pytest.mark.parametrize(
    "content", ["{}", "[1]", '"x"', "", "[", '[{"text": "a", "kind": []}]', "NaN", "[" * 9999]
)
def test_a_file_that_is_no_export(content: str) -> None:
    with pytest.raises(GoldError, match=r"p\.json"):
        list(read_tasks(content, "p.json"))


def test_the_interface_has_a_control_for_every_field() -> None:
    view = ElementTree.fromstring(config(["own.thing", "<odd>"]))  # noqa: S314 - our own
    named = {tag.get("name"): tag for tag in view.iter() if tag.get("name")}
    assert set(named) == {KIND, *CHOSEN, *WRITTEN, "text"}
    assert [label.get("value") for label in named[KIND]] == list(CHOICES["kind"])
    chosen = [choice.get("value") for choice in named["indicator"]]
    assert {"own.thing", "<odd>", "talent_total"} < set(chosen)
    assert all(named[field].get("perRegion") == "true" for field in (*CHOSEN, *WRITTEN))
    assert all(tag.get("toName") == "text" for name, tag in named.items() if name != "text")
    assert named["text"].get("value") == "$text"
