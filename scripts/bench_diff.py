#!/usr/bin/env python3
"""How long a comparison of two large record files takes, and how much memory.

    scripts/bench_diff.py [RECORDS]     records a side, 1,000,000 by default

The records are those of seeds/, told again for so many counties with other numbers: of each hundred, some
go, some come, some are told in other words. `talentx diff` runs as a user runs it, its output thrown away.
"""

from __future__ import annotations

import itertools
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_SHARE_GONE, _SHARE_REWORDED = 0.05, 0.02


def main() -> int:
    """Make the files, run the comparison, tell what it took."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.jsonl"), Path(folder, "new.jsonl")
        patterns = _patterns()
        for path, year in ((old, 2022), (new, 2024)):
            with path.open("w", encoding="utf-8") as file:
                for row in _rows(patterns, number, year):
                    file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
            print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB")
        start = time.perf_counter()
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "talentx",
            "diff",
            old,
            new,
            "--format",
            "jsonl",
            "-o",
            "/dev/null",
        ]
        status = subprocess.run(command, check=False).returncode
        took = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
    print(f"{number:,} against {number:,} records: {took:.1f} s, {memory:.2f} GB, exit status {status}")
    return 0 if status == 1 else 1


def _patterns() -> list[dict[str, Any]]:
    """The records of seeds/."""
    command = [sys.executable, "-m", "talentx", "extract", str(ROOT / "seeds"), "--format", "json", "-q"]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    records: list[dict[str, Any]] = json.loads(told, parse_float=Decimal)
    return records


def _rows(patterns: list[dict[str, Any]], number: int, year: int) -> Iterator[dict[str, Any]]:
    """So many records of a year; a county's are told in one document."""
    chance = random.Random(year)  # noqa: S311 - no secret
    sentences = [list(each) for _, each in itertools.groupby(patterns, lambda row: row["sentence"])]
    made = county = 0
    while True:
        county += 1
        for at, sentence in enumerate(sentences):
            if chance.random() < _SHARE_GONE:
                continue
            for row in _told(sentence, f"{county:05}", at, year, chance):
                if made == number:
                    return
                made += 1
                yield row


def _told(
    patterns: list[dict[str, Any]], county: str, at: int, year: int, chance: random.Random
) -> Iterator[dict[str, Any]]:
    """The records of a sentence of seeds/, told of another county with other numbers."""
    text = patterns[0]["sentence"]
    rows = []
    for turn, pattern in enumerate(patterns):
        row = {
            **pattern,
            "id": f"{year % 16:x}{int(county):09x}{at:04x}{turn:02x}",
            "published": f"{year}-09",
        }
        row |= {
            "document": f"{county}/{pattern['document']}",
            "place": f"第{county}县",
            "adcode": f"1{county}",
        }
        if row["value"] is not None and row["kind"] not in ("rank", "share"):
            row["value"] = int(row["value"]) + chance.randrange(10_000)
            raw = f"{row['value']}"
            text = text.replace(row["raw"], raw, 1)
            row |= {"raw": raw, "end": row["start"] + len(raw)}
        rows.append(row)
    if chance.random() < _SHARE_REWORDED:
        text = f"据了解，{text}"
    return ({**row, "sentence": text} for row in rows)


if __name__ == "__main__":
    sys.exit(main())
