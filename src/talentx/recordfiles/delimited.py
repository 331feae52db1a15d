"""CSV and TSV back to rows: nulls and text told apart, and what guards or escapes a text taken away."""

from __future__ import annotations

import csv
import io
import itertools
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import BinaryIO, TypeAlias

import msgspec

from talentx.errors import RecordFileError
from talentx.output.cells import text_of, tsv_text_of
from talentx.recordfiles.check import Check
from talentx.recordfiles.problems import DAMAGED, FAULTS, check_columns, fault
from talentx.recordfiles.row import Row
from talentx.records.columns import Column, columns

_BATCH = 500
_INTEGER = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_BY_SPREADSHEET = re.compile(r"-?[0-9.,]+[Ee][+-]?[0-9]+|-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")

Line: TypeAlias = tuple[int, Sequence[str]]
"""The line that a row ends in, and the row's cells."""
Reader = Callable[[str], object]


def read_csv(file: BinaryIO, name: str) -> Iterator[Row]:
    """The rows of CSV in UTF-8, with a byte order mark or without; its columns may be in any order.

    Raises RecordFileError, naming `name` and the line, for what is none or holds no records.
    """
    return _rows(_lines_of_csv(file, name), text_of, name)


def read_tsv(file: BinaryIO, name: str) -> Iterator[Row]:
    """The same of TSV."""
    return _rows(_lines_of_tsv(file, name), tsv_text_of, name)


def _rows(lines: Iterator[Line], text_of: Callable[[str], str], name: str) -> Iterator[Row]:
    _, head = next(lines, (1, []))
    check_columns(head, f"{name}:1")
    by_name = {column.name: column for column in columns()}
    readers = [_reader(by_name[column], text_of) for column in head]
    check = Check()
    for line, cells in lines:
        try:
            if len(cells) != len(head):
                raise ValueError(f"it has {len(cells)} cells under {len(head)} columns")
            values = {column: of(cell) for column, of, cell in zip(head, readers, cells, strict=True)}
            row = check(msgspec.convert(values, Row))
        except FAULTS as error:
            raise fault(error, f"{name}:{line}") from None
        yield row


def _lines_of_tsv(file: BinaryIO, name: str) -> Iterator[Line]:
    for number, line in enumerate(file, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise fault(error, f"{name}:{number}") from None
        if text:
            yield number, text.split("\t")


def _lines_of_csv(file: BinaryIO, name: str) -> Iterator[Line]:
    stream = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    rows = csv.reader(stream, strict=True)

    def numbered() -> Iterator[Line]:
        return ((rows.line_num, cells) for cells in rows if cells)

    while True:
        try:
            with _long_cells():
                batch = list(itertools.islice(numbered(), _BATCH))
        except csv.Error as error:
            raise RecordFileError(f"no CSV: {error}", f"{name}:{rows.line_num}", DAMAGED) from None
        except UnicodeDecodeError as error:
            raise fault(error, f"{name}:{_first_line_not_in_utf8(file)}") from None
        if not batch:
            stream.detach()  # the file is not its own to close
            return
        yield from batch


def _first_line_not_in_utf8(file: BinaryIO) -> int:
    file.seek(0)
    for number, line in enumerate(file, 1):
        try:
            line.decode()
        except UnicodeDecodeError:
            return number
    return 1


@contextmanager
def _long_cells() -> Iterator[None]:
    """Within it a cell may be of any length; the limit is the whole process's, so it is put back."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _reader(column: Column, text_of: Callable[[str], str]) -> Reader:
    """What gives the value of a cell of the column."""
    if column.sort == "text":
        return _reader_of_text(column, text_of)
    pattern, number = (_INTEGER, int) if column.sort == "integer" else (_DECIMAL, Decimal)

    def of(cell: str) -> object:
        if not cell and column.nullable:
            return None
        if pattern.fullmatch(cell) is None:
            if _BY_SPREADSHEET.fullmatch(cell):
                raise ValueError(f"{column.name} is {cell}, as a spreadsheet has changed it")
            raise ValueError(f"{column.name} is {cell[:40]!r}, no number in digits")
        return number(cell)

    return of


def _reader_of_text(column: Column, text_of: Callable[[str], str]) -> Reader:
    def of(cell: str) -> object:
        if not cell and column.nullable:
            return None
        try:
            return text_of(cell)
        except ValueError as error:
            raise ValueError(f"{column.name}: {error}") from None

    return of
