"""The figures of an article that say something, each with its sentence and its meaning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from talentx.figures.columns import in_column
from talentx.figures.model import Figure
from talentx.meaning.decide import Meaning, Rulebook, decided
from talentx.meaning.frame import Frame, frames
from talentx.meaning.scene import Cutter, Hit, Passage, Setting
from talentx.text.sentences import clauses
from talentx.text.structure import Article, Section, Sentence

_SHORT = 40
_SECTION = 4000
"""Characters of a section that rules look at."""
_RUN_IN = 16
"""Characters that an item of a list, and a head run into its paragraph, have at the most."""
_SILENT = frozenset({"byline", "furniture"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure, where it stands and what it means."""

    figure: Figure
    sentence: Sentence
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as the rules saw it; `meaning` is None where none takes it."""

    sentence: Sentence
    frame: Frame
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before its figures are read: its date, a title told elsewhere, and the name
    of the subject for a figure that starts at a position of the text."""

    published: str | None
    title: str | None
    subject_of: Callable[[int], str]


def statements(
    article: Article, text: str, figures: Sequence[Figure], known: Known, rules: Rulebook, cut: Cutter
) -> list[Statement]:
    """What the figures of the article state, in text order; those without meaning are left out.

    `figures` are those of the whole `text`, in text order.
    """
    return [
        Statement(each.frame.figure, each.sentence, each.meaning)
        for each in readings(article, text, figures, known, rules, cut)
        if each.meaning is not None and not each.meaning.leave_out
    ]


def readings(
    article: Article, text: str, figures: Sequence[Figure], known: Known, rules: Rulebook, cut: Cutter
) -> list[Reading]:
    """Every figure of the article in text order, those without meaning too, but none of bylines and
    furniture."""
    sentences: list[Sentence] = []
    framed: list[Frame] = []
    mood: Hit | None = None
    lexicon = rules.pack.lexicon
    title = "\n".join([known.title or "", *(text[t.start : t.end] for t in article.titles)])
    plans = any(word in title for word in lexicon.lists.get("plan_titles", ()))
    whole = Setting(title=title, published=known.published, subject_of=known.subject_of, lasting=plans)
    for setting, paragraph in _paragraphs(article, text, whole):
        passages = [_passage(sentence, text, figures) for sentence in paragraph]
        for sentence, passage in zip(paragraph, passages, strict=True):
            sentences += [sentence] * len(passage.figures)
        found, mood = frames(text, passages, setting, cut, lexicon, mood)
        framed += found
    return [
        Reading(sentence, frame, meaning)
        for sentence, (frame, meaning) in zip(sentences, decided(framed, rules), strict=True)
    ]


def _paragraphs(article: Article, text: str, whole: Setting) -> Iterator[tuple[Setting, Sequence[Sentence]]]:
    """The paragraphs with what holds for them; titles and heads are paragraphs of their own."""
    for line in sorted(article.titles, key=lambda title: title.start):
        yield whole, (line,)
    for section in article.sections:
        head = text[section.head.start : section.head.end] if section.head else ""
        setting = replace(whole, head=head, section=_whole(text, section))
        if section.head:
            yield setting, (section.head,)
        lead = ""
        for paragraph in section.paragraphs:
            said = [s for s in paragraph if s.role not in _SILENT]
            yield replace(setting, head=f"{head}\n{lead}\n{_run_in(text, said)}"), said
            lead = _lead(text, said) or (lead if lead and _is_item(text, said) else "")


def _whole(text: str, section: Section) -> str:
    """The text of the section with its head, no more of it than rules look at."""
    parts = [s for paragraph in section.paragraphs for s in paragraph]
    parts = [section.head, *parts] if section.head else parts
    return text[parts[0].start : min(parts[-1].end, parts[0].start + _SECTION)] if parts else ""


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
