"""`talentx gold export`: articles with their figures, as a file for an annotation tool."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from talentx.cli import options
from talentx.cli.run import opened
from talentx.errors import UsageError

_TO: tuple[Literal["label-studio", "doccano", "doccano-entities"], ...] = (
    "label-studio",
    "doccano",
    "doccano-entities",
)
_OFFSETS: tuple[Literal["utf-16", "graphemes", "code-points"], ...] = ("utf-16", "graphemes", "code-points")


def export(
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="Gold (a folder or .jsonl file), or records as JSON.")
    ],
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
    debug: options.Debug = False,  # noqa: ARG001 - run() looks for it
) -> None:
    """Write a file to import into the tool: every article of --texts with its figures."""
    tool = options.one_of(to, _TO, "--to")
    counting = options.one_of(offsets or _OFFSETS[0], _OFFSETS, "--offsets")
    if annotations and tool != "label-studio":
        raise UsageError(
            f"{tool} has no predictions to tell annotations from", "--annotations", "leave it out"
        )
    if offsets and tool == "label-studio":
        raise UsageError("Label Studio counts code points alone", "--offsets", "leave it out")
    target = options.optional_path(output)
    from talentx.evaluation import doccano, labelstudio
    from talentx.evaluation.records import read_figures
    from talentx.evaluation.sheets import sheets
    from talentx.evaluation.texts import read_texts

    work = sheets(read_figures(options.path(path)), read_texts([options.path(text) for text in texts]))
    if tool == "label-studio":
        written = labelstudio.write_tasks(work, "annotations" if annotations else "predictions")
    else:
        written = doccano.write_lines(work, tool, counting)
    with opened(target) as stream:
        stream.write(written)
