"""`talentx rules list`: what a pack holds, and what it makes of a corpus."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from talentx.cli import options
from talentx.cli.rules.shelf import Pack, book_of
from talentx.errors import UsageError

if TYPE_CHECKING:
    from talentx.authoring.coverage import Coverage
    from talentx.packs.book import Book

_FORMATS = ("text", "json")


def list_(
    pack: Pack = None,
    corpus: Annotated[
        list[str] | None,
        typer.Option("--on", metavar="PATH", help="Articles, or folders of them, to count on; repeatable."),
    ] = None,
    indicators: Annotated[
        bool, typer.Option("--indicators", help="The indicators with their names, units and definitions.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="The rules of the packs that it extends too.")] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="text|json", help="Lines for people, or one object.")
    ] = "text",
    published: options.Published = None,
    debug: options.Debug = False,
) -> None:
    """Show packs, rules and indicators; with --on, how often each rule fires on a corpus and what it
    misses."""
    options.one_of(format_, _FORMATS, "--format")
    date = options.published_date(published)
    book = book_of(pack)
    from talentx.authoring.inventory import as_json, indicator_lines, pack_lines, rule_lines

    covered = _coverage(book, corpus, date) if corpus else None
    if format_ == "json":
        sys.stdout.write(as_json(book, covered))
        return
    lines = [*pack_lines(book), ""]
    lines += indicator_lines(book, covered) if indicators else rule_lines(book, covered, every=every)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _coverage(book: Book, corpus: list[str], published: str | None) -> Coverage:
    from talentx.authoring.coverage import coverage
    from talentx.packs.pack import pack_of
    from talentx.pipeline import Extractor
    from talentx.reading.documents import collect

    shelf = collect([options.path(name) for name in corpus])
    if not shelf.files:
        raise UsageError("no article among the paths", "--on", "name text files, or folders of them")
    return coverage(Extractor(pack_of(book)), (shelf.read(found, published) for found in shelf.files))
