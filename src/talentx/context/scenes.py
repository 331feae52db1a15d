"""Which place is in force where a sentence begins.

The head of a section or item (福州：…, 【厦门】) sets it for what stands below, else the home of the article;
in a paragraph the topic of a sentence holds for the next ones. The scene that an article opens with holds
until another place is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talentx.context import placecues as cues
from talentx.context.home import Home, area_of
from talentx.context.placereader import Setting
from talentx.context.placeroles import Cue, clause_end
from talentx.context.places import Gazetteer, Place
from talentx.text.structure import Article, Section, Sentence

LONGEST_LABEL = 45
SET = ("topic", "plain")


@dataclass(frozen=True, slots=True)
class Scene:
    """The place in force at a sentence, and the home of the item or article that it stands in."""

    setting: Setting | None
    home: Home | None


def settings(
    article: Article,
    text: str,
    by_sentence: Mapping[int, Sequence[Cue]],
    home: Home | None,
    gazetteer: Gazetteer,
) -> dict[int, Scene]:
    """The scene of each sentence of an article, by the sentence's start."""
    return _Stage(text, by_sentence, home, gazetteer).scenes(article)


@dataclass(frozen=True, slots=True)
class _Stage:
    text: str
    cues: Mapping[int, Sequence[Cue]]
    home: Home | None
    gazetteer: Gazetteer

    def scenes(self, article: Article) -> dict[int, Scene]:
        base = Scene(_setting(self.home), self.home)
        found = {title.start: base for title in article.titles}
        opening = self._opening(article)
        for section in article.sections:
            below = base
            if section.head is not None:
                found[section.head.start] = base
                below = self._under(section.head, base)
            opening = self._section(section, below, opening, found)
        return found

    def _section(
        self, section: Section, below: Scene, opening: Setting | None, found: dict[int, Scene]
    ) -> Setting | None:
        """Set the scenes of a section; what is left of the scene that the article opened with."""
        for paragraph in section.paragraphs:
            if self._is_label(paragraph):
                below, opening = self._under(paragraph[0], below), None
            in_force = opening or below.setting
            seat: Setting | None = None
            for sentence in paragraph:
                school = seat if cues.THE_SCHOOL.match(self.text, sentence.start) else None
                found[sentence.start] = Scene(school or in_force, below.home)
                seat = self._seat(sentence, below) or seat
                if sentence.role not in ("body", "caption"):
                    continue
                in_force = self._topic(sentence, in_force, below)
                if opening is not None and self._names_another(sentence, opening):
                    in_force = below.setting if in_force == opening else in_force
                    opening = None
        return opening

    def _is_label(self, paragraph: Sequence[Sentence]) -> bool:
        """Whether a paragraph is no sentence but the head of an item that opens with its place."""
        first = paragraph[0]
        named = self.cues.get(first.start, ())
        if len(paragraph) > 1 or first.role != "body" or first.end - first.start > LONGEST_LABEL or not named:
            return False
        after = self.text[named[0].end : first.end].strip()
        closed = after.endswith(("。", "；", "，", "！", "？"))
        return named[0].role == "topic" and not closed and (not after or bool(cues.LABEL_END.match(after)))

    def _under(self, head: Sentence, scene: Scene) -> Scene:
        """The scene below a head: its topic's, which is the home of the item where it lies elsewhere."""
        setting = self._topic(head, scene.setting, scene)
        if setting is None or setting == scene.setting:
            return scene
        home, place = self.home, setting.place
        own = home is None or not home.sure or not self.gazetteer.within(place, home.place)
        return Scene(setting, Home(place, setting.evidence) if own else home)

    def _opening(self, article: Article) -> Setting | None:
        """The scene of a report's first sentence: a place finer than the home, and no event's venue."""
        first = next((s for s in article.sentences() if s.role == "body"), None)
        if first is None or self.home is None:
            return None
        named = [cue for cue in self.cues.get(first.start, ()) if cue.role in SET]
        if len(named) != 1 or named[0].role != "topic" or named[0].place is None:
            return None
        cue, place = named[0], named[0].place
        finer = place != self.home.place and self.gazetteer.within(place, self.home.place)
        clause = self.text[cue.end : clause_end(self.text, cue.end, first.end)]
        if not finer or cues.EVENT.search(clause):
            return None
        return Setting(place, (cue.start, cue.end))

    def _seat(self, sentence: Sentence, scene: Scene) -> Setting | None:
        """The city of a school that a sentence names, where it lies in the home."""
        if scene.home is None or not scene.home.sure:
            return None
        for cue in self.cues.get(sentence.start, ()):
            if cue.role == "seat" and cue.place and self.gazetteer.within(cue.place, scene.home.place):
                return Setting(cue.place, (cue.start, cue.end))
        return None

    def _names_another(self, sentence: Sentence, opening: Setting) -> bool:
        return any(
            (cue.place or area_of(opening.place, cue.area, self.gazetteer)) != opening.place
            for cue in self.cues.get(sentence.start, ())
            if cue.role in SET
        )

    def _topic(self, sentence: Sentence, in_force: Setting | None, base: Scene) -> Setting | None:
        """The place in force after a sentence: its topic if it has one, the base where it has several."""
        topics: list[Setting] = []
        for cue in self.cues.get(sentence.start, ()):
            if cue.role != "topic":
                continue
            place = cue.place
            if place is None and in_force is not None:
                place = area_of(in_force.place, cue.area, self.gazetteer)
            if place is None or self._passes(cue, sentence, in_force, base):
                continue
            if self._is_part(cue, place, sentence, in_force):
                continue
            topics.append(Setting(place, (cue.start, cue.end)))
        if not topics:
            return in_force
        last, within = topics[-1], self.gazetteer.within
        chained = all(within(last.place, t.place) or within(t.place, last.place) for t in topics)
        return last if chained else base.setting

    def _is_part(self, cue: Cue, place: Place, sentence: Sentence, in_force: Setting | None) -> bool:
        """Whether a topic is but a part of the place in force: 全市建成6000套，其中城东区2400套."""
        if in_force is None or place == in_force.place or not self.gazetteer.within(place, in_force.place):
            return False
        alone = cues.PART_BEFORE.search(self.text, sentence.start, cue.start)
        return alone is not None or self.text.find("其中", sentence.start, cue.start) >= 0

    def _passes(self, cue: Cue, sentence: Sentence, in_force: Setting | None, base: Scene) -> bool:
        """Whether a topic holds in its own sentence at most: a debut's area, the home's zone, an aside."""
        place, home = cue.place, base.home
        if place is None:
            return False
        if cue.first and in_force is not None and self.gazetteer.within(in_force.place, place):
            return True
        if home is None:
            return False
        if cue.zone and self.gazetteer.within(home.place, place):
            return True
        near = self.gazetteer.within(place, home.place) or self.gazetteer.within(home.place, place)
        opens = cues.LEAD.fullmatch(self.text, sentence.start, cue.start) is not None
        return home.sure and not near and not opens


def _setting(home: Home | None) -> Setting | None:
    return Setting(home.place, home.evidence) if home is not None else None
