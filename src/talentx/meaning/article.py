"""The figures of an article that say something, each with its sentence and its meaning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.figures.columns import in_column
from talentx.figures.model import Figure
from talentx.meaning.decide import Meaning, decide
from talentx.meaning.frame import Frame, frames
from talentx.meaning.pack import Pack
from talentx.meaning.scene import Cutter, Hit, Passage, Setting
from talentx.text.sentences import clauses
from talentx.text.structure import Article, Sentence

_SILENT = frozenset({"byline", "furniture"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure, where it stands and what it means."""

    figure: Figure
    sentence: Sentence
    meaning: Meaning


def statements(
    article: Article,
    text: str,
    figures: Sequence[Figure],
    published: str | None,
    title: str | None,
    pack: Pack,
    cut: Cutter,
) -> list[Statement]:
    """What the figures of the article state, in text order; those without meaning are left out.

    `figures` are those of the whole `text`, in text order; `title` is one that is known from elsewhere.
    """
    framed: list[tuple[Sentence, Frame]] = []
    mood: Hit | None = None
    for setting, paragraph in _paragraphs(article, text, published, title):
        passages = [_passage(sentence, text, figures) for sentence in paragraph]
        homes = [
            sentence for sentence, passage in zip(paragraph, passages, strict=True) for _ in passage.figures
        ]
        planned = any(word in setting.title for word in pack.lexicon.lists.get("plan_titles", ()))
        found, mood = frames(text, passages, setting, cut, pack.lexicon, mood if planned else None)
        framed += zip(homes, found, strict=True)
    meanings = decide([frame for _, frame in framed], pack)
    return [
        Statement(frame.figure, sentence, meaning)
        for (sentence, frame), meaning in zip(framed, meanings, strict=True)
        if meaning is not None and not meaning.leave_out
    ]


def _paragraphs(
    article: Article, text: str, published: str | None, given: str | None
) -> Iterator[tuple[Setting, Sequence[Sentence]]]:
    """The paragraphs with what holds for them; titles and heads are paragraphs of their own."""
    title = "\n".join([given or "", *(text[t.start : t.end] for t in article.titles)])
    for line in article.titles:
        yield Setting("", title, published), (line,)
    for section in article.sections:
        head = text[section.head.start : section.head.end] if section.head else ""
        setting = Setting(head, title, published)
        if section.head:
            yield setting, (section.head,)
        for paragraph in section.paragraphs:
            yield setting, [s for s in paragraph if s.role not in _SILENT]


def _passage(sentence: Sentence, text: str, figures: Sequence[Figure]) -> Passage:
    first = bisect_left(figures, sentence.start, key=lambda f: f.start)
    last = bisect_left(figures, sentence.end, key=lambda f: f.start)
    own = tuple(f for f in figures[first:last] if f.end <= sentence.end)
    parts = tuple(clauses(text, sentence.start, sentence.end))
    if sentence.cell is None:
        return Passage(parts, own)
    column = sentence.cell.column
    return Passage(parts, tuple(in_column(f, column) for f in own), column, sentence.cell.row)
