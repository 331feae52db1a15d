"""Quantities: a numeral with the unit that follows it, joined into lists and ranges, with bound and form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from talentx.figures import bounds, exclusions, fractions, notation, units
from talentx.figures.binding import bind
from talentx.figures.clause import opens_sentence
from talentx.figures.endings import finish
from talentx.figures.forms import is_nothing, is_priced, set_form
from talentx.figures.joining import join_bounds, join_ranges, share_currencies, share_units
from talentx.figures.numerals import BIG, DIGITS, HALF, ONE, PLAIN, SMALL, TENS, Numeral, parse
from talentx.figures.quantity import NO_UNIT, Quantity, Span

_FOLLOW = f"{PLAIN}○半多余餘来把好点分之折个至到、—~～和 {units.OPENING}"
_NUMERIC = "".join([*DIGITS, *TENS, *SMALL, *BIG]).translate({ord(letter): None for letter in "kwW"})
_START = re.compile(
    r"\d|(?<![\dA-Za-z.])\.(?=\d)|对折(?<=打对折)|一(?<![另有各前后上下北南东西]一)半|过半(?![天夜百年个生辈])"
    rf"|[{PLAIN}](?=[{_FOLLOW}])|(?<![^\n。！？])[{_NUMERIC}](?=[{_NUMERIC}几余多点半]{{0,48}}[ ]*(?:[。！？\n]|\Z))|(?<=上)[百千](?=[，。；！？\n]|\n|\Z)|(?<![壹贰叁肆伍陆柒捌玖])(?:参(?=[拾佰仟万元])|拾(?<!收拾)(?=[万亿壹贰叁肆伍陆柒捌玖])|[壹贰叁肆伍陆柒捌玖])(?=[十百千拾佰仟万亿元圆角零点壹贰叁肆伍陆柒捌玖])"
    r"|半(?=[年天日月斤吨亩升两成米里]|个[月小年钟]|[小钟]|公[升斤里]|平方|加仑|英里|数)|翻(?=番|倍(?:[，。；、！？）]|增长|\n|\Z))|[仨俩](?=月|钟头|小时|星期|礼拜)"
)
"""Where a number may begin. A Chinese digit counts only before a character that can go on from it."""

_OPENING = re.compile(rf"[\d.{_NUMERIC}{PLAIN}过半翻仨俩对]")
_HALVES = frozenset(("半", "一半", "过半", "对折"))
_FUSED = {"仨": 3, "俩": 2}
"""仨月 is three 个月, 俩钟头 two 个钟头."""

_SCALES = frozenset("十百千万亿兆")
_ELLIPTIC = re.compile(
    r"第(?:[一二三四五六七八九十]{1,3}|(?P<arabic>\d{1,2}))"
    r"(?:[、,和及与至到—~-](?(arabic)\d{1,2}|[一二三四五六七八九十]{1,3})){0,8}[、,和及与至到—~-]\Z"
)
"""第二、三、四层次: what follows an ordinal in its list is an ordinal without its 第."""

_MINUS = re.compile(r"(?:(?:^|(?<=[为是达长速率至到约:：，。！？；（(\s]))[-−]|零下|(?<![胜肩自欺抱身])负) ?\Z")
_SIGNED = frozenset(("share", "point", "times", "money", "measure"))
_LINKS = frozenset("至到、—-~～和/")
"""After these a Chinese numeral without a unit may still take that of the next one: 三至五家."""

_ENDS = frozenset(("", *"，。；！？\n"))
_NOTED = frozenset("^eE KMG")
_PARTED = frozenset("分又/ ")
_SIGNS = frozenset("-−下负 ")
"""What stands behind a number in notation, behind one that begins a fraction, before a signed one."""
_LAST_HOUR = 24
_LEAST_COMPARED = 10
_COMPARED = re.compile(r"(?:[大小高低多少等]于(?:或者?等于|等于)?|至少|最多|最少|超过|不到|不足|不超过)\Z")
_LONGEST_MONTH = 31
_LARGEST_ROUND = 64
_AMONG = frozenset("国界球内省市县区业洲企校的")
"""The last 24 or 8 of a contest are a number, 全国50强 and 世界500强 a name."""

_YEAR = re.compile(r"(?:\d+\.)?\d{4}\Z")
_CODE = re.compile(r"[〇零○一二三四五六七八九]{5,}\Z")
"""Digits read out one by one: 六五二〇一八三七 is a telephone, not a number."""

_CLOCK = re.compile(r"[时点:：]\Z")
_CLOCK_WORD = re.compile(r"[上下中正]午|[晚早晨夜午明今昨日时到至]\Z")
_HEADING = re.compile(r"[(（]\Z|单位[：:为]?\Z")
"""A scale with a unit alone in brackets or behind 单位 is a table's head: （万元）, 单位：亿元."""


