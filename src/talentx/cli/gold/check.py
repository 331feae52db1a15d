"""`talentx gold check`: whether gold is gold."""

from __future__ import annotations

from typing import Annotated

import typer

from talentx.cli import options


def check(
    path: Annotated[
        str, typer.Argument(metavar="GOLD", help="Folder of <article stem>.jsonl, or one such file.")
    ],
    texts: options.Texts = None,
    debug: options.Debug = False,  # noqa: ARG001 - run() looks for it
) -> None:
    """Check that every row is gold, and stands where it says in its article."""
    from talentx.evaluation.gold import read_gold
    from talentx.evaluation.sheets import sheets
    from talentx.evaluation.texts import read_texts

    gold = read_gold(options.path(path))
    if texts:
        list(sheets(gold, read_texts([options.path(text) for text in texts])))
    typer.echo(f"{sum(map(len, gold.values()))} figures in {len(gold)} articles")
