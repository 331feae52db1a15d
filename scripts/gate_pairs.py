"""How well the comparison of article years finds the pairs that are known to be of one series.

A file of pairs has an object a line: `old` and `new`, the stems of two articles; `old_raw` and `new_raw`, the
figures as printed; `old_at` and `new_at` where a figure as printed stands there more than once; `outcome`,
null where nothing is said of it; `doubtful`, where two careful readers would not agree on the pair.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import talentx
from talentx.comparison.model import Row
from talentx.records.model import Record

ROOT = Path(__file__).resolve().parents[1]
_SHARED = ROOT.parent / "shared"

Pair = dict[str, Any]
Articles = dict[str, list[Record]]
"""The records of each article, by its stem."""
Years = tuple[str, str]
"""The stems of an older and a newer article."""


@dataclass(frozen=True, slots=True)
class PairSet:
    """Articles with the pairs among them. `all_years`: no other articles of two years have any."""

    name: str
    articles: Path
    gold: Path
    all_years: bool = False

    def is_there(self) -> bool:
        return self.articles.is_dir() and self.gold.is_file()


SETS = (
    PairSet(
        "pairs/own",
        ROOT / "tests" / "comparison" / "articles",
        ROOT / "tests/comparison/articles/pairs.jsonl",
    ),
    PairSet("pairs/seeds", _SHARED / "seeds", _SHARED / "gold" / "pairs.jsonl", all_years=True),
    PairSet("pairs/more", _SHARED / "more", _SHARED / "gold" / "more" / "pairs.jsonl"),
)


@dataclass(slots=True)
class Count:
    """What a comparison found. `either`: doubtful pairs that it found, neither right nor wrong."""

    found: int = 0
    missed: int = 0
    false: int = 0
    either: int = 0
    told: int = 0
    """Found pairs of which the outcome is known."""
    right: int = 0
    """Those of them with that outcome."""

    def levels(self) -> dict[str, float]:
        """The shares of pairs found, of what was reported that is true, and of right outcomes, if known."""
        right = self.found + self.either
        shares = {"found": (self.found, self.found + self.missed), "true": (right, right + self.false)}
        if self.told:
            shares["outcome"] = (self.right, self.told)
        return {name: round(part / whole, 4) if whole else 1.0 for name, (part, whole) in shares.items()}


def measured(pair_set: PairSet) -> dict[str, float]:
    """The levels of a set. Raises CalledProcessError where the extraction fails."""
    return counted(pair_set, articles_of(pair_set)).levels()


def counted(pair_set: PairSet, articles: Articles) -> Count:
    """What `talentx.compare` finds in the articles of a set."""
    count = Count()
    pairs = pairs_of(pair_set.gold)
    years = dict.fromkeys([*pairs, *(_years(articles) if pair_set.all_years else ())])
    for old, new in years:
        count_rows(talentx.compare(articles[old], articles[new]), list(pairs[old, new]), count)
    return count


def articles_of(pair_set: PairSet) -> Articles:
    """The records of `talentx extract` on the articles of a set."""
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder, "records.jsonl")
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "talentx",
            "extract",
            pair_set.articles,
            "-o",
            records,
            "-q",
        ]
        subprocess.run(command, check=True)
        found: Articles = defaultdict(list)
        for record in talentx.read_records(records):
            found[Path(record.document).stem].append(record)
    return found


def pairs_of(path: Path) -> dict[Years, list[Pair]]:
    """The pairs of a file, by their articles."""
    found: dict[Years, list[Pair]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        found[pair["old"], pair["new"]].append(pair)
    return found


def _years(articles: Articles) -> Iterator[Years]:
    """Any two articles, the second one of a later year."""
    year = {stem: (records[0].published or "")[:4] for stem, records in articles.items()}
    for old in sorted(articles):
        yield from ((old, new) for new in sorted(articles) if year[old] < year[new])


def count_rows(rows: list[Row], pairs: list[Pair], count: Count) -> None:
    """Count what the rows of two articles make of their pairs; what is found is taken from `pairs`."""
    for row in rows:
        if row.old is None or row.new is None or row.outcome == "ambiguous":
            continue
        pair = next((pair for pair in pairs if _is_of(pair, row)), None)
        if pair is None:
            count.false += 1
            continue
        pairs.remove(pair)
        if pair.get("doubtful"):
            count.either += 1
            continue
        count.found += 1
        if pair.get("outcome"):
            count.told += 1
            count.right += pair["outcome"] == row.outcome
    count.missed += sum(not pair.get("doubtful") for pair in pairs)


def _is_of(pair: Pair, row: Row) -> bool:
    """Are the figures of the row those of the pair: do they overlap as printed, and stand where it says?"""
    for stated, raw, at in ((row.old, "old_raw", "old_at"), (row.new, "new_raw", "new_at")):
        assert stated is not None
        if pair[raw] not in stated.raw and stated.raw not in pair[raw]:
            return False
        if at in pair and not (stated.start < pair[at] + len(pair[raw]) and pair[at] < stated.end):
            return False
    return True
