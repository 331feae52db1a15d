"""What is no figure: digits of names, titles, codes, addresses, clock times, list numbers and idioms.

`spans` gives the stretches that are closed to figures as a whole (titles, short quotations); `idiom` and `code` judge
the surroundings of one numeral.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentx.figures.numerals import DIGITS, Numeral
from talentx.figures.tables import words

_CLOSED = re.compile(
    r"《[^《》\n]{1,80}》"
    r"|“[^“”，。！？；：,!?;\n]{1,14}”|‘[^‘’，。！？；：,!?;\n]{1,14}’|「[^「」，。！？；：,!?;\n]{1,14}」"
)
"""Titles, and quotations too short to be speech: names and slogans, whose digits state nothing."""

_SESSION = re.compile(
    r"[一二三四五六七八九十]{1,3}(?:届(?=[一二三四五六七八九十]{1,3}[中次]|全国|人大|政协|省委|市委|区委|县委|中央)|次(?:全体)?(?:会议|全会)|中全会)"
)
"""The names of party congresses, plenums and sessions: 十一届三中全会, 五次会议."""

_NUMERIC = frozenset(DIGITS) | frozenset("十百千万亿兆半几数0123456789")


def _idioms() -> dict[tuple[int, int], frozenset[str]]:
    """(place of the first numeral character, length) -> the idioms of that shape."""
    shapes: dict[tuple[int, int], set[str]] = {}
    for word in words("idioms.txt"):
        for place, character in enumerate(word):
            if character in _NUMERIC:
                shapes.setdefault((place, len(word)), set()).add(word)
    return {shape: frozenset(members) for shape, members in shapes.items()}


_IDIOMS = _idioms()
_SHAPES = tuple(sorted(_IDIOMS.items()))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in which no number counts, in text order."""
    for found in _CLOSED.finditer(text):
        yield found.span()


def idiom(text: str, start: int) -> int | None:
    """The end of the fixed expression that has a numeral character at `start`, or None."""
    session = _SESSION.match(text, start)
    if session is not None:
        return session.end()
    for (place, length), members in _SHAPES:
        begin = start - place
        if begin >= 0 and text[begin : begin + length] in members:
            return begin + length
    return None


_ASCII_TAIL = re.compile(r"[A-Za-z0-9_@./:+&=?%#~\\-]*$")
_LIST_HEAD = re.compile(r"(?:^|[\n。；：:;！？])[ \t\u3000]*$")
_LETTER = re.compile(r"[A-Za-z]")
_NAME_HEAD = re.compile(
    r"[ ]?(?:计划|工程|行动|办(?!公|理|法|事|学|好)|高校|院校|国道|省道|县道|号|楼|室|弄|巷|街|路|线|版|页|章|时(?!间)|点(?!多)|世纪|环|班机"
    r"|热线|平台|战略|模式|体系|机制|新政|栋\d|学院|集团|资本|智库|医院|中学|小学|大学|大会|论坛|峰会|年|月|日)"
)


def code(text: str, numeral: Numeral, counted: bool) -> bool:
    """Whether a numeral is part of a code, name or notation; `counted` says that it has a unit or a currency."""
    start = numeral.start
    before = text[start - 1] if start else ""
    following = text[numeral.end] if numeral.end < len(text) else ""
    if before and before in ":：∶·+×xX*./-_@#—–~&=" and _joined(text, start, before, counted):
        return True
    if following and following in ":：∶·+×xX*._@" and _runs_on(text, numeral.end, following):
        return True
    if counted:
        return False
    if (before and before.isascii() and before.isalpha()) or (following.isascii() and following.isalpha()):
        return True
    return numeral.arabic and _bare_code(text, numeral, before, following)


def _joined(text: str, start: int, before: str, counted: bool) -> bool:
    """Whether the sign left of the numeral ties it to something that is no quantity."""
    left = text[start - 2] if start > 1 else ""
    if before in ":：∶·×xX*":
        return left.isascii() and left.isdigit()
    if before == "+":
        return left.isascii() and left.isalnum()
    if before == ".":
        return left.isascii() and left.isalnum()
    if before in "—–~":
        return False
    tail = _ASCII_TAIL.search(text, max(0, start - 40), start)
    return tail is not None and _LETTER.search(tail[0]) is not None


def _runs_on(text: str, end: int, following: str) -> bool:
    right = text[end + 1] if end + 1 < len(text) else ""
    if following in "_@":
        return True
    if following == "+":
        return right.isascii() and right.isalnum()
    return right.isascii() and right.isdigit()


def _bare_code(text: str, numeral: Numeral, before: str, following: str) -> bool:
    """An Arabic number without a unit that is a year, a code, a list number or part of a name."""
    digits = text[numeral.start : numeral.end]
    if digits.isdigit():
        if len(digits) >= 7 or (len(digits) > 1 and digits[0] == "0"):
            return True
        if len(digits) == 4 and digits[:2] in ("18", "19", "20"):
            return True
    if (before and before in "〔[(（【#") or (following and following in "〕]】"):
        return True
    if _NAME_HEAD.match(text, numeral.end) is not None:
        return True
    if following and following in ".．、)）" and len(digits) <= 2:
        right = text[numeral.end + 1 : numeral.end + 2]
        if right.isascii() and right.isdigit() and following == "、":
            return numeral.start == 0 or text[numeral.start - 1] == "\n"
        return _LIST_HEAD.search(text, max(0, numeral.start - 6), numeral.start) is not None
    return False
