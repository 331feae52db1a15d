"""The work report pack, made without Python: its rules by their examples, and two articles of its own domain.

The articles are invented; their gold was written from the meaning (`workreport/gold`). Indicators must be
exactly right here, down to the finest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from scoring import read_rows, score

from talentx.authoring.testing import Case, cases, run
from talentx.packs.book import read_book
from talentx.packs.folders import folders
from talentx.packs.location import default_pack, shipped
from talentx.packs.pack import load_pack
from talentx.pipeline import Extractor

PACK = shipped("workreport")
HERE = Path(__file__).with_name("workreport")
PUBLISHED = {"2019-suining": "2019-01-18", "2024-rugao": "2024-01-12"}
LEAST_INDICATORS = 30
LEAST_EXAMPLES = 150
FLOORS = {"found": 1.0, "value": 1.0, "kind": 1.0, "record": 0.97}

BOOK = read_book(folders([PACK]))
CASES = cases(BOOK, of=[placed for placed in BOOK.rules if placed.folder == PACK])
EXTRACTOR = Extractor([PACK])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule.id}:{case.example.text}")
def test_example(case: Case) -> None:
    (result,) = run(EXTRACTOR, [case], {})
    assert not result.why


def test_the_pack_covers_its_domain() -> None:
    indicators = load_pack(PACK).indicators
    assert sum("." not in name for name in indicators) >= LEAST_INDICATORS
    assert len(CASES) >= LEAST_EXAMPLES


def test_it_loads_beside_the_talent_pack() -> None:
    indicators = load_pack(default_pack(), PACK).indicators
    assert {"gdp", "talent_total"} <= indicators.keys()


def test_the_articles_are_read_right(tmp_path: Path) -> None:
    records: list[dict[str, Any]] = []
    for name, published in PUBLISHED.items():
        text = (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        found = EXTRACTOR.extract(text, document=name, published=published)
        records += [_exact(record.model_dump()) for record in found]
        gold = read_rows((HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8"))
        rows = [json.dumps(_exact(row), default=str) for row in gold]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(rows), encoding="utf-8")
    reached = score(records, tmp_path)
    assert all(reached[level] >= floor for level, floor in FLOORS.items()), reached


def _exact(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its indicator as a family of its own, none too: only the very same one is right."""
    return {**row, "indicator": (row["indicator"] or "none").replace(".", "/")}