def read(text: str, closed: Sequence[Span]) -> list[Quantity]:
    """The quantities of a text outside the `closed` spans (sorted, disjoint), in text order."""
    found = list(_attached(text, closed))
    share_units(text, found)
    share_currencies(text, found)
    found = join_ranges(text, found)
    for index, quantity in enumerate(found):
        bind(text, quantity, found[index - 1] if index else None)
    found = join_bounds(text, found)
    for index, quantity in enumerate(found):
        set_form(text, quantity, found[max(0, index - 1) : index + 2])
    return [
        quantity
        for before, quantity in zip([None, *found], found, strict=False)
        if not is_nothing(text, quantity) and not _numbers_a_section(text, before, quantity)
    ]


def _numbers_a_section(text: str, before: Quantity | None, quantity: Quantity) -> bool:
    numeral = quantity.numeral
    if quantity.unit.sort != "none" or (quantity.left, quantity.right) != (numeral.start, numeral.end):
        return False
    return exclusions.numbers_a_section(text, numeral, before.right if before is not None else 0)


def _attached(text: str, closed: Sequence[Span]) -> Iterator[Quantity]:
    """Every numeral with the unit right behind it, names and codes left out."""
    starts = [start for start, _ in closed]
    pos = 0
    for opening in _OPENING.finditer(text):
        start = opening.start()
        if start < pos or (found := _START.match(text, start)) is None:
            continue
        at = bisect_right(starts, start)
        if at and closed[at - 1][1] > start:
            pos = closed[at - 1][1]
            continue
        idiom = exclusions.idiom(text, start) if exclusions.may_be_idiom(text, start) else None
        if idiom is not None:
            pos = max(idiom, start + 1)
            continue
        quantity, pos = _quantity_at(text, found)
        if quantity is not None and (at == len(starts) or quantity.end <= starts[at]):
            yield quantity


def _alone(text: str, start: int) -> Quantity | None:
    """A Chinese numeral that is all of its line; among other words 廿三, 陆拾 and 百三 are too seldom numbers."""
    found = _LINE.match(text, start)
    if found is None or _CODE.match(text, start, found.end("said")) is not None:
        return None
    said = found["said"].translate(_PLAINLY)
    numeral = _whole(said, start) or _whole("一" + said, start - 1)
    if numeral is None or (numeral.alone and numeral.vague is None):
        return None
    end = numeral.end
    return Quantity(
        start, end, numeral.value, numeral.high, NO_UNIT, numeral, start, end, numeral.vague, whole=True
    )


def _whole(said: str, start: int) -> Numeral | None:
    """The numeral that all of `said` is, moved to where it stands."""
    numeral = parse(said, 0)
    if numeral is None or numeral.end != len(said):
        return None
    return replace(numeral, start=max(start, 0), end=start + numeral.end)


def _quantity_at(text: str, found: re.Match[str]) -> tuple[Quantity | None, int]:
    """The quantity that begins at a match of `_START`, and where to go on."""
    start = found.start()
    if opens_sentence(text, start):
        alone = _alone(text, start)
        if alone is not None:
            return alone, alone.end
    if found[0] in _HALVES:
        quantity = _half(text, found)
        return quantity, quantity.end if quantity is not None else found.end()
    if found[0] == "翻":
        return _doubled(text, start), start + 2
    if found[0] in _FUSED:
        return _fused(text, start), start + 2
    before = text[start - 1 : start]
    numeral = parse(text, start)
    if numeral is None or (
        text[start] in _SCALES and (before in _SCALES or _ROW.match(text, max(0, start - 2), start))
    ):
        return None, _digits_end(text, start)
    if before == "第" or (before and before in "、,和及与至到—~-" and _is_elliptic(text, numeral)):
        return None, numeral.end
    behind = text[numeral.end : numeral.end + 1]
    quantity = notation.read(text, numeral) if behind in _NOTED else None
    if quantity is None and behind in _PARTED:
        quantity = fractions.read(text, numeral)
    quantity = quantity or _numbered(text, numeral)
    if quantity is not None and text[quantity.start - 1 : quantity.start] in _SIGNS:
        _negate(text, quantity)
    return quantity, max(quantity.end if quantity is not None else 0, numeral.end)


