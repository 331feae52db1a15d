"""What of a figure decides whether another is of its series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from talentx.compare.model import Stated
from talentx.compare.periods import Period, as_of, period
from talentx.compare.wording import around, grams

GROUPS = {
    "talent": "persons",
    "people": "persons",
    "fund": "money",
    "award": "money",
    "money": "money",
}
_STEP = re.compile("(?:净增|增加|增长|增|减少|减|下降|多|少)(?:了|约|近|超|超过|逾)?$")
_STEPS = ("净增", "增加", "减少", "多", "少", "增", "减")
"""Before a figure, or at its head, if it is a step, not a level: 总量385万人，净增64万人."""
_FLOW = re.compile("新[建增设认入引选获培]|今年[^，。；]{0,6}[建增设认引]|本年|当年")
_LEVEL = re.compile("总[数量]|合计|累计|达到|增至|增加到|拥有|现有|共有|已有|存量")
"""Beside a figure that adds up over a time, or that holds at a moment: 新建12家、总数达到58家."""
_BASE_BEFORE = re.compile("(?:从|由|比|较|原来?的?|此前的?|过去的?|上届的?)[^，。；、]{0,12}$")
_BASE_AFTER = re.compile(
    "[^，。；、]{0,6}?(?:提高|提升|提到|增至|增加|增长|上升|升|扩大|扩展|扩|涨|加|降|减|缩|压|拓展|拉长|延长|翻|到|至)"
)
"""A figure between the two is where a change starts from: 从58项扩大到103项."""
_MOST = re.compile("最[大高多长远快](?![可不给能按])[^。；]{0,40}$")
_GOES_ON = re.compile(
    "[，；、：](?:其中)?[^，；、：。]{0,8}(?:累计|总[数量]|达到?|增至|又|再|已|共)[^，；、：。]{0,4}$"
)
_EDITION = re.compile('[“”"—《》 ]|第[一二三四五六七八九十百0-9]+[届期批]|[0-9]{4}年?')
_EVERY = re.compile("全[国省市区县]|各[类级种]")
_WHOLE = re.compile("其中[^，。；：]{0,16}$")
_ENDED = re.compile("[^，。；、]{0,6}?(?:取消|停发|废止|不再)")
_SETS_TIME = re.compile("(?:截至|截止|截止到|到|至|自|从|比|较|同)$")
_OPENS = re.compile("(?:将|开|持续|延续|进行|举行|举办)(?:到|至)$")
_AS_OF = re.compile("底|末|以来|起|度|全年|年度|期间")
_LASTS = re.compile("来|以来|前|后|间|里|期间|之内|内")
_PRECISE = re.compile("[日号底]")
_SCOPE = re.compile(
    "全国|全省|全市|全区|全县|全球|世界|副省级|省会|同类|中西部|华东|[\u3400-\u9fff]{1,3}[省市区县]"
)
_TAKES = "居位列排名在"
_DEBUT = re.compile("首|第[一二三四五六七八九十0-9]+[个家条台支]|头一|最")
EDITION = "editions.which"
_LISTED = frozenset(("大", "方面", "级", "方", "种", "点", "类"))
_PART = re.compile("[，。；：？！,;:]")
_LONG = 18
"""Months from which on a period runs over years: 13年来 against 今年."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A figure, and what was read of the words around it. `at` is its place on its side, from 0."""

    at: int
    stated: Stated
    group: str
    item: frozenset[str]
    own: dict[str, float]
    words: dict[str, float]
    before: int | None
    """The figure before it in its sentence."""
    after: int | None
    is_structure: bool
    """It orders the text (五大平台, 首批) and is no fact of its own."""
    sets_time: bool
    """It says when another figure holds (截至9月末, 三年内)."""
    is_step: bool
    is_base: bool
    """A change starts from it, or it was done away with: it is no state of its article's time."""
    is_part: bool
    """其中 stands before it."""
    is_most: bool
    """It is the greatest of its sort: 单笔最大的25亿元."""
    goes_on: bool
    """It says no name, only that the last one goes on: 累计达到2万套."""
    indicator: str | None
    flows: bool | None
    """Does it add up over a time, or hold at a moment? None where no word says so."""
    when: Period | None
    own_time: Period | None

    @property
    def number(self) -> Decimal | None:
        """Its number, of a range the low end."""
        return self.stated.value if self.stated.value is not None else self.stated.low

    @property
    def area(self) -> str:
        """The digits of its place's code that tell the place, all those of a place in it start with them."""
        return (self.stated.adcode or "").rstrip("0")

    @property
    def bearer(self) -> str:
        """Whom it is about, without quotation marks and the number of an edition."""
        return _EDITION.sub("", self.stated.subject or "")

    @property
    def family(self) -> str:
        """The family of its indicator."""
        return (self.indicator or "").partition(".")[0]

    @property
    def runs_over_years(self) -> bool:
        """Does it hold for a period of years?"""
        return self.own_time is not None and self.own_time.months >= _LONG

    @property
    def scope(self) -> str | None:
        """Of a rank: among whom."""
        found = _SCOPE.search(self.stated.raw.lstrip(_TAKES))
        return found[0] if found else None


