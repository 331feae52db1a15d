"""The parts of a page: articles, sections, paragraphs, sentences and the cells of flattened tables.

All spans are half-open and in code points of the view.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Half-open, in code points."""

Role = Literal["title", "head", "byline", "caption", "body", "cell", "furniture"]
"""What a sentence is on the page. Furniture: file names, mastheads, page navigation, contact lines."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a sentence of role `cell` stands in its table: its column's and its row's heads, as printed."""

    column: str
    row: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, title, caption or table cell, its end punctuation included."""

    start: int
    end: int
    role: Role
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A head and the paragraphs below it; the head of an article's first section may be absent."""

    head: Sentence | None
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of reporting. `titles` are the main title first, then kicker and subtitle lines."""

    titles: tuple[Sentence, ...]
    sections: tuple[Section, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in text order, titles and heads included."""
        found = [*self.titles]
        for section in self.sections:
            if section.head is not None:
                found.append(section.head)
            for paragraph in section.paragraphs:
                found.extend(paragraph)
        return iter(sorted(found, key=lambda s: s.start))
