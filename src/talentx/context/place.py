"""Which place each figure is about.

The nearest word wins: a place named in the figure's clause, then in its sentence, then the topic of the
paragraph, the section's head, and at last the article's home. A place that is only an origin, a destination,
a comparison, the scope of a rank or part of a name sets nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talentx.context import placecues as cues
from talentx.context.home import Home, area_of, home_of
from talentx.context.mentions import Mention, find_mentions
from talentx.context.placeroles import JOINING, Cue, clause_end, clause_start, cues_of
from talentx.context.places import Gazetteer, Place
from talentx.text.structure import Article, Sentence

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """The place a figure is about, its code where it is certain, and the span of the words that say so."""

    name: str
    adcode: str | None
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class _Setting:
    """The place in force at a point of the article, and the span it comes from."""

    place: Place
    evidence: Span | None


def places(
    article: Article,
    text: str,
    gazetteer: Gazetteer,
    spans: Sequence[Span],
    *,
    default: Place | None = None,
) -> list[PlaceFound | None]:
    """For each figure's span of `text` the place it is about, None where the article names none.

    `default` is a place known from outside (a source's own city); what the article says goes before it.
    """
    sentences = list(article.sentences())
    if not sentences:
        return [_found(_Setting(default, None)) if default else None for _ in spans]
    mentions = find_mentions(text, sentences[0].start, max(s.end for s in sentences), gazetteer, default)
    by_sentence = {s.start: _cues(text, s, mentions, gazetteer) for s in sentences}
    home = home_of(article, text, by_sentence, gazetteer, default)
    settings = _settings(article, by_sentence, home, gazetteer)
    starts = [s.start for s in sentences]
    found: list[PlaceFound | None] = []
    for span in spans:
        index = max(0, bisect_right(starts, span[0]) - 1)
        sentence = sentences[index]
        following = by_sentence[sentences[index + 1].start] if index + 1 < len(sentences) else ()
        in_force = settings.get(sentence.start)
        reader = _Reader(text, sentence, by_sentence[sentence.start], following, in_force, home, spans, gazetteer)
        setting = _of_cell(sentence, gazetteer, default) or reader.setting(span)
        found.append(_found(setting) if setting is not None else None)
    return found


def _found(setting: _Setting) -> PlaceFound:
    return PlaceFound(setting.place.name, setting.place.adcode or None, setting.evidence)


def _cues(text: str, sentence: Sentence, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Cue]:
    inside = [m for m in mentions if sentence.start <= m.start < sentence.end]
    return cues_of(text, sentence.start, sentence.end, inside, gazetteer)


def _of_cell(sentence: Sentence, gazetteer: Gazetteer, default: Place | None) -> _Setting | None:
    """The place that heads a table's row or column."""
    if sentence.cell is None:
        return None
    for head in (sentence.cell.row, sentence.cell.column):
        found = find_mentions(head, 0, len(head), gazetteer, default)
        if len(found) == 1 and (head[: found[0].start] + head[found[0].end :]).strip() in ("", "地区", "：", ":"):
            return _Setting(found[0].place, None)
    return None


def _settings(
    article: Article, by_sentence: Mapping[int, Sequence[Cue]], home: Home | None, gazetteer: Gazetteer
) -> dict[int, _Setting]:
    """The place in force at the start of each sentence, by the sentence's start."""
    base = _Setting(home.place, home.evidence) if home is not None else None
    settings: dict[int, _Setting] = {}
    for section in article.sections:
        of_section = base
        if section.head is not None:
            if base is not None:
                settings[section.head.start] = base
            of_section = _topic(by_sentence[section.head.start], base, base, gazetteer)
        for paragraph in section.paragraphs:
            in_force = of_section
            for sentence in paragraph:
                if in_force is not None:
                    settings[sentence.start] = in_force
                if sentence.role in ("body", "caption"):
                    in_force = _topic(by_sentence[sentence.start], in_force, of_section, gazetteer)
    for title in article.titles:
        if base is not None:
            settings[title.start] = base
    return settings


def _topic(
    found: Sequence[Cue], in_force: _Setting | None, base: _Setting | None, gazetteer: Gazetteer
) -> _Setting | None:
    """The place in force after a sentence: its topic where it has one; the base where it contrasts several."""
    topics: list[_Setting] = []
    for cue in found:
        if cue.role == "topic":
            place = cue.place or (in_force and area_of(in_force.place, cue.area, gazetteer))
            if place is not None:
                topics.append(_Setting(place, (cue.start, cue.end)))
    if not topics:
        return in_force
    last = topics[-1]
    chained = all(
        gazetteer.within(last.place, t.place) or gazetteer.within(t.place, last.place) for t in topics
    )
    return last if chained else base


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the place of a figure in one sentence."""

    text: str
    sentence: Sentence
    found: Sequence[Cue]
    following: Sequence[Cue]
    in_force: _Setting | None
    home: Home | None
    spans: Sequence[Span]
    gazetteer: Gazetteer

    def setting(self, span: Span) -> _Setting | None:
        """The place in force at a figure."""
        text, sentence = self.text, self.sentence
        first = clause_start(text, sentence.start, span[0])
        last = clause_end(text, span[1], sentence.end)
        before = [c for c in self.found if first <= c.start and c.end <= span[1]]
        if cues.SUM.search(text, first, span[0]) and not any(c.role in ("topic", "plain") for c in before):
            return self._base()
        return (
            self._nearest(before, span)
            or self._following(span, last)
            or self._speaker(span)
            or self._fronted(first, last)
            or self._carried(first)
            or self.in_force
        )

    def _base(self) -> _Setting | None:
        return _Setting(self.home.place, self.home.evidence) if self.home is not None else self.in_force

    def _resolve(self, cue: Cue, span: Span | None = None) -> _Setting | None:
        """The place a mention sets, or None where it sets none here."""
        if cue.role not in ("topic", "plain"):
            return None
        current = self.in_force.place if self.in_force is not None else None
        if cue.place is None:
            return self._relative(cue, current, span)
        if current is None or self.home is None:
            return _Setting(cue.place, (cue.start, cue.end))
        inside = self._inside(cue)
        if cue.place != current and cues.FIRST_OF.match(self.text, cue.end) and self.gazetteer.within(current, cue.place):
            return None
        if not inside and cues.BIOGRAPHY.match(self.text, cue.end, self.sentence.end):
            return None
        if cue.role == "plain" and (not inside or self.gazetteer.within(self.home.place, cue.place)) and cue.place != current:
            above = self.gazetteer.within(self.home.place, cue.place) or self.gazetteer.within(current, cue.place)
            if above or self.text[cue.start - 1 : cue.start] not in ("在", "于"):
                return None
        return _Setting(cue.place, (cue.start, cue.end))

    def _inside(self, cue: Cue) -> bool:
        """Whether a mention lies in the article's home; where that is not sure, every one does."""
        if cue.place is None or self.home is None or not self.home.sure:
            return True
        return self.gazetteer.within(cue.place, self.home.place)

    def _relative(self, cue: Cue, current: Place | None, span: Span | None) -> _Setting | None:
        if current is None or (span is not None and cues.RANK.search(self.text, span[0] - 1, span[1])):
            return None
        place = area_of(current, cue.area, self.gazetteer)
        if place is None and self.home is not None:
            place = area_of(self.home.place, cue.area, self.gazetteer)
        if place is None or (cue.role == "plain" and place != current and self.gazetteer.within(current, place) and
                             not self._is_organ(cue)):
            return None
        return _Setting(place, (cue.start, cue.end))

    def _is_organ(self, cue: Cue) -> bool:
        return self.text[cue.start] == cue.area[0]

    def _nearest(self, before: Sequence[Cue], span: Span) -> _Setting | None:
        """The last mention that sets a place before a figure in its clause; a coordinated group counts as one."""
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
        nested = any(
            a is not b and a.place and b.place and self.gazetteer.within(a.place, b.place) for a in group for b in group
        )
        return [before[-1]] if nested else group

    def _of_group(self, group: Sequence[Cue], span: Span) -> _Setting | None:
        """Members in turn where the text says 分别, else the unit that holds them all."""
        if group[-1].role not in ("topic", "plain"):
            return None
        spread = cues.EACH.search(self.text, group[-1].end, span[0])
        evidence = (group[0].start, group[-1].end)
        if spread:
            later = [s for s in self.spans if spread.end() <= s[0] <= span[0]]
            if 0 < len(later) <= len(group) and (place := group[len(later) - 1].place):
                return _Setting(place, (group[len(later) - 1].start, group[len(later) - 1].end))
        common = group[0].place
        for cue in group[1:]:
            if common is not None and cue.place is not None:
                common = self.gazetteer.common(common, cue.place)
        if common is None or (self.home is not None and not self.gazetteer.within(common, self.home.place)):
            return None
        return _Setting(common, evidence)

    def _following(self, span: Span, last: int) -> _Setting | None:
        """The first place after a figure in its clause, if no other figure stands between."""
        after = [c for c in self.found if span[1] <= c.start and c.end <= last]
        for cue in after:
            if any(span[1] <= s[0] < cue.start for s in self.spans) and cue.role != "plain":
                return None
            setting = self._resolve(cue, span)
            if setting is not None:
                return setting
        return None

    def _speaker(self, span: Span) -> _Setting | None:
        """Who says so, where that follows the quotation: “…”苏州一位班主任说."""
        close = self.text.find("”", span[1], min(len(self.text), self.sentence.end + 40))
        opened = self.text.rfind("“", self.sentence.start, span[0])
        if close < 0 or opened < 0 or self.text.find("”", opened, span[0]) >= 0:
            return None
        for cue in (*self.found, *self.following):
            if cue.start == close + 1 and cues.SPEAKER.match(self.text, cue.end):
                return self._resolve(cue)
        return None

    def _fronted(self, first: int, last: int) -> _Setting | None:
        """An adverbial at the sentence's head has the place of the clause that follows it."""
        text, sentence = self.text, self.sentence
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

    def _carried(self, first: int) -> _Setting | None:
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
        if cue.role == "topic":
            return self._inside(cue) or self.text[cue.start - 1 : cue.start] not in ("在", "于")
        return cue.place is not None and self._inside(cue) and not re.search("[；。]", self.text[cue.end : position])

    def _listed(self, cue: Cue) -> bool:
        """Whether a place is a member of a list with a figure each: 集美区1500套、同安区1300套."""
        first = clause_start(self.text, self.sentence.start, cue.start)
        return "、" in self.text[first : cue.start] and any(
            c.place is not None and c.role in ("topic", "plain") and first <= c.start < cue.start for c in self.found
        )
