"""The pipeline taken again over one text, with everything kept that it finds out on its way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from talentx.context.place import PlaceFound, places
from talentx.context.subject import Subjects
from talentx.context.time import Time, times
from talentx.derivation.model import Evidence
from talentx.figures.model import Figure
from talentx.figures.origins import per_words
from talentx.figures.quantity import Quantity
from talentx.figures.refusals import Refuser
from talentx.figures.scan import Parts, figures_of, parts, read
from talentx.meaning.article import Known, Reading, Statement, readings
from talentx.meaning.decide import Decided, Meaning, Rulebook, first_pass
from talentx.meaning.frame import Frame
from talentx.pipeline import Extractor, claim_of, title_of
from talentx.records.build import Builder, Origin
from talentx.records.model import Record, content_hash
from talentx.text.articles import articles
from talentx.text.structure import Article, Sentence, Span
from talentx.text.view import View

SILENT = frozenset({"byline", "furniture"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a record has from what stands around its figure."""

    place: PlaceFound | None
    time: Time
    subject: Span | None
    record: Record


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of an article with what each step said of it; `context` where it became a record.

    Spans are in code points of the view.
    """

    figure: Figure
    """As the reader of figures gave it, before a table's head had its say."""
    sentence: Sentence
    frame: Frame
    meaning: Meaning | None
    context: Context | None
    article: Article
    decided: Sequence[Decided]
    """What the rules that decide and refine made of the article's figures."""
    at: int
    """Its place among them."""

    @property
    def before(self) -> Sequence[Decided]:
        """What was decided of the figures before it in its article."""
        return self.decided[: self.at]


@dataclass(frozen=True)
class Replay:
    """One text with all that the pipeline finds in it."""

    text: str
    """The file's text, with a sign in place of halves of characters that cannot be written."""
    document: str
    published: str | None
    page: View
    parts: Parts
    figures: tuple[Figure, ...]
    articles: tuple[Article, ...]
    told: tuple[Told, ...]
    """Every figure that a sentence of an article holds, in text order."""
    rules: Rulebook

    @cached_property
    def spoken(self) -> tuple[Figure, ...]:
        """The figures of everyday speech: words of time without a number too, and qualifiers."""
        return tuple(read(self.page.text, published=self.published, spoken=True))

    @cached_property
    def refuser(self) -> Refuser:
        """What tells why a number is no figure."""
        return Refuser(self.parts, self.page.text)

    @cached_property
    def silent(self) -> tuple[Sentence, ...]:
        """The bylines and the furniture of the page, which are not read."""
        every = (sentence for article in self.articles for sentence in article.sentences())
        return tuple(sorted((s for s in every if s.role in SILENT), key=lambda s: s.start))

    @cached_property
    def quantities(self) -> dict[Span, Quantity]:
        """The quantities by the span of their figures."""
        return {(each.left, each.right): each for each in self.parts.found}

    @cached_property
    def per(self) -> tuple[tuple[Span, Quantity], ...]:
        """All words that say what a quantity is per."""
        named = (each for each in self.parts.found if each.per is not None)
        return tuple((span, each) for each in named for span in self.per_words(each))

    def per_words(self, quantity: Quantity) -> list[Span]:
        """The spans of the words that say what a quantity is per."""
        at = bisect_left(self.parts.found, quantity.left, key=lambda each: each.left)
        floor = self.parts.found[at - 1].right if at else 0
        return [span for span in per_words(self.page.text, quantity, floor) if span[0] < span[1]]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of the file at a span of the view that is not empty."""
        first, last = self.page.span(start, end)
        return Evidence(first, last, self.text[first:last])

    @cached_property
    def dates(self) -> tuple[Figure, ...]:
        """The figures that are dates."""
        return tuple(figure for figure in self.figures if figure.date is not None)

    def told_of(self, figure: Figure) -> Told | None:
        """What was told of a figure; None where no sentence of an article holds it."""
        return self._by_start.get(figure.start)

    @cached_property
    def _by_start(self) -> dict[int, Told]:
        return {told.figure.start: told for told in self.told}


def replay(
    extractor: Extractor, text: str, *, document: str, published: str | None = None, title: str | None = None
) -> Replay:
    """The steps of `extractor.extract` with these arguments, each with what it found."""
    page = extractor.page(text)
    read_of = parts(page.text, published=published)
    figures = figures_of(read_of)
    found = articles(page.text)
    told: list[Told] = []
    for article in found:
        origin = Origin(page, document, content_hash(text), title_of(article, page) or title, published)
        told += _told(extractor, origin, article, figures, title)
    told.sort(key=lambda each: each.figure.start)
    return Replay(
        text=page.source,
        document=document,
        published=published,
        page=page,
        parts=read_of,
        figures=tuple(figures),
        articles=found,
        told=tuple(told),
        rules=extractor.rules,
    )


def _told(
    extractor: Extractor, origin: Origin, article: Article, figures: list[Figure], title: str | None
) -> Iterator[Told]:
    text, published, cut = origin.page.text, origin.published, extractor.segmenter.cut
    names = Subjects(article, text, extractor.rules.pack.lexicon, cut)
    known = Known(published, title, names.name_at)
    said = readings(article, text, figures, known, extractor.rules, cut)
    contexts = _contexts(extractor, origin, article, said, names)
    decided = first_pass([each.frame for each in said], extractor.rules)
    as_read = {figure.start: figure for figure in figures}
    for at, reading in enumerate(said):
        figure = reading.frame.figure
        yield Told(
            as_read[figure.start],
            reading.sentence,
            reading.frame,
            reading.meaning,
            contexts.get(figure.start),
            article,
            decided,
            at,
        )


def _contexts(
    extractor: Extractor, origin: Origin, article: Article, said: list[Reading], names: Subjects
) -> dict[int, Context]:
    """What the records of the article have from their surroundings, by where their figures begin."""
    text = origin.page.text
    stated = [
        Statement(each.frame.figure, each.sentence, each.meaning)
        for each in said
        if each.meaning is not None and not each.meaning.leave_out
    ]
    spans = [(each.figure.start, each.figure.end) for each in stated]
    where = places(article, text, extractor.gazetteer, spans)
    when = times(article, text, origin.published, [claim_of(each) for each in stated])
    build = Builder(origin).record
    found: dict[int, Context] = {}
    for each, place, time in zip(stated, where, when, strict=True):
        subject = names.at(each.figure.start)
        record = build(each, place, time, subject)
        found[each.figure.start] = Context(place, time, subject, record)
    return found
