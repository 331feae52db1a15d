"""Slips of the pen that YAML tells of in words of its own, often a line too late."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_KEY = r"[A-Za-z_][A-Za-z0-9_.]*"


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in a line, from 1, at a column, from 1; and what to do."""

    line: int
    column: int
    what: str
    advice: str


_SLIPS: Sequence[tuple[re.Pattern[str], str, str]] = (
    (re.compile(r"^ *(\t)"), "a tab", "indent with blanks"),
    (re.compile(rf"^\s*(?:- )?{_KEY}\s*(：)"), "a full-width ：", "write `: `, a colon and a blank"),
    (re.compile(rf"^\s*(?:- )?{_KEY}(:)[^\s:/]"), "no blank behind the colon", "write `key: value`"),
    (
        re.compile(r":\s+([｛｝［］【】「」“”])"),
        "a full-width bracket or quotation mark",
        "write [ ], { } or quotes",
    ),
    (re.compile(r"^\s*- (\[)[^\]]*\][^\s,]"), "a sentence that begins with [", "put it in quotes"),
    (
        re.compile(r"[\[,]\s*(/)[^/\]]*[\[{,]"),
        "a pattern in a list that holds [ ] { } or ,",
        "put it in quotes",
    ),
    (re.compile(r"[\[{][^\]}\"']*([，；])"), "a full-width comma in a list", "write `, `"),
)


def slip(text: str, line: int) -> Slip | None:
    """The slip in the line, from 1, at which YAML stopped, or in the one before it; None where none is
    known."""
    lines = text.split("\n")
    for number in (line, *_before(lines, line)):
        for pattern, what, advice in _SLIPS:
            found = pattern.search(lines[number - 1]) if 0 < number <= len(lines) else None
            if found is not None:
                return Slip(number, found.start(1) + 1, what, advice)
    return _indented(lines, line)


def _before(lines: Sequence[str], line: int) -> Sequence[int]:
    """The line before that says something."""
    return next(([n] for n in range(line - 1, 0, -1) if n <= len(lines) and lines[n - 1].strip()), [])


def _indented(lines: Sequence[str], line: int) -> Slip | None:
    """A line that begins at no column where a line above it begins."""
    for number in (line, *_before(lines, line)):
        own = _indent(lines[number - 1]) if 0 < number <= len(lines) else None
        above = [_indent(each) for each in lines[max(0, number - 40) : number - 1] if each.strip()]
        if own is not None and above and own < above[-1] and own not in above:
            what = f"indented by {own} blanks, as no line above it"
            return Slip(number, own + 1, what, "indent it like its neighbours")
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