def briefs(figures: Iterable[tuple[int, Stated]]) -> list[Brief]:
    """The figures of a side in brief, in the order they come in; each with its place on the side."""
    placed = list(_placed(figures))
    found: list[Brief] = []
    named: dict[tuple[str, str | None], Brief] = {}
    for number, (at, stated, offset) in enumerate(placed):
        before, after = (_neighbour(placed, number, number + step) for step in (-1, 1))
        if before is None:
            named.clear()
        sort = (stated.kind, stated.unit)
        found.append(_named_by(named.get(sort), _brief(at, stated, offset, before, after)))
        named[sort] = found[-1]
    return found


Placed = tuple[int, Stated, int]


def _placed(figures: Iterable[tuple[int, Stated]]) -> Iterator[Placed]:
    """Each figure with where in its sentence it stands: the sentence's figures come in their order."""
    last: tuple[str, str] | None = None
    reached = 0
    for at, stated in figures:
        here = (stated.document, stated.sentence)
        if here != last:
            last, reached = here, 0
        offset = stated.sentence.find(stated.raw, reached)
        if offset < 0:
            offset = max(stated.sentence.find(stated.raw), 0)
        else:
            reached = offset + len(stated.raw)
        yield at, stated, offset


def _named_by(last: Brief | None, brief: Brief) -> Brief:
    """Without a name of its own, a figure goes on with that of its sort before it: 公寓6900套，累计2万套."""
    if last is None or brief.item or not last.item or not (last.is_base or brief.goes_on):
        return brief
    indicator = last.indicator if brief.indicator in (None, last.family) else brief.indicator
    words = {**last.words, **brief.words}
    own = {**last.own, **brief.own}
    time = None if last.is_base else brief.own_time
    return replace(brief, item=last.item, own=own, words=words, indicator=indicator, own_time=time)


def _bare(stated: Stated) -> str:
    """The item without what every item may bear: its place, and 全市 or 各类."""
    place = (stated.place or "").rstrip("省市区县")
    item = _EVERY.sub("", stated.item or "")
    return item.replace(place, "") if place else item


def _neighbour(placed: list[Placed], number: int, other: int) -> int | None:
    if not 0 <= other < len(placed):
        return None
    one, two = placed[number][1], placed[other][1]
    return placed[other][0] if (one.document, one.sentence) == (two.document, two.sentence) else None


def _brief(at: int, stated: Stated, offset: int, before: int | None, after: int | None) -> Brief:
    sentence = stated.sentence
    left, right = sentence[:offset], sentence[offset + len(stated.raw) :]
    own, words = around(left, right)
    item = frozenset(grams(_bare(stated)))
    for gram in item:
        own[gram] = words[gram] = 1.0
    return Brief(
        at=at,
        stated=stated,
        group=GROUPS.get(stated.kind, stated.kind),
        item=item,
        own=own,
        words=words,
        before=before,
        after=after,
        is_structure=_is_structure(stated),
        sets_time=_sets_time(stated, left, right),
        is_step=is_step(left) or (stated.kind != "change" and stated.raw.startswith(_STEPS)),
        is_base=_is_base(left, right),
        is_part=_WHOLE.search(left) is not None,
        is_most=_MOST.search(left) is not None,
        goes_on=_GOES_ON.search(left) is not None,
        indicator=stated.indicator,
        flows=_flows(left),
        when=as_of(stated.time, stated.published),
        own_time=period(stated.time),
    )


def _is_base(left: str, right: str) -> bool:
    leads = _BASE_BEFORE.search(left) is not None and _BASE_AFTER.match(right) is not None
    return leads or _ENDED.match(right) is not None


def number_of(stated: Stated) -> tuple[object, ...]:
    """Its number or date, to be compared as a whole."""
    return stated.value, stated.low, stated.high, stated.date


def is_step(left: str) -> bool:
    """Do the words before a figure make it a step, not a level?"""
    return _STEP.search(left) is not None


def _is_structure(stated: Stated) -> bool:
    if stated.unit in _LISTED:
        return True
    return (stated.kind == "rank" or stated.indicator == EDITION) and _DEBUT.match(stated.raw) is not None


def _flows(left: str) -> bool | None:
    """What the figure's own part of the sentence says of it; what stands nearest counts."""
    part = _PART.split(left)[-1]
    flow, level = (max((found.end() for found in cue.finditer(part)), default=-1) for cue in (_FLOW, _LEVEL))
    return None if flow == level else flow > level


def _sets_time(stated: Stated, left: str, right: str) -> bool:
    if stated.kind == "date":
        leads = _SETS_TIME.search(left) is not None and _OPENS.search(left) is None
        ends = _AS_OF.match(right) or stated.raw.endswith(("月末", "季度", "年末", "半年", "年度"))
        return leads or bool(ends) or _PRECISE.search(stated.raw) is None
    if stated.kind == "duration":
        return _LASTS.match(right) is not None or stated.raw.endswith(("来", "内", "间", "前", "后"))
    return False
