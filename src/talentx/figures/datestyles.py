"""Dates in other forms than year, month, day: 2024-09-28, 昨（22）日, “十四五”期间, 三年前, 80年代."""

from __future__ import annotations

import re

from talentx.figures import datewords as words
from talentx.figures.moments import BLANK, HAN, SMALL, Moment, Years, any_of, cut_number, small

_ISO = re.compile(
    r"(?P<year>[12][0-9]{3})(?:(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})"
    r"|(?P<one>[-/.])(?P<only>0[1-9]|1[0-2]))(?![0-9A-Za-z%_])"
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<year>[12]\d{3})(?![0-9A-Za-z%_])"
)
_SPACED = re.compile(r"(?P<year>[12]\d{3}) (?P<month>[01]\d) (?P<day>[0-3]\d)(?! ?[\d,.])")
_RANGE_OF_ISO = re.compile(
    rf"{BLANK}[-—~～至到]{{1,2}}{BLANK}[12]?\d{{1,3}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}(?!\d)"
)
_YEAR_ON = re.compile(rf"{BLANK}[-—~～至到]{{1,2}}{BLANK}[12]\d{{3}}(?:\.(?:0[1-9]|1[0-2]))?(?!\d)")
_YEAR_BEFORE = re.compile(r"[12]\d{3}\.(?:0[1-9]|1[0-2])[ ]?[-—~～至到]{1,2}[ ]?\Z")
_END_OF_ISO = re.compile(r"[12]?\d{1,3}[-/.]\d{1,2}(?:[-/.]\d{1,4})?[ ]?[-—~～至到]{1,2}[ ]?\Z")
_BRACKETED = re.compile(
    rf"(?P<word>{any_of(words.BRACKET_STEPS)})(?P<said>[天日年月]?)[(（]{BLANK}(?P<number>[0-9]{{1,4}}){BLANK}"
    rf"(?P<inner>[日年月]?){BLANK}[)）]{BLANK}(?P<unit>[年月日]?)"
)
_PLAN = re.compile(
    r"[“\"「『]?(?P<plan>[一二三四五六七八九十]{1,2})五[”\"」』]?(?:规划|计划)?"
    r"(?:期间|时期|(?P<edge>[初末])|(?=以来))"
)
_CENTURY = re.compile(
    rf"(?:(?P<century>[0-9]{{1,2}}|[{HAN}]{{1,3}}|[本上]){BLANK}世纪{BLANK}"
    rf"(?:(?P<decade>[1-9]0|[二三四五六七八九]十){BLANK}年代)?"
    rf"|(?P<full>[12][0-9]{{2}}0|[2-9]0|[二三四五六七八九]十){BLANK}年代)(?P<part>{any_of(words.DECADE_PARTS)})?"
)
_AGO = re.compile(
    rf"(?P<number>两|半|{SMALL}){BLANK}(?P<unit>年|个月|天|周|个?星期|个?礼拜)(?:之|以)?前"
    r"(?![夕后端沿瞻置景提往来进期台线三五十列])"
)
_DAYS_OF = {"天": 1, "周": 7, "星期": 7, "礼拜": 7}


def iso(text: str, at: int, _years: Years) -> Moment | None:
    """2024-09-28, 2024/9/28, 2024.9.28, 2024-09; no part of a file name, an address or a longer number."""
    match = _ISO.match(text, at)
    if match is None or _runs_in(text, at) or _runs_on(text, match.end()):
        return None
    before = text[at - 1 : at] if at else ""
    if match["sep"]:
        return Moment(at, match.end(), int(match["year"]), int(match["month"]), int(match["day"]))
    after = text[match.end() : match.end() + 1]
    if match["one"] == "." and (
        _YEAR_ON.match(text, match.end()) or _YEAR_BEFORE.search(text, max(0, at - 12), at)
    ):
        return Moment(at, match.end(), int(match["year"]), int(match["only"]))
    framed = (before and before in "(（") or (after and after in "-—–~至")
    if (match["one"] != "-" and not framed) or (after and after not in " 。，,；;、)）\n至到—–~起"):
        return None
    return Moment(at, match.end(), int(match["year"]), int(match["only"]))


