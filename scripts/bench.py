#!/usr/bin/env python3
"""The benchmark of `talentx.scan`: characters a second on ordinary text, and time for texts made to be hard.

    scripts/bench.py [FILE]     FILE is any Chinese text in UTF-8; without it, one made of the project's seeds

Machines differ, so the rate stands beside that of one pass of Python's `re` over the same text for digits.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from talentx import scan

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = "2024-09-10"
MILLION = 1_000_000
UNITS = ("一", "亿", "0", "〇", "（", "第", "9月", "“")


def seconds(work: Callable[[], object], times: int) -> float:
    """The shortest of so many runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def ordinary(text: str) -> None:
    """The rate on a text, first and warm, beside that of a pass for digits."""
    first = seconds(partial(scan, text, PUBLISHED), 1)
    warm = seconds(partial(scan, text, PUBLISHED), 7)
    digits = seconds(lambda: re.findall(r"\d+", text), 7)
    rate = len(text) / warm / MILLION
    print(f"{len(text):,} characters, {len(scan(text, PUBLISHED)):,} figures")
    cold = len(text) / first / MILLION
    print(f"scan: {rate:.2f} million characters a second ({cold:.2f} at the first call)")
    print(f"re, digits: {len(text) / digits / MILLION:.0f} million; ratio {warm / digits:.0f}")


def hard() -> None:
    """A million times a character that might begin something, and a million of them at random."""
    chosen = random.Random(1)  # noqa: S311 - the same text in every run, no secret
    texts = {unit: unit * MILLION for unit in UNITS}
    texts["mixed"] = "".join(chosen.choice(UNITS) for _ in range(MILLION))
    for name, text in texts.items():
        print(f"{name} × {MILLION:,}: {seconds(partial(scan, text, PUBLISHED), 1):.2f} s")


def main() -> None:
    """Run the benchmark and print what it measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, help="any Chinese text in UTF-8")
    asked = parser.parse_args().file
    files = [asked] if asked else sorted((ROOT / "seeds").glob("*.txt"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    ordinary(text if asked else text * (200_000 // len(text) + 1))
    hard()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB")


if __name__ == "__main__":
    main()
