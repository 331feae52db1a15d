"""Gold: what a correct extraction of an article is, figure by figure; `<article stem>.jsonl` in a folder."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from talentx.edtf import is_edtf
from talentx.errors import GoldError
from talentx.evaluation.rows import NUMBERS, Row, dumps, exact, objects, read_text
from talentx.reading.files import printable
from talentx.vocabulary import Bound, Kind, Status

Articles = Mapping[str, list[Row]]
"""Rows by article: the stem of its file."""

FIELDS = (
    "start", "end", "raw", "kind", "indicator", "value", "low", "high", "bound", "unit", "date", "item",
    "place", "subject", "time", "status",
)  # fmt: skip
MARKS = ("optional", "also", "note")
"""What only some rows have: scored neither way; a second right answer by field; a remark."""
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind), "bound": get_args(Bound), "status": get_args(Status),
}  # fmt: skip
TEXTS = ("unit", "item", "place", "subject", "note")
DATES = ("date", "time")
NO_GOLD = frozenset({"pairs", "sources"})
"""Files beside gold that hold something else: true matches between years, the dates of articles."""

_INDICATOR = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


def read_gold(path: Path) -> Articles:
    """The gold of a folder or of one file. Raises GoldError, with file and line, for a row that is none."""
    if path.is_dir():
        files = [file for file in sorted(path.glob("*.jsonl")) if file.stem not in NO_GOLD]
        if not files:
            raise GoldError("no .jsonl file in the folder", printable(path), "name the folder of the gold")
    else:
        files = [path]
    return {file.stem: list(_rows(file)) for file in files}


def write_lines(rows: Iterable[Row]) -> str:
    """Rows as a gold file has them: one a line, fields in their order, those not given as null."""
    return "".join(dumps(ordered(row)) + "\n" for row in rows)


def ordered(row: Row) -> Row:
    """The row with gold's fields alone, in their order; marks only where they say something."""
    marks = {mark: row[mark] for mark in MARKS if row.get(mark)}
    return {**{field: row.get(field) for field in FIELDS}, **marks}


def fault(row: Row) -> str | None:
    """What is wrong with a row, a field that is empty apart; None where nothing is."""
    for check in (_unknown, _span, _choice, _indicator, _number, _text, _date, _mark):
        found = check(row)
        if found:
            return found
    return None


def missing(row: Row) -> list[str]:
    """The fields that must be filled in before the row is gold."""
    needed = ["kind", "status"]
    if row.get("kind") == "date":
        needed.append("date")
    elif row.get("low") is None and row.get("high") is None:
        needed.append("value")
    else:
        needed += ["low", "high"]
    return [field for field in needed if row.get(field) is None]


def misplaced(row: Row, text: str) -> str | None:
    """Where the span does not hold `raw` in the text of the article: what is wrong."""
    there = text[row["start"] : row["end"]]
    if there == row["raw"]:
        return None
    return f"raw is {row['raw']!r}, but the text at {row['start']}–{row['end']} is {there[:40]!r}"


def checked(row: Row, where: str) -> Row:
    """The row, its numbers exact. Raises GoldError, naming where it stands, where it is no gold."""
    wrong = fault(row)
    if wrong:
        raise GoldError(wrong, where, "see the fields of gold in docs/eval.md")
    empty = missing(row)
    if empty:
        raise GoldError(f"{row['raw']!r} has no {' nor '.join(empty)}", where, "fill it in")
    return {**row, **{field: exact(row[field]) for field in NUMBERS if row.get(field) is not None}}


def _rows(path: Path) -> Iterator[Row]:
    for where, row in objects(*read_text(path)):
        yield checked(row, where)


def _near(word: object, known: Collection[str]) -> str:
    """The known word that is nearest to a wrong one, as a question."""
    close = difflib.get_close_matches(str(word), known, 1)
    return f", did you mean {close[0]}?" if close else f": it is none of {', '.join(known)}"


def _unknown(row: Row) -> str | None:
    strange = [key for key in row if key not in FIELDS and key not in MARKS]
    return f"no field of gold is {strange[0]!r}{_near(strange[0], (*FIELDS, *MARKS))}" if strange else None


def _span(row: Row) -> str | None:
    start, end, raw = row.get("start"), row.get("end"), row.get("raw")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return f"start and end are {start!r} and {end!r}: no span"
    if not isinstance(raw, str) or len(raw) != end - start:
        return f"raw {raw!r} is not as long as its span {start}–{end}"
    return None


def _choice(row: Row) -> str | None:
    for field, known in CHOICES.items():
        if row.get(field) is not None and row[field] not in known:
            return f"no {field} is {row[field]!r}{_near(row[field], known)}"
    return None


def _indicator(row: Row) -> str | None:
    name = row.get("indicator")
    if name is None or (isinstance(name, str) and _INDICATOR.fullmatch(name)):
        return None
    return f"{name!r} is no id of an indicator"


def _number(row: Row) -> str | None:
    for field in NUMBERS:
        try:
            if row.get(field) is not None:
                exact(row[field])
        except ValueError as error:
            return f"{field}: {error}"
    return "value stands beside low and high" if row.get("value") is not None and (
        row.get("low") is not None or row.get("high") is not None
    ) else None  # fmt: skip


def _text(row: Row) -> str | None:
    wrong = [field for field in TEXTS if not isinstance(row.get(field), str | None)]
    return f"{wrong[0]} is no text: {row[wrong[0]]!r}" if wrong else None


def _date(row: Row) -> str | None:
    for field in DATES:
        date = row.get(field)
        if date is not None and not (isinstance(date, str) and is_edtf(date)):
            return f"{field} {date!r} is no EDTF date"
    if row.get("date") is not None and row.get("kind") != "date":
        return f"a date on a figure of kind {row.get('kind')}"
    return None


def _mark(row: Row) -> str | None:
    if not isinstance(row.get("optional", False), bool):
        return f"optional is {row['optional']!r}, neither true nor false"
    also = row.get("also", {})
    if not isinstance(also, dict) or not all(isinstance(others, list) for others in also.values()):
        return "also is no object of fields with a list each"
    strange = [field for field in also if field not in FIELDS]
    return f"also: no field of gold is {strange[0]!r}{_near(strange[0], FIELDS)}" if strange else None
