"""Classes that exclude each other: degrees, sexes, … of `data/classes.txt`, and ages by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

_OLDEST = 999
_ABOVE = re.compile("(?:学历|学位|职称)?[及或含]?以上")
_BELOW = re.compile("(?:学历|学位|职称)?[及或含]?以下")
_AGE = re.compile(
    r"(?P<low>\d{1,3})(?:周?岁)?[至到~～—-]{1,2}(?P<high>\d{1,3})周?岁"
    r"|(?P<age>\d{1,3})周?岁(?P<incl>[及含]?)以?(?P<side>[上下])"
)


class Class(NamedTuple):
    """A class in its text, `end` behind its last character: the ranks `first` to `last` of its whole."""

    first: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Whole:
    """Words of classes with their ranks; `ordered`: 以上 and 以下 take in those above and below."""

    words: re.Pattern[str]
    ranks: dict[str, int]
    ordered: bool

    def find(self, text: str) -> list[Class]:
        """The classes named in a text, in its order."""
        return [self._class(text, found) for found in self.words.finditer(text)]

    def _class(self, text: str, found: re.Match[str]) -> Class:
        rank = self.ranks[found[0]]
        if self.ordered and (above := _ABOVE.match(text, found.end())):
            return Class(0, rank, above.end())
        if self.ordered and (below := _BELOW.match(text, found.end())):
            return Class(rank, max(self.ranks.values()), below.end())
        return Class(rank, rank, found.end())


class Ages:
    """Classes by age: 35岁以下, 36至45岁, 46岁以上."""

    def find(self, text: str) -> list[Class]:
        """The classes named in a text, in its order."""
        return [_age_class(found) for found in _AGE.finditer(text)]


@cache
def wholes() -> tuple[Whole | Ages, ...]:
    """All that is known to fall into classes."""
    lines = Path(__file__).with_name("data").joinpath("classes.txt").read_text(encoding="utf-8").splitlines()
    return (*(_whole(line) for line in lines if line and not line.startswith("#")), Ages())


@cache
def any_class() -> re.Pattern[str]:
    """A pattern of every word that names a class."""
    return _alternatives(word for whole in wholes() if isinstance(whole, Whole) for word in whole.ranks)


def _whole(line: str) -> Whole:
    ordered = line.startswith("< ")
    groups = line.removeprefix("< ").split()
    ranks = {word: rank for rank, group in enumerate(groups) for word in group.split("|")}
    return Whole(_alternatives(ranks), ranks, ordered)


def _alternatives(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(set(words), key=lambda word: (-len(word), word))))


def _age_class(found: re.Match[str]) -> Class:
    if found["low"]:
        return Class(int(found["low"]), int(found["high"]), found.end())
    age = int(found["age"])
    if found["side"] == "上":
        return Class(age, _OLDEST, found.end())
    return Class(0, age if found["incl"] else age - 1, found.end())
