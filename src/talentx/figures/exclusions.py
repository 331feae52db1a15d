"""What is no figure: digits of names, titles, codes, addresses, clock times, list numbers and idioms.

`spans` gives the stretches that are closed to figures as a whole (titles, short quotations);
`idiom` and `code` judge the surroundings of one numeral, `code` by the name of what it is part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from talentx.figures import units
from talentx.figures.clause import opens_sentence
from talentx.figures.digits import DIGITS
from talentx.figures.numerals import Numeral
from talentx.figures.tables import words

Code = Literal[
    "notation",
    "word",
    "score",
    "wrong date",
    "label",
    "name",
    "long number",
    "year",
    "brackets",
    "list number",
]
"""What a numeral is part of that is no quantity: `notation` 3.2.1; `word` iPhone15; `name` 5050计划."""

_CLOSED = re.compile(
    r"《[^《》\n。！？]{1,80}》"
    r"|“[^“”，。！？；：,!?;\n]{1,14}”|‘[^‘’，。！？；：,!?;\n]{1,14}’|「[^「」，。！？；：,!?;\n]{1,14}」"
)
"""Titles, and quotations too short to be speech: names and slogans, whose digits state nothing."""

_ESCAPE = re.compile(r"\x1b(?:\[[0-9;]{0,20}[A-Za-z]?)?")
"""A terminal's sequence for a colour, whole or cut off."""
_ROW = 120
_ENDLESS = re.compile(
    rf"[0-9〇零○一二两三四五六七八九十百千万亿兆几多余半第年月日号季周天元个（(“‘《\"']{{{_ROW},}}"
)
"""So many characters of numbers and dates in a row, with no mark or other word between, are no text."""
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|ftp://)[^\s\u2010-\u2027\u3000-\u9fff，。；、）！？]+|[\w.+-]{1,40}@[A-Za-z0-9-]{1,40}\.[A-Za-z.]{2,20}",
    re.ASCII,
)
"""Addresses of the net."""
_TELEPHONE = re.compile(r"[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}")
_BEFORE_CHRIST = re.compile("公元前[^，。；！？\n]{1,6}?(?:年代?|世纪)[初末]?")
"""EDTF as it is written here has no years before the first."""
_TITLE = re.compile(r" ?[\u4e00-\u9fff]")
_NUMBERED = re.compile(r"/\d{1,3}[A-JL-VX-Z](?![A-Za-z])")
"""4/5G: the letter makes a name of both; K and W are scales."""
_MIXED = re.compile(r"[0-9][A-Za-z]+\Z")

_SESSION = re.compile(
    r"[一二三四五六七八九十]{1,3}(?:届(?=[一二三四五六七八九十]{1,3}[中次]|全国|人大|政协|[省市区县]委|中央)"
    r"|次(?:全体)?(?:会议|全会)|中全会)"
)
"""The names of party congresses, plenums and sessions: 十一届三中全会, 五次会议."""

_SESSION_FIRST = frozenset("一二三四五六七八九十")
_SESSION_MARKS = frozenset("届次中")
_NUMERIC = frozenset(DIGITS) | frozenset("十百千万亿兆半几数0123456789")


def _idioms() -> dict[str, tuple[tuple[int, str], ...]]:
    """(place of a numeral, idiom) by the numeral and its next character, or its last one at the end."""
    table: dict[str, list[tuple[int, str]]] = {}
    for word in words("idioms.txt"):
        for place, character in enumerate(word):
            if character in _NUMERIC:
                pair = word[place : place + 2] if place + 1 < len(word) else word[place - 1 : place + 1]
                table.setdefault(pair, []).append((place, word))
    return {pair: tuple(sorted(entries, key=lambda entry: -len(entry[1]))) for pair, entries in table.items()}


