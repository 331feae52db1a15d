"""`talentx search`: the records of a store that hold some words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, get_args

import typer

from talentx.cli import options
from talentx.cli.config import store
from talentx.cli.console import complain
from talentx.cli.run import put, refuse_to_overwrite
from talentx.edtf import LAST_YEAR
from talentx.errors import UsageError
from talentx.output.formats import Format, writer

if TYPE_CHECKING:
    from talentx.records.model import Record
    from talentx.store.reading import Values

_FORMATS: tuple[Format, ...] = get_args(Format)
_LIMIT = "20"
_MOST = 999_999_999
_NOT_FOUND = 1


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words to look for; all are needed.")],
    db: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|URL",
            help="The store. Default: that of talentx.toml, else talent.db in this folder.",
        ),
    ] = None,
    limit: Annotated[str, typer.Option(metavar="N", help="At most so many records.")] = _LIMIT,
    indicator: Annotated[
        str | None, typer.Option(metavar="ID", help="Of this indicator, or a finer one of it.")
    ] = None,
    year: Annotated[str | None, typer.Option(metavar="YEAR", help="Told for this year.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME|CODE", help="About this place.")] = None,
    format_: Annotated[str | None, options.format_option(_FORMATS)] = None,
    output: options.Output = None,
    debug: options.Debug = False,  # noqa: ARG001 - run() looks for it
) -> NoReturn:
    """Find records by words of their sentence, item, subject, place or article.

    The exit status is 1 where nothing is found.
    """
    target = options.optional_path(output)
    chosen = options.format_of(format_, target, _FORMATS)
    if not query.strip():
        raise UsageError("nothing to look for", "QUERY", "name a word")
    write = writer(chosen)
    words = options.text(query, "QUERY")
    where = None if place is None else options.text(place, "--place")
    when = None if year is None else options.number(year, "--year", 1, LAST_YEAR)
    most = options.number(limit, "--limit", 1, _MOST)
    source = store(db)
    refuse_to_overwrite(target, [Path(source)])
    from talentx.store.search import Filters
    from talentx.store.target import open_store

    with open_store(source) as found:
        rows = found.search(words, Filters(indicator, when, where), most)
    put(_records(rows), write, target)
    if not rows:
        complain(f"nothing found for {words}")
    raise typer.Exit(0 if rows else _NOT_FOUND)


def _records(rows: Iterable[Values]) -> Iterable[Record]:
    """The rows as records; they were validated when they were stored."""
    from talentx.records.model import COLUMNS, Record

    return (Record.model_construct(**dict(zip(COLUMNS, row, strict=True))) for row in rows)
