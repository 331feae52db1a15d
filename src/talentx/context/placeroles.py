"""What each mention of a place is there for: topic, scope of a rank, part of a name, origin or comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from talentx.context import placecues as cues
from talentx.context.mentions import Mention
from talentx.context.places import Place

Role = Literal["topic", "plain", "scope", "other", "name", "seat"]
"""What a place is there for.

`topic`: it heads its clause; `plain`: another that the clause is about; `scope`: only the area of a rank
or share; `other`: origin, destination or comparison; `name`: inside an organisation's or a document's name;
`seat`: inside that of a school or hospital, heading its clause.
"""

JOINING = ("、", "和", "与", "及", "以及", "或")
REGIONS = ("71", "81", "82")
"""How the codes of 台湾, 香港 and 澳门 begin."""
BULLETS = "·•●■◆▲"
ZONE = "zone"
"""The area of a development zone named without its city: it stands for the home."""
QUOTE = re.compile("“[^”“]{1,24}”|「[^」「]{1,24}」|『[^』『]{1,24}』|《[^》]{1,60}》")


@dataclass(frozen=True, slots=True)
class Cue:
    """A mention with its role.

    `place` is None for a relative word (全市), whose `area` is its last character.
    `first` marks the area of a debut: 宁波市 in 宁波市首个博士社区; `zone` a development zone.
    """

    start: int
    end: int
    place: Place | None
    role: Role
    area: str = ""
    first: bool = False
    zone: bool = False


def cues_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Cue]:
    """The mentions and relative words of one sentence `text[start:end]`, with their roles."""
    quotes = [m.span() for m in QUOTE.finditer(text, start, end) if not re.search("[，。；]", m.group())]
    found: list[Cue] = []
    for mention in mentions:
        role = _role(text, start, end, mention, quotes)
        previous = found[-1] if found else None
        joined = previous is not None and text[previous.end : mention.start] in JOINING
        if previous is not None and joined and role == "plain" and previous.role in ("other", "topic"):
            role = previous.role
        first = cues.FIRST_OF.match(text, mention.end, end) is not None
        found.append(Cue(mention.start, mention.end, mention.place, role, "", first, mention.zone))
    found += _relatives(text, start, end, found, quotes)
    found.sort(key=lambda cue: cue.start)
    return _behind_origins(text, found)


def _behind_origins(text: str, found: list[Cue]) -> list[Cue]:
    """All members of a list are what its last one is: 与北京、上海签约."""
    for index in range(len(found) - 2, -1, -1):
        here, following = found[index], found[index + 1]
        listed = text[here.end : following.start] == "、"
        if listed and following.role == "other" and here.role in ("plain", "topic"):
            found[index] = replace(here, role="other")
    return found


def clause_start(text: str, start: int, position: int) -> int:
    """Where the clause of `position` begins within a sentence that begins at `start`."""
    for index in range(position - 1, start - 1, -1):
        if text[index] == "】" or (text[index] in cues.CLAUSE_END and not _inside_number(text, index)):
            return index + 1
        if text[index] in BULLETS and text[index - 1] in " 　":
            return index
        if text[index] == "—" and index > start and text[index - 1] == "—":
            return index + 1
    return start


def clause_end(text: str, position: int, end: int) -> int:
    """Where the clause of `position` ends within a sentence that ends at `end`."""
    for index in range(position, end):
        if text[index] in cues.CLAUSE_END and not _inside_number(text, index):
            return index
        if text.startswith("——", index) or (text[index] in BULLETS and text[index - 1] in " 　"):
            return index
    return end


def _inside_number(text: str, index: int) -> bool:
    return (
        text[index] in ",:"
        and 0 < index < len(text) - 1
        and text[index - 1].isdigit()
        and text[index + 1].isdigit()
    )


def _role(text: str, start: int, end: int, mention: Mention, quotes: Sequence[tuple[int, int]]) -> Role:
    first = clause_start(text, start, mention.start)
    before = text[first : mention.start]
    topic = cues.LEAD.fullmatch(before) is not None
    if _is_name(text, start, end, mention, quotes):
        school = topic and _is_city(mention.place) and cues.SCHOOL.match(text, mention.end, end)
        return "seat" if school else "name"
    if _is_region(mention.place) and not topic and cues.PEOPLE_AFTER.match(text, mention.end, end):
        return "other"
    if _is_other(text, before, mention.end, end):
        return "other"
    called = text[mention.start : mention.end] == mention.place.short and mention.place.level == "county"
    if called and cues.HILL.match(text, mention.end, end):
        return "name"
    if called and not topic and cues.CALLED.match(text, mention.end, end):
        return "name"
    ranked = cues.SCOPE_LATER.match(text, mention.end, end)
    if before.endswith("在") and ranked:
        return "scope"
    if not topic and (
        cues.SCOPE_AFTER.match(text, mention.end, end) or (cues.SCOPE_BEFORE.search(before) and ranked)
    ):
        return "scope"
    return "topic" if topic else "plain"


def _is_region(place: Place) -> bool:
    return place.adcode[:2] in REGIONS


def _is_city(place: Place) -> bool:
    return place.level == "city" or _is_region(place)


def _is_name(text: str, start: int, end: int, mention: Mention, quotes: Sequence[tuple[int, int]]) -> bool:
    if any(first < mention.start and mention.end < last for first, last in quotes):
        return True
    if text[mention.start - 1 : mention.start] in ("(", "（") and cues.FIRM_BRANCH.match(
        text, mention.end, end
    ):
        return True
    called = text[mention.start : mention.end] == mention.place.short and mention.place.level == "county"
    if called and cues.BRAND.match(text, mention.end, end):
        return True
    if cues.ADDRESS_LABEL.search(text, max(start, mention.start - 12), mention.start):
        return True
    return bool(
        cues.ROAD.match(text, mention.end, end)
        or cues.ADDRESS.match(text, mention.end, end)
        or cues.ORGANISATION.match(text, mention.end, end)
    )


def _is_other(text: str, before: str, after: int, end: int) -> bool:
    if cues.OTHER_BEFORE.search(before) or cues.ORIGIN_AFTER.match(text, after, end):
        return True
    if cues.FROM_BEFORE.search(before):
        return cues.LEARNT.match(text, after, end) is None
    if cues.TO_BEFORE.search(before):
        return cues.ERRAND.match(text, after, end) is not None
    return bool(cues.WITH_BEFORE.search(before) and cues.DEALING.match(text, after, end))


def _relatives(
    text: str, start: int, end: int, found: Sequence[Cue], quotes: Sequence[tuple[int, int]]
) -> Iterator[Cue]:
    for match in cues.RELATIVE.finditer(text, start, end):
        if any(cue.start < match.end() and match.start() <= cue.end for cue in found):
            continue
        area = match.group(match.lastgroup) if match.lastgroup not in (None, "region") else "省"
        first = clause_start(text, start, match.start())
        before = text[first : match.start()]
        quoted = any(a < match.start() and match.end() < b for a, b in quotes)
        scope = quoted or (
            match.group("area")
            and (
                cues.SCOPE_BEFORE.search(before)
                or cues.SCOPE_AFTER.match(text, match.end(), end)
                or (before.endswith("在") and cues.SCOPE_LATER.match(text, match.end(), end))
            )
        )
        role: Role = "scope" if scope else "topic" if cues.LEAD.fullmatch(before) else "plain"
        yield Cue(match.start(), match.end(), None, role, area)
    for match in cues.ZONE_ALONE.finditer(text, start, end):
        before = text[clause_start(text, start, match.start()) : match.start()]
        taken = any(cue.start < match.end() and match.start() < cue.end for cue in found)
        if not taken and cues.LEAD.fullmatch(before):
            yield Cue(match.start(), match.end(), None, "topic", ZONE)
