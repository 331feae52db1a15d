"""Which place each figure is about.

The nearest word wins: a place named in the figure's clause, then in its sentence, then the topic of the
paragraph, the section's head, and at last the article's home. A place that is only an origin, a destination,
a comparison, the scope of a rank or part of a name sets nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talentx.context.home import home_of
from talentx.context.mentions import find_mentions
from talentx.context.placereader import Reader, Setting
from talentx.context.placeroles import Cue, cues_of
from talentx.context.places import Gazetteer, Place
from talentx.context.scenes import Scene, settings
from talentx.text.structure import Article, Sentence, Span

LONGEST = 600
"""Characters in a sentence that is still read as one."""
CELL_REST = ("", "地区", "：", ":")
"""What may stand beside a place in a table's head that is nothing but the place."""


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """The place a figure is about, its code where it is certain, and the span of the words that say so."""

    name: str
    adcode: str | None
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
    article = _cut(article, text)
    sentences = list(article.sentences())
    if not sentences:
        return [_found(Setting(default, None)) if default else None for _ in spans]
    by_sentence = _cues(text, sentences, gazetteer, default)
    home = home_of(article, text, by_sentence, gazetteer, default)
    in_force = settings(article, text, by_sentence, home, gazetteer)
    starts = [sentence.start for sentence in sentences]
    where = [max(0, bisect_right(starts, span[0]) - 1) for span in spans]
    together: dict[int, list[Span]] = {}
    for index, span in sorted(zip(where, spans, strict=True)):
        together.setdefault(index, []).append(span)
    found: list[PlaceFound | None] = []
    for index, span in zip(where, spans, strict=True):
        sentence = sentences[index]
        here = by_sentence[sentence.start]
        following = by_sentence[sentences[index + 1].start] if index + 1 < len(sentences) else ()
        scene = in_force.get(sentence.start, Scene(None, home))
        reader = Reader(
            text, sentence, here, following, scene.setting, scene.home, together[index], gazetteer
        )
        setting = _of_cell(sentence, gazetteer, default) or reader.setting(span)
        found.append(_found(setting) if setting is not None else None)
    return found


def _found(setting: Setting) -> PlaceFound:
    return PlaceFound(setting.place.name, setting.place.adcode or None, setting.evidence)


def _cut(article: Article, text: str) -> Article:
    """The article with sentences beyond any reading (a page without a full stop) cut at their clauses."""
    if all(sentence.end - sentence.start <= LONGEST for sentence in article.sentences()):
        return article
    sections = [
        replace(section, paragraphs=tuple(tuple(_pieces(text, p)) for p in section.paragraphs))
        for section in article.sections
    ]
    return replace(article, sections=tuple(sections))


def _pieces(text: str, paragraph: Sequence[Sentence]) -> Iterator[Sentence]:
    for sentence in paragraph:
        start = sentence.start
        while sentence.end - start > LONGEST:
            comma = text.rfind("，", start, start + LONGEST)
            end = comma + 1 if comma > start else start + LONGEST
            yield replace(sentence, start=start, end=end)
            start = end
        yield replace(sentence, start=start)


def _cues(
    text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer, default: Place | None
) -> dict[int, list[Cue]]:
    """The mentions of places with their roles, by the start of their sentence."""
    mentions = find_mentions(text, sentences[0].start, max(s.end for s in sentences), gazetteer, default)
    starts = [mention.start for mention in mentions]
    found: dict[int, list[Cue]] = {}
    for sentence in sentences:
        inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found[sentence.start] = cues_of(text, sentence.start, sentence.end, inside)
    return found


def _of_cell(sentence: Sentence, gazetteer: Gazetteer, default: Place | None) -> Setting | None:
    """The place that heads a table's row or column."""
    if sentence.cell is None:
        return None
    for head in (sentence.cell.row, sentence.cell.column):
        found = find_mentions(head, 0, len(head), gazetteer, default)
        rest = head[: found[0].start] + head[found[0].end :] if len(found) == 1 else head
        if len(found) == 1 and rest.strip() in CELL_REST:
            return Setting(found[0].place, None)
    return None
