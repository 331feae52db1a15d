"""What a pack makes of a corpus: how often each rule gives something, and what stays without indicator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from talentx.authoring.seen import firsts
from talentx.derivation.replay import Told, replay
from talentx.pipeline import Extractor
from talentx.reading.documents import Document

_MEASURED = frozenset({"talent", "people", "fund", "award", "money", "count"})
"""Kinds of which an indicator may be asked; a share or a length of time has none by itself."""
_PART = re.compile("[^0-9A-Za-z\u4e00-\u9fff]")


@dataclass(slots=True)
class Coverage:
    """Counts over a corpus; `unclaimed` by the noun counted, where the figure has no indicator."""

    documents: int = 0
    figures: int = 0
    records: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    indicators: Counter[str] = field(default_factory=Counter)
    without: Counter[str] = field(default_factory=Counter)
    unclaimed: Counter[str] = field(default_factory=Counter)
    seen_at: dict[str, str] = field(default_factory=dict)
    """Where an unclaimed noun is seen first: document:offset, as `talentx explain` takes it."""


def coverage(extractor: Extractor, documents: Iterable[Document]) -> Coverage:
    """The counts of a corpus."""
    found = Coverage()
    for document in documents:
        found.documents += 1
        seen = replay(
            extractor,
            document.text,
            document=document.name,
            published=document.published,
            title=document.title,
        )
        for told in seen.told:
            place = f"{document.path}:{seen.page.span(told.figure.start, told.figure.end)[0]}"
            _count(found, extractor, told, place)
    return found


def _count(found: Coverage, extractor: Extractor, told: Told, place: str) -> None:
    found.figures += 1
    found.rules.update({name for _, name in firsts(told, extractor.rules)})
    meaning = told.meaning
    if meaning is None or meaning.leave_out:
        return
    found.records += 1
    if meaning.indicator is not None:
        found.indicators[meaning.indicator] += 1
    elif meaning.kind in _MEASURED:
        found.without[meaning.kind] += 1
        noun = _noun(extractor, told)
        found.unclaimed[noun] += 1
        found.seen_at.setdefault(noun, place)


def _noun(extractor: Extractor, told: Told) -> str:
    """The noun counted; where the lists know none, the word right after the figure or right before it."""
    frame = told.frame
    if frame.noun is not None:
        return frame.noun.word
    for text, nearest in ((_PART.split(frame.right)[0], 0), (_PART.split(frame.left)[-1], -1)):
        words = [word.text for word in extractor.segmenter.cut(text)]
        long = [word for word in words if len(word) > 1 and word.isalpha()]
        if long:
            return long[nearest]
    return "(none)"
