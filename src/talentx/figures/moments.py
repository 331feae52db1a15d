"""A date expression as it is printed, before anyone asks which year it means, and what its readers share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from talentx.figures import numerals

if TYPE_CHECKING:
    from talentx.figures.daterules import Rule

Unit = Literal["year", "month", "day"]
Anchor = Literal["published", "named"]

BLANK = r"[ \u3000]{0,2}"
HAN = "〇零○一二三四五六七八九十廿卅"
SMALL = r"(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九])"
"""A month or day in digits of either script. 二三 is none: it says two or three."""
JOIN = rf"{BLANK}(?:[-—–~～至到、和及与]|——|--){BLANK}"


STANDS = frozenset("，。；：、！？\n“（( 将在约于到是")
"""What stands before a date that is counted from the article's own, and from nothing else."""


class Years(NamedTuple):
    """What short years are read by: the year of the article, and whether it counts from 1912 (`republic`)."""

    now: int
    republic: bool


class Moment(NamedTuple):
    """A date expression at `text[start:end]`: the parts it names and the steps it counts.

    `step` is (unit, how many, from what): 去年 is ("year", -1, "published"), 次日 ("day", 1, "named").
    `until_month` and `until_year` make it a stretch (上半年, “十四五”期间). `numbered`: with a number in it.
    `rule` is what it names within all that (夏天, 第一个周二), or around the article's date (下周三).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_year: int | None = None
    until_month: int | None = None
    step: tuple[Unit, int, Anchor] | None = None
    numbered: bool = True
    rule: Rule | None = None


def any_of(options: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(options, key=len, reverse=True)) + ")"


def small(text: str) -> int:
    """The value of a short numeral in either script: 28, 二十八, 廿三, 一百一十, 二〇二四; 元 is 1."""
    if text == "元":
        return 1
    if text.isascii() and text.isdigit():
        return int(text)
    numeral = numerals.parse(text, 0)
    if numeral is None or numeral.end != len(text):
        raise ValueError(f"{text!r} is no numeral")
    return int(numeral.value)


_LISTED_DATE = re.compile(r"[0-9]{1,4}[年月]")
_LIST_NUMBER = re.compile(r"(?<![0-9.])[0-9]{1,2}\.\Z")
"""In 2．5月19日 the 2 numbers an item of a list."""


def cut_number(text: str, at: int) -> bool:
    """Does a number stand right before `at`, of which the one here would only be the tail?"""
    before = text[at - 1 : at] if at else ""
    if not before:
        return False
    if before in ".,·:：" and at > 1 and text[at - 2] in "0123456789":
        return _LISTED_DATE.match(text, at) is None or _LIST_NUMBER.search(text, max(0, at - 4), at) is None
    return before in "0123456789第百千万亿几数" or (before in HAN + "两" and text[at] in HAN)


def skip_blanks(text: str, at: int) -> int:
    """The next place from `at` on where no blank stands."""
    while at < len(text) and text[at] in " \u3000":
        at += 1
    return at
