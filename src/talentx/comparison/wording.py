"""The words around a figure: pairs of characters, which weigh more the nearer they stand and the rarer.

Pairs of characters and not words: 人才专项租赁住房 and 人才专项租赁房 share six of them, whichever way they
are cut into words, and they take no dictionary.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

_NUMBERS = re.compile(
    r"[0-9０-９][0-9０-９.,，％%]*|第?[〇零一二两三四五六七八九十百千万亿]+(?=[个名位家项条场届次年月日元人种大方万亿余多])"
)
_HAN = re.compile("[\u3400-\u9fff]+")
_LATIN = re.compile("[A-Za-z]{2,}")
_PARTS = re.compile("[，。；：？！,;:]")
_MEMBERS = re.compile("(?:[^，。；：、]{2,16}、){1,12}[^，。；：、]{2,16}等$")
"""The members of a list that stand before its count: 英国、法国、挪威等19国. They are not what is counted."""
_BEFORE = (1.0, 0.6, 0.35)
_AFTER = (1.0, 0.4, 0.2)
_FAR = 0.12
_MORE = 20
"""Sentences that are thought to stand beside those of the two sides: few tell little of what is rare."""


def grams(text: str) -> list[str]:
    """The pairs of Chinese characters of a text, and its words in Latin letters; numbers part them."""
    bare = _NUMBERS.sub(" ", text)
    pairs = [run[at : at + 2] for run in _HAN.findall(bare) for at in range(len(run) - 1)]
    return pairs + [word.lower() for word in _LATIN.findall(bare)]


def around(before: str, after: str) -> tuple[dict[str, float], dict[str, float]]:
    """The pairs around a figure, weighed by nearness: those of its own part of the sentence, and all."""
    before = _MEMBERS.sub("等", before)
    own: dict[str, float] = {}
    every: dict[str, float] = {}
    for weights, parts in ((_BEFORE, _PARTS.split(before)[::-1]), (_AFTER, _PARTS.split(after))):
        for at, part in enumerate(parts):
            weight = weights[at] if at < len(weights) else _FAR
            for gram in grams(part):
                if every.get(gram, 0.0) < weight:
                    every[gram] = weight
                if at == 0:
                    own[gram] = 1.0
    return own, every


def runs(text: str, shared: Collection[str]) -> list[str]:
    """The longest pieces of a text of which every pair of characters is shared."""
    found, start = [], 0
    for at in range(1, len(text) + 1):
        if at == len(text) or text[at - 1 : at + 1] not in shared:
            if at - start >= 2:
                found.append(text[start:at])
            start = at
    return found


class Rarity:
    """How much a pair of characters says: little where every text of talent, or these sentences, have it."""

    def __init__(self, sentences: Iterable[str]) -> None:
        """`sentences`: those of both sides, each once."""
        counts: Counter[str] = Counter()
        number = 0
        for sentence in sentences:
            number += 1
            counts.update(set(grams(sentence)))
        self._counts = counts
        self._number = number + _MORE
        self._known: dict[str, float] = {}

    def of(self, gram: str) -> float:
        """From 0 to about 1."""
        found = self._known.get(gram)
        if found is None:
            here = math.log(self._number / max(1, self._counts[gram])) / math.log(self._number)
            found = self._known[gram] = rarity_in_general(gram) * min(1.0, here + 0.15)
        return found


def rarity_in_general(gram: str) -> float:
    """How rare a pair is in talent reporting at large, from 0 to 1."""
    number, counts = _commonness()
    return math.log((number + 1) / (counts.get(gram, 0) + 1)) / math.log(number + 1)


@cache
def _commonness() -> tuple[int, dict[str, int]]:
    """How many sentences were counted, and in how many of them each pair stands."""
    data = files("talentx.comparison").joinpath("data", "commonness.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in data.splitlines() if not line.startswith("#")]
    return int(rows[0][1]), {gram: int(count) for gram, count in rows[1:]}
