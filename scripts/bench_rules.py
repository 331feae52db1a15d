#!/usr/bin/env python3
"""The benchmark of rules: how long a pack takes to load, and what a thousand rules cost beside a hundred.

    scripts/bench_rules.py

Three sorts of rules are added to the talent pack: each with a noun of its own, each with words of its own in
the clause, and copies of the talent pack's, which hold wherever those do. Times are the shortest of a few
runs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import seconds

from talentx.packs.book import read_book
from talentx.packs.folders import folders
from talentx.packs.location import shipped, shipped_names
from talentx.pipeline import Extractor

ROOT = Path(__file__).resolve().parents[1]
LOAD = """
import sys, time
from pathlib import Path
from talentx.meaning.decide import Rulebook
from talentx.packs.pack import load_pack
start = time.perf_counter()
Rulebook(load_pack(Path(sys.argv[1])))
print(time.perf_counter() - start)
"""


def load_seconds(pack: Path, cache: str) -> float:
    """Seconds to load and compile a pack in a new process. `cache`: its folder, empty for none."""
    command = [sys.executable, "-c", LOAD, str(pack)]
    env = {**os.environ, "TALENTX_CACHE_DIR": cache}
    done = subprocess.run(command, env=env, check=True, capture_output=True, encoding="utf-8")
    return float(done.stdout)


def loading() -> None:
    """Each of talentx's own packs, read anew and from the cache."""
    with tempfile.TemporaryDirectory() as cache:
        for name in shipped_names():
            read = min(load_seconds(shipped(name), "") for _ in range(3))
            load_seconds(shipped(name), cache)
            kept = min(load_seconds(shipped(name), cache) for _ in range(5))
            rules = len(read_book(folders([shipped(name)])).rules)
            print(f"load {name}: {rules} rules, {kept:.3f} s from the cache, {read:.3f} s without")


def by_noun(number: int) -> dict[str, Any]:
    """A rule with a noun of its own."""
    return {"when": {"figure": "number", "noun": f"名词{number}"}, "then": {"kind": "count"}}


def by_clause(number: int) -> dict[str, Any]:
    """A rule with words of its own, one of which begins like a common word."""
    words = [f"词语{number}", f"人才引进{number}"]
    return {
        "when": {"figure": "number", "unit": ["个", "人", "家"], "clause": words},
        "then": {"kind": "count"},
    }


def copies() -> Callable[[int], dict[str, Any]]:
    """Copies of the talent pack's own rules, in turn."""
    own = [placed.rule for placed in read_book(folders([shipped("talent")])).own()]

    def copy(number: int) -> dict[str, Any]:
        kept = {"when", "unless", "then", "priority"}
        return own[number % len(own)].model_dump(include=kept, exclude_defaults=True)

    return copy


@contextmanager
def pack_of(count: int, rule: Callable[[int], dict[str, Any]]) -> Iterator[Path]:
    """A pack that adds so many rules to the talent pack."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        manifest = {"name": "bench", "version": "1", "description": "many rules", "extends": "talentx/talent"}
        rules = [{"id": f"bench.{n}", **rule(n), "examples": ["[3个]"]} for n in range(count)]
        (folder / "pack.yaml").write_text(json.dumps(manifest), encoding="utf-8")
        (folder / "rules.yaml").write_text(json.dumps({"rules": rules}, ensure_ascii=False), encoding="utf-8")
        yield folder


def extracting(pack: Path, texts: list[str]) -> float:
    """Seconds to extract the texts."""
    extractor = Extractor([pack])
    return seconds(lambda: [extractor.extract(text, document="-", published="2024-09") for text in texts], 5)


def many(texts: list[str]) -> None:
    """A thousand rules beside a hundred, a character."""
    characters = sum(map(len, texts))
    for name, rule in (("a noun each", by_noun), ("words each", by_clause), ("copies", copies())):
        taken = []
        for count in (100, 1000):
            with pack_of(count, rule) as folder:
                taken.append(extracting(folder, texts))
        hundred, thousand = (each / characters * 1e6 for each in taken)
        told = f"100 rules {hundred:.1f} µs a character, 1000 rules {thousand:.1f}"
        print(f"{name}: {told}, ratio {thousand / hundred:.2f}")


def main() -> None:
    """Run the benchmark and print what it measured."""
    start = time.perf_counter()
    loading()
    many([path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))])
    print(f"{time.perf_counter() - start:.0f} s in all")


if __name__ == "__main__":
    main()
