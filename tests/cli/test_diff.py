"""`talentx diff` as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from making import record, write

from talentx.comparison.views.formats import DiffFormat
from talentx.output.formats import Format
from talentx.records.model import COLUMNS, Record

from .conftest import SCRIPT, Run, on_a_terminal

FORMATS: tuple[DiffFormat, ...] = get_args(DiffFormat)
FILES: dict[str, Format] = {
    "r.json": "json",
    "r.jsonl": "jsonl",
    "r.csv": "csv",
    "r.tsv": "tsv",
    "r.parquet": "parquet",
    "r.db": "sqlite",
}
OLD_TEXT = "全市人才总量120万人，建成人才公寓637套。"
NEW_TEXT = "全市人才总量136万人，建成人才公寓637套。"


def talent(at: int, raw: str, value: int, year: int, **more: Any) -> Record:
    sentence = more.get("sentence", f"全市人才总量{raw}。")
    figure = {"kind": "talent", "indicator": "talent_total", "bound": "exact", "unit": "人", "currency": None}
    origin = {"document": f"{year}.txt", "published": f"{year}-12", "time": str(year), "subject": None}
    return record(
        **{**figure, **origin, "item": "人才", "id": f"{year}{at:012x}", "sentence": sentence, **more},
        raw=raw, value=Decimal(value), start=at,
    )  # fmt: skip


STAFF = {"indicator": None, "item": "专员", "sentence": "配备人才服务专员62人。"}
OLD = [talent(6, "120万人", 1200000, 2022), talent(40, "62人", 62, 2022, **STAFF)]
NEW = [talent(9, "136万人", 1360000, 2024), talent(50, "62人", 62, 2024, **STAFF)]
OUTCOMES = {"rose": 1, "same": 1}


def given(path: Path, records: list[Record], format_: Format = "jsonl") -> Path:
    return write(path, format_, records)


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    return given(tmp_path / "old.jsonl", OLD), given(tmp_path / "new.jsonl", NEW)


def outcomes(told: str) -> dict[str, int]:
    return dict(Counter(row["outcome"] for row in json.loads(told)))


def test_changes_make_the_status_one(talentx: Run, sides: tuple[Path, Path]) -> None:
    done = talentx("diff", *sides)
    assert (done.returncode, done.stderr) == (1, "")
    rose, same = json.loads(done.stdout, parse_float=str)
    assert (rose["outcome"], rose["difference"], rose["ratio"]) == ("rose", 160000, "1.13333")
    assert list(rose["old"]) == [*COLUMNS]
    assert (rose["old"]["raw"], rose["new"]["raw"]) == ("120万人", "136万人")
    assert (same["outcome"], same["item"]) == ("same", "专员")


def test_a_side_against_itself_changes_nothing(talentx: Run, sides: tuple[Path, Path]) -> None:
    old, _ = sides
    done = talentx("diff", old, old)
    assert (done.returncode, outcomes(done.stdout), done.stderr) == (0, {"same": 2}, "")


@pytest.mark.parametrize("name", FILES)
def test_a_side_may_be_any_record_file(
    talentx: Run, tmp_path: Path, sides: tuple[Path, Path], name: str
) -> None:
    file = given(tmp_path / name, NEW, FILES[name])
    assert talentx("diff", sides[0], file).stdout == talentx("diff", *sides).stdout


@pytest.mark.parametrize("side", [0, 1])
def test_a_side_may_be_standard_input(tmp_path: Path, sides: tuple[Path, Path], side: int) -> None:
    arguments: list[str | Path] = [*sides]
    arguments[side] = "-"
    with sides[side].open("rb") as stdin:
        done = subprocess.run([SCRIPT, "diff", *arguments], stdin=stdin, capture_output=True, timeout=60)
    assert (done.returncode, outcomes(done.stdout.decode()), done.stderr) == (1, OUTCOMES, b"")


@pytest.mark.parametrize("empty", ["e.json", "e.jsonl", "e.csv"])
def test_a_side_may_hold_no_records(
    talentx: Run, tmp_path: Path, sides: tuple[Path, Path], empty: str
) -> None:
    nothing = given(tmp_path / empty, [], FILES[f"r{Path(empty).suffix}"])
    told = [talentx("diff", *pair) for pair in ((sides[0], nothing), (nothing, sides[1]), (nothing, nothing))]
    assert [(each.returncode, outcomes(each.stdout)) for each in told] == [
        (1, {"gone": 2}),
        (1, {"new": 2}),
        (0, {}),
    ]
    assert [each.stderr for each in told] == [""] * 3


def test_years_are_told_apart_in_one_file(talentx: Run, tmp_path: Path, sides: tuple[Path, Path]) -> None:
    both = given(tmp_path / "both.jsonl", [*NEW, *OLD])
    done = talentx("diff", both, "--years", "2022", "2024")
    assert (done.returncode, done.stdout) == (1, talentx("diff", *sides).stdout)
    again = talentx("diff", both, "--years", "2024", "2024")
    assert (again.returncode, outcomes(again.stdout)) == (0, {"same": 2})


def test_a_key_matches_by_its_columns_alone(talentx: Run, tmp_path: Path) -> None:
    old = given(tmp_path / "old.jsonl", [OLD[0]])
    new = given(tmp_path / "new.jsonl", [NEW[0].model_copy(update={"place": "温州市", "adcode": "330300"})])
    by_indicator = talentx("diff", old, new, "--key", "indicator, item")
    assert outcomes(by_indicator.stdout) == {"rose": 1}
    assert json.loads(by_indicator.stdout)[0]["reason"] == "the same indicator, item"
    assert outcomes(talentx("diff", old, new, "--key", "indicator,place").stdout) == {"gone": 1, "new": 1}


@pytest.mark.parametrize(("old", "new"), [(2, 2), (2, 0), (0, 2), (3, 1)])
def test_of_a_key_that_several_have_all_are_shown(talentx: Run, tmp_path: Path, old: int, new: int) -> None:
    olds = given(
        tmp_path / "o.jsonl", [talent(9 * at, f"{at + 1}万人", 10000 * (at + 1), 2022) for at in range(old)]
    )
    news = given(
        tmp_path / "n.jsonl", [talent(9 * at, f"{at + 5}万人", 10000 * (at + 5), 2024) for at in range(new)]
    )
    done = talentx("diff", olds, news, "--key", "indicator")
    rows = json.loads(done.stdout)
    wanted = {"ambiguous"} if old and new else {"gone"} if old else {"new"}
    assert {row["outcome"] for row in rows} == wanted
    assert all(str(old or new) in row["reason"] for row in rows)
    for side, number in (("old", old), ("new", new)):
        assert len({row[side]["id"] for row in rows if row[side]}) == number
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("only", "wanted"), [(["rose"], ["rose"]), (["same", "rose"], ["rose", "same"]), (["target met"], [])]
)
def test_outcomes_are_chosen_and_the_status_is_that_of_all(
    talentx: Run, sides: tuple[Path, Path], only: list[str], wanted: list[str]
) -> None:
    chosen = [word for name in only for word in ("--only", name)]
    done = talentx("diff", *sides, *chosen)
    assert ([row["outcome"] for row in json.loads(done.stdout)], done.returncode) == (wanted, 1)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_format_is_chosen_by_name_or_by_the_file(
    talentx: Run, tmp_path: Path, sides: tuple[Path, Path], format_: DiffFormat
) -> None:
    suffix = {"table": "txt", "markdown": "md"}.get(format_, format_)
    told = talentx("diff", *sides, "--format", format_)
    assert (told.returncode, told.stderr) == (1, "")
    done = talentx("diff", *sides, "-o", f"out.{suffix}")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    with (tmp_path / f"out.{suffix}").open(encoding="utf-8") as file:
        assert file.read() == told.stdout
    assert "136万人" in told.stdout


def test_a_mark_for_excel(talentx: Run, tmp_path: Path, sides: tuple[Path, Path]) -> None:
    done = talentx("diff", *sides, "--bom", "-o", "out.csv")
    assert done.returncode == 1
    assert (tmp_path / "out.csv").read_bytes().startswith(b'\xef\xbb\xbf"outcome"')


WRONG: list[tuple[list[str], str]] = [
    (["old.jsonl"], "one of NEW and --years is needed"),
    (["old.jsonl", "new.jsonl", "--years", "2022", "2024"], "one of NEW and --years is needed"),
    (["old.jsonl", "--years", "2022"], "requires 2 arguments"),
    (["old.jsonl", "--years", "22", "24"], "'22' is no year"),
    (["old.jsonl", "--years", "2022", "2030"], "no article of 2030; there are 2022"),
    (["-", "-"], "both sides are standard input"),
    (["old.jsonl", ""], "an empty path"),
    (["old.jsonl", "new.jsonl", "--key", "place,indicatr"], "'indicatr' is not one of id, document,"),
    (["old.jsonl", "new.jsonl", "--key", ""], "'' is not one of id, document,"),
    (["old.jsonl", "new.jsonl", "--only", "risen"], "'risen' is not one of same, same within bounds, rose"),
    (["old.jsonl", "new.jsonl", "--format", "xml"], "'xml' is not one of table, json, jsonl, csv, tsv"),
    (["old.jsonl", "new.jsonl", "-o", "out.pdf"], "no format goes by this suffix"),
    (["old.jsonl", "new.jsonl", "-o", "new.jsonl"], "the output would replace an input"),
    (["old.jsonl", "new.jsonl", "-o", "old.jsonl"], "the output would replace an input"),
    (["old.jsonl", "new.jsonl", "--bom"], "json has no byte order mark"),
    (["old.jsonl", "none.jsonl"], "none.jsonl: no such file"),
    (["none", "new.jsonl"], "none: no such file"),
    (["old.jsonl", "empty"], "no .txt or .md file in the folder"),
    (["old.jsonl", "cut.jsonl"], "cut.jsonl:1"),
    (["old.jsonl", "empty.json"], "the file is empty"),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=lambda value: " ".join(value)[:60])
def test_what_cannot_be_compared_is_one_line_status_two_and_no_output(
    talentx: Run, tmp_path: Path, sides: tuple[Path, Path], arguments: list[str], told: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "cut.jsonl").write_text('{"id": "0123', encoding="utf-8")
    (tmp_path / "empty.json").touch()
    before = [side.read_bytes() for side in sides]
    done = talentx("diff", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert [side.read_bytes() for side in sides] == before
    assert not (tmp_path / "out.pdf").exists()


def test_a_terminal_shows_the_sentences(tmp_path: Path, sides: tuple[Path, Path]) -> None:
    shown, status = on_a_terminal([str(SCRIPT), "diff", *map(str, sides)], tmp_path, columns=40)
    assert status == 1
    assert "+160,000人" in shown
    assert "1 rose, 1 same" in shown


def articles(folder: Path, year: int, text: str) -> Path:
    folder.mkdir()
    (folder / "report.txt").write_text(text, encoding="utf-8")
    (folder / "sources.csv").write_text(f"file,published,title\nreport.txt,{year}-12,\n", encoding="utf-8")
    return folder


def really(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """With the pipeline itself."""
    return subprocess.run(
        [SCRIPT, *arguments],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def test_articles_are_extracted_first_with_their_dates(tmp_path: Path) -> None:
    old = articles(tmp_path / "2022", 2022, OLD_TEXT)
    new = articles(tmp_path / "2024", 2024, NEW_TEXT)
    done = really(tmp_path, "diff", old, new, "--only", "rose", "--only", "same")
    assert (done.returncode, done.stderr) == (1, "")
    rose, same = json.loads(done.stdout)
    assert [rose[side]["published"] for side in ("old", "new")] == ["2022-12", "2024-12"]
    assert (same["outcome"], same["old"]["raw"]) == ("same", "637套")
    assert (
        really(tmp_path, "diff", old / "report.txt", new, "--only", "rose", "--only", "same").stdout
        == done.stdout
    )
    for place, side in (("old", old), ("new", new)):
        assert really(tmp_path, "extract", side, "--db", f"{place}.db").returncode == 0
    stores = really(tmp_path, "diff", "old.db", "new.db", "--only", "rose", "--only", "same")
    told = [(row["outcome"], row["difference"]) for row in json.loads(stores.stdout)]
    assert told == [(row["outcome"], row["difference"]) for row in (rose, same)]


def test_a_folder_is_compared_without_the_article_that_fails(tmp_path: Path) -> None:
    old = articles(tmp_path / "2022", 2022, OLD_TEXT)
    new = articles(tmp_path / "2024", 2024, NEW_TEXT)
    (new / "broken.txt").write_bytes(b"\x00\xff\xfe\x80" * 50)
    done = really(tmp_path, "diff", old, new, "--quiet")
    assert done.returncode == 2
    assert "broken.txt" in done.stderr
    assert outcomes(done.stdout)["rose"] == 1
    (new / "report.txt").unlink()
    done = really(tmp_path, "diff", old, new, "-o", "out.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (tmp_path / "out.json").exists()
