"""Mentions: which stretches of an article name which places.

A name that several places bear, or that is a common word besides, counts only on evidence: the place above it
right before it (北京朝阳), or above it anywhere in the article, or the full name elsewhere in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talentx.context.places import Gazetteer, Hit, Place
from talentx.context.streets import StreetHit, counties_by_streets, counties_of_towns, find_streets

ZONE = re.compile(
    "(?:国家(?:级|自主)?|综合|经济|技术|高新|高技术|产业|火炬|创新|[东西南北]部|临空|临港|航空港|"
    "自由贸易|[()（）])*"
    "(?:高新区|经开区|开发区|保税区|自贸区|自贸片区|试验区|实验区|示范区|工业园区?|高新园区|产业园区|"
    "科学园区?|科技城|科学城|"
    "新区|新城(?!区)|度假区|高教园区?|大学城|科创走廊|合作区)"
)
LISTING = ("、", "和", "及", "以及", "与")
NEAR = 100
"""How many mentions back a doubtful name is settled by."""
OFTEN = 3
"""So many times named, a county needs no other evidence than that."""
SINGLE = re.compile(
    "(?<=[来在留赴驻入返抵])([一-鿿])(?=工作|就业|创业|创新|落户|落地|落实|高校|大学生|院校|人才|企业|"
    "发展|面试|居住|购房|安家|求职|"
    "实习|应聘|参会|参加|投资|央企|院士|专家|博士|举行|召开|举办|开幕|签约|揭[晓牌]|发布|启动|科研|"
    "机构|留学|青年|毕业生|干事|"
    "圆梦|逐梦|学子|之|的|后|前|[，。、；！？”’“)）\\s])"
)
NO_DISTRICT = re.compile("区[块域间位别]")
"""钱塘区块 names no 钱塘区."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a place.

    The place's `adcode` is empty where several bear the name and none is meant more than another.
    A `zone` is a development zone that does not bear the name of its city.
    """

    start: int
    end: int
    place: Place
    zone: bool = False


@dataclass
class _Evidence:
    """What an article says of places before any doubtful name is settled."""

    full: set[str]
    context: set[str]
    often: set[str]


def find_mentions(
    text: str, start: int, end: int, gazetteer: Gazetteer, default: Place | None
) -> list[Mention]:
    """The places named in one article, `text[start:end]`, in order; a chain (杭州市拱墅区) is one mention."""
    hits = list(gazetteer.find(text, start, end))
    streets = find_streets(text, start, end, gazetteer)
    evidence = _gather(hits, streets, gazetteer, default)
    mentions: list[Mention] = []
    for hit in _without_overlap(hits):
        previous = mentions[-1] if mentions else None
        if previous is not None and hit.start < previous.end:
            continue
        above = previous if previous is not None and _adjacent(text, previous, hit.start) else None
        place = _choose(text, hit, above, mentions, evidence, gazetteer)
        if place is None or (above is not None and _is_tail(hit, place, above.place, gazetteer)):
            continue
        chained = above is not None and gazetteer.within(place, above.place)
        if above is not None and chained and (place != above.place or above.end == hit.start):
            mentions[-1] = replace(above, end=hit.end, place=place)
        else:
            zone = all(use == "zone" for use, _ in hit.namings)
            mentions.append(Mention(hit.start, hit.end, place, zone))
    mentions += list(_singles(text, start, end, mentions, evidence, gazetteer))
    mentions = _with_streets(streets, sorted(mentions, key=lambda m: m.start), gazetteer)
    return [_with_zone(text, mention, end) for mention in mentions]


def _without_overlap(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Drop the hits that begin inside a phrase; of two overlapping names the evidence settles which holds."""
    blocked = 0
    for hit in hits:
        if not hit.namings:
            if hit.start >= blocked:
                blocked = hit.end
        elif hit.start >= blocked:
            yield hit


