"""The tables of the gazetteer, checked as they are read: a broken one is a PackError with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Container, Iterator
from pathlib import Path

from talentx.errors import PackError
from talentx.packs.packfiles import nearest, read_text

Row = dict[str, str]

_UNITS = ("adcode", "name", "short", "level", "parent", "until")
_LEVELS = ("province", "city", "county", "zone")
_NAMES = ("text", "adcode", "use", "note")
_NO_CODE = ("homonym", "phrase")
_USES = ("name", "short", "alias", "zone", "literary", "single", "area", *_NO_CODE)
_CODE = re.compile("[0-9]{6}")
_YEAR = re.compile("([0-9]{4})?")
_STREETS = re.compile("(?:[0-9]{9},[^,\n]+\n)*")
_STREET_HEADER = "adcode,name\n"


def unit_rows(folder: Path) -> Iterator[Row]:
    """The rows of places.csv: units and the zones in them."""
    rows = list(_rows(folder / "places.csv", _UNITS))
    codes = {row["adcode"] for _, row in rows if row["level"] != "zone"}
    for where, row in rows:
        _check(row["level"], _LEVELS, "level", where)
        if not _CODE.fullmatch(row["adcode"]) or not row["name"] or not _YEAR.fullmatch(row["until"]):
            raise PackError(
                "no unit", where, "write code (six digits), name, and year or nothing under until"
            )
        if (row["parent"] or row["level"] != "province") and row["parent"] not in codes:
            raise PackError(f"no unit has the code {row['parent']!r}", where, "name the parent's")
        yield row


def name_rows(folder: Path, codes: Container[str]) -> Iterator[Row]:
    """The rows of places_more.csv, names added by hand; `codes` are those of the units."""
    for where, row in _rows(folder / "places_more.csv", _NAMES):
        _check(row["use"], _USES, "use", where)
        if not row["text"]:
            raise PackError("no text", where, "write the name as articles print it")
        if row["use"] not in _NO_CODE and row["adcode"] not in codes:
            raise PackError(f"no unit has the code {row['adcode']!r}", where, "take one of places.csv")
        yield row


def street_table(folder: Path) -> str:
    """The text of streets.csv: a header, and a code of nine digits and a name a line."""
    path = folder / "streets.csv"
    text = read_text(path).replace("\r\n", "\n")
    if not text.startswith(_STREET_HEADER):
        raise _no_columns(path, ("adcode", "name"))
    good = _STREETS.match(text, len(_STREET_HEADER))
    end = good.end() if good else 0
    if end != len(text):
        line = text.count("\n", 0, end) + 1
        raise PackError("no street", f"{path}:{line}", "write a code of nine digits, a comma and a name")
    return text


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    """Each row with its file:line."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != columns:
            raise _no_columns(path, columns)
        for cells in reader:
            where = f"{path}:{reader.line_num}"
            if len(cells) != len(columns):
                raise PackError(f"{len(cells)} cells", where, f"write {len(columns)}: {', '.join(columns)}")
            yield where, dict(zip(columns, cells, strict=True))
    except csv.Error as error:
        raise PackError(f"no CSV: {error}", f"{path}:{reader.line_num}", "check its quotes") from None


def _no_columns(path: Path, columns: tuple[str, ...]) -> PackError:
    return PackError("other columns", f"{path}:1", f"the first line must be {','.join(columns)}")


def _check(value: str, allowed: tuple[str, ...], column: str, where: str) -> None:
    if value not in allowed:
        advice = nearest(value, allowed, "see docs/rules.md")
        raise PackError(f"{column}: {value!r} is none of {', '.join(allowed)}", where, advice)
