"""The options that commands share, and what their values may be."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from talentx.edtf import is_published
from talentx.errors import UsageError
from talentx.output.formats import Format, by_suffix

F = TypeVar("F", bound=Format)


def path(argument: str) -> Path:
    """A path; an empty one, as an unset variable leaves behind, would mean the current folder."""
    if not argument:
        raise UsageError("an empty path among the arguments", advice="name a file or folder")
    return Path(argument)


def published_date(argument: str) -> str:
    """A date that an article can bear."""
    if not is_published(argument):
        raise UsageError(f"{argument!r} is no date", "--published", "write 2024, 2024-09 or 2024-09-28")
    return argument


FORMAT = typer.Option(
    "--format", help="Default: by the suffix of -o; else table on a terminal, json in a pipe."
)
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", parser=path, help="Write to this file, whole or not at all."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="EDTF", parser=published_date, help="Date of every article: 2024, 2024-09 or 2024-09-28."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr, only errors.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show tracebacks.")]


def format_of(asked: F | None, output: Path | None, known: Collection[F]) -> F:
    """The format to write: the one asked for, else the output's own. `known`: those the command writes."""
    if asked is not None:
        return asked
    chosen = by_suffix(output) if output is not None else _of_stdout()
    for name in known:
        if name == chosen:
            return name
    raise UsageError("no format goes by this suffix", str(output), "name one with --format")


def _of_stdout() -> Format:
    return "table" if sys.stdout is not None and sys.stdout.isatty() else "json"
