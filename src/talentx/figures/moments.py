"""One date expression as it is printed, before anyone asks which year it means.

`moment_at` reads the expression that begins at a position: 2024年9月28日, 9月28日, 去年底, 今年前三季度, 三年前,
民国110年, “十四五”期间. What a yearless month or 今年 stands for is decided by `periods`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from talentx.figures import datewords as words

Unit = Literal["year", "month", "day"]
Anchor = Literal["published", "named"]

_S = r"[ \u3000]{0,2}"
_HAN = "〇零○一二三四五六七八九十廿卅"
_N = r"(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九])"
_JOIN = rf"{_S}(?:[-—–~～至到、和及与]|——|--){_S}"


def _any_of(options: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(options, key=len, reverse=True)) + ")"


_YEAR_WORD = _any_of([*words.YEAR_WORDS, *words.NAMED_YEAR_WORDS])
_MONTH_WORD = _any_of([*words.MONTH_WORDS, *words.NAMED_MONTH_WORDS])
_DAY_WORD = _any_of([*words.DAY_WORDS, *words.NAMED_DAY_WORDS])
_NAMED = {**words.NAMED_YEAR_WORDS, **words.NAMED_MONTH_WORDS, **words.NAMED_DAY_WORDS}
_STEPS = {**words.YEAR_WORDS, **words.MONTH_WORDS, **words.DAY_WORDS, **_NAMED}

_YEAR = re.compile(
    rf"(?:(?P<era>中华民国|民国|{_any_of(words.ERAS)}){_S}(?P<reign>[0-9]{{1,3}}|[{_HAN}元百]{{1,5}})"
    rf"|(?P<full>[12][0-9]{{3}}|[一二][{_HAN[:-3]}]{{3}})"
    rf"|(?P<short>[0-9]{{2,3}}|[〇零○][一二三四五六七八九]|九[〇零○一二三四五六七八九]))"
    rf"{_S}(?:(?P<school>学年)度?|年度|年(?!代))"
    rf"|(?P<several>[12][0-9]{{3}})(?=(?:(?:{_JOIN}|/)[12][0-9]{{3}}){{1,5}}{_S}(?:学年|年))"
    rf"|(?P<word>{_YEAR_WORD})(?:度(?!假|过))?"
)
_MONTH = re.compile(
    rf"(?P<month>{_N}|元)(?:{_S}月份?|(?=(?:{_JOIN}{_N}){{1,5}}{_S}月))(?![嫂薪租]|革命|怀胎)|(?P<word>{_MONTH_WORD})份?"
)
_DAY = re.compile(
    rf"(?P<day>{_N})(?:{_S}[日号](?![线楼馆])|(?=(?:{_JOIN}{_N}){{1,5}}{_S}日))|(?P<word>{_DAY_WORD})"
)
_HALF = r"上半年|下半年"
_QUARTER = rf"第?{_S}(?P<quarter>[首一二三四1-4]){_S}季度?"
_QUARTERS = rf"前{_S}(?P<quarters>[两二三23]){_S}(?:个季度?|季度?)"
_MONTHS = rf"[前头]{_S}(?P<months>两|{_N}){_S}个?月(?!内)"
_PART_OF_YEAR = re.compile(rf"(?P<half>{_HALF})|{_QUARTERS}|{_MONTHS}|{_QUARTER}")
_EDGE = (
    r"[年岁]?(?:底(?![蕴气色层线薪子盘座])|末(?![端梢])|终(?![身端于])|尾|初(?![心级中创步期始衷次赛审评选试筛])"
    r"|中(?=[，,。、；)）]))"
)
_EDGE_OF_YEAR = re.compile(_EDGE)
_PART_OF_MONTH = re.compile(rf"{_S}(?:[上中下]旬|月?(?:底|末|初)(?![{words.NOT_AFTER}])|中(?=[，,。、；)）]))")
_BARE_PART = re.compile(rf"(?P<part>{_any_of(words.YEAR_PARTS)})")
_ISO = re.compile(
    r"(?P<year>[12][0-9]{3})(?:(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})"
    r"|(?P<sep2>[-/.])(?P<month2>0[1-9]|1[0-2]))(?![0-9A-Za-z%_]|[-/.][0-9A-Za-z])"
)
_BRACKETED = re.compile(
    rf"(?P<word>[{''.join(sorted(words.BRACKET_WORDS))}])[天日年]?[(（]{_S}(?P<n>[0-9]{{1,4}}){_S}[日年月]?{_S}[)）]{_S}"
    r"(?P<unit>[年月日天])?"
)
_PLAN = re.compile(r"[“\"「『]?(?P<plan>[一二三四五六七八九十]{1,2})五[”\"」』]?(?:规划|计划)?(?:期间|时期|(?P<edge>[初末])|(?=以来))")
_CENTURY = re.compile(
    rf"(?:(?P<century>[0-9]{{1,2}}|[{_HAN}]{{1,3}}|[本上]){_S}世纪{_S}(?:初叶?|(?=[0-9一-九中末后]))"
    rf"(?:(?P<decade>[1-9]0|[二三四五六七八九]十){_S}年代)?|(?P<full>[12][0-9]{{2}}0|[2-9]0|[二三四五六七八九]十){_S}年代)"
    rf"(?P<part>{_any_of(words.DECADE_PARTS)})?"
)
_AGO = re.compile(
    rf"(?P<n>两|半|{_N}){_S}(?P<unit>年|个月|天|周|个?星期|个?礼拜)(?:之|以)?前"
    r"(?![夕后端沿瞻置景提往来进期台线三五十列])"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date expression at `text[start:end]`: the parts it names and the steps it counts.

    `step` is (unit, how many, from what): 去年 is ("year", -1, "published"). `until_month` and `until_year` make it
    a stretch (上半年, “十四五”期间). `numbered` says whether it has a number in it; `bare_day`, whether it is a
    day of a month that stands elsewhere.
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

    @property
    def bare_day(self) -> bool:
        return self.day is not None and self.month is None and self.step is None


def small(text: str) -> int:
    """A number below ten thousand, in Arabic or Chinese digits: 28, 二十八, 廿三, 一百一十, 二〇二四."""
    if text.isdigit() and text.isascii():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not set(text) & set("十百"):
        return int("".join(str(words.DIGITS[digit]) for digit in text))
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total, digit = total + (digit or 1) * (10 if char == "十" else 100), 0
        else:
            digit = words.DIGITS[char]
    return total + digit


def moment_at(text: str, at: int, *, century: int, republic: bool) -> Moment | None:
    """The date expression that begins at `at`, or None.

    `century` is the year that a two-digit one must not lie far beyond (that of the article, or 2030). `republic`:
    does the text count its years from 1912, so that 99年 and 110年 are years?
    """
    for read in (_iso, _bracketed, _plan, _ago):
        if found := read(text, at):
            return found
    return _century(text, at, century) or _calendar(text, at, century, republic)


def _iso(text: str, at: int) -> Moment | None:
    match = _ISO.match(text, at)
    before = text[at - 1 : at]
    if match is None or before and (before.isascii() and before.isalnum() or before in "._/-:=%&+#"):
        return None
    if match["sep"]:
        return Moment(at, match.end(), int(match["year"]), int(match["month"]), int(match["day"]))
    after = text[match.end() : match.end() + 1]
    if match["sep2"] != "-" and before not in "(（" and after not in "-—–~至":
        return None
    if after and after not in " 。，,；;、)）\n至到—–~起":
        return None
    return Moment(at, match.end(), int(match["year"]), int(match["month2"]))


def _bracketed(text: str, at: int) -> Moment | None:
    match = _BRACKETED.match(text, at)
    if match is None:
        return None
    number, unit = int(match["n"]), match["unit"] or match[0].rstrip(" )）")[-1]
    steps = {"今": 0, "本": 0, "次": 1, "明": 1, "前": -2} | {"昨": -1, "去": -1, "上": -1}
    step = steps[match["word"]]
    if unit in "日天" or match[0][1] in "日天":
        return Moment(at, match.end(), day=number, step=("day", step, "published"))
    if unit == "月":
        return Moment(at, match.end(), month=number, step=("year", 0, "published"))
    if unit == "年":
        return Moment(at, match.end(), year=number if number > 999 else number + words.REPUBLIC)
    return None


def _plan(text: str, at: int) -> Moment | None:
    match = _PLAN.match(text, at)
    if match is None or text[at - 1 : at] and text[at - 1] in _HAN + "第":
        return None
    number = small(match["plan"])
    first = words.FIRST_PLAN_YEARS.get(number, 1951 + 5 * number)
    last = first + 4
    if match["edge"]:
        return Moment(at, match.end(), first if match["edge"] == "初" else last)
    return Moment(at, match.end(), first, until_year=last)


def _ago(text: str, at: int) -> Moment | None:
    match = _AGO.match(text, at)
    if match is None or _cut_number(text, at):
        return None
    unit = match["unit"].removeprefix("个")
    if match["n"] == "半":
        return Moment(at, match.end(), step=("month", -6, "published")) if unit == "年" else None
    count = small(match["n"])
    days = {"天": 1, "周": 7, "星期": 7, "礼拜": 7}
    if unit in days:
        return Moment(at, match.end(), step=("day", -count * days[unit], "published"))
    return Moment(at, match.end(), step=("year" if unit == "年" else "month", -count, "published"))


def _century(text: str, at: int, century: int) -> Moment | None:
    match = _CENTURY.match(text, at)
    if match is None or _cut_number(text, at):
        return None
    part, decade = match["part"], match["decade"] or match["full"]
    if match["century"] and match["century"] in "本上":
        base = century // 100 * 100 - (100 if match["century"] == "上" else 0)
    elif match["century"]:
        base = (small(match["century"]) - 1) * 100
    elif decade and len(decade) == 4:
        base, decade = int(decade) // 100 * 100, decade[2:]
    else:
        base = century // 100 * 100
        if base + small(decade or "") > century:
            base -= 100
    if decade:
        first, last = words.DECADE_PARTS.get(part or "", (0, 9))
        year = base + small(decade)
        return Moment(at, match.end(), year + first, until_year=year + last)
    if "初" in match[0]:
        part = "初"
    if not part:
        return None
    first, last = words.CENTURY_PARTS[part]
    return Moment(at, match.end(), base + first, until_year=base + last)


def _calendar(text: str, at: int, century: int, republic: bool) -> Moment | None:
    """Year, month and day, or as many of them as there are, and the part of the year or month."""
    found = _year_at(text, at, century, republic)
    here = found.end if found else at
    after = _skip(text, here, "的") if found else here
    if part := _part_of_year(text, after, found):
        return part
    dated = _month_at(text, after, found or Moment(at, at, numbered=False))
    if dated is not None:
        return dated
    if found is not None:
        return found if found.step or not found.numbered or _stands_alone(text, found, republic) else None
    return _day_alone(text, at)


def _year_at(text: str, at: int, century: int, republic: bool) -> Moment | None:
    match = _YEAR.match(text, at)
    if match is None:
        return None
    if match["word"]:
        return None if _cut_word(text, at, match.end()) else _step(match["word"], "year", at, match.end())
    before = text[at - 1 : at] if at else ""
    if _cut_number(text, at) or match["short"] and before and before in "近约逾超达满共历经过每前后":
        return None
    year = _absolute_year(match, century, republic)
    return None if year is None else Moment(at, match.end(), year)


def _absolute_year(match: re.Match[str], century: int, republic: bool) -> int | None:
    if match["full"] or match["several"]:
        return small(match["full"] or match["several"])
    if match["era"]:
        count = small(match["reign"])
        if match["era"].endswith("民国"):
            return count + words.REPUBLIC
        first, years = words.ERAS[match["era"]]
        return first + count - 1 if 1 <= count <= years else None
    count = small(match["short"])
    if count > 99 or republic:
        return count + words.REPUBLIC if 60 <= count <= 139 else None
    year = century // 100 * 100 + count
    return year if year <= century + 10 else year - 100


_LONG_AGO = re.compile(r"(?:的|之)?(?:历史|文明|文化|沧桑|积淀|底蕴|来的|以上|左右|之久)")
_SINCE = re.compile(r"(?:度|学年|(?:的)?(?:同期|同一期|营业额|全年)|起|以来|每[月季周天])")


def _stands_alone(text: str, year: Moment, republic: bool) -> bool:
    """Is a year without a month one, and not a length of time? 2024年 is, 22年 only where the words around say so."""
    printed = text[year.start : year.end]
    before, after = text[max(0, year.start - 1) : year.start], text[year.end : year.end + 4]
    digits = len(printed.rstrip("年度学 \u3000"))
    if digits >= 4 or "国" in printed or not printed[0].isdigit() and printed[0] not in "〇零○九":
        round_number = year.year is not None and year.year % 100 == 0
        return not (_LONG_AGO.match(after) or round_number and before and before in "近约逾超达有")
    if "学年" in printed or "年度" in printed:
        return republic
    if republic and not re.match(r"[来间内后前多余期历以]|的历史", after):
        return True
    return before in ("从", "自") and bool(re.match("起|以来|开始", after)) or bool(re.match("每[月季周天]", after))


def _part_of_year(text: str, at: int, year: Moment | None) -> Moment | None:
    at = _skip(text, at, "")
    whole = year or Moment(at, at, numbered=False)
    if (match := _PART_OF_YEAR.match(text, at)) and (year is not None or _opens(text, match)):
        first, last = _stretch(match)
        if last <= 12:
            numbered = year is not None or match["half"] is None
            return replace(whole, end=match.end(), month=first, until_month=last, numbered=numbered)
    if year is not None and (match := _EDGE_OF_YEAR.match(text, at)):
        month = {"初": 1, "中": 6}.get(match[0][-1], 12)
        return replace(year, end=match.end(), month=month)
    if year is None and (match := _BARE_PART.match(text, at)) and _whole_word(text, match):
        first, until = words.YEAR_PARTS[match["part"]]
        return Moment(at, match.end(), None, first, until_month=until, numbered=False)
    return None


def _opens(text: str, match: re.Match[str]) -> bool:
    """Does a part of a year stand well without its year?"""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if match["months"]:
        return before in "。；，、：\n" and after not in "免租享补的"
    return bool(match["half"] or match["quarters"] or match[0][0] == "首" or match[0][-1] == "度") and before != "每"


def _whole_word(text: str, match: re.Match[str]) -> bool:
    """Is 年底 a word here? 五年中 and 2000年底蕴 are none."""
    edge = _EDGE_OF_YEAR.match(text, match.start())
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    edged = match["part"][0] not in "年" or edge is not None
    return edged and not (before.isdigit() or before and before in _HAN + "几多数周余半每学今去明")


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    if match["half"]:
        return (1, 6) if match["half"] == "上半年" else (7, 12)
    if match["quarters"]:
        return 1, 3 * small(match["quarters"])
    if match["months"]:
        return 1, small(match["months"])
    last = 3 * words.QUARTERS[match["quarter"]]
    return last - 2, last


def _month_at(text: str, at: int, whole: Moment) -> Moment | None:
    at = _skip(text, at, "")
    match = _MONTH.match(text, at)
    if match is None:
        return None
    if match["word"]:
        if whole.end > whole.start or _cut_word(text, at, match.end()):
            return None
        found = _step(match["word"], "month", at, match.end())
    else:
        if whole.end == whole.start and _cut_number(text, at):
            return None
        found = replace(whole, end=match.end(), month=small(match["month"]), numbered=True)
    day = _DAY.match(text, _skip(text, match.end(), ""))
    if day and day["day"]:
        return replace(found, end=day.end(), day=small(day["day"]), numbered=True)
    part = _PART_OF_MONTH.match(text, match.end())
    return replace(found, end=part.end()) if part else found


_NOT_A_DAY_BEFORE = frozenset("第每共满近约超逾达期历时续作隔足限少过示")
_NOT_A_DAY_AFTER = re.compile(rf"{_S}(?:以?[内间]|[之以后均常游龄夜制无产新薪元]|前[^，。；、\n]{{0,3}}[^，。；、\n]|工作|有效)")


def _day_alone(text: str, at: int) -> Moment | None:
    match = _DAY.match(text, at)
    if match is None:
        return None
    if match["word"]:
        return None if _cut_word(text, at, match.end()) else _step(match["word"], "day", at, match.end())
    before = text[at - 1 : at]
    if _cut_number(text, at) or before in _NOT_A_DAY_BEFORE or _NOT_A_DAY_AFTER.match(text, match.end()):
        return None
    if not match["day"].isdigit() or match[0].endswith("号") or text[at - 2 : at] == "每月":
        return None
    return Moment(at, match.end(), day=small(match["day"]))


def _step(word: str, unit: Unit, start: int, end: int) -> Moment:
    anchor: Anchor = "named" if word in _NAMED else "published"
    return Moment(start, end, step=(unit, _STEPS[word], anchor), numbered=unit == "day" and bool(set(word) & set("一二")))


def _skip(text: str, at: int, extra: str) -> int:
    while at < len(text) and text[at] in " \u3000" + extra:
        at += 1
    return at


def _cut_number(text: str, at: int) -> bool:
    """Does a number stand right before, of which this would be the tail?"""
    before = text[at - 1 : at] if at else ""
    if not before:
        return False
    if before in ".,·:：" and text[at - 2 : at - 1].isdigit():
        return True
    return before.isdigit() or before in "第百千万亿几数" or before in _HAN + "两" and text[at] in _HAN


def _cut_word(text: str, start: int, end: int) -> bool:
    """Is a word of time only cut out of others, as 上年 is in 以上年薪?"""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before == "如" and text[start] == "今":
        return text[start - 2 : start - 1] != "例"
    if before == "至" and text[start] == "今" and after == "均":
        return True
    if text[start] in "今去昨明":
        return text[end - 1] == "日" and bool(after) and after in "头之"
    return bool(before and before in words.NOT_BEFORE or after and after in words.NOT_AFTER)
