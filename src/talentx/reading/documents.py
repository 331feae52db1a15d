"""A document: the decoded text of a file with its name, date and title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talentx.errors import DocumentError
from talentx.reading.encodings import decode
from talentx.reading.files import Found, find, printable, read_bytes
from talentx.reading.sources import Sources, gather


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
        text = decode(read_bytes(found.path), printable(found.path))
        return Document(found.name, found.path, text, published or source.published, source.title)


def collect(paths: Sequence[Path], sources: Path | None = None) -> Shelf:
    """The files below the paths, the tables beside them (or the one named), and all that is wrong."""
    found = list(find(paths))
    files = tuple(one for one in found if isinstance(one, Found))
    missing = [one for one in found if isinstance(one, DocumentError)]
    tables = gather(files, sources)
    return Shelf(files, tables, (*missing, *tables.problems))
