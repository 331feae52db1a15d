"""Sentences and clauses."""

from __future__ import annotations

import re

from talentx.text.lines import CLOSERS

_SENTENCE_END = re.compile(f"[。！？!?]+[{CLOSERS}]*")
_GOES_ON = tuple("，、；：的")
_CLAUSE_END = re.compile(f"(?:[，；。！？：;!?]|[,:](?![0-9])|(?<![0-9])[,:])[{CLOSERS}]*")
Span = tuple[int, int]

_BRACKETS = {"（": "）", "(": ")", "《": "》", "【": "】", "[": "]"}
_BRACKET = re.compile("[（）()《》【】\\[\\]]")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The half-open spans of the sentences of `text[start:end]`, their end marks and closing quotes included.

    No sentence ends inside 《》, or where it goes on after the closing quote (“好！”的口碑).
    """
    marks = [mark.span() for mark in _SENTENCE_END.finditer(text, start, end)]
    titles = [span for span in _bracketed(text, start, end) if text[span[0]] == "《"] if marks else []
    marks = [mark for mark in marks if not text.startswith(_GOES_ON, mark[1])]
    spans = (_stripped(text, first, last) for first, last in _parted(marks, titles, start, end))
    return [(first, last) for first, last in spans if first < last]


def clauses(text: str, start: int, end: int) -> list[Span]:
    """The half-open spans of the clauses of `text[start:end]`, without gaps, their end marks included.

    Clauses end at ，；：。！？ and their half-width forms, but not inside brackets or numbers (1,100; 9:30).
    """
    marks = [mark.span() for mark in _CLAUSE_END.finditer(text, start, end)]
    return _parted(marks, _bracketed(text, start, end), start, end)


def _parted(marks: list[Span], closed: list[Span], start: int, end: int) -> list[Span]:
    """`[start, end)` parted after the marks that stand in no closed span; marks and spans in text order."""
    found = []
    first = start
    spans = iter(closed)
    span = next(spans, None)
    for mark, last in [*marks, (end, end)]:
        while span is not None and span[1] <= mark:
            span = next(spans, None)
        if first < last and (span is None or mark < span[0]):
            found.append((first, last))
            first = last
    return found


def _bracketed(text: str, start: int, end: int) -> list[Span]:
    """The spans of the outermost brackets that close, the brackets included."""
    found: list[Span] = []
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


def _stripped(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its ends."""
    bare = text[start:end]
    return start + len(bare) - len(bare.lstrip()), end - len(bare) + len(bare.rstrip())
