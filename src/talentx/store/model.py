"""What is stored: documents as they are given, and what was read in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from talentx import edtf
from talentx.errors import StoreError

if TYPE_CHECKING:
    from talentx.records.model import Record

STORE_VERSION = 1
"""Raised whenever a table, a column or its meaning changes, those of records among them."""

DAMAGED = "take a copy of it from before, or name another store and extract anew"
"""What to do about a store that is damaged."""

Dialect = Literal["sqlite", "postgresql"]


@dataclass(frozen=True, slots=True)
class Given:
    """A document as it is given, by which it is told from an earlier state of itself.

    `path` is its key in the store, `name` what its records call it, `content` a digest of its bytes.
    `published` and `title` are what is known of it beside its text; `rules` is a digest of how it is read.
    """

    path: str
    name: str
    content: str
    published: str | None
    title: str | None
    rules: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a document with its records, in span order."""

    title: str | None
    records: Sequence[Record]


@dataclass(slots=True)
class Counts:
    """What became of the documents of a run, and how many records were read in them."""

    read: int = 0
    unchanged: int = 0
    gone: int = 0
    failed: int = 0
    records: int = 0


def year_of(time: str | None, published: str | None) -> int | None:
    """The year a figure is told for: the last of its time, else that of its article."""
    if time is None:
        return None if published is None else int(published[:4])
    value = edtf.parse(time)
    sides = [value] if isinstance(value, edtf.Date) else [value.end, value.start]
    return next((side.year for side in sides if side is not None and side.year is not None), None)


def refuse_version(version: int, where: str) -> None:
    """Raises StoreError for a store whose version is not the one that this talentx knows."""
    if version > STORE_VERSION:
        what = f"a store of a newer talentx (version {version} of stores; this one knows {STORE_VERSION})"
        raise StoreError(what, where, "use that one: pip install --upgrade talentx")
    if version != STORE_VERSION:
        raise StoreError(f"a store of version {version}, which is not known", where, "extract into a new one")
