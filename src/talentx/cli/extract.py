"""`talentx extract`: every figure of articles, as validated records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from talentx.cli.options import FORMAT, Debug, Output, Published, Quiet, format_of, path
from talentx.cli.run import Run, checked, deliver
from talentx.errors import UsageError
from talentx.meaning.location import located
from talentx.output.formats import Format, writer

if TYPE_CHECKING:
    from talentx.reading.documents import Document
    from talentx.records.model import Record


def _pack(argument: str) -> Path:
    """The folder of a rule pack."""
    path(argument)
    return located(argument)


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", parser=path, help="Articles, or folders of .txt and .md files."),
    ],
    format_: Annotated[Format | None, FORMAT] = None,
    output: Output = None,
    published: Published = None,
    sources: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            parser=path,
            help="CSV of file, published, title. Default: sources.csv beside the articles.",
        ),
    ] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DIR",
            parser=_pack,
            help="A rule pack in place of the built-in one, which goes by the name talent; repeatable.",
        ),
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Mark CSV as UTF-8, for Excel.")] = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Extract every figure of the articles as a record."""
    chosen = format_of(format_, output, get_args(Format))
    if bom and chosen != "csv":
        raise UsageError(f"{chosen} has no byte order mark", "--bom", "use it with --format csv")
    from talentx.reading.documents import collect

    shelf = checked(collect(paths, sources), output, sources)
    from talentx.pipeline import Extractor

    extractor = Extractor(rules=rules or [])

    def records(document: Document) -> list[Record]:
        return extractor.extract(
            document.text, document=document.name, published=document.published, title=document.title
        )

    deliver(Run(shelf, records, published, quiet, debug), writer(chosen), output, bom=bom)
