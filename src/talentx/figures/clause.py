"""Where the clause begins that a number stands in, and where a sentence begins and ends."""

from __future__ import annotations

import re

_EARLIER = re.compile(r".*[，。；！？\n:：,;]", re.DOTALL)


def clause_start(text: str, floor: int, end: int) -> int:
    """The place behind the last mark in `[floor, end)` that closes a clause; `floor` where there is none."""
    earlier = _EARLIER.match(text, floor, end)
    return earlier.end() if earlier is not None else floor


_SENTENCE_ENDS = "\n。！？"


def opens_sentence(text: str, at: int) -> bool:
    """Does a sentence or line begin at `at`?"""
    return at <= 0 or text[at - 1] in _SENTENCE_ENDS


def ends_sentence(text: str, at: int) -> bool:
    """Does a sentence or line end at `at`, its mark not counted?"""
    return at >= len(text) or text[at] in _SENTENCE_ENDS
