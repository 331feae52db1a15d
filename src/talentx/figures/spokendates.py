"""Dates as people say them: 下周三, 今年夏天, 八月的第一个周二, 农历正月初一, 国庆节, 近三年, 两年后."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from talentx.figures import festivals, rules
from talentx.figures.calendardates import calendar_date, year_at
from talentx.figures.moments import BLANK, HAN, SMALL, Moment, Years, cut_number, skip_blanks, small
from talentx.figures.numerals import parse

_DAY_NAMES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 0}
_WEEK_NAME = "(?:周|星期|礼拜)"
_WEEK = re.compile(
    rf"(?:(?P<word>上+|下+|本|这|今)(?:一|个)?{_WEEK_NAME}(?:(?:的)?{_WEEK_NAME}?(?P<day>[一二三四五六日天末]))?"
    rf"|{_WEEK_NAME}(?P<bare>[一二三四五六日天]))(?P<until>[至到]{_WEEK_NAME}?(?P<last>[一二三四五六日天]))?"
)
_NO_WEEKDAY_AFTER = re.compile(r"[周围遭岁年口边五六日一二三四]|[一二三四五六日]|报|刊")
_PLACE_AT = re.compile("三(?:亚|明[市学]|沙[市永]|峡|星[集电手]|一重|里屯|门峡)|五(?:粮液|台山|指山|矿|莲|常市)|六(?:安|合区|盘水)|四(?:川|平市)|一(?:汽|带一路|般|直|些)|日(?:本|照|喀则|元)|天(?:津|水市|河区|府|猫|气)")
_NO_WEEK_AFTER = re.compile("[年岁期转边围遭口密刊报全边到延详折而游]")
_QUARTER = re.compile(r"(?P<word>上+|下+|本|这)一?个?季度")
_YEARS = re.compile(r"(?P<first>今|去|明|前)(?P<last>明|后|今)(?:[两2二]年|年)|今明后三年")
_YEARS_ON = {"前": -2, "去": -1, "今": 0, "明": 1, "后": 2}
_SEASON = re.compile(r"(?P<season>[春夏秋冬])(?:[季天](?![奥运大]|来临|鞋|衣|款|服)|日(?!祺)|(?=[，。、；！？）]|\n|\Z))")
_MONTH_PART = re.compile(r"月(?:初|底|末|尾)(?=[，。；、前后]|\n|\Z)")
_CENTURY = re.compile(rf"(?P<number>[0-9]{{1,2}}|[{HAN}]{{1,3}}){BLANK}世纪(?!{BLANK}(?:[0-9{HAN}]{{1,3}}年代|[初末中前后]))")
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR = re.compile(
    rf"(?P<said>农历|阴历|旧历|古历)?(?P<leap>闰)?(?:(?P<named>[正冬腊])|(?P<month>{SMALL}))月份?"
    rf"(?:(?:初(?P<first>[一二三四五六七八九十1-9])|(?P<twenty>廿[一二三四五六七八九]?)|(?P<day>三十|{SMALL}))(?:日|号)?|(?P<last>月底|底))?"
)
_LUNAR_FIRST = frozenset(f"0123456789{HAN}")
_SAID = re.compile("(?:农历|阴历|旧历)(?=[腊正春端中七重清元除小冬])")
_OF_MONTH = re.compile(
    rf"(?:份?的?)?(?:第{BLANK}(?P<number>[一二三四五1-5])|(?P<first>首)|(?P<last>最后一?))(?:个?{_WEEK_NAME}(?P<day>[一二三四五六日天])|个?(?:周(?![一二三四五六日年])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])))"
)
_BARE_DAY = re.compile(r"(?:二?十[一二三四五六七八九]?|三十一?)(?![一二三四五六七八九十百千万亿个天年月家名位人多余几项件场次座条日号、分时点届])")
_WEEK_OF_YEAR = re.compile(rf"的?第{BLANK}(?P<number>[0-9]{{1,2}}|[{HAN}]{{1,3}}){BLANK}个?(?:周(?!年|岁)|星期|礼拜)")
_UNITS = {"年": 12, "个季度": 3, "季度": 3, "个月": 1}
_DAYS = {"天": 1, "日": 1, "周": 7, "个星期": 7, "星期": 7, "个礼拜": 7, "礼拜": 7}
_LENGTH = rf"(?P<number>[0-9]{{1,4}}|[{HAN}两半百]{{1,4}}){BLANK}(?P<inner>个半)?多?(?P<unit>年|个?季度|个?多?月|天|日|周|个?星期|个?礼拜)(?P<half>半)?多?"
_TOWARDS = re.compile(
    rf"(?P<way>近|最近|过去|此前|未来|今后|接下来|(?<![^，。；：、\n“])(?:[上下](?=[0-9二三四五六七八九十两]{{1,3}}个?[周月星礼季年天])|前(?=[0-9一两][周天])|后(?=[0-9一两三][周天年个])))的?{BLANK}{_LENGTH}(?:以?来|之?内|时?间里?|里)?"
)
_AWAY = re.compile(rf"{_LENGTH}(?:之|以)?(?P<way>前|后)")
_SINCE = re.compile(rf"{_LENGTH}以?来(?![自源到往的说看得自])")
_NO_AWAY_AFTER = re.compile("[来续勤台卫世缀备援天面期夕端沿瞻置景提往进线列三五十效院门]")
_BACK = frozenset(("近", "最近", "过去", "此前", "上", "前"))
_STANDS = frozenset("，。；：、！？\n“（( 将在约于到是")
_MORE = re.compile("多|余|几")
_HALF = Decimal("0.5")

def festival(at: int, named: festivals.Festival) -> Moment:
    """A festival that stands alone: 国庆节."""
    return Moment(at, named.end, rule=rules.Holiday(named), numbered=False)


def composed(text: str, at: int, years: Years) -> Moment | None:
    """A spoken date within a year or month that is named: 今年夏天, 去年春节, 8月的第一个周二, 农历2015年十月初一."""
    lunar = text.startswith(("农历", "阴历", "旧历"), at)
    year = year_at(text, at + 2 * lunar, years)
    if year is not None:
        after = skip_blanks(text, year.end + text.startswith("的", year.end))
        inner = (_lunar(text, after, surely=True) if lunar else None) or in_year(text, after)
        if inner is not None:
            return replace(year, start=at, end=inner[0], rule=inner[1], numbered=year.numbered)
    if (inner := in_year(text, at)) is not None and not isinstance(inner[1], (rules.Season, rules.Holiday)):
        return Moment(at, inner[0], rule=inner[1], numbered=False)
    month = calendar_date(text, at, years)
    if month is None or month.day is not None or month.until_month is not None:
        return month
    inner = in_month(text, month.end)
    if inner is not None:
        return replace(month, end=inner[0], rule=inner[1], numbered=True)
    day = _BARE_DAY.match(text, month.end) if text[month.end - 1] == "月" else None
    if day is None or text[month.end - 2] not in HAN:
        return month
    return replace(month, end=day.end(), day=small(day[0]))


def in_year(text: str, at: int) -> tuple[int, rules.Rule] | None:
    """What a year may be followed by (夏天, 春节, 农历正月初一, 第37周): where it ends, and its rule."""
    first = text[at : at + 1]
    if first in _LUNAR_FIRST:
        return _lunar(text, at)
    said = _SAID.match(text, at)
    festival = festivals.match(text, said.end() if said is not None else at)
    if festival is not None:
        return festival.end, rules.Holiday(festival)
    if first in _SEASONS and (season := _SEASON.match(text, at)) is not None:
        return season.end(), rules.Season(_SEASONS[first])
    if first in ("第", "的"):
        week = _WEEK_OF_YEAR.match(text, at)
        if week is not None and 0 < small(week["number"]) <= 53:
            return week.end(), rules.WeekOfYear(small(week["number"]))
        return None
    return _lunar(text, at) if first in "农阴旧古闰正冬腊" else None


def in_month(text: str, at: int) -> tuple[int, rules.Rule] | None:
    """What a month may be followed by (第一个周二, 第三周): where it ends, and its rule."""
    found = _OF_MONTH.match(text, at)
    if found is None:
        return None
    number = -1 if found["last"] else 1 if found["first"] else small(found["number"])
    return found.end(), rules.OfMonth(number, _DAY_NAMES[found["day"]] if found["day"] else None)


def week(text: str, at: int, years: Years) -> Moment | None:
    found = _WEEK.match(text, at)
    if found is None:
        return None
    word, name = found["word"] or "", found["day"] or found["bare"]
    before, end = text[at - 1 : at] if at else "", found.end()
    if name is not None and found["until"] is None and _PLACE_AT.match(text, end - 1) is not None:
        if not word:
            return None
        name, end = None, end - 1
        return Moment(at, end, rule=rules.OfWeek(_weeks(word), (1, 7)), numbered=False)
    if (before and before in "每第一两三四五六七八九十0123456789半几数下上个以马网"):
        return None
    if name is None and _NO_WEEK_AFTER.match(text, end):
        return None
    if found["until"] is None and name is not None and _NO_WEEKDAY_AFTER.match(text, end):
        return None
    return Moment(at, end, rule=rules.OfWeek(_weeks(word), _days_of(name, found["last"])), numbered=False)


def _weeks(word: str) -> int:
    """How many weeks ahead: 下下 2, 上 -1, 本 0."""
    return {"上": -len(word), "下": len(word)}.get(word[:1], 0)


def _days_of(name: str | None, last: str | None) -> tuple[int, int]:
    """The first and last day of the week that a name means."""
    if name is None:
        return 1, 7
    first = _DAY_NAMES[name]
    if not first:
        return 6, 7
    return first, max(first, _DAY_NAMES[last]) if last else first


def quarter(text: str, at: int, years: Years) -> Moment | None:
    found = _QUARTER.match(text, at)
    if found is None or (at and text[at - 1] in "以年"):
        return None
    word = found["word"]
    quarters = {"上": -len(word), "下": len(word)}.get(word[0], 0)
    return Moment(at, found.end(), rule=rules.OfQuarter(quarters), numbered=False)


def month_part(text: str, at: int, years: Years) -> Moment | None:
    """月底, 月初: of the article's month."""
    found = _MONTH_PART.match(text, at)
    if found is None or (at and text[at - 1] not in _STANDS):
        return None
    return Moment(at, found.end(), rule=rules.Reach(0, 0, "month"), numbered=False)