_IDIOMS = _idioms()


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in which no number counts, in text order."""
    for found in _CLOSED.finditer(text):
        yield found.span()
    if "公元前" in text:
        for found in _BEFORE_CHRIST.finditer(text):
            yield found.span()
    if "-" in text:
        for found in _TELEPHONE.finditer(text):
            yield found.span()
    if "@" in text or "://" in text or "www." in text:
        for found in _ADDRESS.finditer(text):
            yield found.span()


def without_noise(text: str) -> str:
    """The text with line ends in place of escape sequences and endless rows, of the same length."""
    if "\x1b" in text:
        text = _ESCAPE.sub(_blanked, text)
    return _ENDLESS.sub(_blanked, text) if len(text) >= _ROW else text


def _blanked(found: re.Match[str]) -> str:
    return "\n" * len(found[0])


def numbers_a_section(text: str, numeral: Numeral, floor: int) -> bool:
    """Whether a decimal only numbers a section: it opens a line, or stands right behind a quantity.

    `floor` is the end of the quantity before: in 投资30万元2.3本项目 the second number is of the next title.
    """
    start, end = numeral.start, numeral.end
    if start != floor and not opens_sentence(text, start):
        return False
    return _SECTION.fullmatch(text, start, end) is not None and _TITLE.match(text, end) is not None


def may_be_idiom(text: str, start: int) -> bool:
    """Whether a fixed expression can have a numeral character at `start`; a cheap look before `idiom`."""
    if text[start : start + 2] in _IDIOMS or text[start - 1 : start + 1] in _IDIOMS:
        return True
    return text[start] in _SESSION_FIRST and not _SESSION_MARKS.isdisjoint(text[start + 1 : start + 4])


def idiom(text: str, start: int) -> int | None:
    """The end of the fixed expression that has a numeral character at `start`, or None."""
    for pair in (text[start : start + 2], text[start - 1 : start + 1]):
        for place, word in _IDIOMS.get(pair, ()):
            if start >= place and text.startswith(word, start - place):
                return start - place + len(word)
    session = _SESSION.match(text, start)
    return session.end() if session is not None else None


_ASCII_TAIL = re.compile(r"[A-Za-z0-9_@./:+&=?%#~\\-]*\Z")
_MEASURED = re.compile(r"(?<![A-Za-z0-9])[0-9.]+(?:[km]?m|k?g|m?L|[kK]|[wW])-\Z")
"""1.6m-3.9m: two measures, no name."""
_LIST_HEAD = re.compile(r"(?:^|[\n。；：:;！？])[ \t\u3000]*\Z")
_LETTER = re.compile(r"[A-Za-jl-vx-z]|(?<!\d)[kw]")
_NAME_HEAD = re.compile(
    "[ ]?(?:"
    "计划|工程|行动|办(?![公理法事学好])|高校|院校|学院|医院|[中小大]学(?!生)|集团|资本|智库|大会|论坛|峰会"
    "|国道|省道|县道|热线|平台|战略|模式|体系|机制|新政|号|楼|室|弄|巷|街|路|线|版|页|章|栋\\d"
    "|时(?!间)|点(?!多)|世纪|环|班机|强|佳|后(?![来续勤台])|年|月|日)"
)
"""Heads of names, labels and addresses that a number without a unit belongs to."""


_PHONE = re.compile(r"1[3-9]\d{9}|20[0-3]\d[01]\d[0-3]\d|0\d+")
_OTHERS = re.compile(r"(?:[、/和及与][\d.]{1,8}[百千万亿]{0,2}){1,6}")
_SCORE_AFTER = re.compile(r"比\d")
_SCORE_BEFORE = re.compile(r"\d比\Z")
_WRONG_DATE = re.compile(r"(?<!\d)[12]\d{3}(?:-\d\d-\d\d|/\d{1,2}/\d{1,2})(?!\d)")
"""2024-13-01 is none, and no three numbers either."""
_UNIT_ENDS = "十百千万亿元个人家年月日天岁度名位米吨斤分时项次件台套小倍成"
_LABELLED = re.compile(
    rf"(?:[A-Za-z]|[^\W\d_A-Za-z{_UNIT_ENDS}]-|如?图|(?<!代)(?<!外)表|附[件图表录]|专栏|公式|波音|空客|图例)"
    r" ?\Z"
    r"|(?:代码|邮编|编[码号]|尾号|[账帐学证型房]号|密码|验证码|电话|致电|拨打|热线|传真|专线|QQ|微信|标准|输入|端口|脚注|ISBN|车牌)"
    r"(?:号码?)?[为是：: ]{0,2}[\d -]{0,9}\Z"
)
"""What a bare number is the label of: 图2, 波音737, iPhone 15, 歼-20, 邮编100084."""
_EDGES = frozenset(("", "\n", "\t", "|", "。", "！", "？"))


def code(text: str, numeral: Numeral, counted: bool) -> Code | None:
    """What code, name or notation a numeral is part of, or None; `counted`: it has a unit or a currency."""
    start = numeral.start
    before = text[start - 1] if start else ""
    following = text[numeral.end] if numeral.end < len(text) else ""
    if before and before in ":：∶·+×xX*./-_@#—–~&=" and _joined(text, start, before):
        return "notation"
    if following and following in ":：∶·+×xX*._@" and _runs_on(text, numeral.end, following):
        return "notation"
    if before.isascii() and before.isalpha() and _MIXED.search(text, max(0, start - 8), start) is not None:
        return "word"
    if counted:
        return None
    if _is_score(text, numeral):
        return "score"
    if _WRONG_DATE.search(text[max(0, start - 10) : numeral.end + 6]):
        return "wrong date"
    if numeral.arabic and _LABELLED.search(text, max(0, start - 14), start) is not None:
        return "label"
    if following == "/" and _NUMBERED.match(text, numeral.end) is not None:
        return "word"
    if (before and before.isascii() and before.isalpha()) or (following.isascii() and following.isalpha()):
        return "word"
    if numeral.scale < 3 and _NAME_HEAD.match(text, numeral.end) is not None:
        return "name"
    return _bare_code(text, numeral, before, following) if numeral.arabic else None


def _is_listed(text: str, end: int) -> bool:
    """1800和950个: a number among others that are counted is no year."""
    others = _OTHERS.match(text, end)
    unit = units.match(text, others.end()) if others is not None else None
    return unit is not None and unit[0].name not in ("年", "月")


def _is_score(text: str, numeral: Numeral) -> bool:
    """2比0."""
    if not numeral.arabic:
        return False
    after = _SCORE_AFTER.match(text, numeral.end)
    return (
        after is not None or _SCORE_BEFORE.search(text, max(0, numeral.start - 2), numeral.start) is not None
    )


def _joined(text: str, start: int, before: str) -> bool:
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
    if before == "-" and _MEASURED.search(text, max(0, start - 8), start) is not None:
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


def fills_cell(text: str, start: int, end: int) -> bool:
    """Whether a stretch fills a line or a cell of a table by itself: 2000 may be an amount there."""
    return text[start - 1 : start] in _EDGES and text[end : end + 1] in _EDGES


def _bare_code(text: str, numeral: Numeral, before: str, following: str) -> Code | None:
    """An Arabic number without a unit that is a year, a code, a list number or part of a name."""
    digits = text[numeral.start : numeral.end]
    if digits.isdigit():
        signed = before in ("-", "−", "负") or text[numeral.start - 2 : numeral.start] in ("负 ", "- ")
        begin = numeral.start - (len(before) if before != " " else 2) if signed else numeral.start
        alone = fills_cell(text, begin, numeral.end) and _PHONE.fullmatch(digits) is None
        if (len(digits) >= 7 and not alone) or (len(digits) > 1 and digits[0] == "0"):
            return "long number"
        if len(digits) == 4 and digits[:2] in ("18", "19", "20") and not _is_listed(text, numeral.end):
            stands = digits.endswith("00") and fills_cell(text, numeral.start, numeral.end)
            return None if stands else "year"
    if (before and before in "〔[(（【#") or (following and following in "〕]】"):
        return "brackets"
    return "list number" if _numbers_an_item(text, numeral, digits, following) else None


def _numbers_an_item(text: str, numeral: Numeral, digits: str, following: str) -> bool:
    """1. and 2、 at the head of a line."""
    if not following or following not in ".．、)）" or len(digits) > 2:
        return False
    right = text[numeral.end + 1 : numeral.end + 2]
    if right.isascii() and right.isdigit() and following == "、":
        return opens_sentence(text, numeral.start) and not _is_listed(text, numeral.end)
    if following in ".．" and not (right.isascii() and right.isdigit()):
        return True
    return _LIST_HEAD.search(text, max(0, numeral.start - 6), numeral.start) is not None
