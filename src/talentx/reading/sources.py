"""sources.csv: the dates and titles of articles, in a table beside them (columns file, published, title)."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from talentx.edtf import is_published
from talentx.errors import DocumentError
from talentx.reading.encodings import decode
from talentx.reading.files import SOURCES, Found, printable, read_bytes

COLUMNS = ("file", "published", "title")


@dataclass(frozen=True, slots=True)
class Source:
    """What a row says of a file; None where its cell is empty."""

    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """The rows of the tables that were read, by the real path of their file, and what was wrong with them."""

    rows: dict[str, Source] = field(default_factory=dict)
    problems: list[DocumentError] = field(default_factory=list)

    def of(self, found: Found) -> Source:
        """What is known of a file: nothing, where no table names it."""
        return self.rows.get(os.path.realpath(found.path), Source()) if self.rows else Source()


def gather(files: Iterable[Found], named: Path | None) -> Sources:
    """The table that the user named, or else those beside the files and above them up to the named folder.

    A nearer table goes before one above it. In a table that the user named, files may also be relative
    to the folders that were named.
    """
    sources = Sources()
    if named is not None:
        roots = dict.fromkeys([named.parent, *(found.root for found in files)])
        _read_into(sources, named, [*roots])
        return sources
    for folder in _folders(files):
        if (folder / SOURCES).is_file():
            _read_into(sources, folder / SOURCES, [folder])
    return sources


def _folders(files: Iterable[Found]) -> list[Path]:
    """The folders of the files up to their roots, the deepest first."""
    folders: dict[Path, None] = {}
    for found in files:
        folder = found.path.parent
        while folder not in folders:
            folders[folder] = None
            if folder == found.root:
                break
            folder = folder.parent
    return sorted(folders, key=lambda folder: (-len(folder.parts), folder.parts))


def _read_into(sources: Sources, table: Path, roots: Sequence[Path]) -> None:
    lines: dict[str, int] = {}
    try:
        for line, row in _rows(table):
            where = f"{printable(table)}:{line}"
            try:
                path, source = _parse(row, where, roots)
                if path in lines:
                    raise DocumentError(
                        f"{row['file']} has a row already, in line {lines[path]}", where, "keep one of them"
                    )
            except DocumentError as problem:
                sources.problems.append(problem)
            else:
                lines[path] = line
                sources.rows.setdefault(path, source)
    except DocumentError as problem:
        sources.problems.append(problem)


def _rows(table: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line, its cells stripped. Raises DocumentError for a file that is no such table."""
    where = printable(table)
    text = decode(read_bytes(table), where)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader)]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            advice = f"the first line must name the columns {', '.join(COLUMNS)}"
            raise DocumentError(f"no column {' nor '.join(missing)}", f"{where}:1", advice)
        last = reader.line_num
        for cells in reader:
            line, last = last + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                padded = [*(cell.strip() for cell in cells), *[""] * len(header)]
                yield line, dict(zip(header, padded, strict=False))
    except csv.Error as error:
        raise DocumentError(f"no CSV: {error}", f"{where}:{reader.line_num}", "check its quotes") from None


def _parse(row: dict[str, str], where: str, roots: Sequence[Path]) -> tuple[str, Source]:
    """A row as the real path of its file and what it says of it."""
    name, published, title = (row[column] for column in COLUMNS)
    if not name:
        raise DocumentError("the row names no file", where, "fill in the column file")
    path = next((root / name for root in roots if (root / name).is_file()), None)
    if path is None:
        raise DocumentError(f"the file {name} is not there", where, "check its name, or take the row out")
    if published and not is_published(published):
        raise DocumentError(f"{published!r} is no date", where, "write 2024, 2024-09 or 2024-09-28")
    return os.path.realpath(path), Source(published or None, title or None)
