"""Dates by year, month and day: 2024年9月28日, 9月28日, 今年上半年, 去年底, 民国110年5月, 22年9月."""

from __future__ import annotations

import re

from talentx.figures import datewords as words
from talentx.figures.clause import ends_sentence, opens_sentence
from talentx.figures.moments import (
    BLANK,
    HAN,
    JOIN,
    SMALL,
    Moment,
    Unit,
    Years,
    any_of,
    cut_number,
    skip_blanks,
    small,
)

_DIGIT = r"[〇零○一二三四五六七八九]"
_LENGTH = "(?:一二|二三|三四|四五|五六|六七|七八|八九|三五)"
"""Two digits in a row that say roughly how many: 五六年. Any other two name a year: 八七年."""
_NAMED = {**words.NAMED_YEAR_WORDS, **words.NAMED_MONTH_WORDS, **words.NAMED_DAY_WORDS}
_STEPS = {**words.YEAR_WORDS, **words.MONTH_WORDS, **words.DAY_WORDS, **_NAMED}

_YEAR = re.compile(
    rf"(?:(?P<era>中华民国|民国|{any_of(words.REIGNS)}){BLANK}(?P<reign>[0-9]{{1,3}}|[{HAN}元百]{{1,5}})"
    rf"|(?P<full>[12][0-9]{{3}}|[一二]{_DIGIT}{{3}}|两千(?:零[一二三四五六七八九]|零?[一二]?十[一二三四五六七八九]?)?(?=年[0-9{HAN}元]{{1,3}}月)|(?<=公元)[0-9]{{1,3}})|(?P<short>[0-9]{{2,3}}|(?!{_LENGTH}){_DIGIT}{_DIGIT}))"
    rf"{BLANK}(?:学年度?|年度|年(?!代))"
    rf"|(?P<listed>[12][0-9]{{3}})(?=(?:(?:{JOIN}|/)[12][0-9]{{3}}){{1,5}}{BLANK}(?:学年|年)|{BLANK}Q[1-4])"
    rf"|(?P<from>(?<=从)[12][0-9]{{3}}(?={JOIN}[12][0-9]{{3}}(?![0-9年]))|(?:(?<=从[12][0-9][0-9][0-9][到至—~-]))[12][0-9]{{3}}(?![0-9]))"
    rf"|(?P<word>{any_of([*words.YEAR_WORDS, *words.NAMED_YEAR_WORDS])})(?:度(?![假过]))?"
)
_MONTH_AFTER = re.compile(rf"{SMALL}月|[初底末春夏秋冬]")
_MONTH = re.compile(
    rf"(?P<month>{SMALL}|元)(?:{BLANK}月份?|(?=(?:{JOIN}{SMALL}){{1,5}}{BLANK}月))(?![嫂薪租台]|党人|革命|怀胎)"
    rf"|(?P<word>{any_of([*words.MONTH_WORDS, *words.NAMED_MONTH_WORDS])})份?"
)
_DAY_OF_MONTH = rf"(?:[0-2]?[0-9]|3[01]|(?![0-9]){SMALL})"
_DAY = re.compile(
    rf"(?P<day>{SMALL})(?:{BLANK}(?:日|号(?![线楼馆]))|(?=(?:{JOIN}{_DAY_OF_MONTH}){{1,5}}{BLANK}日))"
    rf"|(?P<word>{any_of([*words.DAY_WORDS, *words.NAMED_DAY_WORDS])})"
)
_PART_OF_YEAR = re.compile(
    rf"(?P<half>上半年|下半年)|Q(?P<q>[1-4])(?![0-9A-Za-z])|前{BLANK}(?P<quarters>[两二三23]){BLANK}个?季度?"
    rf"|[前头]{BLANK}(?P<months>两|{SMALL}){BLANK}个?月(?!内)|第?{BLANK}(?P<quarter>[首一二三四1-4]){BLANK}季度?"
)
_EDGE_OF_YEAR = re.compile(
    r"[年岁]?(?:底(?![蕴气色层线薪子盘座])|末(?![端梢])|终(?![身端于])|尾|初(?![心级中创步期始衷次赛审评选试筛])"
    r"|中(?=[，,。、；)）]|\Z))"
)
_PART_OF_MONTH = re.compile(rf"{BLANK}(?:[上中下]旬|月?[底末初](?![薪均龄级轻])|中(?=[，,。、；)）]|\Z))")
_BARE_PART = re.compile(any_of(words.YEAR_PARTS))
_NO_YEAR_AFTER = re.compile(
    r"(?:的|之)?(?:历史|文明|文化|沧桑|积淀|底蕴|来的|以上|左右|之久)|第?[0-9]{1,4}号"
)
_NO_YEAR_BEFORE = "近约逾超达满共历经过每前后"
_NO_REPUBLIC_AFTER = re.compile(r"[来间内后前多余期历以]|的历史")
_EVERY = re.compile(r"每[月季周天]")
_BUILT = frozenset("成产工用")
_YIELDED = re.compile("[产营]")
"""Around 后年 that is cut wrongly: 建成后年产两亿粒."""
_INBORN = re.compile("性|努力|形成|习得|因素|教育|培养|环境|养成|获得|的?[^，。]{0,3}先天")
_ONSET = re.compile(r"起|以来|开始")
_NO_DAY_BEFORE = "第每共满近约超逾达期历时续作隔足限少过示"
_DAY_BEFORE = re.compile(r"[日号][ ]?(?:[至到—~-]{1,2}|和|及|、)[ ]?\Z")
_SURE_DAY_AFTER = re.compile(r"(?:之|以)?[前后]|起|[到至][ ]?[0-9一二三十]|[上下中]午|晚|早上|凌晨|当天|开始")
_LENGTH_BEFORE = re.compile(r"[少多短长低高超]于\Z|(?:历时|为期|期限[为是]?)\Z")
_TOLD_AFTER = re.compile(r"[上下中]午|晚|早|凌晨|[，,]|电|讯|在|举行|召开|起")
_NO_DAY_AFTER = re.compile(
    rf"{BLANK}(?:以?[内间]|[之以后均常游龄夜制无产新薪元]|前[^，。；、\n]{{0,3}}[^，。；、\n]|工作|有效)"
)