def century(text: str, at: int, years: Years) -> Moment | None:
    """18世纪, 二十一世纪."""
    found = _CENTURY.match(text, at)
    if found is None or cut_number(text, at):
        return None
    first = (small(found["number"]) - 1) * 100
    return Moment(at, found.end(), first or 1, until_year=first + 99) if first >= 0 else None


def years(text: str, at: int, years: Years) -> Moment | None:
    found = _YEARS.match(text, at)
    if found is None:
        return None
    if not found["first"]:
        return Moment(at, found.end(), rule=rules.YearsOn(0, 2), numbered=False)
    first, last = _YEARS_ON[found["first"]], _YEARS_ON[found["last"]]
    if first >= last:
        return None
    return Moment(at, found.end(), rule=rules.YearsOn(first, last), numbered=False)


def _lunar(text: str, at: int, *, surely: bool = False) -> tuple[int, rules.Rule] | None:
    """农历八月十五, 正月初一, 腊月, 闰四月; 八月十五 alone is a day of the common calendar."""
    found = _LUNAR.match(text, at)
    if found is None or cut_number(text, at):
        return None
    surely = surely or found["said"] or found["leap"] or found["named"] or found["first"] or found["twenty"]
    if not surely or text.startswith(("饼", "季"), found.end()):
        return None
    month = _LUNAR_MONTHS[found["named"]] if found["named"] else small(found["month"])
    day: int | None = None
    if found["last"]:
        day = 0
    elif printed := found["first"] or found["twenty"] or found["day"]:
        day = 20 if printed == "廿" else small(printed)
    return found.end(), rules.LunarDate(month, day, leap=bool(found["leap"]))


