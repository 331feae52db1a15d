"""A document: the decoded text of a file with its name, date and title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talentx.errors import DocumentError
from talentx.reading.encodings import decode, decode_utf8
from talentx.reading.files import (
    STANDARD_INPUT,
    Found,
    find,
    printable,
    read_bytes,
    read_standard_input,
)
from talentx.reading.sources import Sources, gather

_STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True)
class Document:
    """One file, decoded. `published` is an EDTF date."""

    name: str
    path: Path
    text: str
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files that the user's paths name, with the tables that date them; nothing is decoded yet."""

    files: tuple[Found, ...]
    sources: Sources
    problems: tuple[DocumentError, ...]

    def read(self, found: Found, published: str | None = None) -> Document:
        """The document of a file; a `published` given here goes before the tables.

        Raises DocumentError where the file cannot be read or decoded.
        """
        source = self.sources.of(found)
        return Document(found.name, found.path, _text(found), published or source.published, source.title)


def standard_input() -> Shelf:
    """A shelf with standard input alone, whose text must be UTF-8 and may be empty."""
    return Shelf((STANDARD_INPUT,), Sources(), ())


def collect(paths: Sequence[Path], sources: Path | None = None) -> Shelf:
    """The files below the paths, the tables beside them (or the one named), and all that is wrong."""
    found = list(find(paths))
    files = tuple(one for one in found if isinstance(one, Found))
    missing = [one for one in found if isinstance(one, DocumentError)]
    tables = gather(files, sources)
    return Shelf(files, tables, (*missing, *tables.problems))


def _text(found: Found) -> str:
    if found == STANDARD_INPUT:
        return decode_utf8(read_standard_input(_STANDARD_INPUT), _STANDARD_INPUT)
    return decode(read_bytes(found.path), printable(found.path))