def calendar_date(text: str, at: int, years: Years) -> Moment | None:
    """Year, month and day, or as many of them as there are, and the part of the year or month."""
    year = year_at(text, at, years)
    after = at if year is None else skip_blanks(text, year.end)
    if year is not None and text[after : after + 1] == "的":
        after = skip_blanks(text, after + 1)
    found = _part_of_year(text, after, year) or _month(text, after, year)
    if found is not None:
        return found
    if year is not None:
        return year if year.step or _is_year(text, year, years.republic) else None
    return _day(text, at)


def year_at(text: str, at: int, years: Years) -> Moment | None:
    """The year that begins at `at`, by its number or a word for it (今年), or None."""
    match = _YEAR.match(text, at)
    if match is None:
        return None
    if match["word"]:
        return None if _cut_word(text, at, match.end()) else _step(match["word"], "year", at, match.end())
    before = text[at - 1 : at] if at else ""
    if cut_number(text, at) or (match["short"] and before and before in _NO_YEAR_BEFORE):
        return None
    year = _western(match, years.now, years.republic)
    return None if year is None else Moment(at, match.end(), year)


def _western(match: re.Match[str], now: int, republic: bool) -> int | None:
    """The year in Western counting."""
    if printed := match["full"] or match["listed"] or match["from"]:
        return small(printed)
    if match["era"]:
        count = small(match["reign"])
        if match["era"].endswith("民国"):
            return count + words.REPUBLIC
        first, years = words.REIGNS[match["era"]]
        return first + count - 1 if 1 <= count <= years else None
    count = small(match["short"])
    if count > 99 or republic:
        low, high = words.REPUBLIC_YEARS
        return count + words.REPUBLIC if low <= count <= high else None
    year = now // 100 * 100 + count
    return year if year <= now + 10 else year - 100


def _is_year(text: str, year: Moment, republic: bool) -> bool:
    """Is it a year or a length of time? 2024年 is a year, 22年 only where the words around say so."""
    printed = text[year.start : year.end]
    before, after = text[year.start - 1 : year.start] if year.start else "", text[year.end : year.end + 4]
    long = len(printed.rstrip("年度学 \u3000")) > 3 or printed[0] not in "0123456789"
    if long:
        rounded = year.year is not None and year.year % 100 == 0
        return not (_NO_YEAR_AFTER.match(after) or (rounded and before and before in "近约逾超达有"))
    if printed.endswith(("学年", "度")):
        return republic
    if printed[0] == "0" or text.startswith("公元", max(0, year.start - 2)):
        return True
    if republic and not _NO_REPUBLIC_AFTER.match(after):
        return True
    return bool(_EVERY.match(after)) or (before in ("从", "自") and bool(_ONSET.match(after)))


