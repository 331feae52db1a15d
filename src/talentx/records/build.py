"""A record from what the steps of the pipeline found out about one figure."""

from __future__ import annotations

from dataclasses import dataclass

from talentx.context.currency import local_money
from talentx.context.place import PlaceFound
from talentx.context.time import Time
from talentx.meaning.article import Statement
from talentx.meaning.decide import Label
from talentx.records.model import Record, record_id
from talentx.text.structure import Sentence
from talentx.text.view import View


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the figures of an article come from. `content` is the `content_hash` of the file's text."""

    page: View
    document: str
    content: bytes
    article: str | None
    published: str | None


class Builder:
    """Builds the records of one article."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._sentences: dict[Sentence, str] = {}

    def record(
        self, said: Statement, place: PlaceFound | None, time: Time, subject: tuple[int, int] | None
    ) -> Record:
        """The validated record. Raises pydantic.ValidationError where the steps contradict each other."""
        origin, figure, meaning = self._origin, said.figure, said.meaning
        page = origin.page
        start, end = page.span(figure.start, figure.end)
        adcode = place.adcode if place else None
        unit, currency = local_money(figure, meaning.unit, adcode)
        is_date = meaning.kind == "date"
        return Record(
            id=record_id(origin.content, start, end, meaning.kind),
            document=origin.document,
            article=origin.article,
            published=origin.published,
            kind=meaning.kind,
            indicator=meaning.indicator,
            item=self._printed(meaning.item),
            place=place.name if place else None,
            adcode=adcode,
            subject=self._printed(meaning.subject.label if meaning.subject else subject),
            value=figure.value,
            low=figure.low,
            high=figure.high,
            bound=None if is_date else figure.bound or "exact",
            unit=unit,
            currency=currency,
            per=figure.per,
            date=figure.date,
            time=time.edtf,
            status=meaning.status,
            raw=page.raw(figure.start, figure.end),
            start=start,
            end=end,
            sentence=self._sentence(said.sentence),
            rule=meaning.rule,
        )

    def _printed(self, label: Label) -> str | None:
        """What names something, as printed; a table's head is kept as it was printed."""
        return self._origin.page.printed(*label) if isinstance(label, tuple) else label

    def _sentence(self, sentence: Sentence) -> str:
        """As printed, once for all the figures in it."""
        if sentence not in self._sentences:
            self._sentences[sentence] = self._origin.page.printed(sentence.start, sentence.end)
        return self._sentences[sentence]
