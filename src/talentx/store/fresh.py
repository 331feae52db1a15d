"""A store of records alone, whatever they come from: no run, and nothing is known of their files."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from talentx.store.model import Article, Given
from talentx.store.sqlite import fresh_sqlite
from talentx.store.writing import Writer

if TYPE_CHECKING:
    from talentx.records.model import Record


def write_fresh(records: Iterable[Record], path: Path) -> None:
    """The records into a new file; the same records make the same bytes. Raises StoreError.

    They come document by document, each in the order of its spans. Documents that share a name stay apart.
    """
    keys: set[str] = set()
    with fresh_sqlite(path) as database:
        writer = Writer(database)
        for name, found in _documents(records):
            numbered = (f"{name}#{number}" for number in itertools.count(2))
            key = next(key for key in itertools.chain([name], numbered) if key not in keys)
            keys.add(key)
            articles = [
                Article(title, tuple(group))
                for title, group in itertools.groupby(found, lambda one: one.article)
            ]
            writer.put(Given(key, name, "", found[0].published, None, ""), articles)


def _documents(records: Iterable[Record]) -> Iterator[tuple[str, list[Record]]]:
    """The records of each document with its name; where spans go back, another one of that name begins."""
    found: list[Record] = []
    for record in records:
        if found and (record.document != found[-1].document or record.start < found[-1].start):
            yield found[0].document, found
            found = []
        found.append(record)
    if found:
        yield found[0].document, found
