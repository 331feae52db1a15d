"""`talentx gold import`: gold from what an annotation tool exported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentx.cli import options
from talentx.cli.console import complain
from talentx.errors import GoldError, OutputError, UsageError

if TYPE_CHECKING:
    from talentx.evaluation.sheets import Sheet

_FROM = ("label-studio", "doccano")


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What the tool exported; - is stdin.")],
    from_: Annotated[str, typer.Option("--from", metavar="|".join(_FROM), help="The tool.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder for the gold.")],
    originals: Annotated[
        str | None, typer.Option(metavar="PATH", help="doccano: the gold or records that were exported.")
    ] = None,
    texts: options.Texts = None,
    debug: options.Debug = False,  # noqa: ARG001 - run() looks for it
) -> None:
    """Write gold from what the tool exported, one file an article.

    Figures that lack a value or status are written all the same and told of: fill them in.
    """
    options.one_of(from_, _FROM, "--from")
    if from_ == "doccano" and originals is None:
        raise UsageError(
            "doccano holds spans and labels alone",
            "--originals",
            "name what was exported: the gold or the records",
        )
    if from_ != "doccano" and originals is not None:
        raise UsageError("Label Studio gives every field back", "--originals", "leave it out")
    folder = options.path(output)
    from talentx.evaluation import doccano, labelstudio
    from talentx.evaluation.records import read_figures
    from talentx.evaluation.rows import read_text

    content, where = read_text(options.path(file))
    if originals is None:
        found = labelstudio.read_tasks(content, where)
    else:
        found = doccano.read_lines(content, where, read_figures(options.path(originals)))
    whole = _write_gold(found, folder, [options.path(text) for text in texts or []])
    raise typer.Exit(0 if whole else 1)


def _write_gold(found: Iterable[Sheet | GoldError], folder: Path, texts: Sequence[Path]) -> bool:
    """Write a gold file for each sheet. Returns whether all came back whole."""
    from talentx.evaluation.texts import read_texts

    known = {stem: document.text for stem, document in read_texts(texts).items()} if texts else None
    written: dict[str, str] = {}
    whole = True
    for sheet in found:
        try:
            ready = _accepted(sheet, written, known)
        except GoldError as error:
            complain(str(error))
            whole = False
        else:
            written[ready.stem] = ready.document
            whole = _write_sheet(ready, folder) and whole
    return whole


def _accepted(sheet: Sheet | GoldError, written: Mapping[str, str], texts: Mapping[str, str] | None) -> Sheet:
    """The sheet. Raises GoldError where it is none, came before, or is not on the text of the file."""
    from talentx.evaluation.sheets import check_text

    if isinstance(sheet, GoldError):
        raise sheet
    if sheet.stem in written:
        before = f"{written[sheet.stem]} came before and has {sheet.stem}.jsonl for gold too"
        raise GoldError(before, sheet.document, "keep one of them")
    if texts is not None:
        if sheet.stem not in texts:
            raise GoldError("no such article among --texts", sheet.document, "name its folder")
        check_text(sheet, texts[sheet.stem])
    return sheet


def _write_sheet(sheet: Sheet, folder: Path) -> bool:
    """Write the gold of a sheet, and say what is left to fill in. Returns whether nothing is."""
    from talentx.evaluation.gold import missing, write_lines
    from talentx.output.target import replacing

    _make(folder)
    target = folder / f"{sheet.stem}.jsonl"
    with replacing(target) as stream:
        stream.write(write_lines(sheet.rows))
    empty = [(line, row, missing(row)) for line, row in enumerate(sheet.rows, 1) if missing(row)]
    for line, row, fields in empty:
        complain(f"{target}:{line}: {row['raw']!r} has no {' nor '.join(fields)}; fill it in")
    return not empty


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be made: {error.strerror}", str(folder), "name a folder with -o") from None
