"""Dates within a year or month that is named, as people say them: 今年夏天, 去年春节, 农历正月初一."""

from __future__ import annotations

import re

from talentx.figures import daterules, festivals, weeks
from talentx.figures.calendardates import calendar_date, year_at
from talentx.figures.moments import BLANK, HAN, SMALL, Moment, Years, cut_number, skip_blanks, small

_SEASON = re.compile(r"[春夏秋冬](?:[季天](?![奥运大]|来临|鞋|衣|款|服)|日(?!祺)|(?=[，。、；！？）]|\n|\Z))")
_CENTURY = re.compile(
    rf"(?P<number>[0-9]{{1,2}}|[{HAN}]{{1,3}}){BLANK}世纪(?!{BLANK}(?:[0-9{HAN}]{{1,3}}年代|[初末中前后]))"
)
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR = re.compile(
    rf"(?P<said>农历|阴历|旧历|古历)?(?P<leap>闰)?(?:(?P<named>[正冬腊])|(?P<month>{SMALL}))月份?"
    rf"(?:(?:初(?P<first>[一二三四五六七八九十1-9])|(?P<twenty>廿[一二三四五六七八九]?)|(?P<day>三十|{SMALL}))(?:日|号)?|(?P<last>月底|底))?"
)
_LUNAR_FIRST = frozenset(f"0123456789{HAN}")
_SAID = re.compile("(?:农历|阴历|旧历)(?=[腊正春端中七重清元除小冬])")
_BARE_DAY = re.compile(
    r"(?:二?十[一二三四五六七八九]?|三十一?)(?![一二三四五六七八九十百千万亿个天年月家名位人多余几项件场次座条日号、分时点届])"
)
_WEEK_OF_YEAR = re.compile(
    rf"的?第{BLANK}(?P<number>[0-9]{{1,2}}|[{HAN}]{{1,3}}){BLANK}个?(?:周(?!年|岁)|星期|礼拜)"
)


def festival(at: int, named: festivals.Festival) -> Moment:
    """A festival that stands alone: 国庆节."""
    return Moment(at, named.end, rule=daterules.Holiday(named), numbered=False)


def composed(text: str, at: int, years: Years) -> Moment | None:
    """A date within a year or month: 今年夏天, 去年春节, 8月的第一个周二, 农历2015年十月初一.

    What is not spoken of in such a way is a date of the calendar.
    """
    lunar = text.startswith(("农历", "阴历", "旧历"), at)
    year = year_at(text, at + 2 * lunar, years)
    if year is not None:
        after = skip_blanks(text, year.end + text.startswith("的", year.end))
        inner = (_lunar(text, after, surely=True) if lunar else None) or in_year(text, after)
        if inner is not None:
            return year._replace(start=at, end=inner[0], rule=inner[1])
    if (inner := in_year(text, at)) is not None and not isinstance(
        inner[1], (daterules.Season, daterules.Holiday, daterules.WeekOfYear)
    ):
        return Moment(at, inner[0], rule=inner[1], numbered=False)
    month = calendar_date(text, at, years)
    if month is None or month.day is not None or month.until_month is not None:
        return month
    inner = weeks.in_month(text, month.end)
    if inner is not None:
        return month._replace(end=inner[0], rule=inner[1], numbered=True)
    day = _BARE_DAY.match(text, month.end) if text[month.end - 1] == "月" else None
    if day is None or text[month.end - 2] not in HAN:
        return month
    return month._replace(end=day.end(), day=small(day[0]))


def in_year(text: str, at: int) -> tuple[int, daterules.Rule] | None:
    """What a year may be followed by (夏天, 春节, 农历正月初一, 第37周): where it ends, and its rule."""
    first = text[at : at + 1]
    said = _SAID.match(text, at)
    festival = festivals.match(text, said.end() if said is not None else at)
    if festival is not None:
        return festival.end, daterules.Holiday(festival)
    if first in _LUNAR_FIRST:
        return _lunar(text, at)
    if first in _SEASONS and (season := _SEASON.match(text, at)) is not None:
        return season.end(), daterules.Season(_SEASONS[first])
    if first in ("第", "的"):
        week = _WEEK_OF_YEAR.match(text, at)
        if week is not None and 0 < small(week["number"]) <= 53:
            return week.end(), daterules.WeekOfYear(small(week["number"]))
        return None
    return _lunar(text, at) if first in "农阴旧古闰正冬腊" else None


def century(text: str, at: int, _years: Years) -> Moment | None:
    """18世纪, 二十一世纪."""
    found = _CENTURY.match(text, at)
    if found is None or cut_number(text, at) or text[at - 1 : at] == "/":
        return None
    first = (small(found["number"]) - 1) * 100
    return Moment(at, found.end(), first or 1, until_year=first + 99) if first >= 0 else None


def _lunar(text: str, at: int, *, surely: bool = False) -> tuple[int, daterules.Rule] | None:
    """农历八月十五, 正月初一, 腊月, 闰四月; 八月十五 alone is a day of the common calendar."""
    found = _LUNAR.match(text, at)
    if found is None or cut_number(text, at):
        return None
    common = text[found.end() - 1] in "日号"
    certain = (
        surely
        or found["said"]
        or found["leap"]
        or found["named"]
        or found["first"]
        or (found["twenty"] and not common)
    )
    if not certain or text.startswith(("饼", "季"), found.end()):
        return None
    month = _LUNAR_MONTHS[found["named"]] if found["named"] else small(found["month"])
    day: int | None = None
    if found["last"]:
        day = 0
    elif printed := found["first"] or found["twenty"] or found["day"]:
        day = small(printed)
    return found.end(), daterules.LunarDate(month, day, leap=bool(found["leap"]))
