"""The Python interface to the pipeline."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from talentx.edtf import is_published
from talentx.errors import UsageError
from talentx.packs.location import located
from talentx.reading.files import NO_FILE

if TYPE_CHECKING:
    from talentx.pipeline import Extractor
    from talentx.records.model import Record


def extract(
    text: str,
    published: str | None = None,
    title: str | None = None,
    rules: str | Path | Sequence[str | Path] | None = None,
) -> list[Record]:
    """The figures of an article as records, in span order; `text[r.start : r.end] == r.raw` for each.

    `published`: the article's date, 2024, 2024-09 or 2024-09-28. `rules`: folders of rule packs in place of
    the built-in one, which itself goes by the name "talent"; a pack is loaded once in a process. Raises
    UsageError for a date that is none and PackError for a pack that does not load.
    """
    if published is not None and not is_published(published):
        raise UsageError(f"{published!r} is no date", "published", "write 2024, 2024-09 or 2024-09-28")
    packs = (rules,) if isinstance(rules, (str, Path)) else tuple(rules or ())
    extractor = _extractor(tuple(map(located, packs)))
    return extractor.extract(text, document=NO_FILE, published=published, title=title)


@functools.lru_cache(maxsize=4)
def _extractor(packs: tuple[Path, ...]) -> Extractor:
    from talentx.pipeline import Extractor

    return Extractor(rules=packs)
