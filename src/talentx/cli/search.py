"""`talentx search`: the records of a store that hold some words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, NoReturn, get_args

import typer

from talentx.cli import options
from talentx.cli.config import store
from talentx.cli.console import complain
from talentx.cli.run import put
from talentx.errors import UsageError
from talentx.output.formats import Format, writer

if TYPE_CHECKING:
    from talentx.records.model import Record
    from talentx.store.reading import Values

_FORMATS: tuple[Format, ...] = get_args(Format)
_LIMIT = "20"
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
    most, when = _number(limit, "--limit"), None if year is None else _number(year, "--year")
    from talentx.store.search import Filters
    from talentx.store.target import open_store

    with open_store(store(db)) as found:
        rows = found.search(query, Filters(indicator, when, place), most)
    put(_records(rows), write, target)
    if not rows:
        complain(f"nothing found for {query}")
    raise typer.Exit(0 if rows else _NOT_FOUND)


def _number(text: str, option: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise UsageError(f"{text!r} is no number from 1 on", option)
    return int(text)


def _records(rows: Iterable[Values]) -> Iterable[Record]:
    """The rows as records; they were validated when they were stored."""
    from talentx.records.model import COLUMNS, Record

    return (Record.model_construct(**dict(zip(COLUMNS, row, strict=True))) for row in rows)
