#!/usr/bin/env python3
"""How common each pair of Chinese characters is in talent reporting: counted over our own texts.

    scripts/make_commonness.py      writes src/talentx/comparison/data/commonness.tsv

The texts are the examples and counterexamples of the shipped rule packs, and seeds/. Run it again when they
have changed much; a comparison only needs the order of magnitude.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from talentx.comparison.wording import grams

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "talentx" / "compare" / "data" / "commonness.tsv"
LEAST = 2
_SENTENCE = re.compile("[\u3400-\u9fff]{4}")
_END = re.compile("[。！？\n]")


def sentences() -> set[str]:
    """Every sentence of our own."""
    found = {
        part
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for part in _END.split(path.read_text("utf-8"))
    }
    for path in sorted((ROOT / "rules").glob("*/*.yaml")):
        found.update(_texts(yaml.safe_load(path.read_text(encoding="utf-8"))))
    return {text for text in found if _SENTENCE.search(text)}


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


def main() -> None:
    """Count, and write the table."""
    texts = sentences()
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(grams(text)))
    rows = sorted((gram, count) for gram, count in counts.items() if count >= LEAST)
    lines = [
        "# made by scripts/make_commonness.py: in how many of our own sentences a pair of characters stands"
    ]
    lines += [f"sentences\t{len(texts)}", *(f"{gram}\t{count}" for gram, count in rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
