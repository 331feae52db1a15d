"""Gold and records are read strictly, and what is wrong is named with its place."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from talentx.errors import GoldError
from talentx.evaluation.gold import fault, missing, read_gold, write_lines
from talentx.evaluation.records import by_article, read_figures, read_records
from talentx.evaluation.rows import dumps, exact, parsed
from talentx.evaluation.sheets import Sheet

from .making import GOLD, row, sheets

TEXT = "引进人才5名"
RIGHT = row(TEXT, 4, 6)
RECORD = {**RIGHT, "document": "a.txt"}


def without(field: str) -> dict[str, Any]:
    return {name: value for name, value in RIGHT.items() if name != field}


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "misspelt field": ({**RIGHT, "opitonal": True}, "no field of gold is 'opitonal', did you mean optional?"),
    "strange field": ({**RIGHT, "x": 1}, "no field of gold is 'x': it is none of start, end"),
    "no start": (without("start"), "start and end are None and 6"),
    "start is text": ({**RIGHT, "start": "4"}, "no span"),
    "start is true": ({**RIGHT, "start": True}, "no span"),
    "end before start": ({**RIGHT, "end": 4}, "no span"),
    "negative": ({**RIGHT, "start": -2}, "no span"),
    "raw too short": ({**RIGHT, "raw": "5"}, "raw '5' is not as long as its span 4–6"),
    "no raw": (without("raw"), "raw None is not as long"),
    "kind": ({**RIGHT, "kind": "talents"}, "no kind is 'talents', did you mean talent?"),
    "no kind": (without("kind"), "'5名' has no kind; fill it in"),
    "bound": ({**RIGHT, "bound": "more"}, "no bound is 'more'"),
    "status": ({**RIGHT, "status": "actuall"}, "did you mean actual?"),
    "no status": (without("status"), "has no status"),
    "indicator": ({**RIGHT, "indicator": "人才"}, "'人才' is no id of an indicator"),
    "value": ({**RIGHT, "value": "many"}, "value: 'many' is no number"),
    "value is true": ({**RIGHT, "value": True}, "value: True is no number"),
    "huge value": ({**RIGHT, "value": "1e999"}, "value: 1e999 is out of bounds"),
    "no value": (without("value"), "has no value"),
    "value and range": ({**RIGHT, "low": 1, "high": 2}, "value stands beside low and high"),
    "half a range": ({**RIGHT, "value": None, "low": 1}, "has no high"),
    "unit": ({**RIGHT, "unit": 5}, "unit is no text: 5"),
    "time": ({**RIGHT, "time": "2024-13"}, "time '2024-13' is no EDTF date"),
    "date on a number": ({**RIGHT, "date": "2024"}, "a date on a figure of kind talent"),
    "date without one": ({**RIGHT, "kind": "date", "value": None}, "has no date"),
    "optional": ({**RIGHT, "optional": "yes"}, "neither true nor false"),
    "also": ({**RIGHT, "also": {"kind": "people"}}, "also is no object of fields with a list each"),
    "also misspelt": ({**RIGHT, "also": {"knid": ["people"]}}, "did you mean kind?"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_row_that_is_no_gold(tmp_path: Path, name: str) -> None:
    wrong, message = WRONG[name]
    path = tmp_path / "a.jsonl"
    path.write_text(f"{dumps(RIGHT)}\n\n{dumps(wrong)}\n", encoding="utf-8")
    with pytest.raises(GoldError) as told:
        read_gold(tmp_path)
    assert str(told.value).startswith(f"{path}:3: ")
    assert message in str(told.value)


BROKEN = {
    "no JSON": ('{"start": 4,\n', ":1:13: no JSON"),
    "no object": ("5\n", ":1: no JSON object"),
    "not a number": ('{"value": NaN}\n', ":1: no JSON that can be read: NaN is no number"),
    "deep": ('{"also": ' + "[" * 100_000, ":1: no JSON that can be read"),
    "digits": ('{"value": ' + "9" * 5000 + "}", ":1: no JSON that can be read"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_line_that_is_no_row(tmp_path: Path, name: str) -> None:
    content, message = BROKEN[name]
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError) as told:
        read_gold(path)
    assert str(told.value).startswith(f"{path}{message}")


def test_a_folder_without_gold(tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text("{}", encoding="utf-8")
    with pytest.raises(GoldError, match=r"no \.jsonl file in the folder"):
        read_gold(tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file"):
        read_gold(tmp_path / "a.jsonl")


def test_what_only_notes_other_things_is_no_gold(tmp_path: Path) -> None:
    for name in ("a.jsonl", "pairs.jsonl", "sources.jsonl", "b.txt"):
        (tmp_path / name).write_text(dumps(RIGHT), encoding="utf-8")
    assert read_gold(tmp_path) == {"a": [RIGHT]}
    assert read_gold(tmp_path / "a.jsonl") == {"a": [RIGHT]}


def test_gold_is_written_as_it_was_read() -> None:
    for path in GOLD.glob("*.jsonl"):
        assert write_lines(read_gold(path)[path.stem]) == path.read_text(encoding="utf-8")


@given(sheets())
def test_every_row_made_is_gold_and_comes_back(sheet: Sheet) -> None:
    assert [(fault(one), missing(one)) for one in sheet.rows] == [(None, [])] * len(sheet.rows)
    assert [
        json.loads(line, parse_float=Decimal) for line in write_lines(sheet.rows).splitlines()
    ] == sheet.rows


@pytest.mark.parametrize("content", [dumps([RECORD, RECORD]), f"{dumps(RECORD)}\n{dumps(RECORD)}\n"])
def test_records_of_an_array_and_of_lines(tmp_path: Path, content: str) -> None:
    path = tmp_path / "r.json"
    path.write_text("\ufeff" + content, encoding="utf-8")
    assert read_records(path) == [RECORD, RECORD]
    assert read_figures(path) == {"a": [RECORD, RECORD]}


NO_RECORDS: dict[str, tuple[dict[str, Any], str]] = {
    "gold": (RIGHT, "names no document"),
    "no span": ({**RECORD, "end": None}, "start and end are 4 and None"),
    "no kind": ({**RECORD, "kind": None}, "kind is None"),
    "odd value": ({**RECORD, "value": [5]}, "value: [5] is no number"),
    "odd place": ({**RECORD, "place": 5}, "place is no text: 5"),
}


@pytest.mark.parametrize("name", NO_RECORDS)
def test_a_row_that_is_no_record(tmp_path: Path, name: str) -> None:
    wrong, message = NO_RECORDS[name]
    path = tmp_path / "r.json"
    path.write_text(dumps([RECORD, wrong]), encoding="utf-8")
    with pytest.raises(GoldError) as told:
        read_records(path)
    assert str(told.value).startswith(f"{path}, row 2: ")
    assert message in str(told.value)


def test_two_documents_of_one_stem() -> None:
    with pytest.raises(GoldError, match=r"x/a\.txt and y/a\.txt both have a\.jsonl for gold"):
        by_article([{**RECORD, "document": "x/a.txt"}, {**RECORD, "document": "y/a.txt"}])


NUMBERS = [
    ("5", 5),
    (" 0.50 ", Decimal("0.5")),
    ("1.64E+9", 1640000000),
    (Decimal("3.0"), 3),
    (-2, -2),
    (0.1, Decimal("0.1")),
]


@pytest.mark.parametrize(("written", "number"), NUMBERS)
def test_numbers_are_exact(written: object, number: object) -> None:
    assert exact(written) == number
    assert type(exact(written)) is type(number)


NO_NUMBERS = ["", "五", "１２", "1,000", "0x5", "inf", "nan", "1_000", "5" * 201, None, [5], "1e101"]


@pytest.mark.parametrize("written", NO_NUMBERS)
def test_what_is_no_number(written: object) -> None:
    with pytest.raises(ValueError, match=r"is no number|is out of bounds"):
        exact(written)


NESTED = {"a": [1, Decimal("0.050"), {"b": None}], "c": [], "d": {}, "引": ["“”", True]}


@pytest.mark.parametrize("indent", [0, 2])
def test_json_has_exact_decimals(indent: int) -> None:
    text = dumps(NESTED, indent)
    assert "0.05," in text
    assert parsed(text, "x") == NESTED
    assert ("\n" in text) == bool(indent)
