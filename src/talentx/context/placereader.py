"""The place of one figure, read from the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talentx.context import placecues as cues
from talentx.context.home import Home, area_of
from talentx.context.placeroles import JOINING, REGIONS, ZONE, Cue, clause_end, clause_start
from talentx.context.places import Gazetteer, Place
from talentx.text.structure import Sentence, Span

NAME_MAX = 12
"""Characters of a school's name after its place."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The place in force at a point of the article, and the span it comes from."""

    place: Place
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the places of the figures of one sentence.

    `found` and `following` are the mentions of this sentence and of the next, `in_force` the place that
    holds where the sentence begins, `spans` its figures in text order.
    """

    text: str
    sentence: Sentence
    found: Sequence[Cue]
    following: Sequence[Cue]
    in_force: Setting | None
    home: Home | None
    spans: Sequence[Span]
    gazetteer: Gazetteer

    def setting(self, span: Span) -> Setting | None:
        """The place in force at a figure."""
        text, sentence = self.text, self.sentence
        first = clause_start(text, sentence.start, span[0])
        last = clause_end(text, span[1], sentence.end)
        before = [c for c in self.found if first <= c.start and c.end <= span[1]]
        if not before and self._is_nationwide(first, span):
            return None
        if cues.SUM.search(text, first, span[0]) and not any(c.role in ("topic", "plain") for c in before):
            return self._base()
        return (
            self._nearest(before, span)
            or self._labelled(first, span)
            or self._following(span, last)
            or self._speaker(span)
            or self._fronted(first, last)
            or self._carried(first)
            or self.in_force
        )

    def _is_nationwide(self, first: int, span: Span) -> bool:
        """Whether the clause is about the whole country, seen from the mainland."""
        lead = cues.LEAD.match(self.text, first, span[0])
        if self.home is not None and self.home.place.adcode[:2] in REGIONS:
            return False
        return lead is not None and bool(cues.NATIONWIDE.fullmatch(self.text, lead.end(), span[0]))

    def _base(self) -> Setting | None:
        return Setting(self.home.place, self.home.evidence) if self.home is not None else self.in_force

    def _resolve(self, cue: Cue, span: Span | None = None) -> Setting | None:
        """The place a mention sets, or None where it sets none here."""
        if cue.role == "seat":
            return self._seat(cue)
        if cue.role not in ("topic", "plain"):
            return None
        if cue.zone and cue.place and self.home and self.gazetteer.within(self.home.place, cue.place):
            return None
        current = self.in_force.place if self.in_force is not None else None
        if cue.place is None:
            return self._relative(cue, current, span)
        if current is None or self.home is None or cue.place == current:
            return Setting(cue.place, (cue.start, cue.end))
        counts = self._counts(cue, cue.place, current, self.home.place)
        return Setting(cue.place, (cue.start, cue.end)) if counts else None

    def _seat(self, cue: Cue) -> Setting | None:
        """The city of a school that lies in the article's home, or in 香港 seen from elsewhere."""
        if cue.place is None or self.home is None:
            return None
        local = self.home.sure and self.gazetteer.within(cue.place, self.home.place)
        far = cue.place.adcode[:2] in REGIONS and cues.PEOPLE_OF_SCHOOL.search(
            self.text, cue.end, min(self.sentence.end, cue.end + NAME_MAX)
        )
        return Setting(cue.place, (cue.start, cue.end)) if local or far else None

    def _counts(self, cue: Cue, place: Place, current: Place, home: Place) -> bool:
        """Whether a mention of another place than the one in force sets a new one."""
        inside = self._inside(cue)
        if cue.first and self.gazetteer.within(current, place):
            return False
        if not inside and cues.BIOGRAPHY.match(self.text, cue.end, self.sentence.end):
            return False
        if cue.role == "topic":
            return True
        if self.gazetteer.within(home, place) or self.gazetteer.within(current, place):
            return False
        return inside or self.text[cue.start - 1 : cue.start] in ("在", "于")

    def _inside(self, cue: Cue) -> bool:
        """Whether a mention lies in the article's home; where that is not sure, every one does."""
        if cue.place is None or self.home is None or not self.home.sure:
            return True
        return self.gazetteer.within(cue.place, self.home.place)

    def _relative(self, cue: Cue, current: Place | None, span: Span | None) -> Setting | None:
        if current is None or (span is not None and cues.RANK.search(self.text, span[0] - 1, span[1])):
            return None
        current = self._told(cue) or current
        area = ZONE if cue.area == "区" and self.home is not None and self.home.zone else cue.area
        place = area_of(current, area, self.gazetteer)
        if place is None and self.home is not None:
            place = area_of(self.home.place, area, self.gazetteer)
        if place is None:
            return None
        aside = cue.role == "plain" and not self._is_organ(cue)
        if aside and place != current and self.gazetteer.within(current, place):
            return None
        return Setting(place, (cue.start, cue.end))

    def _told(self, cue: Cue) -> Place | None:
        """The topic before it in its sentence that a word like 全市 is about; 我市 is always the home."""
        if cue.area == ZONE or self.text[cue.start] in "我本":
            return None
        topics = (c.place for c in reversed(self.found) if c.end <= cue.start and c.role == "topic")
        return next((p for p in topics if p and area_of(p, cue.area, self.gazetteer)), None)

    def _is_organ(self, cue: Cue) -> bool:
        return self.text[cue.start] == cue.area[0]

    def _nearest(self, before: Sequence[Cue], span: Span) -> Setting | None:
        """The last mention that sets a place before a figure in its clause; a group counts as one."""
        left = list(before)
        while left:
            group = self._group(left)
            setting = self._resolve(left[-1], span) if len(group) == 1 else self._of_group(group, span)
            if setting is not None:
                return setting
            del left[len(left) - len(group) :]
        return None

    def _group(self, before: Sequence[Cue]) -> list[Cue]:
        """The places coordinated with the last one: 福田、南山和宝安."""
        group = [before[-1]]
        for cue in reversed(before[:-1]):
            joined = self.text[cue.end : group[0].start] in JOINING
            if not joined or cue.place is None or group[0].place is None:
                break
            group.insert(0, cue)
        members = [cue.place for cue in group if cue.place is not None]
        nested = any(a is not b and self.gazetteer.within(a, b) for a in members for b in members)
        return [before[-1]] if nested else group

    def _of_group(self, group: Sequence[Cue], span: Span) -> Setting | None:
        """Members in turn where the text says 分别, else the unit that holds them all."""
        if group[-1].role not in ("topic", "plain"):
            return None
        spread = cues.EACH.search(self.text, group[-1].end, span[0])
        evidence = (group[0].start, group[-1].end)
        if spread:
            later = [s for s in self.spans if spread.end() <= s[0] <= span[0]]
            if 0 < len(later) <= len(group) and (place := group[len(later) - 1].place):
                return Setting(place, (group[len(later) - 1].start, group[len(later) - 1].end))
        common = group[0].place
        for cue in group[1:]:
            if common is not None and cue.place is not None:
                common = self.gazetteer.common(common, cue.place)
        if common is None or (self.home is not None and not self.gazetteer.within(common, self.home.place)):
            return None
        return Setting(common, evidence)

    def _labelled(self, first: int, span: Span) -> Setting | None:
        """The place that stands alone before the colon of a figure's clause: 福州：5万套."""
        for cue in self.found:
            if cue.end == first - 1 and cue.role == "topic" and self.text[cue.end] in "：:":
                return self._resolve(cue, span)
        return None

    def _following(self, span: Span, last: int) -> Setting | None:
        """The first place after a figure in its clause, if no other figure stands between."""
        after = [c for c in self.found if span[1] <= c.start and c.end <= last]
        while after:
            cue, group = after[0], self._group_from(after)
            if len(group) > 1:
                return self._of_following(group, span)
            if any(span[1] <= s[0] < cue.start for s in self.spans) and cue.role != "plain":
                return None
            setting = self._resolve(cue, span)
            if setting is not None:
                return setting
            del after[0]
        return None

    def _group_from(self, after: Sequence[Cue]) -> list[Cue]:
        """The places coordinated with the first one."""
        group = [after[0]]
        for cue in after[1:]:
            if self.text[group[-1].end : cue.start] not in JOINING or cue.place is None:
                break
            group.append(cue)
        return group

    def _of_following(self, group: Sequence[Cue], span: Span) -> Setting | None:
        """A member in turn where as many figures stand before 分别, else the unit that holds them all."""
        each = cues.EACH.search(self.text, span[1], group[0].start)
        if each is None:
            return self._of_group(group, span)
        first = clause_start(self.text, self.sentence.start, span[0])
        before = [s for s in self.spans if first <= s[0] < each.start()]
        if len(before) != len(group) or group[-1].role not in ("topic", "plain"):
            return None
        cue = group[before.index(span)]
        return Setting(cue.place, (cue.start, cue.end)) if cue.place is not None else None

    def _speaker(self, span: Span) -> Setting | None:
        """Who says so, where that follows the quotation: “…”苏州一位班主任说."""
        close = self.text.find("”", span[1], min(len(self.text), self.sentence.end + 40))
        opened = self.text.rfind("“", self.sentence.start, span[0])
        if close < 0 or opened < 0 or self.text.find("”", opened, span[0]) >= 0:
            return None
        for cue in (*self.found, *self.following):
            if cue.start == close + 1 and cues.SPEAKER.match(self.text, cue.end):
                return self._resolve(cue)
        return None

    def _fronted(self, first: int, last: int) -> Setting | None:
        """An adverbial at the sentence's head has the place of the clause that follows it."""
        text = self.text
        settled = any(self._resolve(c) for c in self.found if c.end <= first)
        if settled or not cues.FRONTED.search(text[first:last].strip()):
            return None
        following = [c for c in self.found if c.start > last and c.role in ("topic", "plain")]
        dated = cues.DATE_ONLY.fullmatch(text, first, last) and len(following) == 1
        if not following or (following[0].role != "topic" and not dated):
            return None
        between = text[last : following[0].start]
        crowded = any(last <= s[0] < following[0].start for s in self.spans)
        if re.search("[。；：]|其中|包括", between) or (crowded and not dated):
            return None
        return self._resolve(following[0])

    def _carried(self, first: int) -> Setting | None:
        """The last place set in an earlier clause; over a semicolon only a topic carries."""
        left = [c for c in self.found if c.end <= first]
        while left:
            cue, group = left[-1], self._group(left)
            setting = self._resolve(cue) if len(group) == 1 else self._of_group(group, (first, first))
            if setting is not None and self._lasts(cue, first):
                return self._base() if self._listed(cue) else setting
            del left[len(left) - len(group) :]
        return None

    def _lasts(self, cue: Cue, position: int) -> bool:
        """Whether a mention still holds in a later clause of its sentence."""
        parted = re.search("[；。]", self.text[cue.end : position]) is not None
        if cue.role == "topic":
            part = cues.PART_BEFORE.search(self.text, self.sentence.start, cue.start)
            if part is not None and parted:
                return False
            return self._inside(cue) or self.text[cue.start - 1 : cue.start] not in ("在", "于")
        if cue.place is None and cues.AUTHORITY_BEFORE.search(self.text, max(0, cue.start - 2), cue.start):
            return True
        if cue.role == "seat" or self._stays(cue):
            return not parted
        named = cue.place is not None and self._inside(cue)
        return (named or self._pays(cue)) and not parted

    def _pays(self, cue: Cue) -> bool:
        """Whether a relative word is the purse that what follows comes from: 市财政, 省人才基金, 县里."""
        words = self.text[cue.start : cue.end]
        return cue.place is None and (len(words) == 1 or words[1:] in ("财政", "级财政", "里"))

    def _stays(self, cue: Cue) -> bool:
        """Whether a clause says no more than where its subject is: 孩子在北京，…."""
        before, after = self.text[cue.start - 1 : cue.start], self.text[cue.end : cue.end + 1]
        return before == "在" and after in ("，", ",")

    def _listed(self, cue: Cue) -> bool:
        """Whether a place is a member of a list with a figure each: 集美区1500套、同安区1300套."""
        first = clause_start(self.text, self.sentence.start, cue.start)
        members = [
            c for c in self.found if c.place and c.role in ("topic", "plain") and first <= c.start < cue.start
        ]
        return bool(members) and "、" in self.text[first : cue.start]
