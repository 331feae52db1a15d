"""Explaining a text: all its figures, the one at an offset, or why a piece of it is none."""

from __future__ import annotations

from collections.abc import Iterator

from talentx.derivation.derive import derived
from talentx.derivation.missing import at_offset, why_not
from talentx.derivation.model import Derivation
from talentx.derivation.replay import replay
from talentx.errors import UsageError
from talentx.pipeline import Extractor, writable
from talentx.reading.documents import Document


def explained(
    extractor: Extractor, document: Document, offset: int | None = None, wanted: str | None = None
) -> Iterator[Derivation]:
    """The derivations asked for of a document, in text order.

    `offset` is a code point of the text, `wanted` a piece of it; with both, the piece nearest to the offset.
    Raises UsageError for an offset beyond the text.
    """
    text = document.text
    if offset is not None and not 0 <= offset < len(text):
        raise UsageError(
            f"offset {offset} is beyond the text, which has {len(text)} characters",
            document.name,
            "take the start of a record",
        )
    found = replay(
        extractor, text, document=document.name, published=document.published, title=document.title
    )
    if wanted is not None:
        return iter(why_not(found, writable(wanted), offset))
    if offset is None:
        return (derived(found, figure) for figure in found.figures)
    return iter((at_offset(found, offset),))
