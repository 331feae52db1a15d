"""`talentx gold config`: the labelling interface of a Label Studio project."""

from __future__ import annotations

from typing import Annotated

import typer

from talentx.cli import options
from talentx.cli.run import opened


def config(
    path: Annotated[
        str | None,
        typer.Argument(metavar="PATH", help="Gold or records with more indicators to choose from."),
    ] = None,
    output: options.Output = None,
    debug: options.Debug = False,  # noqa: ARG001 - run() looks for it
) -> None:
    """Print the labelling interface to paste into a Label Studio project."""
    target = options.optional_path(output)
    from talentx.evaluation.labelconfig import config as written
    from talentx.evaluation.records import read_figures

    rows = read_figures(options.path(path)).values() if path is not None else ()

    with opened(target) as stream:
        stream.write(written(row["indicator"] for figures in rows for row in figures if row.get("indicator")))