def _part_of_year(text: str, at: int, year: Moment | None) -> Moment | None:
    """上半年, 前三季度, 前十个月, 年底, of the year before it or of none."""
    match = _PART_OF_YEAR.match(text, at)
    if match is not None and (year is not None or _opens(text, match)):
        first, last = _months(match)
        if last <= 12:
            numbered = year is not None or match["half"] is None
            whole = year or Moment(at, at)
            return whole._replace(end=match.end(), month=first, until_month=last, numbered=numbered)
    if year is not None:
        edge = _EDGE_OF_YEAR.match(text, at)
        month = {"初": 1, "中": 6}.get(edge[0][-1], 12) if edge else None
        return year._replace(end=edge.end(), month=month) if edge else None
    bare = _BARE_PART.match(text, at)
    if bare is None or not _is_part(text, bare):
        return None
    return Moment(at, bare.end(), month=words.YEAR_PARTS[bare[0]], numbered=False)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Does a part of a year stand well without its year? 前3个月免租 and 四季 do not."""
    before = text[match.start() - 1 : match.start()] if match.start() else "\n"
    after = text[match.end() : match.end() + 1]
    if match["q"]:
        return (
            not (before.isascii() and before.isalnum())
            and before != "\n"
            and (not after or after not in ":：.．、)）")
        )
    if match["months"]:
        return before in "。！？；，、：\n" and (not after or after not in "免租享补的")
    return (
        bool(match["half"] or match["quarters"] or match[0][0] == "首" or match[0][-1] == "度")
        and before != "每"
    )


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Is 年底 a word here? 五年中 and 年底薪 are none."""
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    edged = match[0][0] != "年" or _EDGE_OF_YEAR.match(text, match.start()) is not None
    return edged and not (before and before in "0123456789" + HAN + "几多数周余半每学")


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The first and last month of a part of the year."""
    if match["half"]:
        return (1, 6) if match["half"] == "上半年" else (7, 12)
    if match["quarters"]:
        return 1, 3 * small(match["quarters"])
    if match["months"]:
        return 1, small(match["months"])
    last = 3 if match["quarter"] == "首" else 3 * small(match["q"] or match["quarter"])
    return last - 2, last


def _month(text: str, at: int, year: Moment | None) -> Moment | None:
    """A month, its day or part with it; the year, if any, is the one right before."""
    match = _MONTH.match(text, at)
    if match is None:
        return None
    if match["word"]:
        if year is not None or _cut_word(text, at, match.end()):
            return None
        found = _step(match["word"], "month", at, match.end())
    else:
        if year is None and cut_number(text, at):
            return None
        end, month = match.end(), small(match["month"])
        found = year._replace(end=end, month=month, numbered=True) if year else Moment(at, end, month=month)
    day = _DAY.match(text, skip_blanks(text, match.end()))
    if day and day["day"]:
        return found._replace(end=day.end(), day=small(day["day"]), numbered=True)
    part = _PART_OF_MONTH.match(text, match.end())
    return found._replace(end=part.end()) if part else found


def _day(text: str, at: int) -> Moment | None:
    """A day without its month. 5日内 and 为期3日 are lengths of time, 5号 is a name."""
    match = _DAY.match(text, at)
    if match is None:
        return None
    if match["word"]:
        return None if _cut_word(text, at, match.end()) else _step(match["word"], "day", at, match.end())
    before = text[at - 1 : at] if at else ""
    if (
        cut_number(text, at)
        or (before and before in _NO_DAY_BEFORE)
        or _NO_DAY_AFTER.match(text, match.end())
    ):
        return None
    if _LENGTH_BEFORE.search(text, max(0, at - 4), at) is not None:
        return None
    ended = _DAY_BEFORE.search(text, max(0, at - 4), at) is not None
    written = match[0][0] not in "0123456789"
    if text[max(0, at - 2) : at] == "每月" or (written and not ended and not _is_told(text, at, match)):
        return None
    if match[0].endswith("号") and not ended and not _is_dated(text, at, match.end()):
        return None
    return Moment(at, match.end(), day=small(match["day"]))


def _is_told(text: str, start: int, match: re.Match[str]) -> bool:
    """Is 二十八日 a day rather than a length? It is where it opens a clause and something happens on it."""
    before = text[start - 1 : start] if start else "\n"
    long = len(match["day"]) > 1 and before in "\n，。；：、！？（( 于在"
    return long and _TOLD_AFTER.match(text, match.end()) is not None


def _is_dated(text: str, start: int, end: int) -> bool:
    """Is 12号 a day rather than a number on a door? It is where it is all of its line or begins a span."""
    before = text[start - 1 : start] if start else "\n"
    if before not in "\n，。；：、！？ 在于从到至是定我你他":
        return False
    if _SURE_DAY_AFTER.match(text, end) is not None:
        return True
    return opens_sentence(text, start) and ends_sentence(text, end)


def _step(word: str, unit: Unit, start: int, end: int) -> Moment:
    numbered = unit == "day" and ("一" in word or "二" in word)
    return Moment(
        start, end, step=(unit, _STEPS[word], "named" if word in _NAMED else "published"), numbered=numbered
    )


def _cut_word(text: str, start: int, end: int) -> bool:
    """Is a word of time only cut out of others, as 上年 is in 以上年薪 and 今年 in 如今年轻人?"""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if text[start] == "今" and before == "如":
        return text[max(0, start - 2) : start - 1] != "例"
    if text.startswith("第二年", start):
        return _MONTH_AFTER.match(text, end) is None
    if text[start] == "今" and before == "至" and after == "均":
        return True
    if before and text[start] == "明" and before in "说证表声阐申鲜聪光文透查黎发":
        return True
    if text[end - 1] == "月" and after and after in "球台饼光亮色":
        return True
    if text.startswith("后年", start) and before in _BUILT and _YIELDED.match(text, end) is not None:
        return True
    if text.startswith("后天", start) and _INBORN.match(text, end) is not None:
        return True
    if text[start] in "今去昨明":
        return text[end - 1] == "日" and bool(after) and after in "头之"
    return bool((before and before in words.NOT_BEFORE) or (after and after in words.NOT_AFTER))