def day_first(text: str, at: int, _years: Years) -> Moment | None:
    """28.9.2024, 9/28/2024; where both could be the month, the day stands first."""
    match = _DAY_FIRST.match(text, at) or _SPACED.match(text, at)
    if match is None or _runs_in(text, at) or _runs_on(text, match.end()):
        return None
    day, month = int(match["day"]), int(match["month"])
    if month > 12:
        day, month = month, day
    return Moment(at, match.end(), int(match["year"]), month, day)


def _runs_in(text: str, at: int) -> bool:
    """Does a name, an address or a longer number run into the date? The end of a range does not."""
    before = text[at - 1 : at] if at else ""
    if not before or not ((before.isascii() and before.isalnum()) or before in "._/-:=%&+#"):
        return False
    return _END_OF_ISO.search(text, max(0, at - 14), at) is None


def _runs_on(text: str, end: int) -> bool:
    """Does the date run on into a name or number? Into a range it may."""
    following = text[end + 1 : end + 2] if text[end : end + 1] in ("-", "/", ".") else ""
    if not following or not (following.isascii() and following.isalnum()):
        return False
    return _RANGE_OF_ISO.match(text, end) is None


def bracketed(text: str, at: int, _years: Years) -> Moment | None:
    """A word of time said again in figures: 昨（22）日, 昨天（22日）, 今（113）年."""
    match = _BRACKETED.match(text, at)
    if match is None:
        return None
    number, step = int(match["number"]), words.BRACKET_STEPS[match["word"]]
    unit = match["unit"] or match["inner"] or match["said"]
    if unit in ("日", "天"):
        return Moment(at, match.end(), day=number, step=("day", step, "published"))
    if unit == "月":
        return Moment(at, match.end(), month=number, step=("year", 0, "published"))
    if unit == "年":
        return Moment(at, match.end(), number if number > 999 else number + words.REPUBLIC)
    return None


def plan(text: str, at: int, _years: Years) -> Moment | None:
    """The years of a five-year plan: “十四五”期间, or their edge: “十三五”末."""
    match = _PLAN.match(text, at)
    if match is None or (at and text[at - 1] in HAN + "第"):
        return None
    number = small(match["plan"])
    first = words.FIRST_PLAN_YEARS.get(number, words.PLAN_ZERO + 5 * number)
    if match["edge"]:
        return Moment(at, match.end(), first if match["edge"] == "初" else first + 4)
    return Moment(at, match.end(), first, until_year=first + 4)


def ago(text: str, at: int, _years: Years) -> Moment | None:
    """So long before the article: 三年前, 两个月前, 10天前."""
    match = _AGO.match(text, at)
    if match is None or cut_number(text, at) or (text[at] == "0" and match["unit"] == "年"):
        return None
    unit = match["unit"].removeprefix("个")
    if match["number"] == "半":
        return Moment(at, match.end(), step=("month", -6, "published")) if unit == "年" else None
    count = small(match["number"])
    if unit in _DAYS_OF:
        return Moment(at, match.end(), step=("day", -count * _DAYS_OF[unit], "published"))
    return Moment(at, match.end(), step=("year" if unit == "年" else "month", -count, "published"))


def century(text: str, at: int, years: Years) -> Moment | None:
    """Decades and parts of centuries: 80年代, 上世纪90年代初, 21世纪初."""
    match = _CENTURY.match(text, at)
    if match is None or cut_number(text, at) or text[at - 1 : at] == "/":
        return None
    decade = match["decade"] or match["full"]
    base = _base(match, years.now)
    if decade is None:
        if match["part"] is None:
            return None
        first, last = words.CENTURY_PARTS[match["part"]]
        return Moment(at, match.end(), base + first, until_year=base + last)
    first, last = words.DECADE_PARTS.get(match["part"] or "", (0, 9))
    year = base + small(decade) % 100
    return Moment(at, match.end(), year + first, until_year=year + last)


def _base(match: re.Match[str], now: int) -> int:
    """The first year of the century meant: of a bare decade, the last that it had begun in."""
    this, named = now // 100 * 100, match["century"]
    if named:
        return {"本": this, "上": this - 100}.get(named) or (small(named) - 1) * 100
    decade = small(match["full"])
    if decade > 99:
        return decade // 100 * 100
    return this - 100 if this + decade > now else this
