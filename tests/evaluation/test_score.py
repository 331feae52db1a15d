"""Our scorer says what the one of ../shared/gold does, whatever is wrong with an extraction."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from talentx.evaluation.gold import CHOICES, read_gold
from talentx.evaluation.matching import FAMILIES
from talentx.evaluation.measures import compare, measure
from talentx.evaluation.records import by_article, read_records
from talentx.evaluation.rows import dumps

from .making import GOLD, ROOT

SCORER = ROOT.parent / "shared" / "gold" / "score.py"
SETS = [GOLD, SCORER.parent, SCORER.parent / "more"]

VALUES: dict[str, list[Any]] = {
    "kind": list(CHOICES["kind"]),
    "bound": [*CHOICES["bound"], None],
    "status": list(CHOICES["status"]),
    "indicator": [*sorted(FAMILIES), "award_amount.housing", "own_thing", None],
    "unit": ["人", "名", "位", "元", None],
    "place": ["杭州市", "香港特别行政区", "香港", None],
    "time": ["2024", "2024-09", "2024/2025", "2023", None],
    "date": ["2024-09-28", None],
    "value": [0, 5, 1000000, None],
    "low": [3, None],
}


def spoilt(gold: dict[str, list[dict[str, Any]]], seed: int) -> list[dict[str, Any]]:
    """Records made of the gold: some left out, moved, doubled or changed in a field."""
    chance = random.Random(seed)  # noqa: S311
    records = []
    for stem, rows in gold.items():
        for row in rows:
            for _ in range(chance.choice([0, 1, 1, 1, 1, 1, 1, 2])):
                record = {key: value for key, value in row.items() if key not in ("also", "optional", "note")}
                record["document"] = f"news/{stem}.txt"
                for field in chance.sample(sorted(VALUES), chance.choice([0, 0, 0, 1, 2])):
                    record[field] = chance.choice(VALUES[field])
                if chance.random() < 0.2:
                    record["start"] = max(0, record["start"] + chance.randint(-9, 3))
                    record["end"] = max(record["start"] + 1, record["end"] + chance.randint(-3, 9))
                records.append(record)
    chance.shuffle(records)
    return records


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer to compare with is not here")
@pytest.mark.parametrize("seed", range(8))
def test_both_scorers_agree(tmp_path: Path, seed: int) -> None:
    folder = SETS[seed % len(SETS)]
    gold = read_gold(folder)
    path = tmp_path / "records.json"
    path.write_text(dumps(spoilt({**gold}, seed)), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(path), str(folder)]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    measures = measure(compare(by_article(read_records(path)), gold))
    levels = re.findall(r"^(\w+) +F1 ([0-9.]+) +precision ([0-9.]+) +recall ([0-9.]+)", told, re.MULTILINE)
    ours = [
        (name, *(f"{share:.4f}" for share in (score.f1, score.precision, score.recall)))
        for name, score in measures.levels.items()
    ]
    assert ours == levels
    assert 0.3 < measures.levels["record"].f1 < 0.9
    fields = dict(re.findall(r"(\w+) ([01]\.[0-9]{3})", told.splitlines()[-1]))
    assert {name: f"{share:.3f}" for name, share in measures.found_right.items()} == fields
    counts = json.dumps(re.findall(r"\d+", told.splitlines()[0]))
    assert counts == json.dumps([str(measures.levels["found"].gold), str(measures.levels["found"].records)])
