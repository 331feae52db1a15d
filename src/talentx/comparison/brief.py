"""What of a figure decides whether another is of its series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from talentx.comparison.cues import Cues, cues_of
from talentx.comparison.model import Stated
from talentx.comparison.periods import Period, as_of, period
from talentx.comparison.wording import around, grams

GROUPS = {
    "talent": "persons",
    "people": "persons",
    "fund": "money",
    "award": "money",
    "money": "money",
}
_EDITION = re.compile('[“”"—《》 ]|第[一二三四五六七八九十百0-9]+[届期批]|[0-9]{4}年?')
_EVERY = re.compile(
    "全[国省市区县]|各[类级种]|(?<=人才)资源|(?:总规模|规模|总额|总金额|金额|总量|总数|数量|占比|比重|比例)$"
)
_SCOPE = re.compile(
    "全国|全省|全市|全区|全县|全球|世界|副省级|省会|同类|中西部|华东|[\u3400-\u9fff]{1,3}[省市区县]"
)
_TIMES = frozenset({"年", "月", "天", "周", "小时", "分钟"})
_REACHED = re.compile("[到至为成]")
_TAKES = "居位列排名在"


@dataclass(frozen=True, slots=True)
class Brief:
    """A figure, and what was read of the words around it. `at` is its place on its side, from 0."""

    at: int
    stated: Stated
    group: str
    indicator: str | None
    item: frozenset[str]
    own: dict[str, float]
    words: dict[str, float]
    before: int | None
    """The figure before it in its sentence."""
    after: int | None
    cues: Cues
    when: Period | None
    own_time: Period | None
    area: str
    """The digits of its place's code that tell the place, all those of a place in it start with them."""
    bearer: str
    """Whom it is about, without quotation marks and the number of an edition."""

    @property
    def number(self) -> Decimal | None:
        """Its number, of a range the low end."""
        return self.stated.value if self.stated.value is not None else self.stated.low

    @property
    def year_printed(self) -> int | None:
        """The year of its article."""
        published = self.stated.published
        return None if published is None else int(published[:4])

    @property
    def family(self) -> str:
        """The family of its indicator."""
        return (self.indicator or "").partition(".")[0]

    @property
    def runs_over_years(self) -> bool:
        """Does it hold for a period of years?"""
        return self.own_time is not None and self.own_time.runs_over_years

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


def number_of(stated: Stated) -> tuple[object, ...]:
    """Its number or date, to be compared as a whole."""
    return stated.value, stated.low, stated.high, stated.date


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
        group=_group(stated),
        indicator=stated.indicator,
        item=item,
        own=own,
        words=words,
        before=before,
        after=after,
        cues=cues_of(stated, left, right),
        when=as_of(stated.time, stated.published),
        own_time=period(stated.time),
        area=(stated.adcode or "").rstrip("0"),
        bearer=_EDITION.sub("", stated.subject or ""),
    )


def _group(stated: Stated) -> str:
    """Kinds that may be told of instead of each other; a length of time that was changed to is one."""
    if stated.kind == "change" and stated.unit in _TIMES and _REACHED.search(stated.raw):
        return "duration"
    return GROUPS.get(stated.kind, stated.kind)


def _named_by(last: Brief | None, brief: Brief) -> Brief:
    """Without a name of its own, a figure goes on with that of its sort before it: 公寓6900套，累计2万套."""
    if last is None or brief.item or not last.item or not (last.cues.is_base or brief.cues.goes_on):
        return brief
    indicator = last.indicator if brief.indicator in (None, last.family) else brief.indicator
    words = {**last.words, **brief.words}
    own = {**last.own, **brief.own}
    time = None if last.cues.is_base else brief.own_time
    return replace(brief, item=last.item, own=own, words=words, indicator=indicator, own_time=time)


def _bare(stated: Stated) -> str:
    """The item without what every item may bear: its place, and 全市 or 各类."""
    place = (stated.place or "").rstrip("省市区县")
    item = _EVERY.sub("", stated.item or "")
    return item.replace(place, "") if place else item
