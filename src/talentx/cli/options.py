"""The options that commands share, as strings, and what their values may be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from talentx.edtf import is_published
from talentx.errors import UsageError
from talentx.output.formats import Format, by_suffix

F = TypeVar("F", bound=str)
W = TypeVar("W", bound=str)

Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all."),
]
Published = Annotated[
    str | None, typer.Option(metavar="EDTF", help="Date of every article: 2024, 2024-09 or 2024-09-28.")
]
Texts = Annotated[list[str] | None, typer.Option(metavar="PATH", help="The articles; repeatable.")]
Sources = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="CSV of file, published, title. Default: sources.csv beside the articles."
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        metavar="DIR",
        help="A rule pack in place of the built-in one, which goes by the name talent; repeatable. "
        "Default: those of talentx.toml.",
    ),
]
Bom = Annotated[bool, typer.Option("--bom", help="Mark CSV or TSV as UTF-8, for Excel.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr, only errors.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show tracebacks.")]


def format_option(known: Collection[str]) -> Any:
    """The option --format of a command that writes these formats."""
    return typer.Option(
        "--format",
        metavar="|".join(known),
        help="Default: by the suffix of -o; else table on a terminal, json in a pipe.",
    )


def path(argument: str) -> Path:
    """A path; an empty one, as an unset variable leaves behind, would mean the current folder."""
    if not argument:
        raise UsageError("an empty path among the arguments", advice="name a file or folder")
    return Path(argument)


def optional_path(argument: str | None) -> Path | None:
    """The path of an option, where it was given."""
    return None if argument is None else path(argument)


def text(argument: str, option: str) -> str:
    """The characters of an argument, also where the locale knows ASCII alone.

    Raises UsageError where its bytes are no characters.
    """
    if not any("\ud800" <= character <= "\udfff" for character in argument):
        return argument
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError("it is not in UTF-8", option) from None


def number(word: str, option: str, least: int, most: int) -> int:
    """The whole number that an option was given. Raises UsageError for one outside its bounds."""
    if not (word.isascii() and word.isdigit() and len(word) <= len(str(most)) and least <= int(word) <= most):
        raise UsageError(f"{word!r} is no number from {least} to {most}", option)
    return int(word)


def published_date(argument: str | None) -> str | None:
    """A date that an article can bear, where one was given."""
    if argument is not None and not is_published(argument):
        raise UsageError(f"{argument!r} is no date", "--published", "write 2024, 2024-09 or 2024-09-28")
    return argument


def one_of(word: str, known: Collection[W], option: str) -> W:
    """The word, one of those known to the option."""
    for name in known:
        if name == word:
            return name
    raise UsageError(f"{word!r} is not one of {', '.join(known)}", option)


def format_of(
    asked: str | None,
    output: Path | None,
    known: Collection[F],
    of_suffix: Callable[[Path], str | None] = by_suffix,
) -> F:
    """The format to write, one of those known: the one asked for, else the one that suits the output."""
    if asked is not None:
        return one_of(asked, known, "--format")
    wanted = of_suffix(output) if output is not None else _of_stdout()
    for name in known:
        if name == wanted:
            return name
    raise UsageError("no format goes by this suffix", str(output), "name one with --format")


def check_bom(format_: str, *, bom: bool) -> None:
    """Raises UsageError where a format is to have a byte order mark and has none."""
    if bom and format_ not in ("csv", "tsv"):
        raise UsageError(f"{format_} has no byte order mark", "--bom", "use it with --format csv or tsv")


def _of_stdout() -> Format:
    return "table" if sys.stdout is not None and sys.stdout.isatty() else "json"
