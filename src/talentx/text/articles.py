"""Finds the articles of a page, and in each its titles, sections, paragraphs and sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from talentx.text.lines import HAN, Line, lines
from talentx.text.roles import MARKED, roles
from talentx.text.sentences import sentences
from talentx.text.structure import Article, Role, Section, Sentence
from talentx.text.tables import tables

_PLACE_FIRST = re.compile(f"[{HAN}]{{2,6}}[：:]")

Paragraph = tuple[Sentence, ...]


def articles(text: str) -> tuple[Article, ...]:
    """The articles of a view's text, in order; every line of the text belongs to one of them.

    A title marked as such (#), or followed by a byline or a report's opening (本报讯), begins an article.
    A page without any title is one article without titles.
    """
    found = lines(text)
    cells = tables(found)
    assigned = roles(found, cells)
    rows = [
        (role, line, cells.get(index) or _paragraph(text, line, role))
        for index, (line, role) in enumerate(zip(found, assigned, strict=True))
    ]
    starts = [
        index
        for index, role in enumerate(assigned)
        if index > 0 and role == "title" and assigned[index - 1] != "title" and "title" in assigned[:index]
    ]
    bounds = [0, *starts, len(rows)]
    return tuple(_article(rows[first:last]) for first, last in pairwise(bounds) if first < last)


def _paragraph(text: str, line: Line, role: Role) -> Paragraph:
    """The sentences of a line; a title or head is one, without its mark."""
    if role in ("title", "head"):
        mark = MARKED.match(line.text)
        return (Sentence(line.start + (mark.end() if mark else 0), line.end, role),)
    return tuple(Sentence(start, end, role) for start, end in sentences(text, line.start, line.end))


def _article(rows: Sequence[tuple[Role, Line, Paragraph]]) -> Article:
    titles = [(line, paragraph[0]) for role, line, paragraph in rows if role == "title"]
    sections: list[Section] = []
    head: Sentence | None = None
    paragraphs: list[Paragraph] = []
    for role, _, paragraph in rows:
        if role == "head":
            if head is not None or paragraphs:
                sections.append(Section(head, tuple(paragraphs)))
            head, paragraphs = paragraph[0], []
        elif role != "title":
            paragraphs.append(paragraph)
    sections.append(Section(head, tuple(paragraphs)))
    return Article(_ranked(titles), tuple(sections))


def _ranked(titles: Sequence[tuple[Line, Sentence]]) -> tuple[Sentence, ...]:
    """The main title first: a marked one, one that names its place (杭州：…), a long one, the first."""
    if not titles:
        return ()
    first = titles[0][0]

    def weight(title: tuple[Line, Sentence]) -> tuple[bool, bool, int]:
        text = title[0].text
        mark = MARKED.match(text)
        longer = len(text) if 2 * len(text) > 3 * len(first.text) and not text.startswith("——") else 0
        return mark is not None and len(mark[1]) == 1, bool(_PLACE_FIRST.match(text)), longer

    main = max(titles, key=weight)
    return (main[1], *(sentence for _, sentence in titles if sentence is not main[1]))
