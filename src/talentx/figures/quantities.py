"""Quantities: a numeral with the unit that follows it, joined into ranges and lists, with its bound."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from talentx.figures import bounds, exclusions, units
from talentx.figures.model import Bound, Form
from talentx.figures.numerals import EXACT, PLAIN, Numeral, parse
from talentx.figures.tables import words
from talentx.figures.units import Unit

Span = tuple[int, int]
NO_UNIT = Unit(None, "none")
YEARS = next(unit for unit, _ in [found for found in [units.match("年", 0)] if found])
HALF = Decimal("0.5")


@dataclass(slots=True)
class Quantity:
    """A number with its unit. `start` and `end` are the core; `left` and `right` take the bound words in."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: Unit
    numeral: Numeral
    left: int
    right: int
    bound: Bound | None = None
    per: str | None = None
    form: Form = "plain"
    scale: int = 0
    """The scale that closes the numeral and that members of its list on the left may share."""
    change: int = 0
    """1 or -1 where it states a change, by the direction of its verb."""


_START = re.compile(
    rf"\d|(?<![另有各前后上下北南东西])一半|过半(?!天|夜|百|年|个|生|辈)|[{PLAIN}](?=[{PLAIN}○半多余餘来把点分之折个至到、—~～和 {units.OPENING}])|[壹贰叁肆伍陆柒捌玖](?=[拾佰仟万亿元圆角])"
    r"|半(?=[年天日月]|个[月小年]|小时|数)"
)
_FRACTION = re.compile(r"分之")
_SLASH = re.compile(r"/(\d{1,3})(?![\d/.:万亿千百元\-名人个月年A-Za-z]|小时)")
_HALVES = {"半": HALF, "一半": HALF, "过半": HALF}


def read(text: str, closed: Sequence[Span]) -> list[Quantity]:
    """The quantities of a text outside the `closed` spans (sorted, disjoint), in text order."""
    found = _share_units(text, list(_attached(text, closed)))
    found = _join_ranges(text, found)
    for index, quantity in enumerate(found):
        _bind(text, quantity, found[index - 1] if index else None)
    for index, quantity in enumerate(found):
        _set_form(text, quantity, found[max(0, index - 1) : index + 2])
    return [quantity for quantity in found if not _is_nothing(text, quantity)]


def _attached(text: str, closed: Sequence[Span]) -> Iterator[Quantity]:
    """Every numeral with the unit right behind it, names and codes left out."""
    starts = [start for start, _ in closed]
    pos = 0
    while (found := _START.search(text, pos)) is not None:
        start = found.start()
        at = bisect_right(starts, start) - 1
        if at >= 0 and closed[at][1] > start:
            pos = closed[at][1]
            continue
        idiom = exclusions.idiom(text, start)
        if idiom is not None:
            pos = max(idiom, start + 1)
            continue
        quantity = _halved(text, found) if found[0] in _HALVES else _numbered(text, start)
        if quantity is None:
            skipped = parse(text, start)
            pos = max(start + 1, skipped.end if skipped else found.end())
            continue
        pos = max(quantity.end, start + 1)
        if at + 1 < len(starts) and quantity.end > starts[at + 1]:
            continue
        yield quantity


def _halved(text: str, found: re.Match[str]) -> Quantity | None:
    """半年, 半个月, 半数, 一半, 过半."""
    start, word = found.start(), found[0]
    if word != "半" or text.startswith("半数", start):
        end = start + (2 if word == "半" or text.startswith("数", found.end()) is False else 3)
        begin = start + (1 if word == "过半" else 0)
        numeral = Numeral(begin, end, HALF)
        return Quantity(begin, end, HALF, None, units.PERCENT, numeral, start, end, "over" if word == "过半" else None)
    if start and text[start - 1] in "上下前后大小多过另":
        return None
    unit = units.match(text, start + 1)
    if unit is None or unit[0].sort not in ("time", "day"):
        return None
    return Quantity(start, unit[1], HALF, None, unit[0], Numeral(start, start + 1, HALF), start, unit[1])


