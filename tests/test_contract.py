"""What users rely on, whatever the rules say: the invariants of the records, through the real pipeline."""

from __future__ import annotations

import csv
import itertools
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import talentx
from talentx.errors import UsageError

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ARTICLES = sorted(SEEDS.glob("*.txt"))
PIECES = st.sampled_from(
    [
        *"引进 人才 300名 3.5亿元 近 超 2024年 9月28日 第三 增长 5.1% 八成 杭州市 西湖区 目前 今年".split(
            " "
        ),
        *"到2026年 力争 可获 500万元 基金 “5050计划” ， 。 ； （ ） 【 一 两 亿 万 〇 第 １２ 👩‍🔬 |".split(
            " "
        ),
        *("𠮷", " ", "\u3000", "\n", "\n\n", "\r\n", "\ufeff"),
    ]
)


def extracted(*paths: Path, cwd: Path | None = None, **environment: str) -> str:
    """What `talentx extract` prints."""
    return subprocess.run(
        [sys.executable, "-m", "talentx", "extract", *paths],
        cwd=cwd,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


@pytest.fixture(scope="module")
def printed() -> str:
    return extracted(SEEDS)


@pytest.fixture(scope="module")
def rows(printed: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(printed, parse_float=Decimal)
    return read


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_spans_are_slices_in_order_and_each_has_one_record(path: Path, rows: list[dict[str, Any]]) -> None:
    text = path.read_bytes().decode("utf-8")
    spans = [(row["start"], row["end"]) for row in rows if row["document"] == path.name]
    assert spans
    assert [text[start:end] for start, end in spans] == [r["raw"] for r in rows if r["document"] == path.name]
    assert spans == sorted(set(spans))
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_ids_are_unique(rows: list[dict[str, Any]]) -> None:
    assert len({row["id"] for row in rows}) == len(rows)


def test_nothing_depends_on_hash_seed_locale_clock_zone_or_path(printed: str, tmp_path: Path) -> None:
    other = tmp_path / "别处"
    other.symlink_to(SEEDS)
    odd = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"}
    assert extracted(Path("别处"), cwd=tmp_path, **odd) == printed


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_alone_gives_what_it_gives_among_others(path: Path, rows: list[dict[str, Any]]) -> None:
    alone = json.loads(extracted(path), parse_float=Decimal)
    assert alone == [row for row in rows if row["document"] == path.name]


def test_python_gives_what_the_command_line_gives(rows: list[dict[str, Any]]) -> None:
    path = ARTICLES[0]
    wanted = [{**row, "document": "-"} for row in rows if row["document"] == path.name]
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as table:
        source = next(row for row in csv.DictReader(table) if row["file"] == path.name)
    text = path.read_bytes().decode("utf-8")
    records = talentx.extract(text, published=source["published"], title=source["title"])
    assert [dict(record) for record in records] == wanted


def test_a_date_that_is_none() -> None:
    with pytest.raises(UsageError, match="'9月' is no date"):
        talentx.extract("引进300名", published="9月")


def test_a_kicker_above_the_title_comes_first() -> None:
    assert [record.raw for record in talentx.extract("八成\n引进300名")] == ["八成", "300名"]


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from([None, "2024", "2024-09", "2024-09-28"]))
def test_any_text_gives_valid_records(pieces: list[str], published: str | None) -> None:
    text = "".join(pieces)
    records = talentx.extract(text, published=published)
    assert all(text[record.start : record.end] == record.raw for record in records)
    spans = [(record.start, record.end) for record in records]
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert talentx.extract(text, published=published) == records
