"""The work report pack, made without Python: two articles of its own domain.

The articles are invented; their gold was written from the meaning (`workreport/gold`). Indicators must be
exactly right here, down to the finest.
"""

from __future__ import annotations

from pathlib import Path

from talentx.evaluation.gold import read_gold
from talentx.evaluation.measures import compare, measure
from talentx.evaluation.rows import Row
from talentx.packs.location import default_pack, shipped
from talentx.packs.pack import load_pack
from talentx.pipeline import Extractor

HERE = Path(__file__).with_name("workreport")
PUBLISHED = {"2019-suining": "2019-01-18", "2024-rugao": "2024-01-12"}
FLOORS = {"found": 1.0, "value": 1.0, "kind": 1.0, "record": 0.97}


def test_it_loads_beside_the_talent_pack() -> None:
    indicators = load_pack(default_pack(), shipped("workreport")).indicators
    assert {"gdp", "talent_total"} <= indicators.keys()


def test_the_articles_are_read_right() -> None:
    extractor = Extractor([shipped("workreport")])
    records = {}
    for name, published in PUBLISHED.items():
        text = (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        found = extractor.extract(text, document=name, published=published)
        records[name] = [_exact(record.model_dump()) for record in found]
    gold = {name: [_exact(row) for row in rows] for name, rows in read_gold(HERE / "gold").items()}
    reached = measure(compare(records, gold)).levels
    assert {level: reached[level].f1 >= floor for level, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    )


def _exact(row: Row) -> Row:
    """The row with its indicator as a family of its own, none too: only the very same one is right."""
    return {**row, "indicator": (row["indicator"] or "none").replace(".", "_")}