def _gather(
    hits: Sequence[Hit],
    streets: Sequence[Sequence[StreetHit]],
    gazetteer: Gazetteer,
    default: Place | None,
) -> _Evidence:
    evidence = _Evidence(set(), set(), set())
    counts = Counter(place.adcode for hit in _without_overlap(hits) for _, place in hit.namings)
    evidence.often.update(adcode for adcode, count in counts.items() if count >= OFTEN)
    found: list[Place] = [default] if default is not None else []
    found += counties_by_streets(hits, streets)
    found += [county for code in sorted(counties_of_towns(streets)) if (county := gazetteer.unit(code))]
    evidence.full.update(place.adcode for place in found)
    for hit in _without_overlap(hits):
        evidence.full.update(place.adcode for use, place in hit.namings if use == "name")
        certain = _certain(hit)
        if certain is not None:
            evidence.full.add(certain.adcode)
            found.append(certain)
    for place in found:
        evidence.context.update(p.adcode for p in (place, *gazetteer.ancestors(place)))
    return evidence


def _certain(hit: Hit) -> Place | None:
    """The place a hit names whatever else the article says, if any."""
    if hit.homonym and not any(place.level == "province" for _, place in hit.namings):
        return None
    for level in ("province", "city", "county"):
        here = [(use, place) for use, place in hit.namings if place.level == level and use != "literary"]
        if here:
            use, place = here[0]
            return place if len(here) == 1 and (use != "short" or level != "county") else None
    return None


def _adjacent(text: str, previous: Mention, start: int) -> bool:
    between = text[previous.end : start]
    return between in ("", "·", " ", "　")


def _is_tail(hit: Hit, place: Place, above: Place, gazetteer: Gazetteer) -> bool:
    """A short county name right after another county belongs to a name: 上城区|钱塘|智慧城."""
    short = all(use == "short" for use, _ in hit.namings)
    return (
        short and place.level == "county" and above.level == "county" and not gazetteer.within(place, above)
    )


def _choose(
    text: str,
    hit: Hit,
    above: Mention | None,
    mentions: Sequence[Mention],
    evidence: _Evidence,
    gazetteer: Gazetteer,
) -> Place | None:
    """The place a hit names, if the evidence lets it name one."""
    if above is not None:
        below = [
            p for _, p in hit.namings if p.adcode != above.place.adcode and gazetteer.within(p, above.place)
        ]
        if below:
            return min(below, key=lambda p: (bool(p.until), p.adcode[2:] != "0000", p.adcode))
    if NO_DISTRICT.match(text, hit.end - 1):
        return None
    sister = _sister(text, hit, mentions)
    if sister is not None:
        return sister
    options = [place for use, place in hit.namings if _admissible(hit, use, place, evidence, gazetteer)]
    return _settle(hit, options, mentions, evidence, gazetteer)


def _sister(text: str, hit: Hit, mentions: Sequence[Mention]) -> Place | None:
    """The county of the same city as the one before it in a list: 阆中、南部."""
    previous = mentions[-1] if mentions else None
    if previous is None or previous.place.level != "county" or text[previous.end : hit.start] not in LISTING:
        return None
    parent = previous.place.parent
    return next(
        (p for _, p in hit.namings if p.parent == parent and p.level == "county" and not p.until), None
    )


def _admissible(hit: Hit, use: str, place: Place, evidence: _Evidence, gazetteer: Gazetteer) -> bool:
    under = any(above.adcode in evidence.context for above in gazetteer.ancestors(place))
    known = place.adcode in evidence.full
    if use == "literary":
        return place.adcode in evidence.context
    if use != "short":
        return not hit.homonym or under or place.adcode in evidence.context
    if place.level == "province":
        return True
    if place.level == "city":
        return not place.until and (not hit.homonym or known or under)
    shared = any(other.level != "county" for _, other in hit.namings)
    if shared or place.until:
        return known
    if hit.homonym:
        return known or (under and place.adcode in evidence.often)
    return under or known or place.name.endswith("市") or place.adcode in evidence.often


