"""Where the clause begins that a number stands in."""

from __future__ import annotations

import re

_EARLIER = re.compile(r".*[，。；！？\n:：,;]", re.DOTALL)


def clause_start(text: str, floor: int, end: int) -> int:
    """The place behind the last mark in `[floor, end)` that closes a clause; `floor` where there is none."""
    earlier = _EARLIER.match(text, floor, end)
    return earlier.end() if earlier is not None else floor
