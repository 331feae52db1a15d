"""The sentence that proves a figure, with the figure marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from talentx.compare.model import Stated

_NUMERAL = re.compile(r"[\d.,．，零〇一二两三四五六七八九十百千万亿]")


class Piece(NamedTuple):
    """A piece of a sentence; `figure`: is it one of the figures asked for?"""

    text: str
    figure: bool


def printed(stated: Stated) -> str:
    """A figure as it is printed, on one line."""
    return "".join(stated.raw.split())


def where(stated: Stated) -> str:
    """The document, and the place and time of the figure: a.txt (杭州市, 2024-09)."""
    told = ", ".join(part for part in (stated.place, stated.time or stated.published) if part)
    return f"{stated.document} ({told})" if told else stated.document


def marked(sentence: str, *raws: str) -> list[Piece]:
    """The sentence in pieces, each place where one of the figures stands told from the rest.

    A record does not say where in its sentence it stands: what is printed twice is marked twice, but for 3个
    in 13个.
    """
    pieces = []
    done = 0
    for start, end in sorted({span for raw in raws for span in _spans(sentence, raw)}):
        if start < done:
            continue
        if start > done:
            pieces.append(Piece(sentence[done:start], figure=False))
        pieces.append(Piece(sentence[start:end], figure=True))
        done = end
    if done < len(sentence):
        pieces.append(Piece(sentence[done:], figure=False))
    return pieces


def _spans(sentence: str, raw: str) -> list[tuple[int, int]]:
    """Where the figure stands in its sentence, in which the line breaks of the text are repaired."""
    found = list(_found(sentence, raw))
    if not found:
        bare = r"\s*".join(map(re.escape, "".join(raw.split())))
        found = [match.span() for match in re.finditer(bare, sentence)] if bare else []
    whole = [span for span in found if not _is_cut(sentence, *span)]
    return whole or found


def _found(sentence: str, raw: str) -> Iterator[tuple[int, int]]:
    start = sentence.find(raw)
    while start >= 0:
        yield start, start + len(raw)
        start = sentence.find(raw, start + len(raw))


def _is_cut(sentence: str, start: int, end: int) -> bool:
    """Does the number go on at either side?"""
    return any(
        place > 0 and _NUMERAL.match(sentence, place - 1) and _NUMERAL.match(sentence, place)
        for place in (start, end)
    )
