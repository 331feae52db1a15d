"""The Python interface to the pipeline."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from talentx.edtf import is_published
from talentx.errors import UsageError
from talentx.packs.location import located
from talentx.reading.files import NO_FILE

if TYPE_CHECKING:
    from talentx.comparison.model import Row
    from talentx.derivation.model import Derivation
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
    extractor = _extractor(_located(rules))
    return extractor.extract(text, document=NO_FILE, published=_date(published), title=title)


def explain(
    text: str,
    published: str | None = None,
    title: str | None = None,
    rules: str | Path | Sequence[str | Path] | None = None,
    offset: int | None = None,
    why_not: str | None = None,
) -> list[Derivation]:
    """How the figures of an article became records, in text order, or the first step at which they did not.

    `published`, `title` and `rules` are those of `extract`. `offset`, a code point of the text (a record's
    `start`), asks for the figure there; `why_not`, a piece of the text, for whatever came of it wherever it
    stands, with `offset` only for the place nearest to that. Without both, every figure is explained.

    A Derivation has `start`, `end` and `raw` of the figure (-1, -1 where the text has no `why_not`),
    `outcome` (record, left out, no record, no figure, not in the text), `says` (that in one line), `failed`
    (the first step that failed: text, noise, page, number, rules or rule; None for a record), `record`, and
    `steps`. A Step has `name`, `says`, `evidence` and `steps` of its own; the evidence are the words that it
    rests on, with `text[e.start : e.end] == e.text`. `walk()` goes through all steps, `to_dict()` gives what
    JSON has.

    Raises UsageError for an offset beyond the text and for a date that is none, PackError for a pack that
    does not load.
    """
    from talentx.derivation.explain import explained
    from talentx.reading.documents import Document

    document = Document(NO_FILE, Path(NO_FILE), text, _date(published), title)
    return list(explained(_extractor(_located(rules)), document, offset, why_not))


def compare(old: Iterable[Record], new: Iterable[Record], key: Sequence[str] | None = None) -> list[Row]:
    """What became of the figures of one article year in another.

    A row has `outcome`, `indicator`, `place`, `subject`, `item`, `old` and `new` (a record, None where there
    is none), `difference`, `ratio`, `reason`, then the low and high that bounds leave of difference and
    ratio, and the growth a year. Rows come in the order of `old`, then what only `new` has. `key`: columns to
    match by, exactly, in place of everything else. Raises UsageError for a column that no record has.
    """
    from talentx.comparison.compare import changes
    from talentx.records.model import COLUMNS

    for name in key or ():
        if name not in COLUMNS:
            raise UsageError(f"{name!r} is not one of {', '.join(COLUMNS)}", "key")
    return list(changes(list(old), list(new), key))


def read_records(source: str | Path) -> list[Record]:
    """The records of a file that `talentx extract` wrote, in any of its formats, or of a store.

    `source`: the file, or the URL of a store in PostgreSQL. Raises RecordFileError and StoreError, which say
    what is wrong and where, UsageError where pyarrow or psycopg is needed and not there.
    """
    from msgspec.structs import asdict

    from talentx.recordfiles.files import read_rows
    from talentx.records.model import Record

    return [Record.model_construct(**asdict(row)) for row in read_rows(source)]  # rows are checked already


def _date(published: str | None) -> str | None:
    if published is not None and not is_published(published):
        raise UsageError(f"{published!r} is no date", "published", "write 2024, 2024-09 or 2024-09-28")
    return published


def _located(rules: str | Path | Sequence[str | Path] | None) -> tuple[Path, ...]:
    packs = (rules,) if isinstance(rules, (str, Path)) else tuple(rules or ())
    return tuple(map(located, packs))


@functools.lru_cache(maxsize=4)
def _extractor(packs: tuple[Path, ...]) -> Extractor:
    from talentx.pipeline import Extractor

    return Extractor(rules=packs)
