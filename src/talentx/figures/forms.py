"""How a quantity is put: plainly, as an enumerator or an article, as an order of magnitude, or bare."""

from __future__ import annotations

import re
from collections.abc import Sequence

from talentx.figures import units
from talentx.figures.clause import clause_start
from talentx.figures.model import Form
from talentx.figures.quantity import Quantity
from talentx.figures.tables import words


def _any(name: str) -> re.Pattern[str]:
    """A pattern of the words in a list, longer ones first."""
    return re.compile("|".join(sorted(map(re.escape, words(name)), key=len, reverse=True)))


_MONEY = _any("money_nouns.txt")
_PEOPLE = _any("people_nouns.txt")
_PRICED = re.compile(
    r"(?:(?:月|年|周|日|时|底|起|平均|基本|实际)薪|薪[水资酬]|工资|房租|租金|月租|房价|票价|单价|学费|[月年]收入|[月年]入|到手"
    r"|(?:月|年)[^，。；：！？\n\d]{0,6}[拿挣赚领]|挣|赚|[给开]到)"
    r"(?:[^，。；：！？、\n\d人名个家项]{0,5}?(?:[是为达到在有]|了|只有|才|能|可|就|[：:]))?\Z"
)
"""A wage or a price right before an amount that needs no 元: 月薪3500, 挣两万出头."""
_CLOSES = re.compile(r"[，。；、！？：,;!?）)”\s以的就还也都才已则能可不到起至]|左右|上下|多块|\n|\Z")
_PHASE = re.compile(r"工程|项目|建设|投资|基金|用地|厂房|开工|竣工|投产|规划|扩建|改造")
_ADDS = re.compile(r"(?:新增|增加|新设|新建|共|仅|各|评出|选出|设|增设|配备|聘|聘请|招|录用)\Z")
_LASTS = re.compile(
    r"(?:为期|历时|期限|有效期为?|延长|缩短|试用期|任期|免费|服务期|连续|期为|用时|耗时|长达)[为至到了]?\Z"
)
_INDUSTRY = re.compile(
    r"级|[^，。；、]{0,6}?(?:产业|市场|集群|赛道|大关|能级|产值|规模|台阶|关口|门槛|俱乐部|城市|企业)"
)
_GROUP = re.compile(r"[^的，。；：！？、）)\n\d]|的[^，。；]")
_COUNTABLE_PLACES = frozenset(("国", "市", "地", "城", "省", "县", "区", "校", "省份", "高校"))
_LARGEST_ENUMERATOR = 20
_MILLIONS = 7
_LEAST_PRICE = 100


def is_nothing(text: str, quantity: Quantity) -> bool:
    """Whether it states nothing: a Chinese digit that found no unit."""
    numeral = quantity.numeral
    if quantity.unit.sort == "none" and not numeral.arabic and quantity.high is None and not quantity.stands:
        if quantity.whole or quantity.hedged or quantity.compared:
            return False
        return quantity.bound is None or numeral.value < 100
    return numeral.alone and text[quantity.start - 1 : quantity.start] == "每"


def _is_age_group(text: str, quantity: Quantity) -> bool:
    """35岁以下大学生, 36至45岁占三成."""
    limited = quantity.high is not None or quantity.right > quantity.end
    return limited and _GROUP.match(text, quantity.right) is not None


def set_form(text: str, quantity: Quantity, neighbours: Sequence[Quantity]) -> None:
    """Say how a quantity is put. `neighbours` are the quantities before and after it."""
    numeral, unit = quantity.numeral, quantity.unit
    printed = text[numeral.start : numeral.end]
    bounded = quantity.bound not in (None, "range")
    if unit.sort == "age" and _is_age_group(text, quantity):
        quantity.form = "qualifier"
    elif unit.name == "级" and numeral.scale >= _MILLIONS:
        quantity.unit, quantity.form, quantity.bound = units.YUAN, "magnitude", quantity.bound or "about"
    elif unit.sort == "grade":
        plain = unit.name in _COUNTABLE_PLACES and numeral.arabic
        if quantity.value <= _LARGEST_ENUMERATOR and not plain:
            quantity.form = "article" if printed == "一" else "enumerator"
    elif numeral.alone and unit.sort == "time" and not bounded:
        quantity.form = "article"
    elif unit.name == "期" and not numeral.arabic and _PHASE.match(text, quantity.end) is not None:
        quantity.form = "edition"
    elif printed == "一" and quantity.high is None and not bounded:
        quantity.form = _form_of_one(text, quantity, neighbours)
    elif unit.sort == "none":
        _unitless(text, quantity, bounded, neighbours)
    elif unit.sort == "money" and text.startswith("级", quantity.end):
        quantity.form, quantity.right = "magnitude", quantity.end + 1
        quantity.bound = quantity.bound or "about"


