"""`talentx scan`: every figure of any text, by the general reader alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from talentx.cli.options import FORMAT, Debug, Output, Published, Quiet, format_of, path
from talentx.cli.run import Run, checked, deliver
from talentx.errors import UsageError
from talentx.output.formats import FigureFormat, figure_writer
from talentx.output.rows import FigureRow, Lines

if TYPE_CHECKING:
    from talentx.reading.documents import Document, Shelf

_STANDARD_INPUT = "-"


def scan(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|-", help="Texts, or folders of .txt and .md files; - is standard input."
        ),
    ],
    format_: Annotated[FigureFormat | None, FORMAT] = None,
    output: Output = None,
    published: Published = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Find every figure of any Chinese text, with its exact value."""
    chosen = format_of(format_, output, get_args(FigureFormat))
    shelf = checked(_shelf(files), output)
    deliver(Run(shelf, _rows, published, quiet, debug), figure_writer(chosen), output)


def _shelf(files: Sequence[str]) -> Shelf:
    from talentx.reading.documents import collect, standard_input

    if _STANDARD_INPUT not in files:
        return collect([path(name) for name in files])
    if len(files) > 1:
        raise UsageError("standard input is read alone", _STANDARD_INPUT, "name files, or -")
    return standard_input()


def _rows(document: Document) -> Iterator[FigureRow]:
    """The figures of a document, read whole at once; each becomes a row when it is asked for."""
    from talentx.figures.scan import scan as read

    figures = read(document.text, document.published)
    lines = Lines(document.text)
    return (FigureRow(document.name, figure, lines) for figure in figures)
