"""From a source text to a view, its articles and sentences, and words.

Reads top down: `layout` (noise, fold, breaks, blanks) makes the view; `articles` (lines, roles, tables,
sentences) finds its parts; `words` cuts them.
"""

from __future__ import annotations

from talentx.text.articles import articles
from talentx.text.fold import fold
from talentx.text.layout import view
from talentx.text.sentences import clauses, sentences
from talentx.text.structure import Article, Cell, Role, Section, Sentence
from talentx.text.view import View
from talentx.text.words import Segmenter, Word

__all__ = [
    "Article",
    "Cell",
    "Role",
    "Section",
    "Segmenter",
    "Sentence",
    "View",
    "Word",
    "articles",
    "clauses",
    "fold",
    "sentences",
    "view",
]
