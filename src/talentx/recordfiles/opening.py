"""The bytes of a record file, wherever they come from: in them one can go back, and gzip is unpacked."""

from __future__ import annotations

import gzip
import io
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from talentx.errors import RecordFileError
from talentx.reading.files import NO_FILE, printable
from talentx.recordfiles.problems import DAMAGED, EXTRACTED

_GZIP = b"\x1f\x8b"


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, str]]:
    """The file of a path, in which one can go back, and its name; a pipe is copied to a file without a name.
    What gzip has packed is unpacked as it is read.

    Raises RecordFileError where it cannot be read.
    """
    name = name_of(path)
    try:
        with (
            _standard_input() if str(path) == NO_FILE else path.open("rb") as given,
            _to_go_back_in(given) as file,
            _unpacked(file) as content,
        ):
            yield content, name
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise RecordFileError(f"no gzip that can be read: {error}", name, DAMAGED) from None
    except FileNotFoundError:
        raise RecordFileError("no such file", name, "check the path") from None
    except IsADirectoryError:
        raise RecordFileError("it is a folder", name, EXTRACTED) from None
    except OSError as error:
        raise RecordFileError(f"cannot be read: {error.strerror or error}", name, "check the file") from None


def is_unpacked(file: BinaryIO) -> bool:
    """Does what an `opened` file gives stand packed on the disk?"""
    return isinstance(file, io.BufferedReader) and isinstance(file.raw, gzip.GzipFile)


@contextmanager
def _to_go_back_in(file: BinaryIO) -> Iterator[BinaryIO]:
    if file.seekable():
        yield file
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        yield copy


@contextmanager
def _unpacked(file: BinaryIO) -> Iterator[BinaryIO]:
    head = file.read(len(_GZIP))
    file.seek(0)
    if head != _GZIP:
        yield file
        return
    with gzip.GzipFile(fileobj=file, mode="rb") as packed, io.BufferedReader(packed) as content:
        yield content


@contextmanager
def _standard_input() -> Iterator[BinaryIO]:
    if sys.stdin is None:
        raise RecordFileError("it is closed", name_of(Path(NO_FILE)), "pipe records into it, or name a file")
    yield sys.stdin.buffer


def name_of(path: Path) -> str:
    """What the file is called in an error."""
    return "standard input" if str(path) == NO_FILE else printable(path)
