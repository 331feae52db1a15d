"""Figures looked up by keys: a column of numbers a key, a place a figure."""

from __future__ import annotations

from array import array
from collections.abc import Sequence, Set
from typing import TypeAlias

Column: TypeAlias = "array[int]"
"""The key of each figure of a side, 64 bits of a digest."""
Places: TypeAlias = dict[int, list[int]]
"""Of a key: the figures that have it."""
NONE = 0
"""In place of a key, for a figure that says too little for it."""


def places_of(keys: Column, places: Sequence[int], wanted: Set[int]) -> Places:
    """Those of the places that have each of the keys wanted, in their order."""
    found: Places = {}
    for at in places if wanted else ():
        key = keys[at]
        if key in wanted:
            found.setdefault(key, []).append(at)
    return found