def towards(text: str, at: int, years: Years) -> Moment | None:
    """近三年, 过去十天, 未来两个月: up to the article's date, or from it on."""
    found = _TOWARDS.match(text, at)
    if found is None or (at and text[at - 1] in "最附接将新远靠一不达时") or text.startswith(("多", "余"), found.end()):
        return None
    length = _length(found)
    if length is None:
        return None
    sign = -1 if found["way"] in _BACK else 1
    return Moment(at, found.end(), rule=rules.Reach(sign * length[0], sign * length[1]), numbered=False)


def away(text: str, at: int, years: Years) -> Moment | None:
    """两年后, 一年半前, 三周后: so long from the article's date, if nothing else is named to count from."""
    found = _AWAY.match(text, at)
    before = text[at - 1 : at] if at else "\n"
    if found is None or cut_number(text, at) or before not in _STANDS or _NO_AWAY_AFTER.match(text, found.end()):
        return None
    length = _length(found)
    if length is None:
        return None
    sign = -1 if found["way"] == "前" else 1
    halved = bool(found["half"] or found["inner"] or found["number"] == "半")
    point = "day" if length[1] else "month" if halved or found["unit"] != "年" else "year"
    return Moment(at, found.end(), rule=rules.Reach(sign * length[0], sign * length[1], point), numbered=False)


def since(text: str, at: int, years: Years) -> Moment | None:
    """三年半以来, 13年来: up to the article's date."""
    found = _SINCE.match(text, at)
    if found is None or cut_number(text, at) or (at and text[at - 1] in "第每满多余几"):
        return None
    length = _length(found)
    return None if length is None else Moment(at, found.end(), rule=rules.Reach(-length[0], -length[1]), numbered=False)


def _length(found: re.Match[str]) -> tuple[int, int] | None:
    """A length of time in months and days; None where it is none (1950年) or has no whole number of them."""
    number = found["number"]
    numeral = parse(number, 0) if number != "半" else None
    if number != "半" and (numeral is None or numeral.end != len(number) or numeral.high or numeral.vague):
        return None
    count = _HALF if numeral is None else numeral.value
    if found["half"] or found["inner"]:
        count += _HALF
    unit = found["unit"].replace("多", "")
    if unit == "月" and not found["inner"] and number != "半":
        return None
    if unit == "年" and count >= 1000:
        return None
    if unit in _DAYS or unit == "周":
        days = count * _DAYS[unit]
        return (0, int(days)) if days == int(days) else None
    if count == _HALF and unit == "月":
        return 0, 15
    months = count * _UNITS.get(unit, 1)
    if months != int(months):
        return int(months), 15
    return int(months), 0
