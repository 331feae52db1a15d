"""`talentx gold`: gold to the tools it is corrected in by hand, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentx.cli import options
from talentx.cli.console import complain
from talentx.cli.plain import PlainCommand, PlainGroup
from talentx.cli.run import opened
from talentx.errors import GoldError, OutputError, UsageError

if TYPE_CHECKING:
    from talentx.evaluation.sheets import Sheet

_TO = ("label-studio", "doccano", "doccano-entities")
_FROM = ("label-studio", "doccano")
_OFFSETS = ("utf-16", "graphemes", "code-points")

app = typer.Typer(
    cls=PlainGroup, rich_markup_mode=None, help="Gold: check it, and correct it in Label Studio or doccano."
)

_Figures = Annotated[
    str, typer.Argument(metavar="PATH", help="Gold (a folder or .jsonl file), or records as JSON.")
]
_Texts = Annotated[list[str] | None, typer.Option(metavar="PATH", help="The articles; repeatable.")]


@app.command("export", cls=PlainCommand)
def export(
    path: _Figures,
    to: Annotated[str, typer.Option(metavar="|".join(_TO), help="The tool, and the form it takes.")],
    texts: Annotated[list[str], typer.Option(metavar="PATH", help="The articles; repeatable.")],
    output: options.Output = None,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Label Studio: as work done, not as predictions.")
    ] = False,
    offsets: Annotated[
        str | None,
        typer.Option(metavar="|".join(_OFFSETS), help="doccano: what it counts. Default: utf-16."),
    ] = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Write a file to import into the tool: every article of --texts with its figures."""
    _one_of(to, _TO, "--to")
    _one_of(offsets or _OFFSETS[0], _OFFSETS, "--offsets")
    if annotations and to != "label-studio":
        raise UsageError(f"{to} has no predictions to tell annotations from", "--annotations", "leave it out")
    if offsets and to == "label-studio":
        raise UsageError("Label Studio counts code points alone", "--offsets", "leave it out")
    target = options.optional_path(output)
    from talentx.evaluation import doccano, labelstudio
    from talentx.evaluation.records import read_figures
    from talentx.evaluation.sheets import sheets
    from talentx.evaluation.texts import read_texts

    work = sheets(read_figures(options.path(path)), read_texts([options.path(text) for text in texts]))
    if to == "label-studio":
        written = labelstudio.write_tasks(work, "annotations" if annotations else "predictions")
    else:
        written = doccano.write_lines(work, to, offsets or _OFFSETS[0])  # type: ignore[arg-type]
    with opened(target) as stream:
        stream.write(written)


@app.command("import", cls=PlainCommand)
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What the tool exported; - is stdin.")],
    from_: Annotated[str, typer.Option("--from", metavar="|".join(_FROM), help="The tool.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder for the gold.")],
    originals: Annotated[
        str | None, typer.Option(metavar="PATH", help="doccano: the gold or records that were exported.")
    ] = None,
    texts: _Texts = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Write gold from what the tool exported, one file an article.

    Figures that lack a value or status are written all the same and told of: fill them in.
    """
    _one_of(from_, _FROM, "--from")
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


@app.command("config", cls=PlainCommand)
def config(
    path: Annotated[
        str | None,
        typer.Argument(metavar="PATH", help="Gold or records with more indicators to choose from."),
    ] = None,
    output: options.Output = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Print the labelling interface to paste into a Label Studio project."""
    target = options.optional_path(output)
    from talentx.evaluation.labelconfig import config as written
    from talentx.evaluation.records import read_figures

    rows = read_figures(options.path(path)).values() if path is not None else ()

    with opened(target) as stream:
        stream.write(written(row["indicator"] for figures in rows for row in figures if row.get("indicator")))


@app.command("check", cls=PlainCommand)
def check(
    path: Annotated[
        str, typer.Argument(metavar="GOLD", help="Folder of <article stem>.jsonl, or one such file.")
    ],
    texts: _Texts = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Check that every row is gold, and stands where it says in its article."""
    from talentx.evaluation.gold import read_gold
    from talentx.evaluation.sheets import sheets
    from talentx.evaluation.texts import read_texts

    gold = read_gold(options.path(path))
    if texts:
        list(sheets(gold, read_texts([options.path(text) for text in texts])))
    typer.echo(f"{sum(map(len, gold.values()))} figures in {len(gold)} articles")


def _one_of(word: str, known: Sequence[str], option: str) -> None:
    if word not in known:
        raise UsageError(f"{word!r} is not one of {', '.join(known)}", option)


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
        raise GoldError(
            f"{written[sheet.stem]} came before and has {sheet.stem}.jsonl for gold too", sheet.document
        )
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