def _is_elliptic(text: str, numeral: Numeral) -> bool:
    start = numeral.start
    window = max(0, start - 24)
    if text.find("第", window, start) < 0 or numeral.value > 99:
        return False
    found = _ELLIPTIC.search(text, window, start)
    return found is not None and (found["arabic"] is not None) == numeral.arabic


def _doubled(text: str, start: int) -> Quantity | None:
    """翻番 and 翻倍 without a number are one doubling."""
    end = start + 2
    if _NAMED_DOUBLING.match(text, end) is not None:
        return None
    return Quantity(start, end, ONE, None, units.DOUBLE, Numeral(start, end, ONE), start, end)


def _fused(text: str, start: int) -> Quantity | None:
    unit = units.match("个" + text[start + 1 : start + 4], 0)
    if unit is None or (start and text[start - 1] in "他她你我咱们"):
        return None
    value = Decimal(_FUSED[text[start]])
    end = start + unit[1]
    return Quantity(start, end, value, None, unit[0], Numeral(start, end, value), start, end)


_NAMED_DOUBLING = re.compile("计划|行动|工程|式")
_LONGEST = 40
_LINE = re.compile(rf"(?P<said>[{_NUMERIC}几余多点半]{{1,{_LONGEST}}})(?=[ ]*(?:[。！？\n]|\Z))")
_PLAINLY = str.maketrans("壹贰叁参肆伍陆柒捌玖拾佰仟", "一二三三四五六七八九十百千")
_ROW = re.compile(rf"[\d{''.join(DIGITS)}]{{2}}")
"""A scale behind two digits closes their number, be it read or not."""
_DIGITS = re.compile(
    rf"[\d.,{PLAIN}{''.join(DIGITS)}{''.join(SMALL)}{''.join(BIG)}]{{{_LONGEST},}}|[\d.,]+|[{PLAIN}]+|.",
    re.DOTALL,
)


def _digits_end(text: str, start: int) -> int:
    """The end of a row of digits too long to be a quantity; it is passed over as a whole."""
    found = _DIGITS.match(text, start)
    return found.end() if found is not None else start + 1


def _half(text: str, found: re.Match[str]) -> Quantity | None:
    """半年, 半个月; 半数, 一半 and 过半 as shares."""
    start, word = found.start(), found[0]
    if word != "半" or text.startswith("数", start + 1):
        begin = start + 1 if word == "过半" else start
        end = found.end() + text.startswith("数", found.end())
        numeral = Numeral(begin, end, HALF)
        over = "过" in word or None
        return Quantity(begin, end, HALF, None, units.PERCENT, numeral, start, end, "over" if over else None)
    if start and text[start - 1] in "上下前后大小多过另头":
        return None
    unit = units.match(text, start + 1)
    if unit is None or unit[0].sort not in ("time", "day", "measure", "share"):
        return None
    if unit[0].sort == "share":
        return Quantity(start, unit[1], HALF.scaleb(unit[0].power), None, unit[0], Numeral(start, start + 1, HALF), start, unit[1]) if text[start+1]=="成" else None
    return Quantity(start, unit[1], HALF, None, unit[0], Numeral(start, start + 1, HALF), start, unit[1])


