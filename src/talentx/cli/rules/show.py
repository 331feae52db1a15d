"""`talentx rules show`: what stands under a name in a pack's files."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from talentx.cli import options
from talentx.cli.rules.shelf import Pack, opened


def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A rule, an indicator, a macro or a word list.")
    ],
    pack: Pack = None,
    debug: options.Debug = False,
) -> None:
    """Print a rule, an indicator, a macro or a word list as it was written, and where."""
    book, _ = opened(pack)
    from talentx.authoring.source import source_of

    sys.stdout.write("".join(f"{line}\n" for line in source_of(book, name)))
