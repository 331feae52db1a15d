"""`talentx scan`: every figure of any text, by the general reader alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from talentx.cli import options
from talentx.cli.run import Run, checked, deliver
from talentx.errors import UsageError
from talentx.output.formats import FigureFormat, figure_writer
from talentx.output.rows import FigureRow, Lines

if TYPE_CHECKING:
    from talentx.reading.documents import Document, Shelf

_FORMATS: tuple[FigureFormat, ...] = get_args(FigureFormat)
_STANDARD_INPUT = "-"


def scan(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|-", help="Texts, or folders of .txt and .md files; - is standard input."
        ),
    ],
    format_: Annotated[str | None, options.format_option(_FORMATS)] = None,
    output: options.Output = None,
    published: options.Published = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Find every figure of any Chinese text, with its exact value."""
    target, date = options.optional_path(output), options.published_date(published)
    chosen = options.format_of(format_, target, _FORMATS)
    shelf = checked(_shelf(files), target)
    deliver(Run(shelf, _rows, date, quiet, debug), figure_writer(chosen), target)


def _shelf(files: Sequence[str]) -> Shelf:
    from talentx.reading.documents import collect, standard_input

    if _STANDARD_INPUT not in files:
        return collect([options.path(name) for name in files])
    if len(files) > 1:
        raise UsageError("standard input is read alone", _STANDARD_INPUT, "name files, or -")
    return standard_input()


def _rows(document: Document) -> Iterator[FigureRow]:
    """The figures of a document, read whole at once; each becomes a row when it is asked for."""
    from talentx.figures.scan import scan as read

    figures = read(document.text, document.published)
    lines = Lines(document.text)
    return (FigureRow(document.name, figure, lines) for figure in figures)