def _settle(
    hit: Hit, options: list[Place], mentions: Sequence[Mention], evidence: _Evidence, gazetteer: Gazetteer
) -> Place | None:
    """One of several places of one name: the larger, the one in force, the one in what was named last."""
    if len(options) > 1:
        levels = [level for level in ("province", "city", "county") if any(p.level == level for p in options)]
        options = [p for p in options if p.level == levels[0]]
    if len(options) > 1 and all(naming[0] == "short" for naming in hit.namings):
        options = [p for p in options if p.adcode in evidence.full] or options
    if len(options) > 1:
        under = [p for p in options if any(a.adcode in evidence.context for a in gazetteer.ancestors(p))]
        options = [p for p in under if p.parent in evidence.context] or under or options
    if len(options) > 1:
        options = [p for p in options if not p.until] or options
    if len(options) <= 1:
        return options[0] if options else None
    for mention in reversed(mentions[-NEAR:]):
        for place in options:
            parents = {above.adcode for above in gazetteer.ancestors(place)}
            if mention.place.adcode == place.adcode or mention.place.adcode in parents:
                return place
    first = options[0]
    return Place("", first.name, first.short, first.level, "")


def _singles(
    text: str, start: int, end: int, mentions: Sequence[Mention], evidence: _Evidence, gazetteer: Gazetteer
) -> Iterator[Mention]:
    """One-character names: 杭 in 来杭工作, where the article names 杭州 besides."""
    taken = {position for mention in mentions for position in range(mention.start, mention.end)}
    for match in SINGLE.finditer(text, start, end):
        if match.start() in taken:
            continue
        for place in gazetteer.single(match.group(1)):
            if place.adcode in evidence.context:
                yield Mention(match.start(), match.end(), place)
                break


def _with_streets(
    streets: Sequence[Sequence[StreetHit]], mentions: list[Mention], gazetteer: Gazetteer
) -> list[Mention]:
    """Add the streets and towns whose county or city the article names."""
    found = {mention.start: mention for mention in mentions}
    ends = {mention.end: mention for mention in mentions}
    shared = counties_of_towns(streets)
    for ending in streets:
        street = _street(ending, mentions, gazetteer) or _town(ending[0], shared)
        if street is None:
            continue
        for position in range(street.start, street.end):
            found.pop(position, None)
        above = ends.get(street.start)
        if above is not None and _lies_in(street.place, above.place, gazetteer):
            street = replace(street, start=above.start)
        found[street.start] = street
    return [found[position] for position in sorted(found)]


def _street(ending: Sequence[StreetHit], mentions: Sequence[Mention], gazetteer: Gazetteer) -> Mention | None:
    """The longest of the names that end together whose street lies in a place named in the article."""
    for hit in ending:
        index = bisect_right(mentions, hit.start, key=lambda mention: mention.start)
        for mention in (*reversed(mentions[max(0, index - NEAR) : index]), *mentions[index : index + NEAR]):
            inside = [p for p in hit.options if _lies_in(p, mention.place, gazetteer)]
            near = mention.place.level in ("city", "county") or len(hit.options) == 1
            if near and len(inside) == 1:
                return Mention(hit.start, hit.end, inside[0])
    return None


def _town(hit: StreetHit, counties: set[str]) -> Mention | None:
    """The town of that name in one of the counties that towns alone speak for."""
    inside = [place for place in hit.options if place.parent in counties]
    return Mention(hit.start, hit.end, inside[0]) if len(inside) == 1 else None


def _lies_in(street: Place, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether a street lies in a place, which may be known by its name alone."""
    if place.adcode:
        return gazetteer.within(street, place)
    return any(above.name == place.name for above in gazetteer.ancestors(street))


def _with_zone(text: str, mention: Mention, end: int) -> Mention:
    """A development zone is called by its city's or district's name and stands for it: 萧山经济技术开发区."""
    match = ZONE.match(text, mention.end, end)
    return replace(mention, end=match.end()) if match else mention
