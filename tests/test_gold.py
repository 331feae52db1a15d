"""The scores of `talentx extract` against gold stay at or above their floors."""

from __future__ import annotations

import json
from pathlib import Path

import gate
import pytest

from talentx.evaluation.gold import read_gold


@pytest.mark.parametrize("gold_set", gate.SETS, ids=lambda gold_set: gold_set.name)
def test_no_score_is_below_its_floor(gold_set: gate.GoldSet) -> None:
    if not gold_set.is_there():
        pytest.skip(f"{gold_set.articles} is not here: {gold_set.name} cannot be scored")
    floors = gate.read_floors()
    wrong = gate.failures(floors, gold_set.name, gate.digest(gold_set.gold), gate.measured(gold_set))
    assert list(wrong) == []


def test_every_seed_has_gold_whose_spans_are_its_text() -> None:
    seeds = gate.SETS[0]
    articles = {path.stem: path.read_bytes().decode() for path in seeds.articles.glob("*.txt")}
    gold = read_gold(seeds.gold)
    assert set(articles) == set(gold)
    for stem, text in articles.items():
        rows = gold[stem]
        assert rows == sorted(rows, key=lambda row: row["start"])
        assert [text[row["start"] : row["end"]] for row in rows] == [row["raw"] for row in rows]


SCORES = {"found": 0.9, "value": 0.8, "kind": 0.7, "record": 0.6}


@pytest.fixture
def floors() -> gate.Floors:
    fresh: gate.Floors = {"sets": {}, "lowered": []}
    gate.update(fresh, "seeds", "gold 1", SCORES)
    return fresh


def test_scores_at_their_floors_pass(floors: gate.Floors) -> None:
    assert list(gate.failures(floors, "seeds", "gold 1", SCORES)) == []


@pytest.mark.parametrize("level", SCORES)
def test_a_score_below_its_floor_fails(floors: gate.Floors, level: str) -> None:
    (message,) = gate.failures(floors, "seeds", "gold 1", {**SCORES, level: 0.5})
    assert message == f"seeds: {level} 0.5000 is below its floor {SCORES[level]:.4f}"


def test_floors_of_other_gold_fail(floors: gate.Floors) -> None:
    (message,) = gate.failures(floors, "seeds", "gold 2", SCORES)
    assert "the gold has changed" in message


def test_floors_rise_without_a_reason(floors: gate.Floors) -> None:
    gate.update(floors, "seeds", "gold 2", {**SCORES, "record": 0.99999})
    assert floors["sets"]["seeds"] == {"gold": "gold 2", "floors": {**SCORES, "record": 0.9999}}
    assert floors["lowered"] == []


def test_floors_do_not_fall_without_a_reason(floors: gate.Floors) -> None:
    with pytest.raises(ValueError, match="seeds: kind would fall; give the reason with --lower"):
        gate.update(floors, "seeds", "gold 1", {**SCORES, "kind": 0.1})
    assert floors["sets"]["seeds"]["floors"] == SCORES


def test_the_reason_for_a_lower_floor_is_logged(floors: gate.Floors) -> None:
    gate.update(floors, "seeds", "gold 1", {**SCORES, "kind": 0.1}, "gold was wrong")
    assert floors["sets"]["seeds"]["floors"]["kind"] == 0.1
    assert floors["lowered"] == [
        {"set": "seeds", "level": "kind", "from": 0.7, "to": 0.1, "reason": "gold was wrong"}
    ]


def test_a_floor_edited_by_hand_is_noticed(floors: gate.Floors, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    gate.write_floors(floors, path)
    assert gate.read_floors(path) == floors
    edited = json.loads(path.read_text(encoding="utf-8"))
    edited["sets"]["seeds"]["floors"]["kind"] = 0.1
    path.write_text(json.dumps(edited), encoding="utf-8")
    with pytest.raises(ValueError, match="edited by hand"):
        gate.read_floors(path)
