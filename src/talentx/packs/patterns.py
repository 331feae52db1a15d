"""Regular expressions of packs, kept to a size at which compiling one costs nothing."""

from __future__ import annotations

import re

import regex

MOST_CHARACTERS = 1000
MOST_STEPS = 10_000
"""How many single steps a pattern comes to when its counted repetitions are written out."""
_DEEPEST = 50
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?[:=!<>P]*|.", re.DOTALL)
_COUNT = re.compile(r"\{(?:[0-9]*,)?([0-9]+)\}")


def fault(pattern: str) -> str | None:
    """What is wrong with a pattern, and what to do; None for one that compiles."""
    if len(pattern) > MOST_CHARACTERS:
        return f"is longer than {MOST_CHARACTERS} characters; split it"
    depth, steps = _size(pattern)
    if depth > _DEEPEST or steps > MOST_STEPS:
        return "repeats or nests too much; count less, and only once"
    try:
        regex.compile(pattern)
    except (regex.error, OverflowError, RecursionError) as error:
        return f"is no pattern: {error}; mend it, or write the words out"
    return None


def _size(pattern: str) -> tuple[int, int]:
    """How deep its groups nest, and how many steps it comes to."""
    sums, last, deepest = [0], 0, 0
    at = 0
    while at < len(pattern):
        count = _COUNT.match(pattern, at)
        if count is not None:
            sums[-1] += last * max(0, int(count[1][:9]) - 1)
            last *= max(1, int(count[1][:9]))
            at = count.end()
            continue
        token = _TOKEN.match(pattern, at)
        assert token is not None
        if token[0].startswith("("):
            sums.append(0)
            deepest = max(deepest, len(sums) - 1)
        elif token[0] == ")" and len(sums) > 1:
            last = max(1, sums.pop())
            sums[-1] += last
        else:
            last = 1
            sums[-1] += 1
        at = token.end()
    return deepest, sum(sums)
