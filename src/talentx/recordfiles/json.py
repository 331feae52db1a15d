"""JSON and JSON Lines back to rows: an object a line, as talentx writes it, line by line; else read whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from talentx.errors import RecordFileError
from talentx.recordfiles.check import Check
from talentx.recordfiles.problems import DAMAGED, FAULTS, fault
from talentx.recordfiles.row import Row

_MARK = b"\xef\xbb\xbf"
_SPACE = re.compile(r"[ \t\r\n]*")


class NotByLine(Exception):  # noqa: N818 - no error: it is read in another way
    """The JSON does not have an object a line."""


def read(file: BinaryIO, name: str) -> Iterator[Row]:
    """The rows of JSON: an array of objects, or objects one after another. `file` can be gone back in.

    Raises RecordFileError, naming `name` and the line, for what is none or holds no records.
    """
    decode, check = msgspec.json.Decoder(Row).decode, Check()
    done = 0
    try:
        for offset, line in objects_by_line(file, name):
            try:
                row = check(decode(line))
            except FAULTS as error:
                raise fault(error, f"{name}:{line_at(file, offset)}", line) from None
            yield row
            done += 1
    except NotByLine:
        for number, (line_number, data) in enumerate(_objects_of_whole(file, name)):
            if number >= done:
                try:
                    yield check(decode(data))
                except FAULTS as error:
                    raise fault(error, f"{name}:{line_number}", data) from None


def objects_by_line(file: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    """The JSON of each object of a file that has one a line, and its offset in bytes.

    Raises NotByLine as soon as that does not hold, RecordFileError for an array that does not end.
    """
    file.seek(0)
    offset = len(_MARK) if file.read(len(_MARK)) == _MARK else 0
    file.seek(offset)
    opening = b""
    for line in file:
        opening = line.strip()
        if opening:
            break
        offset += len(line)
    if opening == b"[":
        yield from _of_array(file, offset + len(line), name)
    elif opening.startswith(b"{") and opening.endswith(b"}"):
        file.seek(offset)
        for line in file:
            if not line.isspace():
                yield offset, line
            offset += len(line)
    elif opening:
        raise NotByLine


def _of_array(file: BinaryIO, offset: int, name: str) -> Iterator[tuple[int, bytes]]:
    closed = False
    for line in file:
        content = line.rstrip()
        if content.lstrip() == b"]" and not closed:
            closed = True
        elif content:
            content = content.removesuffix(b",")
            if closed or not content.lstrip().startswith(b"{") or not content.endswith(b"}"):
                if not closed and not line.endswith((b"\n", b"]")):  # cut off
                    break
                raise NotByLine
            yield offset, content
        offset += len(line)
    if not closed:
        raise RecordFileError("the array does not end", f"{name}:{line_at(file, offset)}", DAMAGED)


def line_at(file: BinaryIO, offset: int) -> int:
    """The line, counted from 1, that an offset of the file stands in."""
    file.seek(0)
    line = 1
    while offset > 0 and (part := file.read(min(offset, 1 << 20))):
        line += part.count(b"\n")
        offset -= len(part)
    return line


def _objects_of_whole(file: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    """The line and the JSON of each object."""
    file.seek(0)
    try:
        text = file.read().decode("utf-8-sig")
        line, counted = 1, 0
        for start, end in _spans(text):
            line, counted = line + text.count("\n", counted, start), start
            yield line, text[start:end].encode()
    except json.JSONDecodeError as error:
        raise RecordFileError(
            f"no JSON: {error.msg}", f"{name}:{error.lineno}:{error.colno}", DAMAGED
        ) from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise fault(error, name) from None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each value of an array begins and ends, or each of values one after another."""
    decode = json.JSONDecoder(parse_float=str, parse_int=str).raw_decode
    at = _skip(text, 0)
    in_array = text.startswith("[", at)
    at = _skip(text, at + in_array)
    while at < len(text) and not (in_array and text.startswith("]", at)):
        _, end = decode(text, at)
        yield at, end
        at = _skip(text, end)
        if in_array and text.startswith(",", at):
            at = _skip(text, at + 1)
            if text.startswith("]", at):
                raise json.JSONDecodeError("Expecting value", text, at)
        elif in_array:
            break
    if in_array:
        if not text.startswith("]", at):
            raise json.JSONDecodeError("Expecting ',' or ']'", text, at)
        at = _skip(text, at + 1)
    if at != len(text):
        raise json.JSONDecodeError("Extra data", text, at)


def _skip(text: str, at: int) -> int:
    """Past the blanks."""
    found = _SPACE.match(text, at)
    return found.end() if found else at
