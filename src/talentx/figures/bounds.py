"""Bounds: one table of the words that hedge or limit a number, before it, after it, and from further left."""

from __future__ import annotations

import re
from typing import Literal, cast

from talentx.figures.tables import rows
from talentx.vocabulary import Bound

Side = Literal["before", "after", "far", "share"]


def _table(side: Side) -> dict[str, list[tuple[Bound, str]]]:
    """word -> its bounds with the guard of each row, in the table's order."""
    table: dict[str, list[tuple[Bound, str]]] = {}
    for where, bound, listed, guard in rows("bounds.tsv", 4):
        if where == side:
            for word in listed.split():
                table.setdefault(word, []).append((cast(Bound, bound), guard))
    return table


_BEFORE = _table("before")
_AFTER = _table("after")
_FAR = _table("far")
_BEFORE_LENGTHS = tuple(sorted({len(word) for word in _BEFORE}, reverse=True))
_AFTER_LENGTHS = tuple(sorted({len(word) for word in _AFTER}, reverse=True))
_BEFORE_LAST = frozenset(word[-1] for word in _BEFORE)
_AFTER_FIRST = frozenset(word[0] for word in _AFTER) | {"(", "（", "+", " "}
_LIGHT = frozenset("有要需值花")
"""What may stand between a word that says roughly and its number: 大约要, 差不多有."""
_ASPECT = frozenset("了达为到")
"""What may stand between a bound word and its number: 超过了, 突破到."""
_BEFORE_ENDS = _BEFORE_LAST | _ASPECT | _LIGHT
_ROUND = re.compile(r"[一二两三几数]?[十百千万亿半]|一[成倍]|\d+(?:\.\d+)?[百千万亿]|\d+00(?!\d)")
_SCALE = re.compile(r"[百千万亿]")
_TENS = re.compile(r"几[十百千万亿]")
_SMALL = re.compile(r"[一二两三][百千万亿]")
_GREAT = re.compile(
    r"(?:[一二两三四五六七八九十廿卅几]{1,3}[百千万亿]+|\d+(?:\.\d+)?[万亿])(?![年天个月日里])"
)
_GUARDED = {"小": _SMALL, "过了": _GREAT, "过": _ROUND, "破": _ROUND, "上": _SCALE, "好": _TENS}
"""Words that bind only a round number or a bare scale: 过百, 上千, 小一千, 好几十; 过了 no length of time."""
_INCLUDED = re.compile(r"[(（]含[^)）]{0,8}[)）]")

_FAR_HINT = re.compile("[最限顶至少]")
_SUPERLATIVE = re.compile(
    r"最[高多长大]的[，,]?[^，。；;：:！？、\n\d《》“”二三四五六七八九十]{0,10}?(?:可|能够?(?!力))[^，。；;：:！？、\n\d《》“”]{0,6}\Z"
)
"""最高的，一个项目可拿到200万元: what is possible at the most, across a comma and an article."""
_FAR_PATTERN = re.compile(
    "(?:"
    + "|".join(f"(?:{word})(?!{guard})" for word, entries in _FAR.items() for _, guard in entries)
    + r")(?P<gap>(?:[^，。；;：:！？、\n\d《》“”一二三四五六七八九十]|一次性){0,18})\Z"
)


def before(text: str, start: int, floor: int = 0) -> tuple[int, Bound | None]:
    """The bound word right before `start`: where it begins and what it says; (`start`, None) without one.

    Two in a row (最高不超过, 约近) begin at the first; the one beside the number counts.
    Nothing left of `floor` is read.
    """
    if text[start - 1 : start] not in _BEFORE_ENDS:
        return start, None
    found: Bound | None = None
    begin = start
    while begin > floor:
        step = _one_before(text, begin, start, floor)
        if step is None:
            break
        begin = step[0]
        found = found or step[1]
    return begin, found


def _one_before(text: str, pos: int, start: int, floor: int) -> tuple[int, Bound] | None:
    for end in (pos, pos - 1):
        light = end < pos and text[end] in _LIGHT
        if end <= floor or (end < pos and not light and text[end] not in _ASPECT):
            return None
        if text[end - 1] not in _BEFORE_LAST:
            continue
        for length in _BEFORE_LENGTHS:
            begin = end - length
            if begin < floor:
                continue
            word = text[begin:end]
            for bound, guard in _BEFORE.get(word, ()):
                if (begin > 0 and text[begin - 1] in guard) or (light and bound != "about"):
                    continue
                round_only = _GUARDED.get(word)
                if round_only is not None and (end < start or round_only.match(text, start) is None):
                    continue
                return begin, bound
    return None


def after(text: str, end: int) -> tuple[int, Bound | None]:
    """The bound word right after `end`: where it ends and what it says; (`end`, None) where there is none."""
    if text[end : end + 1] not in _AFTER_FIRST:
        return end, None
    pos = end + 1 if text[end] == " " else end
    included = _INCLUDED.match(text, pos)
    if included is not None:
        pos = included.end()
    if text[pos : pos + 1] == "+":
        following = text[pos + 1 : pos + 2]
        return (end, None) if following.isascii() and following.isalnum() else (pos + 1, "over")
    for length in _AFTER_LENGTHS:
        if pos + length > len(text):
            continue
        for bound, stops in _AFTER.get(text[pos : pos + length], ()):
            if stops and text.startswith(tuple(stops.split("|")), pos + length):
                continue
            return pos + length, bound
    return end, None


def far(text: str, start: int, floor: int) -> tuple[int, Bound | None]:
    """A bound apart from its number in the same clause: 最高可获每月3000元, 最长领取36个月."""
    if text.find("最", max(0, start - 24), start) >= 0:
        most = _SUPERLATIVE.search(text, max(0, start - 24), start)
        if most is not None:
            return (most.start() if most.start() >= floor else start), "at_most"
    window = text[max(floor, start - 24) : start]
    found = _FAR_PATTERN.search(window) if _FAR_HINT.search(window) is not None else None
    if found is None:
        return start, None
    word = window[found.start() : found.start("gap")]
    return start - len(window) + found.start(), _FAR[word][0][0]


_SHARE_PATTERN = re.compile(
    rf"(?P<word>{'|'.join(sorted(_table('share'), key=len, reverse=True))})[^，。；：！？、\n\d]{{1,12}}的\Z"
)
_SHARE = _table("share")


def of_whole(text: str, start: int, floor: int) -> tuple[int, Bound | None]:
    """A bound before the whole of which a share is taken: 不到市场价的六成, 超过总量的四分之一."""
    if text[start - 1 : start] != "的":
        return start, None
    found = _SHARE_PATTERN.search(text, max(floor, start - 16), start)
    return (found.start(), _SHARE[found["word"]][0][0]) if found is not None else (start, None)
