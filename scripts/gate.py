#!/usr/bin/env python3
"""The gate: extractions and comparisons are scored against gold, and no score may fall below its floor.

    scripts/gate.py                     the scores beside their floors; exit status 1 where one is below
    scripts/gate.py --update            raise the floors to the scores
    scripts/gate.py --update --lower R  lower them too where they are below, with the reason R in the log

Floors stand in tests/gold/floors.json, those of comparisons in tests/comparison/floors.json, with the digest
of the gold they were measured on and a seal over all of it, so that a floor cannot be lowered, nor the gold
changed, without a trace.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any, TypeVar

import gate_pairs
from gate_pairs import PairSet

from talentx.evaluation.gold import read_gold
from talentx.evaluation.measures import compare, measure
from talentx.evaluation.records import by_article, read_records

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "gold" / "floors.json"
FLOORS_OF_PAIRS = ROOT / "tests" / "comparison" / "floors.json"

Floors = dict[str, Any]
Levels = dict[str, float]
"""What is measured, by level: the F1 of an extraction, or what `gate_pairs` tells."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles with their gold; `scorer` is a script that must come to the same scores as we do."""

    name: str
    articles: Path
    gold: Path
    scorer: Path | None = None

    def is_there(self) -> bool:
        return self.articles.is_dir() and self.gold.is_dir()


T = TypeVar("T", GoldSet, PairSet)

_SHARED = ROOT.parent / "shared"
_SCORER = _SHARED / "gold" / "score.py"
SETS = (
    GoldSet("seeds", ROOT / "seeds", ROOT / "tests" / "gold"),
    GoldSet("shared/seeds", _SHARED / "seeds", _SHARED / "gold", _SCORER),
    GoldSet("shared/more", _SHARED / "more", _SHARED / "gold" / "more", _SCORER),
)


def measured(gold_set: GoldSet) -> Levels:
    """The F1 of `talentx extract` on the articles, by level, in four digits.

    Raises CalledProcessError where it fails, ValueError where another scorer says otherwise.
    """
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder, "records.json")
        subprocess.run(
            [sys.executable, "-m", "talentx", "extract", gold_set.articles, "-o", records], check=True
        )
        pairs = compare(by_article(read_records(records)), read_gold(gold_set.gold))
        scores = {level: round(score.f1, 4) for level, score in measure(pairs).levels.items()}
        if (
            gold_set.scorer is not None
            and (others := _scored(gold_set.scorer, records, gold_set.gold)) != scores
        ):
            raise ValueError(f"{gold_set.name}: {gold_set.scorer.name} says {others}, we say {scores}")
    return scores


def _scored(scorer: Path, records: Path, gold: Path) -> Levels:
    command = [sys.executable, str(scorer), str(records), str(gold)]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return {level: float(f1) for level, f1 in re.findall(r"^(\w+) +F1 ([0-9.]+)", told, re.MULTILINE)}


def digest(gold: Path) -> str:
    """What tells one state of the gold, a file or a folder, from another."""
    state = hashlib.sha256()
    for path in [gold] if gold.is_file() else sorted(gold.glob("*.jsonl")):
        state.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors. Raises ValueError where the file was edited by hand."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    if floors.pop("seal") != _seal(floors):
        raise ValueError(f"{path.name} was edited by hand; floors are set with scripts/gate.py --update")
    return floors


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """The floors with their seal."""
    text = json.dumps({**floors, "seal": _seal(floors)}, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def _seal(floors: Floors) -> str:
    return hashlib.sha256(json.dumps(floors, sort_keys=True).encode()).hexdigest()


def failures(floors: Floors, name: str, state: str, scores: Levels) -> Iterator[str]:
    """What is wrong with the scores of a set whose gold has the digest `state`."""
    held = floors["sets"][name]
    if held["gold"] != state:
        yield f"{name}: the gold has changed since its floors were set; run scripts/gate.py --update"
    for level in scores:
        if scores[level] < held["floors"][level]:
            yield f"{name}: {level} {scores[level]:.4f} is below its floor {held['floors'][level]:.4f}"


def update(floors: Floors, name: str, state: str, scores: Levels, reason: str | None = None) -> None:
    """Raise the floors of a set to its scores, in place.

    A floor above its score is lowered only for a reason, which is logged. Raises ValueError without one.
    """
    held = floors["sets"].setdefault(name, {"gold": state, "floors": dict.fromkeys(scores, 0.0)})
    measured = {level: floor(round(scores[level] * 10_000, 4)) / 10_000 for level in scores}
    below = [level for level in scores if measured[level] < held["floors"][level]]
    if below and not reason:
        raise ValueError(f"{name}: {', '.join(below)} would fall; give the reason with --lower")
    floors["lowered"] += [
        {"set": name, "level": level, "from": held["floors"][level], "to": measured[level], "reason": reason}
        for level in below
    ]
    floors["sets"][name] = {"gold": state, "floors": measured}


def main() -> int:
    """Run the gate and return its exit status."""
    parser = argparse.ArgumentParser(
        description="Scores against gold, and the floors they may not fall below."
    )
    parser.add_argument("--update", action="store_true", help="raise the floors to the scores")
    parser.add_argument("--lower", metavar="REASON", help="with --update: lower floors too, and log why")
    options = parser.parse_args()
    wrong = [
        *_held(SETS, measured, FLOORS, options.update, options.lower),
        *_held(gate_pairs.SETS, gate_pairs.measured, FLOORS_OF_PAIRS, options.update, options.lower),
    ]
    print(*dict.fromkeys(wrong), sep="\n", end="\n" if wrong else "")
    return bool(wrong)


def _held(
    sets: Iterable[T], measure_of: Callable[[T], Levels], path: Path, raises: bool, lower: str | None
) -> list[str]:
    """Print the scores of the sets beside their floors in a file, raise these if wanted; what is wrong."""
    floors = read_floors(path)
    wrong: list[str] = []
    for each in sets:
        if not each.is_there():
            print(f"{each.name:13} not here, not measured")
            continue
        scores, state = measure_of(each), digest(each.gold)
        if raises:
            try:
                update(floors, each.name, state, scores, lower)
            except ValueError as error:
                wrong.append(str(error))
        wrong += failures(floors, each.name, state, scores)
        held = floors["sets"][each.name]["floors"]
        print(f"{each.name:13}", "  ".join(f"{x} {scores[x]:.4f} (floor {held[x]:.4f})" for x in scores))
    if raises:
        write_floors(floors, path)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
