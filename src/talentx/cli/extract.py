"""`talentx extract`: every figure of articles, as validated records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from talentx.cli import options
from talentx.cli.config import packs
from talentx.cli.db import Task, into_store
from talentx.cli.run import Run, checked, deliver
from talentx.errors import UsageError
from talentx.output.formats import Format, writer

if TYPE_CHECKING:
    from talentx.reading.documents import Document
    from talentx.records.model import Record

_FORMATS: tuple[Format, ...] = get_args(Format)


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Articles, or folders of .txt and .md files."),
    ],
    format_: Annotated[str | None, options.format_option(_FORMATS)] = None,
    output: options.Output = None,
    published: options.Published = None,
    sources: options.Sources = None,
    rules: options.Rules = None,
    db: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|URL",
            help="Into this store, an SQLite file or postgresql://…; only what is new or changed is read.",
        ),
    ] = None,
    bom: options.Bom = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Extract every figure of the articles as a record."""
    target, date = options.optional_path(output), options.published_date(published)
    if db is not None and (format_ is not None or target is not None or bom):
        raise UsageError("records go to one place", "--db", "leave out --format, --output and --bom, or --db")
    chosen = options.format_of(format_, target, _FORMATS)
    options.check_bom(chosen, bom=bom)
    write = writer(chosen)
    folders = packs(rules)
    table = options.optional_path(sources)
    from talentx.reading.documents import collect

    named = [options.path(name) for name in paths]
    shelf = checked(collect(named, table), target, table)
    if db is not None:
        into_store(Task(named, shelf, folders, date), db, quiet=quiet, debug=debug)
    deliver(Run(shelf, _records(folders), date, quiet, debug), write, target, bom=bom)


def _records(packs: Sequence[Path]) -> Callable[[Document], list[Record]]:
    """What gives the records of a document, by these packs or by the built-in one."""
    from talentx.pipeline import Extractor

    extractor = Extractor(rules=packs)
    return lambda document: extractor.extract(
        document.text, document=document.name, published=document.published, title=document.title
    )
