"""Record files of every format, and stores, back to rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from talentx.errors import RecordFileError
from talentx.reading.files import NO_FILE
from talentx.recordfiles.opening import is_unpacked, name_of, opened
from talentx.recordfiles.problems import DAMAGED, EXTRACTED
from talentx.recordfiles.row import Row
from talentx.store.target import is_url

Sort = Literal["json", "csv", "tsv", "parquet", "sqlite"]

_SUFFIXES: dict[str, Sort] = {
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".db": "sqlite",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
}
_BEGINNINGS: tuple[tuple[re.Pattern[bytes], Sort], ...] = (
    (re.compile(rb"PAR1"), "parquet"),
    (re.compile(rb"SQLite format 3\0"), "sqlite"),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*["}]'), "json"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\]"), "json"),
    (re.compile(rb'(?:\xef\xbb\xbf)?"?id"?,'), "csv"),
    (re.compile(rb"(?:\xef\xbb\xbf)?id\t"), "tsv"),
)
_OF_GZIP = ".gz"
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ")
"""How gzip, ZIP, Zstandard, bzip2 and xz begin."""
_GO_ANYWHERE = ("parquet", "sqlite")
"""What is not read from front to back, and so not out of an archive."""
_HEAD = 4096
_MAY_BE_EMPTY = (".jsonl", ".ndjson")


def read_rows(source: str | Path) -> Iterator[Row]:
    """The records of a file or store, in its order, none left out.

    `source`: a path, `-` for standard input, or as text the URL of a store in PostgreSQL. The format of a
    file is told by its suffix, else by how it begins; JSON, CSV and TSV may be packed by gzip. Read in
    constant memory are JSON with an object a line, CSV, TSV, Parquet and stores; other JSON is read whole.
    Raises RecordFileError, naming file and line, for what cannot be read, StoreError for a store, and
    UsageError where a package is needed that is not there.
    """
    if is_url(str(source)):
        from talentx.recordfiles import sqlite

        yield from sqlite.read_store(str(source), "the store")
        return
    path = Path(source)
    with opened(path) as (file, name):
        yield from rows_of(file, path, name)


def rows_of(file: BinaryIO, path: Path, name: str) -> Iterator[Row]:
    """The records of a path that was `opened`, the file at its start."""
    sort = sort_of(file, path)
    if sort is None:
        raise RecordFileError("no record file", name, f"{EXTRACTED}; an article is to be extracted first")
    if sort == "json":
        from talentx.recordfiles import json

        return json.read(file, name)
    if sort == "parquet":
        from talentx.recordfiles import parquet

        return parquet.read(file, name)
    if sort == "sqlite":
        from talentx.recordfiles import sqlite

        return sqlite.read(path, name)
    from talentx.recordfiles import delimited

    return (delimited.read_csv if sort == "csv" else delimited.read_tsv)(file, name)


def is_record_file(source: str | Path) -> bool:
    """Is it, by its suffix or else how it begins, records and no article? A URL, `-` and a pipe are."""
    if str(source) == NO_FILE or is_url(str(source)):
        return True
    path = Path(source)
    if not path.exists() or path.is_dir():
        return False
    if _suffix(path) in _SUFFIXES or not path.is_file():
        return True
    try:
        with opened(path) as (file, _):
            return sort_of(file, path) is not None
    except RecordFileError:  # what is wrong with it is told when it is read as an article
        return False


def sort_of(file: BinaryIO, path: Path) -> Sort | None:
    """The format of an open file, which is then at its start; None for one that is of none.

    Raises RecordFileError for a file that is packed otherwise than `read_rows` reads, and for an empty one,
    which only as JSON Lines is no mishap.
    """
    head = file.read(_HEAD)
    file.seek(0)
    suffix = _suffix(path)
    if not head and suffix not in _MAY_BE_EMPTY:
        raise RecordFileError("the file is empty", name_of(path), DAMAGED)
    beginning_as = next((sort for beginning, sort in _BEGINNINGS if beginning.match(head)), None)
    sort = _SUFFIXES.get(suffix, beginning_as)
    if head.startswith(_PACKED) or (is_unpacked(file) and sort in _GO_ANYWHERE):
        raise RecordFileError("the file is compressed", name_of(path), "unpack it first")
    return sort


def _suffix(path: Path) -> str:
    """The suffix that names the format, behind it that of gzip or none."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix == _OF_GZIP else suffix