def _numbered(text: str, numeral: Numeral) -> Quantity | None:
    """A numeral with its unit or with the currency before it, unless the two are something else."""
    start = numeral.start
    plus = text.startswith("+", numeral.end)
    matched = units.match(text, numeral.end + plus, numeral.arabic)
    currency = units.currency_before(text, start)
    counted = matched is not None or currency is not None
    if exclusions.code(text, numeral, counted) and (counted or not is_priced(text, start)):
        return None
    unit, end = matched if matched is not None else (NO_UNIT, numeral.end)
    if currency is not None and unit.sort in ("none", "money"):
        unit = currency[0] if unit.currency in (None, "CNY") else unit
        start = currency[1]
    bound = "over" if plus and matched is not None else numeral.vague
    quantity = Quantity(
        start, end, numeral.value, numeral.high, unit, numeral, start, end, bound, scale=numeral.scale
    )
    if unit.factor != 1:
        quantity.times(unit.factor)
    return finish(text, quantity) if _fits(text, quantity) else None


def _negate(text: str, quantity: Quantity) -> None:
    """-3.1%, 零下10摄氏度, 负5%."""
    start = quantity.start
    sign = _MINUS.search(text, max(0, start - 3), start)
    if sign is None:
        return
    sure = quantity.unit.sort in _SIGNED or (sign[0][0] == "负" and quantity.unit.sort == "none")
    if not sure and not exclusions.fills_cell(text, sign.start(), quantity.end):
        return
    quantity.value = -quantity.value
    quantity.start = quantity.left = sign.start()
    quantity.whole = quantity.whole or quantity.unit.sort == "none"


def _fits(text: str, quantity: Quantity) -> bool:
    """Whether the numeral and the unit make a quantity rather than a date, a word or a name."""
    numeral, sort, name = quantity.numeral, quantity.unit.sort, quantity.unit.name
    before = text[max(0, numeral.start - 3) : numeral.start]
    if name == "年" and numeral.arabic and not numeral.scale:
        return _YEAR.match(text, numeral.start, numeral.end) is None
    if name == "届":
        return numeral.value < 1000
    if name == "分" and _CLOCK.search(before) is not None:
        return False
    if name == "点":
        return numeral.value > _LAST_HOUR and not before.endswith(("第", ":"))
    if name == "强":
        return numeral.value <= _LARGEST_ROUND and before[-1:] not in _AMONG
    if numeral.alone and _HEADING.search(before) is not None:
        return False
    if sort == "share" and quantity.unit.power == -1:
        if text[quantity.end - 1] == "折":
            return numeral.value < 100 and numeral.value != 10 and not numeral.scale and not numeral.alone
        return numeral.value <= 10 and not numeral.scale and not numeral.alone
    if sort == "double":
        return before[-1:] in ("翻", "了", "两")
    if sort == "day":
        bounded = bounds.after(text, quantity.end)[1] or bounds.before(text, numeral.start)[1]
        return bounded is not None or numeral.value > _LONGEST_MONTH or text[numeral.start] == "两"
    if sort == "none" and not numeral.arabic:
        if _CODE.match(text, numeral.start, numeral.end) is not None:
            return False
        linked = text[numeral.end : numeral.end + 1] in _LINKS
        quantity.hedged = not quantity.stands and _is_hedged(text, numeral)
        quantity.whole = (numeral.pointed and not _CLOCK_WORD.search(before)) or _signed(text, numeral)
        quantity.compared = _is_compared(text, numeral)
        stated = quantity.stands or quantity.hedged or quantity.whole or quantity.compared
        return stated or linked or numeral.scale >= 4
    if quantity.start < numeral.start or sort in ("money", "share", "point"):
        return True
    return not (before[-1:].isascii() and before[-1:].isalpha())


def _is_compared(text: str, numeral: Numeral) -> bool:
    """大于二十, 三十或者以上: what is compared is a number."""
    if numeral.value < _LEAST_COMPARED or numeral.alone:
        return False
    if bounds.after(text, numeral.end)[1] in ("at_least", "at_most"):
        return True
    return _COMPARED.search(text, max(0, numeral.start - 6), numeral.start) is not None


def _signed(text: str, numeral: Numeral) -> bool:
    """负三十二: what is signed is a number."""
    return text[numeral.start - 1 : numeral.start] in ("负",) and _MINUS.search(text, 0, numeral.start) is not None


def _is_hedged(text: str, numeral: Numeral) -> bool:
    """几十, 十几 and 上百 at the end of a clause."""
    if text[numeral.end : numeral.end + 1] not in _ENDS:
        return False
    return numeral.vague == "over" or (numeral.alone and bounds.before(text, numeral.start)[1] == "over")
