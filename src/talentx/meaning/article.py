"""The figures of an article that say something, each with its sentence and its meaning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talentx.figures.columns import in_column
from talentx.figures.model import Figure
from talentx.meaning.decide import Meaning, decide
from talentx.meaning.frame import Frame, frames
from talentx.meaning.pack import Pack
from talentx.meaning.scene import Cutter, Hit, Passage, Setting
from talentx.text.sentences import clauses
from talentx.text.structure import Article, Sentence

_SHORT = 40
_RUN_IN = 16
"""Characters that an item of a list, and a head run into its paragraph, have at the most."""
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
    whole = "\n".join([title or "", *(text[t.start : t.end] for t in article.titles)])
    plans = _names_one_of(whole, pack, "plan_titles")
    for setting, paragraph in _paragraphs(article, text, Setting("", whole, published, lasting=plans)):
        passages = [_passage(sentence, text, figures) for sentence in paragraph]
        homes = [
            sentence for sentence, passage in zip(paragraph, passages, strict=True) for _ in passage.figures
        ]
        found, mood = frames(text, passages, setting, cut, pack.lexicon, mood)
        framed += zip(homes, found, strict=True)
    meanings = decide([frame for _, frame in framed], pack)
    return [
        Statement(frame.figure, sentence, meaning)
        for (sentence, frame), meaning in zip(framed, meanings, strict=True)
        if meaning is not None and not meaning.leave_out
    ]


def _names_one_of(title: str, pack: Pack, words: str) -> bool:
    return any(word in title for word in pack.lexicon.lists.get(words, ()))


def _paragraphs(article: Article, text: str, whole: Setting) -> Iterator[tuple[Setting, Sequence[Sentence]]]:
    """The paragraphs with what holds for them; titles and heads are paragraphs of their own."""
    for line in sorted(article.titles, key=lambda title: title.start):
        yield whole, (line,)
    for section in article.sections:
        head = text[section.head.start : section.head.end] if section.head else ""
        setting = replace(whole, head=head)
        if section.head:
            yield setting, (section.head,)
        lead = ""
        for paragraph in section.paragraphs:
            said = [s for s in paragraph if s.role not in _SILENT]
            yield replace(setting, head=f"{head}\n{lead}\n{_run_in(text, said)}"), said
            lead = _lead(text, said) or (lead if lead and _is_item(text, said) else "")


def _run_in(text: str, paragraph: Sequence[Sentence]) -> str:
    """The short first sentence that heads its own paragraph: （一）安家补贴。博士60万元…"""
    if len(paragraph) < 2 or paragraph[0].end - paragraph[0].start > _RUN_IN:
        return ""
    return text[paragraph[0].start : paragraph[0].end]


def _lead(text: str, paragraph: Sequence[Sentence]) -> str:
    """The sentence that introduces the items below it (给予以下扶持：); it is as good as a head to them."""
    last = text[paragraph[-1].start : paragraph[-1].end].rstrip() if paragraph else ""
    return last if last.endswith(("：", ":")) else ""


def _is_item(text: str, paragraph: Sequence[Sentence]) -> bool:
    """Whether a list goes on after the paragraph: an item ends in a semicolon or is short."""
    whole = text[paragraph[0].start : paragraph[-1].end].rstrip() if paragraph else ""
    return whole.endswith(("；", ";")) or len(whole) <= _SHORT


def _passage(sentence: Sentence, text: str, figures: Sequence[Figure]) -> Passage:
    first = bisect_left(figures, sentence.start, key=lambda f: f.start)
    last = bisect_left(figures, sentence.end, key=lambda f: f.start)
    own = tuple(f for f in figures[first:last] if f.end <= sentence.end)
    parts = tuple(clauses(text, sentence.start, sentence.end))
    if sentence.cell is None:
        return Passage(parts, own)
    column = sentence.cell.column
    return Passage(parts, tuple(in_column(f, column) for f in own), column, sentence.cell.row)
