"""What each reason why a number is no figure means, in a sentence; and how words are quoted in one."""

from __future__ import annotations

from collections.abc import Mapping

from talentx.figures.refusals import Reason

_LONGEST = 60
"""Characters of a quotation in a sentence; what is longer is quoted from its ends."""

REASONS: Mapping[Reason, str] = {
    "noise": "is no text: a terminal's colour, or a row of digits without end",
    "title": "stands in a title 《…》, whose numbers state nothing",
    "quotation": "stands in a short quotation, which is a name or slogan",
    "before Christ": "is a year before the first, which no date has here",
    "telephone": "is a telephone number",
    "address": "stands in an address of the net",
    "no numeral": "begins no numeral: what follows does not go on from it",
    "idiom": "stands in a fixed expression, which counts nothing",
    "too long": "is a row of digits too long to be an amount",
    "part of a row": "closes a row of digits that is no numeral",
    "ordinal name": "stands behind 第 in a name or label, which is no rank",
    "unit": "makes, with what stands behind it, a date, a word or a name and no amount",
    "half a word": "is part of a word",
    "no unit": "has no unit: so small a number in Chinese digits states nothing alone",
    "runs into a name": "runs into a title or quotation",
    "section number": "only numbers a section",
    "qualifier": "only says who is counted (an age), and states nothing of them",
    "overlapped": "overlaps a figure that goes before it",
    "no date": "is no date: there is none of that number, or it is written as none",
    "notation": "is part of a code, score, clock time or version, by the sign beside it",
    "word": "is part of a word with Latin letters",
    "score": "is a score",
    "wrong date": "is written as a date that does not exist",
    "label": "is a label or code of the word before it",
    "name": "is part of a name, address or label, by the word behind it",
    "long number": "is a code: too many digits without a unit, or a leading zero",
    "year": "is a year standing alone, without 年",
    "brackets": "stands in brackets as a document's or list's number",
    "list number": "numbers an item of a list",
}


def clipped(words: str) -> str:
    """The words, or what they begin and end with."""
    half = _LONGEST // 2
    return words if len(words) <= _LONGEST else f"{words[:half]}…{words[-half:]}"


def quoted(words: str) -> str:
    """The words between quotation marks."""
    own = words.startswith("“") and words.endswith("”")
    return clipped(words) if own else f"“{clipped(words)}”"
