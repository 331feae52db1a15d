"""Label Studio: tasks with the figures as regions, and gold from the tasks it exports (format JSON).

A figure is a region of the text, its kind the region's label; every other field is a control per region, tied
to it by the region's id. Label Studio counts code points, older versions UTF-16 code units; which of the two
it was is told by the text that it gives each region.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from talentx.errors import GoldError
from talentx.evaluation.gold import fault, ordered
from talentx.evaluation.offsets import Counting, located
from talentx.evaluation.rows import NUMBERS, Row, dumps, exact, parsed
from talentx.evaluation.sheets import Sheet, in_order

Role = Literal["predictions", "annotations"]
Json = dict[str, Any]

TEXT = "text"
KIND = "kind"
CHOSEN = ("status", "indicator", "bound", "optional")
WRITTEN = ("value", "low", "high", "unit", "date", "time", "item", "place", "subject", "also", "note")
"""Fields that are chosen from a list, and fields that are written; each is a control of its name."""

_COUNTINGS: tuple[Counting, ...] = ("code-points", "utf-16")
_MODEL = "talentx"
_EARLIEST = datetime.min.replace(tzinfo=UTC)


def write_tasks(sheets: Iterable[Sheet], role: Role) -> str:
    """The sheets as a JSON array of tasks, the figures as predictions to start from or as annotations."""
    tasks = [
        {
            "data": {TEXT: sheet.text, "document": sheet.document},
            role: [
                {**({"model_version": _MODEL} if role == "predictions" else {}), "result": _result(sheet)}
            ],
        }
        for sheet in sheets
    ]
    return dumps(tasks, indent=1) + "\n"


def read_tasks(text: str, where: str) -> Iterator[Sheet | GoldError]:
    """A sheet for each annotated task of a file that Label Studio exported, or what is wrong with the task.

    Of several annotations the newest that was not cancelled counts. A row may lack fields.
    Raises GoldError where the file is no such export.
    """
    tasks = parsed(text, where)
    tasks = [tasks] if isinstance(tasks, dict) else tasks
    if not isinstance(tasks, list) or not all(isinstance(task, dict) and "data" in task for task in tasks):
        raise GoldError(
            "no tasks of Label Studio", where, "export the project there as JSON, not as JSON-MIN"
        )
    for number, task in enumerate(tasks, 1):
        at = f"{where}, task {task.get('id', number)}"
        try:
            yield _sheet(task, at)
        except GoldError as error:
            yield error
        except (TypeError, KeyError, AttributeError, ValueError, IndexError) as error:
            yield GoldError(f"not as Label Studio writes a task ({error!r})", at, "export it there as JSON")


def _result(sheet: Sheet) -> list[Json]:
    return [entry for number, row in enumerate(sheet.rows, 1) for entry in _region(f"figure-{number}", row)]


def _region(identity: str, row: Row) -> Iterator[Json]:
    """The entries of a figure, all with the id of its region."""
    span = {"start": row["start"], "end": row["end"]}
    region = {"id": identity, "to_name": TEXT}
    yield {
        **region,
        "from_name": KIND,
        "type": "labels",
        "value": {**span, "text": row["raw"], "labels": [row[KIND]]},
    }
    for field in CHOSEN:
        if row.get(field):
            chosen = field if field == "optional" else row[field]
            yield {
                **region,
                "from_name": field,
                "type": "choices",
                "value": {**span, "text": row["raw"], "choices": [chosen]},
            }
    for field in WRITTEN:
        if row.get(field) is not None:
            written = row[field] if isinstance(row[field], str) else dumps(row[field])
            yield {**region, "from_name": field, "type": "textarea", "value": {**span, "text": [written]}}


def _sheet(task: Json, where: str) -> Sheet:
    data = task["data"]
    text, document = data.get(TEXT), data.get("document")
    if not isinstance(text, str):
        raise GoldError("the task has no text", where, "its data must have the article under the name text")
    if not isinstance(document, str) or not document:
        raise GoldError("the task names no document", where, "give its data the file's name as document")
    regions: dict[str, list[Json]] = {}
    at = f"{where} ({document})"
    for entry in _newest(task, at)["result"]:
        if entry.get("type") in ("labels", "choices", "textarea"):
            regions.setdefault(entry["id"], []).append(entry)
    labels = [_label(entries, at) for entries in regions.values()]
    spans = located(text, [_span(label["value"]) for label in labels], _COUNTINGS)
    rows = []
    for label, span, entries in zip(labels, spans, regions.values(), strict=True):
        if span is None:
            value = label["value"]
            lost = f"{value.get('text')!r} does not stand at {value['start']}–{value['end']} of the text"
            raise GoldError(lost, at, "mark it again there")
        rows.append(_row(text, span, label, entries, at))
    return Sheet(document, text, in_order(rows))


def _newest(task: Json, where: str) -> Json:
    """The newest annotation of a task that was not cancelled."""
    done = [one for one in task.get("annotations") or [] if not one.get("was_cancelled")]
    if not done:
        raise GoldError("the task is not annotated", where, "submit it there, or leave it out")
    newest: Json = max(done, key=_moment)
    return newest


def _moment(annotation: Json) -> tuple[datetime, int]:
    """When an annotation was last touched; its id where that is not said."""
    stamp = annotation.get("updated_at") or annotation.get("created_at")
    moment = datetime.fromisoformat(stamp) if stamp else _EARLIEST
    identity = annotation.get("id")
    return (
        moment if moment.tzinfo else moment.replace(tzinfo=UTC),
        identity if isinstance(identity, int) else 0,
    )


def _label(entries: Sequence[Json], where: str) -> Json:
    """The entry that gives a region its kind."""
    labels = [entry for entry in entries if entry["type"] == "labels" and entry["value"].get("labels")]
    if len(labels) != 1 or len(labels[0]["value"]["labels"]) != 1:
        value = entries[0]["value"]
        raise GoldError(
            f"the region at {value.get('start')}–{value.get('end')} has not one kind",
            where,
            "give it one label there",
        )
    return labels[0]


def _span(value: Json) -> tuple[int, int, str | None]:
    held = value.get("text")
    return int(value["start"]), int(value["end"]), held if isinstance(held, str) else None


def _row(text: str, span: tuple[int, int], label: Json, entries: Sequence[Json], where: str) -> Row:
    start, end = span
    row: Row = {"start": start, "end": end, "raw": text[start:end], KIND: label["value"]["labels"][0]}
    at = f"{where}: {row['raw']!r} at {start}–{end}"
    for entry in entries:
        field = entry["from_name"]
        if field in CHOSEN or field in WRITTEN:
            row[field] = _value(field, _given(entry, at), at)
    wrong = fault(ordered(row))
    if wrong:
        raise GoldError(wrong, at, "correct it there and export again")
    return ordered(row)


def _given(entry: Json, where: str) -> str | None:
    """What was chosen or written; None for nothing."""
    values = entry["value"].get("choices" if entry["type"] == "choices" else "text") or []
    values = [values] if isinstance(values, str) else values
    if len(values) > 1:
        raise GoldError(f"{entry['from_name']} is given {len(values)} times", where, "keep one of them there")
    return values[0] if values and values[0].strip() else None


def _value(field: str, given: str | None, where: str) -> Any:
    """The value of a field from what stands in its control."""
    if given is None or field == "optional":
        return True if given else None
    if field == "also":
        return parsed(given, f"{where}: also")
    if field in NUMBERS:
        try:
            return exact(given)
        except ValueError as error:
            raise GoldError(
                f"{field}: {error}", where, "write it in digits there: 1640000000, 0.25"
            ) from None
    return given
