"""Records to be scored: what `talentx extract` wrote as JSON or JSON Lines, or another program did."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from talentx.errors import GoldError
from talentx.evaluation.gold import Articles, checked, read_gold
from talentx.evaluation.rows import NUMBERS, Row, exact, objects, read_text


def read_records(path: Path) -> list[Row]:
    """The records of a file, or of standard input (`-`). Raises GoldError for a row that is none."""
    return [_checked(row, where) for where, row in objects(*read_text(path))]


def read_figures(path: Path) -> Articles:
    """The figures of a file or folder by article, be it records, which name their document, or gold.

    Raises GoldError for a row that is neither.
    """
    if path.is_dir():
        return read_gold(path)
    rows = list(objects(*read_text(path)))
    if rows and "document" in rows[0][1]:
        return by_article([_checked(row, where) for where, row in rows])
    return {path.stem: [checked(row, where) for where, row in rows]}


def by_article(records: list[Row]) -> Articles:
    """The records of each article, in text order.

    Raises GoldError where two documents would go by one stem.
    """
    names: dict[str, str] = {}
    articles: dict[str, list[Row]] = {}
    for record in records:
        name = record["document"]
        stem = PurePosixPath(name).stem
        if names.setdefault(stem, name) != name:
            raise GoldError(
                f"{names[stem]} and {name} both have {stem}.jsonl for gold", advice="score them one by one"
            )
        articles.setdefault(stem, []).append(record)
    return {stem: sorted(rows, key=lambda row: int(row["start"])) for stem, rows in articles.items()}


def _checked(row: Row, where: str) -> Row:
    advice = "give records as talentx extract --format json writes them"
    if not isinstance(row.get("document"), str) or not row["document"]:
        raise GoldError("the record names no document", where, advice)
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise GoldError(f"start and end are {start!r} and {end!r}: no span", where, advice)
    if not isinstance(row.get("kind"), str):
        raise GoldError(f"kind is {row.get('kind')!r}", where, advice)
    for field in NUMBERS:
        try:
            row[field] = None if row.get(field) is None else exact(row[field])
        except ValueError as error:
            raise GoldError(f"{field}: {error}", where, advice) from None
    for field in ("indicator", "bound", "unit", "date", "place", "time", "status", "raw", "sentence"):
        if not isinstance(row.get(field), str | None):
            raise GoldError(f"{field} is no text: {row[field]!r}", where, advice)
    return row
