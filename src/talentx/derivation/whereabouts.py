"""How near the words stand that say something of a figure."""

from __future__ import annotations

from talentx.derivation.replay import Told
from talentx.text.sentences import clauses
from talentx.text.structure import Sentence, Span

_BESIDE = 2


def whereabouts(text: str, told: Told, span: Span) -> str:
    """Where words of the view's text stand, seen from a figure: right before it, in its clause …"""
    figure, sentence = told.figure, told.sentence
    if span[0] < figure.end and figure.start < span[1]:
        return "in the figure itself"
    if _inside(span, sentence):
        if span[1] <= figure.start and figure.start - span[1] < _BESIDE:
            return "right before it"
        if figure.end <= span[0] < figure.end + _BESIDE:
            return "right after it"
        own = next(
            (c for c in clauses(text, sentence.start, sentence.end) if c[0] <= figure.start < c[1]), None
        )
        if own is not None and own[0] <= span[0] and span[1] <= own[1]:
            return "in its clause"
        return "in its sentence"
    return _outside(told, span)


def _outside(told: Told, span: Span) -> str:
    article, start = told.article, told.figure.start
    if any(_inside(span, title) for title in article.titles):
        return "in the title"
    for section in article.sections:
        own = any(p and p[0].start <= start < p[-1].end for p in section.paragraphs)
        if section.head is not None and _inside(span, section.head):
            return "in the head of its section" if own else "in the head of another section"
        for paragraph in section.paragraphs:
            if paragraph and paragraph[0].start <= span[0] < paragraph[-1].end:
                if paragraph[0].start <= start < paragraph[-1].end:
                    return "earlier in its paragraph" if span[0] < start else "later in its paragraph"
                if own:
                    return "earlier in its section" if span[0] < start else "later in its section"
    return "earlier in the article" if span[0] < start else "later in the article"


def _inside(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span[0] and span[1] <= sentence.end
