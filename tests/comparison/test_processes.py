"""A large comparison comes to the same bytes in one process and in two."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from making import fields
from typer.testing import CliRunner

from talentx.cli.app import app

MANY = 20_000
REWORDED = 0.2
_KINDS = (
    ("companies", "家", "科技企业"),
    ("housing_units", "套", "人才公寓"),
    ("platforms", "个", "创新平台"),
)
_WORDINGS = ("全县现有{}{}。", "到年末，当地的{}已达{}，比上年多。")
_ENDS = ("，另有一批正在筹建", "，分布在城东和城西")


def told(number: int, year: int) -> dict[str, Any]:
    """A figure of a county; of some the words of the two years drift, and some are of one year alone."""
    county, turn = divmod(number, len(_KINDS))
    indicator, unit, item = _KINDS[turn]
    drifts = number % 10 < REWORDED * 10
    value = (number * 7919 + year) % 9000 + 100
    raw = f"{value}{unit}"
    sentence = _WORDINGS[drifts and year == 2024].format(item, raw)
    return fields(
        id=f"{year:04x}{number:012x}",
        document=f"{year}/{county:05}.txt",
        published=f"{year}-09",
        kind="count",
        indicator=indicator,
        item=None if drifts else item,
        place=f"第{county}县" if number % 17 else f"第{county}{year}县",
        adcode=None,
        subject=None,
        value=Decimal(value),
        bound="exact",
        unit=unit,
        currency=None,
        time=None,
        raw=raw,
        sentence=f"{sentence[:-1]}{_ENDS[number % 2]}。",
    )


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sides")
    paths = folder / "old.jsonl", folder / "new.jsonl"
    for path, year in zip(paths, (2022, 2024), strict=True):
        with path.open("w", encoding="utf-8") as file:
            for number in range(MANY):
                row = {"per": None, "low": None, "high": None, "date": None, **told(number, year)}
                file.write(json.dumps(row, ensure_ascii=False, default=int) + "\n")
    return paths


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The second processes that are started."""
    started: list[int] = []
    fork = os.fork

    def counted() -> int:
        child = fork()
        started.append(child)
        return child

    monkeypatch.setattr(os, "fork", counted)
    return started


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no second process without fork")
def test_one_process_and_two_write_the_same_bytes(
    sides: tuple[Path, Path], forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = []
    for cores in (1, 2):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        target = tmp_path / f"{cores}.jsonl"
        done = CliRunner().invoke(app, ["diff", *map(str, sides), "-o", str(target)])
        assert done.exit_code == 1, done.output
        written.append(target.read_bytes())
        assert (cores > 1) == bool(forks)
    assert written[0] == written[1]
    rows = [json.loads(line) for line in written[0].splitlines()]
    assert {row["old"]["id"] for row in rows if row["old"]} == {told(at, 2022)["id"] for at in range(MANY)}
    assert {row["new"]["id"] for row in rows if row["new"]} == {told(at, 2024)["id"] for at in range(MANY)}
    assert {"rose", "fell", "new", "gone"} <= {row["outcome"] for row in rows}
    assert any("both speak of" in row["reason"] for row in rows), "nothing was matched by its likeness"
