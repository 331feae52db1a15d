"""`talentx series` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from making import record

from talentx.output import jsonl
from talentx.records.model import Record

from .conftest import SCRIPT, Run, on_a_terminal


def total(number: int, year: int, raw: str, value: int, **more: Any) -> Record:
    sentence = f"截至{year}年底，杭州市人才总量{raw}。"
    named = {"kind": "talent", "indicator": "talent_total", "item": "人才", "subject": None, "currency": None}
    origin = {
        "id": f"{number:016x}",
        "document": f"{number}.txt",
        "published": f"{year + 1}-01",
        "unit": "人",
    }
    figure = {"value": Decimal(value), "bound": "exact", "time": f"{year}-12", "raw": raw, "start": 13}
    return record(**{**named, **origin, **figure, "sentence": sentence, **more})


RECORDS = [
    total(1, 2020, "250万人", 2500000),
    total(2, 2021, "270万人", 2700000),
    total(3, 2023, "300万人", 3000000),
    total(4, 2023, "330万人", 3300000),
    total(5, 2023, "90万人", 900000, place="绍兴市", sentence="截至2023年底，绍兴市人才总量90万人。"),
]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "r.jsonl"
    with path.open("w", encoding="utf-8", newline="") as stream:
        jsonl.write(RECORDS, stream)
    return path


def test_json_has_a_series_with_its_years(talentx: Run, records: Path) -> None:
    done = talentx("series", records)
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = json.loads(done.stdout)
    numbers = {year: cell and cell["value"] for year, cell in found["years"].items()}
    assert numbers == {"2020": 2500000, "2021": 2700000, "2022": None, "2023": 3000000}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--indicator", "nosuch"], "no figure of nosuch has a year: no such indicator here"),
        (["--place", "杭州", "--place", "火星", "--least", "9"], "no series of 9 years: --least 3 shows"),
        (["--place", "火星", "--place", "水星"], "no figure of 火星 or 水星 has a year: no such place here"),
        (
            ["--indicator", "talent_total", "--place", "绍兴", "--years", "1990", "1999"],
            "no figure has a year",
        ),
        (["--years", "1990", "1999"], "no figure has a year that is wanted"),
        (["--place", "绍兴"], "no series of 2 years: --least 1 shows the longest of 1"),
    ],
)
def test_a_choice_of_no_series_is_told_of(talentx: Run, records: Path, options: list[str], told: str) -> None:
    done = talentx("series", records, *options)
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert told in done.stderr
    assert talentx("series", records, *options, "--quiet").stderr == ""


def test_long_csv_has_every_source(talentx: Run, records: Path) -> None:
    done = talentx("series", records, "--layout", "long", "--format", "csv", "--least", "1")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert sorted(row["raw"] for row in rows) == sorted(each.raw for each in RECORDS)
    assert [row["source"] for row in rows if row["year"] == "2023"].count("conflicts") == 1


@pytest.mark.parametrize(
    ("options", "years"),
    [
        ([], ["2020", "2021", "2022", "2023"]),
        (["--years", "2021", "2023"], ["2021", "2022", "2023"]),
        (["--place", "杭州"], ["2020", "2021", "2022", "2023"]),
        (["--place", "绍兴市", "--least", "1"], ["2023"]),
        (["--indicator", "talent_total", "--place", "杭州市"], ["2020", "2021", "2022", "2023"]),
    ],
)
def test_filters_leave_what_was_asked_for(
    talentx: Run, records: Path, options: list[str], years: list[str]
) -> None:
    (found,) = json.loads(talentx("series", records, *options).stdout)
    assert list(found["years"]) == years


@pytest.mark.parametrize("options", [["--place", "宁波"], ["--indicator", "talent"], ["--least", "4"]])
def test_filters_that_fit_nothing_leave_nothing(talentx: Run, records: Path, options: list[str]) -> None:
    done = talentx("series", records, *options)
    assert (done.returncode, done.stdout) == (0, "[]\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--years", "2023", "2020"], "2023 is after 2020; write --years 2020 2023"),
        (["--years", "zwei", "2020"], "'zwei' is no number from 1 to 9999"),
        (["--years", "2020"], "requires 2 arguments"),
        (["--least", "0"], "'0' is no number from 1"),
        (["--least", "9" * 5000], "is no number from 1 to 9999"),
        (["--layout", "tall"], "'tall' is not one of wide, long"),
        (["--format", "parquet"], "'parquet' is not one of"),
        (["-o", "r.jsonl"], "the output would replace an input"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(
    talentx: Run, records: Path, options: list[str], told: str
) -> None:
    done = talentx("series", "r.jsonl", *options)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr


def test_what_cannot_be_read_is_told_of(talentx: Run, records: Path) -> None:
    done = talentx("series", records, "none.txt")
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    assert "none.txt" in done.stderr


def test_a_terminal_shows_a_table_with_its_trend(tmp_path: Path, records: Path) -> None:
    shown, status = on_a_terminal([str(SCRIPT), "series", str(records)], tmp_path, columns=70)
    assert status == 0
    assert "▁▅·█" in shown or "▁▄·█" in shown
    assert "300万 (12)!" in shown
    assert "330万人" in shown
