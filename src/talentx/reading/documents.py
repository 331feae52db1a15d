"""A document: the decoded text of a file with its name, date and title."""

from __future__ import annotations

import hashlib
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
    """One file, decoded. `published` is an EDTF date, `content` a digest of the file's bytes."""

    name: str
    path: Path
    text: str
    published: str | None
    title: str | None
    content: str | None = None


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
        data = bytes_of(found)
        date = published or source.published
        return Document(found.name, found.path, _text(data, found), date, source.title, digest(data))


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


def bytes_of(found: Found) -> bytes:
    """The bytes of a file, or of standard input. Raises DocumentError where they cannot be read."""
    return read_standard_input(_STANDARD_INPUT) if found == STANDARD_INPUT else read_bytes(found.path)


def digest(data: bytes) -> str:
    """What tells a file's bytes from others."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _text(data: bytes, found: Found) -> str:
    if found == STANDARD_INPUT:
        return decode_utf8(data, _STANDARD_INPUT)
    return decode(data, printable(found.path))
