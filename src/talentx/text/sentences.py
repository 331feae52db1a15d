"""Sentences and clauses."""

from __future__ import annotations

import re

from talentx.text.lines import CLOSERS

_SENTENCE_END = re.compile(f"[。！？!?]+[{CLOSERS}]*")
_GOES_ON = tuple("，、；：的")
_CLAUSE_END = re.compile(f"(?:[，；。！？：;!?]|[,:](?![0-9])|(?<![0-9])[,:])[{CLOSERS}]*")
_BRACKETS = {"（": "）", "(": ")", "《": "》", "【": "】", "[": "]"}
_BRACKET = re.compile("[（）()《》【】\\[\\]]")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The half-open spans of the sentences of `text[start:end]`, their end marks and closing quotes included.

    No sentence ends inside 《》, or where it goes on after the closing quote (“好！”的口碑).
    """
    titles = [span for span in _bracketed(text, start, end) if text[span[0]] == "《"]
    ends = [
        mark.end()
        for mark in _SENTENCE_END.finditer(text, start, end)
        if not text.startswith(_GOES_ON, mark.end())
    ]
    return [
        _stripped(text, *span) for span in _parted(ends, titles, start, end) if text[slice(*span)].strip()
    ]


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The half-open spans of the clauses of `text[start:end]`, without gaps, their end marks included.

    Clauses end at ，；：。！？ and their half-width forms, but not inside brackets or numbers (1,100; 9:30).
    """
    ends = [mark.end() for mark in _CLAUSE_END.finditer(text, start, end)]
    return _parted(ends, _bracketed(text, start, end), start, end)


def _parted(ends: list[int], closed: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """`[start, end)` parted at the ends that do not fall inside a closed span; both lists in text order."""
    found = []
    first = start
    spans = iter(closed)
    span = next(spans, None)
    for last in [*ends, end]:
        while span is not None and span[1] < last:
            span = next(spans, None)
        if span is not None and span[0] < last < span[1]:
            continue
        if first < last:
            found.append((first, last))
            first = last
    return found


def _bracketed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the outermost brackets that close, the brackets included."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for bracket in _BRACKET.finditer(text, start, end):
        mark = bracket[0]
        if mark in _BRACKETS:
            opened.append((_BRACKETS[mark], bracket.start()))
        elif opened and opened[-1][0] == mark:
            first = opened.pop()[1]
            while found and found[-1][0] > first:
                found.pop()
            found.append((first, bracket.end()))
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks at its ends."""
    bare = text[start:end]
    return start + len(bare) - len(bare.lstrip()), end - len(bare) + len(bare.rstrip())