def _numbered(text: str, start: int) -> Quantity | None:
    if start and text[start - 1] == "第":
        return None
    numeral = parse(text, start)
    if numeral is None:
        return None
    fraction = _fraction(text, numeral)
    if fraction is not None:
        return fraction
    plus = text.startswith("+", numeral.end)
    matched = units.match(text, numeral.end + plus, numeral.arabic)
    unit, end = matched if matched is not None else (NO_UNIT, numeral.end)
    before = units.currency_before(text, start)
    if exclusions.code(text, numeral, matched is not None or before is not None):
        return None
    quantity = Quantity(start, end, numeral.value, numeral.high, unit, numeral, start, end, numeral.vague, scale=numeral.scale)
    if plus and matched is not None:
        quantity.bound = "over"
    if before is not None and unit.sort in ("none", "money"):
        if unit.currency in (None, "CNY"):
            quantity.unit = before[0]
        quantity.start = quantity.left = before[1]
    return _finished(text, quantity) if _fits(text, quantity) else None


def _fraction(text: str, numeral: Numeral) -> Quantity | None:
    """三分之一, 百分之八十, 1/4."""
    if _FRACTION.match(text, numeral.end) and numeral.value:
        top = parse(text, numeral.end + 2)
        if top is None:
            return None
        value = _divided(top.value, numeral.value)
        high = None if top.high is None else _divided(top.high, numeral.value)
        return Quantity(
            numeral.start, top.end, value, high, units.PERCENT, top, numeral.start, top.end, top.vague
        )
    slash = _SLASH.match(text, numeral.end) if numeral.arabic else None
    if slash is not None and text[numeral.start - 1 : numeral.start] not in ("/", "-"):
        below = Decimal(slash[1])
        if ZERO_ < numeral.value < below and numeral.value == numeral.value.to_integral_value():
            value = _divided(numeral.value, below)
            return Quantity(
                numeral.start, slash.end(), value, None, units.PERCENT, numeral, numeral.start, slash.end()
            )
    return None


ZERO_ = Decimal(0)


def _divided(top: Decimal, below: Decimal) -> Decimal:
    """A fraction, exact where it ends, else to sixteen digits."""
    value = EXACT.divide(top, below)
    return value if len(value.as_tuple().digits) < 40 else value.quantize(Decimal("1e-16"))


_TAIL_MANY = re.compile(r"多(?![元样种方])|有余|余(?![杭姚额款下])")
_TAIL_HALF = re.compile(r"半(?![数导径岛夜路])")
_CENTS = re.compile(
    r"(?P<jiao>[\d一二两三四五六七八九])[角毛](?P<fen>[\d一二两三四五六七八九]分(?!之|钟))?|(?P<bare>[二三四五六七八九])(?![十百千万个天年月位名家条点成号楼])"
)


_LINKS = frozenset("至到、—-~～和/")
"""After these a Chinese numeral without a unit may still take that of the next one: 三至五家."""


def _stands(quantity: Quantity) -> bool:
    """Whether a Chinese numeral states something without a unit: 三千 does, 三 and 百 do not."""
    numeral = quantity.numeral
    return numeral.value >= 100 and not (numeral.alone and numeral.vague is None and numeral.scale < 8)


_CLOCK = re.compile(r"[时点:：]$")
_HEADING = re.compile(r"[(（]$|单位[：:为]?$")
"""A scale with a unit alone in brackets or behind 单位 is a table's head: （万元）, 单位：亿元."""


