"""Random access to more rows than fit into memory: they stay in a file, and where each stands is kept."""

from __future__ import annotations

import itertools
import mmap
import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Self, overload

import msgspec

from talentx.errors import OutputError
from talentx.output.jsonl import dump
from talentx.output.rows import Row as Written
from talentx.recordfiles.check import Check
from talentx.recordfiles.files import read_rows, rows_of, sort_of
from talentx.recordfiles.json import NotByLine, line_at, objects_by_line
from talentx.recordfiles.opening import is_unpacked, opened
from talentx.recordfiles.problems import FAULTS, fault
from talentx.recordfiles.row import Row
from talentx.store.target import is_url

_BATCH = 1000
"""How many rows are read from the file at once."""


class Spool:
    """Rows in their order, each decoded when it is asked for; some eight bytes of memory a row.

    `source`: what `read_rows` reads, or rows from elsewhere. JSON with an object a line is read where it
    stands; what any other source gives is first written to a file without a name. To be closed, or used in a
    `with`. Raises what `read_rows` does, for a wrong row in such JSON when that row is asked for, and
    OutputError where there is no room for a file.
    """

    def __init__(self, source: str | Path | Iterable[Written]) -> None:
        self._decode, self._check = msgspec.json.Decoder(Row).decode, Check()
        self._starts = array("Q")
        """Where each row starts in the file, and where the last one ends."""
        self._name = "rows"
        self._is_sound = mmap.mmap(-1, 1)
        """Not zero once all rows were checked: shared with a child process, which may be the one to do it."""
        with ExitStack() as resources:
            self._file = self._opened(source, resources)
            self._resources = resources.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._resources.close()

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Iterator[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Iterator[Row]:
        """The row at an index from 0, decoded anew, or those of a slice, one after the other.

        Raises IndexError beyond the last.
        """
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            assert step == 1, "rows come in their order"
            return self._part(start, stop)
        if not 0 <= index < len(self):
            raise IndexError(index)
        start, end = self._starts[index : index + 2]
        return self._row(self._read(start, end), start)

    def __iter__(self) -> Iterator[Row]:
        """The rows in order; others may be asked for meanwhile.

        Once all were gone through they are known to be right, and are not checked again.
        """
        yield from self._part(0, len(self))
        self._is_sound[0] = 1

    def text(self, index: int) -> str:
        """The row as one line of JSON, as talentx writes it, wherever it came from."""
        return dump(self[index])

    def _part(self, start: int, stop: int) -> Iterator[Row]:
        for first in range(start, stop, _BATCH):
            starts = self._starts[first : min(first + _BATCH, stop) + 1]
            base = starts[0]
            batch = self._read(base, starts[-1])
            for begin, end in itertools.pairwise(starts):
                yield self._row(batch[begin - base : end - base], begin)

    def _read(self, start: int, end: int) -> bytes:
        return os.pread(self._file.fileno(), end - start, start)

    def _row(self, data: bytes, start: int) -> Row:
        try:
            row = self._decode(data.rstrip(b", \t\r\n"))
            return row if self._is_sound[0] else self._check(row)
        except FAULTS as error:
            raise fault(error, f"{self._name}:{line_at(self._file, start)}", data) from None

    def _opened(self, source: str | Path | Iterable[Written], resources: ExitStack) -> BinaryIO:
        """The file that the rows stand in; where each does is noted."""
        if not isinstance(source, str | Path):
            return self._written(source, resources)
        if is_url(str(source)):
            return self._written(read_rows(source), resources)
        path = Path(source)
        file, self._name = resources.enter_context(opened(path))
        if sort_of(file, path) == "json" and not is_unpacked(file):
            try:
                end = 0
                for start, line in objects_by_line(file, self._name):
                    self._starts.append(start)
                    end = start + len(line)
                self._starts.append(end)
            except NotByLine:
                self._starts = array("Q")
            else:
                return file
        file.seek(0)
        return self._written(rows_of(file, path, self._name), resources)

    def _written(self, rows: Iterable[Written], resources: ExitStack) -> BinaryIO:
        with _room():
            file = resources.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        position = 0
        for row in rows:
            self._starts.append(position)
            with _room():
                position += file.write(dump(row).encode() + b"\n")
        self._starts.append(position)
        with _room():
            file.flush()
        return file


@contextmanager
def _room() -> Iterator[None]:
    """Raises OutputError where a temporary file cannot be written within it."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"a temporary file cannot be written: {error.strerror}",
            advice="point TMPDIR to a disk with room",
        ) from None
