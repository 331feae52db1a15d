"""doccano: JSON Lines of sequence labelling, and gold from what it exports.

A figure is a span with the label `kind` or `kind:indicator`; doccano holds nothing else of it. On the way
back the other fields are those of the figures that were exported, wherever a span is still there. doccano
counts UTF-16 code units, or grapheme clusters where a project is set so; the counting travels with each line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, cast

from talentx.errors import GoldError
from talentx.evaluation.gold import Articles, fault, ordered
from talentx.evaluation.offsets import COUNTINGS, Counting, Ruler
from talentx.evaluation.rows import Row, dumps, objects
from talentx.evaluation.sheets import Sheet, in_order

Form = Literal["doccano", "doccano-entities"]
"""Spans as lists under `label`, or as objects under `entities` for a project with relations."""

DEFAULT: Counting = "utf-16"
_OF_A_DATE = ("value", "low", "high", "bound", "unit", "date", "time")
"""Fields that a figure cannot keep when it becomes a date, or is one no more."""


def write_lines(sheets: Iterable[Sheet], form: Form, counting: Counting = DEFAULT) -> str:
    """The sheets as JSON Lines, in the counting that the project is set to."""
    return "".join(dumps(_line(sheet, form, counting)) + "\n" for sheet in sheets)


def read_lines(text: str, where: str, originals: Articles) -> Iterator[Sheet | GoldError]:
    """A sheet for each line that doccano exported, or what is wrong with it.

    `originals`: the figures that were exported; a span that is none of theirs has no field but its label's.
    Raises GoldError where the file is no JSON Lines.
    """
    for at, line in objects(text, where):
        try:
            yield _sheet(line, at, originals)
        except GoldError as error:
            yield error
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            yield GoldError(f"not as doccano writes a line ({error!r})", at, "export it there as JSONL")


def _line(sheet: Sheet, form: Form, counting: Counting) -> Row:
    ruler = Ruler(sheet.text, counting)
    spans = [(*ruler.units(row["start"], row["end"]), _label(row)) for row in sheet.rows]
    marked: Row = {"label": spans}
    if form == "doccano-entities":
        entities = [
            {"id": number, "label": label, "start_offset": start, "end_offset": end}
            for number, (start, end, label) in enumerate(spans, 1)
        ]
        marked = {"entities": entities, "relations": []}
    return {"text": sheet.text, **marked, "document": sheet.document, "offsets": counting}


def _label(row: Row) -> str:
    return f"{row['kind']}:{row['indicator']}" if row.get("indicator") else str(row["kind"])


def _sheet(line: Row, where: str, originals: Articles) -> Sheet:
    text = line.get("text")
    document, counting = _said(line, "document"), _said(line, "offsets") or DEFAULT
    if not isinstance(text, str):
        raise GoldError("the line has no text", where, "export it there as JSONL")
    if not isinstance(document, str) or not document:
        raise GoldError("the line names no document", where, "give it the file's name as document")
    if counting not in COUNTINGS:
        raise GoldError(f"offsets are counted in {counting!r}", where, f"write one of {', '.join(COUNTINGS)}")
    sheet = Sheet(document, text, [])
    ruler = Ruler(text, cast("Counting", counting))
    known = _Known(originals.get(sheet.stem, ()), text, ruler)
    rows = [_row(text, ruler, span, known, f"{where} ({document})") for span in _spans(line)]
    return Sheet(document, text, in_order(rows))


def _said(line: Row, name: str) -> Any:
    """What travels with a line: doccano gives it back beside the text, or in older versions under meta."""
    meta = line.get("meta")
    return line.get(name, meta.get(name) if isinstance(meta, dict) else None)


def _spans(line: Row) -> Iterator[tuple[int, int, str]]:
    for span in line.get("entities") or line.get("label") or line.get("labels") or []:
        if isinstance(span, dict):
            yield int(span["start_offset"]), int(span["end_offset"]), str(span["label"])
        else:
            start, end, label = span
            yield int(start), int(end), str(label)


class _Known:
    """The figures that were exported, by their span in doccano's counting; each is taken once."""

    def __init__(self, rows: Iterable[Row], text: str, ruler: Ruler) -> None:
        self._rows: dict[tuple[int, int], list[Row]] = {}
        for row in rows:
            if text[row["start"] : row["end"]] == row["raw"]:
                self._rows.setdefault(ruler.units(row["start"], row["end"]), []).append(row)

    def take(self, start: int, end: int, label: str) -> Row | None:
        """The figure of a span, the one with this label first; None where there was none."""
        there = self._rows.get((start, end))
        if not there:
            return None
        return there.pop(next((i for i, row in enumerate(there) if _label(row) == label), 0))


def _row(text: str, ruler: Ruler, span: tuple[int, int, str], known: _Known, where: str) -> Row:
    start, end, label = span
    kind, _, indicator = label.partition(":")
    before = known.take(start, end, label)
    if before is not None:
        row = _relabelled(before, kind, indicator or None)
    else:
        place = ruler.code_points(start, end)
        if place is None:
            raise GoldError(
                f"the span {start}–{end} ({label}) cuts a character or leaves the text",
                where,
                "mark it again there",
            )
        row = {"start": place[0], "end": place[1], "raw": text[slice(*place)], "kind": kind}
        row["indicator"] = indicator or None
    row = ordered(row)
    wrong = fault(row)
    if wrong:
        raise GoldError(wrong, f"{where}: {label} at {start}–{end}", "correct it there and export again")
    return row


def _relabelled(row: Row, kind: str, indicator: str | None) -> Row:
    """The figure under another label; what a second reader said of a field that changed is dropped."""
    changed = {"kind": kind, "indicator": indicator}
    decided = [field for field in changed if row.get(field) != changed[field]]
    also = {field: others for field, others in row.get("also", {}).items() if field not in decided}
    lost = _OF_A_DATE if (kind == "date") != (row["kind"] == "date") else ()
    return {**row, **changed, **dict.fromkeys(lost), "also": also}