def _fits(text: str, quantity: Quantity) -> bool:
    """Whether the numeral and the unit make a quantity rather than a date, a word or a name."""
    numeral, sort = quantity.numeral, quantity.unit.sort
    if quantity.unit.name == "年" and numeral.arabic and numeral.end - numeral.start == 4 and not numeral.scale:
        return not text[numeral.start : numeral.end].isdigit()
    if sort == "share" and quantity.unit.power == -1:
        return numeral.value <= 10 and not numeral.scale and not numeral.alone
    if sort == "double":
        return text[numeral.start - 1 : numeral.start] in ("翻", "了", "两")
    if sort == "day":
        return bounds.after(text, quantity.end)[1] is not None or bounds.before(text, numeral.start)[1] is not None
    if quantity.unit.name == "届" and numeral.value >= 1000:
        return False
    if numeral.alone and _HEADING.search(text, max(0, numeral.start - 3), numeral.start) is not None:
        return False
    if sort == "none" and not numeral.arabic:
        return _stands(quantity) or text[numeral.end : numeral.end + 1] in _LINKS
    if quantity.unit.name == "分" and _CLOCK.search(text, max(0, numeral.start - 3), numeral.start) is not None:
        return False
    before = text[numeral.start - 1 : numeral.start]
    if before.isascii() and before.isalpha() and sort not in ("money", "share", "point") and quantity.start == numeral.start:
        return False
    return True


def _finished(text: str, quantity: Quantity) -> Quantity:
    """What may stand behind the unit: 一年半, 三成五, 2倍多, 12元5角, and the scaling of shares."""
    sort, end = quantity.unit.sort, quantity.end
    if sort == "share":
        _scale_share(text, quantity)
    elif sort == "money" and text[end - 1 : end] in "元块蚊圆":
        _cents(text, quantity)
    elif sort == "point":
        quantity.value = EXACT.multiply(quantity.value, Decimal("0.01"))
        quantity.high = None if quantity.high is None else EXACT.multiply(quantity.high, Decimal("0.01"))
    elif sort == "count" and quantity.unit.name == "个":
        _half_unit(text, quantity)
    elif sort in ("time", "times") and (half := _TAIL_HALF.match(text, end)) is not None:
        quantity.value, quantity.end = EXACT.add(quantity.value, HALF), half.end()
    if quantity.unit.sort in ("time", "times", "share", "money", "measure", "double", "point", "age"):
        many = _TAIL_MANY.match(text, quantity.end)
        if many is not None:
            quantity.end, quantity.bound = many.end(), "over"
    quantity.right = quantity.end
    return quantity


def _half_unit(text: str, quantity: Quantity) -> None:
    """3个半月, 一个半小时, and 五个多月, where 半 or 多 stands inside the unit."""
    inner = text[quantity.end : quantity.end + 1]
    if inner not in ("半", "多", "把"):
        return
    unit = units.match(text, quantity.end - 1 + 1) if inner == "" else units.match("个" + text[quantity.end + 1 : quantity.end + 6], 0)
    if unit is None or unit[0].sort != "time":
        return
    quantity.unit, quantity.end = unit[0], quantity.end + unit[1]
    if inner == "半":
        quantity.value = EXACT.add(quantity.value, HALF)
    else:
        quantity.bound = "over" if inner == "多" else "about"


def _scale_share(text: str, quantity: Quantity) -> None:
    power = Decimal(1).scaleb(quantity.unit.power)
    if quantity.unit.power == -1:
        following = text[quantity.end : quantity.end + 1]
        if following and following in "一二三四五六七八九半" and text[quantity.end + 1 : quantity.end + 2] not in ("成", "个", "十"):
            tail = HALF if following == "半" else Decimal("一二三四五六七八九".index(following) + 1) / 10
            quantity.value, quantity.end = EXACT.add(quantity.value, tail), quantity.end + 1
        if quantity.value > 10:
            power = Decimal("0.01")
    quantity.value = EXACT.multiply(quantity.value, power)
    quantity.high = None if quantity.high is None else EXACT.multiply(quantity.high, power)


def _cents(text: str, quantity: Quantity) -> None:
    """123元1角1分, 一块二, 两毛五."""
    found = _CENTS.match(text, quantity.end)
    if found is None or quantity.high is not None:
        return
    if found["bare"] is not None and text[quantity.end - 1] != "块":
        return
    value = quantity.value
    for part, cents in ((found["jiao"] or found["bare"], 10), (found["fen"], 1)):
        digit = parse(part, 0) if part else None
        if digit is not None:
            value = EXACT.add(value, EXACT.multiply(digit.value, Decimal(cents).scaleb(-2)))
    quantity.value, quantity.end = value, found.end()


