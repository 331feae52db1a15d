"""`talentx explain`: how a figure became its record, or why a piece of a text became none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO, get_args

import typer

from talentx.cli import options
from talentx.cli.config import packs
from talentx.cli.run import Run, checked, deliver
from talentx.errors import UsageError
from talentx.output.formats import Writer

if TYPE_CHECKING:
    from talentx.derivation.model import Derivation
    from talentx.reading.documents import Document, Shelf

TreeFormat = Literal["tree", "json"]
_FORMATS: tuple[TreeFormat, ...] = get_args(TreeFormat)
_STANDARD_INPUT = "-"
_TARGET = re.compile(r"(?P<file>.+):(?P<offset>[0-9]{1,18})", re.DOTALL)


def explain(
    target: Annotated[
        str,
        typer.Argument(
            metavar="FILE[:OFFSET]",
            help="A text, and a place in it: the start of a record. - is standard input.",
        ),
    ],
    why_not: Annotated[
        str | None,
        typer.Option(
            "--why-not", metavar="TEXT", help="A piece of the text: why is it no record, or this one?"
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="|".join(_FORMATS), help="Default: tree on a terminal, json in a pipe."
        ),
    ] = None,
    output: options.Output = None,
    published: options.Published = None,
    sources: options.Sources = None,
    rules: options.Rules = None,
    debug: options.Debug = False,
) -> None:
    """Explain how figures became records, step by step, or which step made a piece of text none."""
    name, offset = _parted(target)
    if why_not is not None and not why_not.strip():
        raise UsageError("nothing is asked for", "--why-not", "give a piece of the text")
    place, date = options.optional_path(output), options.published_date(published)
    chosen = _format(format_, place)
    folders = packs(rules)
    table = options.optional_path(sources)
    shelf = checked(_shelf(name, table), place, table)
    brief = offset is None and why_not is None
    write = _writer(chosen, brief)
    deliver(Run(shelf, _derivations(folders, offset, why_not), date, True, debug), write, place)


def _parted(target: str) -> tuple[str, int | None]:
    """The file and the offset; a file whose own name ends in a colon and a number is that file."""
    found = _TARGET.fullmatch(target)
    if found is None or Path(target).exists():
        return target, None
    return found["file"], int(found["offset"])


def _shelf(name: str, table: Path | None) -> Shelf:
    from talentx.reading.documents import collect, standard_input

    if name == _STANDARD_INPUT:
        return standard_input()
    path = options.path(name)
    if path.is_dir():
        raise UsageError("a folder has no figures of its own", name, "name one of its files")
    return collect([path], table)


def _format(asked: str | None, output: Path | None) -> TreeFormat:
    import sys

    if asked is not None:
        return options.one_of(asked, _FORMATS, "--format")
    if output is not None:
        return "tree" if output.suffix.lower() == ".txt" else "json"
    return "tree" if sys.stdout is not None and sys.stdout.isatty() else "json"


def _derivations(
    rules: Sequence[Path], offset: int | None, wanted: str | None
) -> Callable[[Document], Iterable[Derivation]]:
    from talentx.derivation.explain import explained
    from talentx.pipeline import Extractor

    extractor = Extractor(rules=rules)
    return lambda document: explained(extractor, document, offset, wanted)


def _writer(chosen: TreeFormat, brief: bool) -> Writer[Derivation]:
    if chosen == "json":
        from talentx.derivation import json

        return Writer(json.write)
    return Writer(lambda rows, stream: _trees(rows, stream, brief))


def _trees(rows: Iterable[Derivation], stream: TextIO, brief: bool) -> None:
    import shutil

    from talentx.derivation import tree
    from talentx.output.grid import FILE_WIDTH

    width = shutil.get_terminal_size().columns if stream.isatty() else FILE_WIDTH
    tree.write(rows, stream, width, brief=brief)
