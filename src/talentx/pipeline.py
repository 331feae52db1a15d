"""The pipeline: a page's text in, its figures out as validated records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from talentx.context.place import places
from talentx.context.places import Gazetteer
from talentx.context.subject import Subjects
from talentx.context.time import TimeClaim, times
from talentx.figures.model import Figure
from talentx.figures.scan import read
from talentx.meaning.article import Known, Statement, statements
from talentx.meaning.decide import Rulebook
from talentx.packs.location import default_pack
from talentx.packs.pack import Pack, load_pack
from talentx.records.build import Builder, Origin
from talentx.records.model import Record, content_hash
from talentx.text.articles import articles
from talentx.text.layout import view
from talentx.text.structure import Article
from talentx.text.view import View
from talentx.text.words import Segmenter

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which no encoding can write: shown as the sign for that, in its place."""


def writable(text: str) -> str:
    """The text with a sign in place of what no encoding can write."""
    return _LONE_SURROGATE.sub("\ufffd", text)


class Extractor:
    """The pipeline over one set of rules. It keeps nothing of one text for the next."""

    rules: Rulebook
    gazetteer: Gazetteer

    def __init__(self, rules: Sequence[Path] | Pack = ()) -> None:
        """Load the packs in `rules`, or else the talent pack, unless it is one that is loaded already.

        Raises PackError for one that does not load.
        """
        pack = rules if isinstance(rules, Pack) else load_pack(*(rules or (default_pack(),)))
        self.rules = Rulebook(pack)
        self.gazetteer = Gazetteer(pack.places)

    @cached_property
    def segmenter(self) -> Segmenter:
        """What cuts text into words, those of the rules' lists among them."""
        lexicon = self.rules.pack.lexicon
        return Segmenter(lexicon.words(), lexicon.groups["verbs"], lexicon.groups["nouns"])

    def page(self, text: str) -> View:
        """The readable view of a text."""
        return view(writable(text), self.segmenter)

    def extract(
        self, text: str, *, document: str, published: str | None = None, title: str | None = None
    ) -> list[Record]:
        """The records of one page, in span order. `title` names its article where the page prints none."""
        found = self.articles(text, document=document, published=published, title=title)
        return [record for _, records in found for record in records]

    def articles(
        self, text: str, *, document: str, published: str | None = None, title: str | None = None
    ) -> Iterator[tuple[str | None, list[Record]]]:
        """The articles of one page, each with its title and its records, as `extract` gives them."""
        page = self.page(text)
        figures = read(page.text, published=published)
        content = content_hash(text)
        for article in articles(page.text):
            origin = Origin(page, document, content, title_of(article, page) or title, published)
            yield origin.article, list(self._records(origin, article, figures, title))

    def _records(
        self, origin: Origin, article: Article, figures: Sequence[Figure], title: str | None
    ) -> Iterator[Record]:
        """What does it mean, whose, where, when: one step a line, then validate."""
        text, published, cut = origin.page.text, origin.published, self.segmenter.cut
        names = Subjects(article, text, self.rules.pack.lexicon, cut)
        known = Known(published, title, names.name_at)
        said = statements(article, text, figures, known, self.rules, cut)
        where = places(article, text, self.gazetteer, [(s.figure.start, s.figure.end) for s in said])
        when = times(article, text, published, [claim_of(s) for s in said])
        whose = [names.at(s.figure.start) for s in said]
        return map(Builder(origin).record, said, where, when, whose)


def claim_of(said: Statement) -> TimeClaim:
    """What a statement asks of time."""
    figure, meaning = said.figure, said.meaning
    return TimeClaim(figure.start, figure.end, meaning.kind, meaning.measure, meaning.status)


def title_of(article: Article, page: View) -> str | None:
    """The article's main title as printed, where it has one."""
    if not article.titles:
        return None
    first = article.titles[0]
    return page.printed(first.start, first.end).strip("# \u3000") or None