_LISTED = frozenset(("、", "/", "和", "及", "或", "与", "或者", "以及", "，", ",", "\\"))
_RANGED = re.compile(r" ?(?:-|—|——|–|－|~|～|〜|至|到|―|－－|--|─) ?")


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """A member of a list without a unit or scale takes those of the next: 15/30万元, 2至4亿元, 500、300和100万元."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        gap = text[left.end : right.start]
        if len(gap) > 4 or left.unit.sort != "none" or right.unit.sort == "none":
            continue
        ranged = _RANGED.fullmatch(gap) is not None
        if not ranged and (gap not in _LISTED or gap in ("，", ",")):
            continue
        if left.numeral.value != left.value or (not left.numeral.arabic and right.numeral.arabic):
            continue
        _share(left, right, ranged)
    return found


def _share(left: Quantity, right: Quantity, ranged: bool) -> None:
    if right.scale and not left.scale:
        mantissa = right.value.scaleb(-right.scale, EXACT)
        if left.value <= mantissa or (not ranged and left.value <= mantissa * 1000):
            left.value = EXACT.multiply(left.value, Decimal(10**right.scale))
            left.scale = right.scale
    left.unit = right.unit
    if right.unit.sort == "share":
        left.value = EXACT.multiply(left.value, Decimal(1).scaleb(right.unit.power))
    elif right.unit.sort == "point":
        left.value = EXACT.multiply(left.value, Decimal("0.01"))


_BETWEEN = re.compile(r"[和与到至](?=[^，。；]*)")


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """500万元到2000万元, 30—50家, 8万-12万元, 介于10万元和20万元之间: two quantities, one range."""
    joined: list[Quantity] = []
    for right in found:
        left = joined[-1] if joined else None
        if left is not None and _is_range(text, left, right):
            left.high, left.end, left.right = right.value, right.end, right.end
            left.unit, left.bound = right.unit, None
            if right.high is not None:
                left.high = right.high
            if text.startswith("之间", left.end):
                left.right = left.end + 2
            continue
        joined.append(right)
    return joined


def _is_range(text: str, left: Quantity, right: Quantity) -> bool:
    gap = text[left.end : right.start]
    if not gap or len(gap) > 4 or left.high is not None or not left.value < right.value:
        return False
    if _RANGED.fullmatch(gap) is None:
        between = gap in ("和", "与") and text.startswith("之间", right.end)
        if not between:
            return False
    if left.unit.sort == "none" and right.unit.sort == "none":
        return left.numeral.arabic == right.numeral.arabic
    return left.unit.name == right.unit.name and left.unit.sort == right.unit.sort


_CLAUSE = re.compile(r"[^，。；！？\n:：,;]*$")
_PER_WORD = re.compile(r"每(?:一)?(?:个)?(人|户|家|月|年|天|日|周|小时|亩|平方米|生|次|项目?|个|篇|件|套|名|位|学期|学年|季度|千|万|吨|辆|台|间|期|班|岗|度)|(人|户|月|年|日|周|亩|地|校|企|单|套)均(?!衡|匀|等|可|为|是|有|已|由|能|在)")
_PER_AFTER = re.compile(r"/(?:人|年|月|天|日|户|家|平方米|㎡|亩|次|生|小时|吨|套|间|项|期|学期|学年|周|度|篇|件|名|位|班|节|课时)(?:[/·•](?:人|年|月|天|日|次))?")
_PER_SAME = {"名": "人", "位": "人", "生": "人", "日": "天"}


def _bind(text: str, quantity: Quantity, previous: Quantity | None) -> None:
    """Find the bound and the per of a quantity."""
    floor = previous.right if previous is not None else 0
    per = _PER_AFTER.match(text, quantity.end)
    if per is not None and quantity.unit.sort != "none":
        quantity.per = per[0][1:].replace("/", "·").replace("•", "·")
        quantity.right = per.end()
    right, after = bounds.after(text, quantity.right)
    left, before = bounds.before(text, quantity.left, floor)
    if quantity.unit.sort in ("time", "day") and before == "nearly" and text[left:quantity.left] == "近":
        left, before = (left, before) if _lasted(text, left) else (quantity.left, None)
    window = max(floor, quantity.left - 24)
    clause = _CLAUSE.search(text, window, left)
    clause_start = clause.start() if clause is not None else left
    if before is None:
        left, before = bounds.far(text, left, clause_start)
    if before is None and quantity.unit.sort == "share":
        left, before = bounds.of_whole(text, left, clause_start)
    if before is None and previous is not None and _governed(text, previous, quantity):
        before = "at_most"
    if after is not None and not (after == "at_most" and text[quantity.right : right] == "内" and quantity.unit.sort not in ("time", "day", "measure")):
        quantity.right = right
    else:
        after = None
    if quantity.high is not None:
        quantity.bound = "range"
    else:
        quantity.bound = before or after or quantity.bound
    quantity.left = left
    if quantity.per is None:
        quantity.per = _per(text[clause_start : quantity.start])


_LASTED = re.compile(r"(?:时|达|了|期|有|长|需|约|龄|历)$")


def _lasted(text: str, pos: int) -> bool:
    """Whether 近 before a length of time means nearly (历时近三年) and not the recent past (近三年)."""
    return _LASTED.search(text, max(0, pos - 2), pos) is not None


_GOVERNED = re.compile(r"[^，。；：:！？\n最\d]{0,16}?(?:和|及|以及|或|、|并|/)[^，。；：:！？\n]{0,4}")


def _governed(text: str, previous: Quantity, quantity: Quantity) -> bool:
    """Whether the 最高 before the previous member of a list governs this one too."""
    if previous.bound != "at_most" or previous.unit != quantity.unit or not previous.left < previous.start:
        return False
    if "最" not in text[previous.left : previous.start]:
        return False
    return _GOVERNED.fullmatch(text, previous.right, quantity.left) is not None


def _per(clause: str) -> str | None:
    """每人每月 → 人·月, 人均 → 人."""
    if "每" not in clause and "均" not in clause:
        return None
    parts = [_PER_SAME.get(part, part) for found in _PER_WORD.finditer(clause) if (part := found[1] or found[2])]
    order = sorted(dict.fromkeys(parts), key=lambda part: part in ("年", "月", "天", "周", "小时"))
    return "·".join(order[:2]) or None


_MONEY = re.compile("|".join(sorted(words("money_nouns.txt"), key=len, reverse=True)))
_PEOPLE = re.compile("|".join(sorted(words("people_nouns.txt"), key=len, reverse=True)))
_PLAIN_ONE = re.compile(r"(?:新增|增加|新设|新建|共|仅|各|评出|选出|设|增设|配备|聘|聘请|招|录用|新聘)$")
_PLAIN_TIME = re.compile(r"(?:为期|历时|期限|有效期为?|延长|缩短|试用期|任期|免费|服务期|连续|期为|用时|耗时|长达|不少于)[为至到了]?$")


_GROUP = re.compile(r"[^的，。；：！？、）)\n\d]|的[^，。；]")


def _is_nothing(text: str, quantity: Quantity) -> bool:
    """A lone Chinese digit that found no unit, or an age that only says who is counted."""
    if quantity.unit.sort == "none" and not quantity.numeral.arabic and not _stands(quantity):
        return True
    return _is_age_group(text, quantity)


def _is_age_group(text: str, quantity: Quantity) -> bool:
    """Whether an age only says who is counted: 35岁以下大学生, 36至45岁占三成."""
    if quantity.unit.sort != "age":
        return False
    limited = quantity.high is not None or quantity.right > quantity.end
    return limited and _GROUP.match(text, quantity.right) is not None


def _set_form(text: str, quantity: Quantity, neighbours: list[Quantity]) -> None:
    """Say how a quantity is put: an enumerator, an article, an order of magnitude, a bare number."""
    numeral, sort = quantity.numeral, quantity.unit.sort
    bounded = quantity.bound not in (None, "range")
    if sort == "grade" and quantity.unit.name == "级" and numeral.scale >= 7:
        quantity.unit, quantity.form, quantity.bound = units.YUAN, "magnitude", quantity.bound or "about"
    elif sort == "grade":
        countries = quantity.unit.name in ("国", "市", "省", "县", "区", "校", "省份", "高校")
        if quantity.value <= 20 and not (countries and numeral.arabic):
            quantity.form = "enumerator"
    elif numeral.alone and sort == "time" and not bounded:
        quantity.form = "article"
    elif text[numeral.start : numeral.end] == "一" and quantity.high is None and not bounded:
        quantity.form = _form_of_one(text, quantity, neighbours)
    elif sort == "none":
        _unitless(text, quantity, bounded)
    elif sort == "money" and text.startswith("级", quantity.end):
        quantity.form, quantity.right = "magnitude", quantity.end + 1
        quantity.bound = quantity.bound or "about"


def _form_of_one(text: str, quantity: Quantity, neighbours: list[Quantity]) -> Form:
    """一 is a number where others are counted beside it (一等奖一名、二等奖两名) or a verb adds it, else an article."""
    sort = quantity.unit.sort
    if sort in ("share", "times", "double", "point", "money"):
        return "plain"
    before = text[max(0, quantity.left - 5) : quantity.left]
    if sort in ("time", "day", "age"):
        return "plain" if quantity.value != 1 or _PLAIN_TIME.search(before) else "article"
    if _PLAIN_ONE.search(before):
        return "plain"
    for other in neighbours:
        if other is not quantity and other.unit == quantity.unit and other.value != 1:
            gap = text[min(other.end, quantity.end) : max(other.start, quantity.start)]
            if len(gap) <= 10 and ("、" in gap or "，" in gap or "和" in gap) and "。" not in gap:
                return "plain"
    return "article"


_INDUSTRY = re.compile(r"级|[^，。；、]{0,6}?(?:产业|市场|集群|赛道|大关|能级|产值|规模)")


def _unitless(text: str, quantity: Quantity, bounded: bool) -> None:
    """A number without a unit: an order of magnitude, money that lacks its 元, a large number, or a bare one."""
    numeral = quantity.numeral
    if numeral.scale >= 8 and numeral.alone or (numeral.scale >= 8 and text.startswith("级", quantity.end)):
        level = _INDUSTRY.match(text, quantity.end)
        if level is not None:
            quantity.unit, quantity.form = units.YUAN, "magnitude"
            if level[0] == "级":
                quantity.right, quantity.bound = quantity.end + 1, quantity.bound or "about"
            return
    if numeral.scale >= 4 and _is_money(text, quantity):
        quantity.unit = units.YUAN
    elif not bounded and (numeral.scale < 4 and (numeral.arabic or numeral.value < 10000)):
        quantity.form = "bare"


def _is_money(text: str, quantity: Quantity) -> bool:
    """Whether the nearest noun around a large number without a unit is money; 两个亿 is unless people are counted."""
    clause = _CLAUSE.search(text, max(0, quantity.left - 16), quantity.left)
    before = clause[0] if clause is not None else ""
    behind = text[quantity.right : quantity.right + 4]
    if _PEOPLE.match(behind):
        return False
    money = [found.end() for found in _MONEY.finditer(before)]
    people = [found.end() for found in _PEOPLE.finditer(before)]
    if people and (not money or people[-1] > money[-1]):
        return False
    if money or _MONEY.match(behind) is not None or "封顶" in text[quantity.end : quantity.right]:
        return True
    return quantity.numeral.scale >= 8 and "个" in text[quantity.numeral.start : quantity.numeral.end]
