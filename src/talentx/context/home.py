"""The home of an article: the place that a figure is about where nothing nearer says otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talentx.context import placecues as cues
from talentx.context.placeroles import ZONE, Cue
from talentx.context.places import Gazetteer, Place
from talentx.text.structure import Article, Sentence

TITLE_TOPIC, TITLE, SUBTITLE, SEAT, DATELINE, HEAD, TOPIC, PLAIN = 30.0, 12.0, 8.0, 8.0, 4.0, 2.0, 2.0, 1.0
NAME, NAME_IN_TITLE, SCOPE = 0.4, 4.0, 0.1
ABOVE = 0.75
"""What the places of one unit, but for the first, lend it: many districts make the city, one does not."""
RELATIVE_TOPIC, RELATIVE_PLAIN, RELATIVE_IN_TITLE = 2.5, 0.5, 10.0
RELATIVE_MOST = 10.0
"""Each 全市, 我市 speaks for the city of the place that leads, 我区 for the district, up to a limit."""

SURE = 0.6


@dataclass(frozen=True, slots=True)
class Home:
    """A place with the span of the mention that speaks for it most; None for one given from outside.

    It is `sure` where the title or dateline names it or most of the article speaks of it.
    """

    place: Place
    evidence: tuple[int, int] | None
    sure: bool = True
    zone: bool = False
    """Is the article about a development zone there, which 全区 then means?"""


def home_of(
    article: Article,
    text: str,
    cues_by_sentence: Mapping[int, Sequence[Cue]],
    gazetteer: Gazetteer,
    default: Place | None,
) -> Home | None:
    """The article's own place: from its title, dateline and what it speaks of most; else `default`.

    A place that people only come from or go to is no home; a street or town is home only to an article
    that names it in its title.
    """
    weights: dict[Place, float] = {}
    best: dict[Place, tuple[float, tuple[int, int]]] = {}
    relatives: dict[str, float] = {}
    for sentence in article.sentences():
        for cue in cues_by_sentence.get(sentence.start, ()):
            if cue.place is None:
                if cue.role in ("topic", "plain") and cue.area != ZONE:
                    spoken = RELATIVE_TOPIC if cue.role == "topic" else RELATIVE_PLAIN
                    if sentence in article.titles:
                        spoken = RELATIVE_IN_TITLE
                    relatives[cue.area] = relatives.get(cue.area, 0.0) + spoken
                continue
            if cue.role == "other" or cues.COMPARED.search(text, sentence.start, cue.start):
                continue
            weight = _weight(article, text, sentence, cue)
            weights[cue.place] = weights.get(cue.place, 0.0) + weight
            if cue.place not in best or weight > best[cue.place][0]:
                best[cue.place] = weight, (cue.start, cue.end)
    if not weights:
        return Home(default, None) if default is not None else None
    place = _lead(weights, relatives, gazetteer)
    if place.level == "street" and weights.get(place, 0.0) < TITLE:
        place = next(gazetteer.ancestors(place), place)
    inside = sum(weight for other, weight in weights.items() if gazetteer.within(other, place))
    sure = inside >= SURE * sum(weights.values())
    speaking = [best[place]] if place in best else [w for p, w in best.items() if gazetteer.within(p, place)]
    evidence = max(speaking)[1] if speaking else None
    return Home(place, evidence, sure, zone=evidence is not None and _is_zone(text, evidence))


def _is_zone(text: str, evidence: tuple[int, int]) -> bool:
    """Does the name of a zone begin with that of the place, or end in it: 包头|稀土高新区?"""
    start, end = evidence
    return (
        cues.ZONE_NAME.match(text, end) is not None or cues.ZONE_NAME.fullmatch(text, start, end) is not None
    )


def _lead(weights: Mapping[Place, float], relatives: Mapping[str, float], gazetteer: Gazetteer) -> Place:
    """The place of most weight, once those below have lent to it and the relative words have spoken."""
    total = dict(weights)
    for level in ("county", "city"):
        below: dict[Place, list[float]] = {}
        for place, weight in total.items():
            above = next(gazetteer.ancestors(place), None)
            if above is not None and (
                place.level == level or (level == "county" and place.level == "street")
            ):
                below.setdefault(above, []).append(weight)
        for above, lent in below.items():
            total[above] = total.get(above, 0.0) + ABOVE * (sum(lent) - max(lent))
    for area, weight in relatives.items():
        leader = max(total, key=lambda p: (total[p], p.adcode))
        spoken = area_of(leader, area, gazetteer) or _below(leader, area, total, gazetteer)
        if spoken is not None:
            total[spoken] = total.get(spoken, 0.0) + min(weight, RELATIVE_MOST)
    return max(total, key=lambda p: (total[p], p.adcode))


def _below(leader: Place, area: str, total: Mapping[Place, float], gazetteer: Gazetteer) -> Place | None:
    """The weightiest place in the leading one that 全区 or 全县 can mean."""
    inside = [p for p in total if p.name.endswith(area) and gazetteer.within(p, leader)]
    return max(inside, key=lambda p: (total[p], p.adcode), default=None)


def _weight(article: Article, text: str, sentence: Sentence, cue: Cue) -> float:
    title = article.titles and sentence == article.titles[0]
    if cue.role in ("name", "seat"):
        if text[cue.start - 1 : cue.start] == "《":
            return TITLE if sentence in article.titles else PLAIN
        return NAME_IN_TITLE if title else NAME
    if cue.role == "scope":
        return SCOPE
    if sentence in article.titles:
        heads = cue.role == "topic" and text[cue.end : cue.end + 1] in ("：", ":")
        return TITLE_TOPIC if heads else TITLE if title else SUBTITLE
    if sentence.role == "head":
        return HEAD
    before, after = text[sentence.start : cue.start], text[cue.end : min(sentence.end, cue.end + 16)]
    if cues.SEAT.search(before):
        return SEAT
    if re.match("(?:\\d+月)?\\d+日[电讯]|电|讯", after):
        return DATELINE
    if sentence.role == "furniture":
        return NAME
    return TOPIC if cue.role == "topic" else PLAIN


def area_of(place: Place, area: str, gazetteer: Gazetteer) -> Place | None:
    """What a word such as 全市 or 我省 means in a place: it or the nearest unit above it of that kind."""
    chain = [place, *gazetteer.ancestors(place)]
    if area == ZONE:
        return next((p for p in chain if p.level in ("county", "city", "province")), None)
    if area == "省":
        return next((p for p in chain if p.level == "province"), None)
    if area == "市":
        return next((p for p in chain if p.name.endswith("市") or p.level == "city"), None)
    return next((p for p in chain if p.name.endswith(area)), None)
