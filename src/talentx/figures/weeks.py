"""What is told around the article's date (下周三, 上个季度, 今明两年, 月底), and the weeks of a month."""

from __future__ import annotations

import re

from talentx.figures import daterules
from talentx.figures.moments import BLANK, STANDS, Moment, Years, small

_DAY_NAMES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 0}
_WEEK_NAME = "(?:周|星期|礼拜)"
_STEPS = "(?<![上下])(?:上{1,4}|下{1,4})"
_WEEK = re.compile(
    rf"(?:(?P<word>{_STEPS}|本|这|今)(?:一|个)?{_WEEK_NAME}(?:(?:的)?{_WEEK_NAME}?(?P<day>[一二三四五六日天末]))?"
    rf"|{_WEEK_NAME}(?P<bare>[一二三四五六日天]))(?P<until>[至到]{_WEEK_NAME}?(?P<last>[一二三四五六日天]))?"
)
_NO_WEEKDAY_AFTER = re.compile(r"[周围遭岁年口边五六日一二三四]|[一二三四五六日]|报|刊")
_PLACE_AT = re.compile(
    "三(?:亚|明[市学]|沙[市永]|峡|星[集电手]|一重|里屯|门峡)|五(?:粮液|台山|指山|矿|莲|常市)|六(?:安|合区|盘水)|四(?:川|平市)|一(?:汽|带一路|般|直|些)|日(?:本|照|喀则|元)|天(?:津|水市|河区|府|猫|气)"
)
_NO_WEEK_AFTER = re.compile("[年岁期转边围遭口密刊报全边到延详折而游]")
_QUARTER = re.compile(rf"(?P<word>{_STEPS}|本|这)一?个?季度")
_YEARS = re.compile(r"(?P<first>今|去|明|前)(?P<last>明|后|今)(?:[两2二]年|年)|今明后三年")
_YEARS_ON = {"前": -2, "去": -1, "今": 0, "明": 1, "后": 2}
_MONTH_PART = re.compile(r"月(?:初|底|末|尾)(?=[，。；、前后]|\n|\Z)")
_OF_MONTH = re.compile(
    rf"(?:份?的?)?(?:第{BLANK}(?P<number>[一二三四五1-5])|(?P<first>首)|(?P<last>最后一?))(?:个?{_WEEK_NAME}(?P<day>[一二三四五六日天])|个?(?:周(?![一二三四五六日年])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])))"
)


def in_month(text: str, at: int) -> tuple[int, daterules.Rule] | None:
    """What a month may be followed by (第一个周二, 第三周): where it ends, and its rule."""
    found = _OF_MONTH.match(text, at)
    if found is None:
        return None
    number = -1 if found["last"] else 1 if found["first"] else small(found["number"])
    return found.end(), daterules.OfMonth(number, _DAY_NAMES[found["day"]] if found["day"] else None)


def week(text: str, at: int, _years: Years) -> Moment | None:
    """下周三, 上个礼拜天, 本周, 这周末, 周三至周五."""
    found = _WEEK.match(text, at)
    if found is None:
        return None
    word, name = found["word"] or "", found["day"] or found["bare"]
    before, end = text[at - 1 : at] if at else "", found.end()
    if name is not None and found["until"] is None and _PLACE_AT.match(text, end - 1) is not None:
        if not word:
            return None
        return Moment(at, end - 1, rule=daterules.OfWeek(_ahead(word), (1, 7)), numbered=False)
    if before and before in "每第一两三四五六七八九十0123456789半几数下上个以马网":
        return None
    if name is None and _NO_WEEK_AFTER.match(text, end):
        return None
    if found["until"] is None and name is not None and _NO_WEEKDAY_AFTER.match(text, end):
        return None
    return Moment(at, end, rule=daterules.OfWeek(_ahead(word), _days_of(name, found["last"])), numbered=False)


def _ahead(word: str) -> int:
    """How many weeks or quarters ahead: 下下 2, 上 -1, 本 0."""
    return {"上": -len(word), "下": len(word)}.get(word[:1], 0)


def _days_of(name: str | None, last: str | None) -> tuple[int, int]:
    """The first and last day of the week that a name means."""
    if name is None:
        return 1, 7
    first = _DAY_NAMES[name]
    if not first:
        return 6, 7
    return first, max(first, _DAY_NAMES[last]) if last else first


def quarter(text: str, at: int, _years: Years) -> Moment | None:
    """上个季度, 下下季度."""
    found = _QUARTER.match(text, at)
    if found is None or (at and text[at - 1] in "以年"):
        return None
    return Moment(at, found.end(), rule=daterules.OfQuarter(_ahead(found["word"])), numbered=False)


def month_part(text: str, at: int, _years: Years) -> Moment | None:
    """月底, 月初: of the article's month."""
    found = _MONTH_PART.match(text, at)
    if found is None or (at and text[at - 1] not in STANDS):
        return None
    return Moment(at, found.end(), rule=daterules.Reach(0, 0, "month"), numbered=False)


def coming_years(text: str, at: int, _years: Years) -> Moment | None:
    """今明两年, 今明后三年."""
    found = _YEARS.match(text, at)
    if found is None:
        return None
    if not found["first"]:
        return Moment(at, found.end(), rule=daterules.YearsOn(0, 2), numbered=False)
    first, last = _YEARS_ON[found["first"]], _YEARS_ON[found["last"]]
    if first >= last:
        return None
    return Moment(at, found.end(), rule=daterules.YearsOn(first, last), numbered=False)
