"""Checks of patterns: marks that mean something else beside Chinese, and searches that grow without bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

import regex

from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding
from talentx.meaning.slots import SECONDS
from talentx.packs.types import pattern_of

EXPLOSION = "explosion"
_LENGTH = 4000
"""Characters in a text that a pattern is tried on: no slot gives it more."""
_ESCAPED = re.compile(r"\\(.)|\[(?:\\.|[^\]\\])*\]", re.DOTALL)
_LETTER = re.compile(r"\\(.)|([^\\\[\](){}?*+.|^$])")
_RUNS = re.compile(r"(?:\\[^\w\s]|(?<!\\)[^\\\[\](){}?*+.|^$\s])+")
_CLASSES = {"d": "1", "w": "a", "s": " ", "S": "人", "D": "人", "W": "，"}
_ANYTHING = "人1a "
_MOST_LETTERS = 8
_TAILS = ("", "\0")


def boundaries(bench: Bench) -> Iterator[Finding]:
    r"""\b and \B in a pattern: Chinese characters are word characters, so 引进AI人才 has none around AI."""
    for where, pattern in _patterns(bench):
        marks = [found[1] for found in _ESCAPED.finditer(pattern) if found[1] in ("b", "B")]
        if marks:
            what = rf"\{marks[0]} sees no edge beside a Chinese character"
            yield Finding(
                "boundary", where, what, "name what may stand there, as in (?<![0-9A-Za-z])AI(?![0-9A-Za-z])"
            )


def explosions(bench: Bench) -> Iterator[Finding]:
    """Patterns that take more than a second on a text made for them, of the length that a section may
    have."""
    for where, pattern in _patterns(bench):
        text = _slow_text(pattern)
        if text is not None:
            shown = text if len(text) <= 12 else f"{text[:12]}…"
            what = f"/{pattern}/ takes more than {SECONDS:g} s on {_LENGTH} characters like {shown!r}"
            yield Finding(EXPLOSION, where, what, "write it without repetition inside repetition")


def _slow_text(pattern: str) -> str | None:
    """A text on which the search does not end in time, None where none was found."""
    compiled = regex.compile(pattern)
    for text in _texts(pattern):
        try:
            compiled.search(text, timeout=SECONDS)
        except (TimeoutError, MemoryError):
            return text
    return None


def _texts(pattern: str) -> Iterator[str]:
    """Texts that repeat the characters of the pattern, alone and in pairs, after each of its literal runs."""
    letters = list(dict.fromkeys([*_letters(pattern), *_ANYTHING]))[:_MOST_LETTERS]
    runs = [re.sub(r"\\(.)", r"\1", run) for run in _RUNS.findall(pattern)]
    units = [*letters, *("".join(pair) for pair in permutations(letters, 2)), *(run for run in runs if run)]
    for head in dict.fromkeys(["", *runs[:4]]):
        for unit in dict.fromkeys(units):
            for tail in _TAILS:
                yield head + unit * (_LENGTH // len(unit)) + tail


def _letters(pattern: str) -> Iterator[str]:
    for found in _LETTER.finditer(pattern):
        escaped, plain = found.groups()
        if plain or escaped in _CLASSES or not escaped.isalnum():
            yield plain or _CLASSES.get(escaped, escaped)


def _patterns(bench: Bench) -> Iterator[tuple[str, str]]:
    for placed in bench.own:
        for _, word, where in placed.words():
            pattern = pattern_of(word)
            if pattern is not None:
                yield where, pattern