def _form_of_one(text: str, quantity: Quantity, neighbours: Sequence[Quantity]) -> Form:
    """一 is a number where a verb adds it or others are counted beside it (一等奖一名、二等奖两名)."""
    sort = quantity.unit.sort
    if sort in ("share", "times", "double", "point", "money"):
        return "plain"
    before = text[max(0, quantity.left - 5) : quantity.left]
    if sort in ("time", "day", "age"):
        return "plain" if quantity.value != 1 or _LASTS.search(before) else "article"
    if _ADDS.search(before) or any(_beside(text, quantity, other) for other in neighbours):
        return "plain"
    return "article"


def _beside(text: str, quantity: Quantity, other: Quantity) -> bool:
    if other is quantity or other.unit != quantity.unit or other.value == 1:
        return False
    gap = text[min(other.end, quantity.end) : max(other.start, quantity.start)]
    return len(gap) <= 10 and "。" not in gap and any(sign in gap for sign in "、，和")


def _unitless(text: str, quantity: Quantity, bounded: bool, neighbours: Sequence[Quantity]) -> None:
    """A number without a unit: an order of magnitude, money that lacks its 元, a large or a bare number."""
    numeral = quantity.numeral
    closes = quantity.value >= _LEAST_PRICE and _CLOSES.match(text, quantity.right) is not None
    if closes and is_priced(text, quantity.left):
        quantity.unit = units.YUAN
        return
    if quantity.scale >= 8 and numeral.alone:
        level = _INDUSTRY.match(text, quantity.end)
        if level is not None:
            quantity.unit, quantity.form = units.YUAN, "magnitude"
            return
    if quantity.whole or (quantity.hedged and quantity.scale < 4):
        quantity.form = "bare"
    elif quantity.scale >= 4 and (_is_money(text, quantity) or _goes_on(text, quantity, neighbours)):
        quantity.unit = units.YUAN
    elif not bounded and quantity.scale < 4 and (numeral.arabic or numeral.value < 10000):
        quantity.form = "bare"


def _goes_on(text: str, quantity: Quantity, neighbours: Sequence[Quantity]) -> bool:
    """一平七千块钱，二百来万能买一套: an amount without a noun right behind an amount of money."""
    previous = neighbours[0]
    if previous is quantity or previous.unit.sort != "money":
        return False
    gap = text[previous.right : quantity.left]
    return gap in ("，", "、", "，也就", "，就") and _CLOSES.match(text, quantity.right) is not None


def names_money(text: str) -> bool:
    """Whether a noun of the text makes the numbers beside it money."""
    return _MONEY.search(text) is not None


def is_priced(text: str, start: int) -> bool:
    """Whether a wage or price stands right before `start`."""
    return _PRICED.search(text, max(0, start - 14), start) is not None


def _is_money(text: str, quantity: Quantity) -> bool:
    """Whether the nearest noun is money; without any, 两个亿 is and 两亿 is not."""
    before = text[clause_start(text, max(0, quantity.left - 16), quantity.left) : quantity.left]
    behind = text[quantity.right : quantity.right + 4]
    if _PEOPLE.match(behind):
        return False
    money = max((found.end() for found in _MONEY.finditer(before)), default=0)
    people = max((found.end() for found in _PEOPLE.finditer(before)), default=0)
    if people > money:
        return False
    if money or _MONEY.match(behind) is not None or "封顶" in text[quantity.end : quantity.right]:
        return True
    return quantity.scale >= 8 and "个" in text[quantity.numeral.start : quantity.numeral.end]
