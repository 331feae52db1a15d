"""`talentx rules new`: a pack to start from."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from talentx.cli import options


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The folder of the new pack.")],
    extends: Annotated[
        str, typer.Option(metavar="PACK", help="The pack of talentx that it adds to.")
    ] = "talentx/talent",
    debug: options.Debug = False,
) -> None:
    """Write a small pack that loads, tests and lints clean, to be changed into your own."""
    folder = options.path(name)
    from talentx.authoring.scaffold import scaffold
    from talentx.packs.folders import folders

    for path in scaffold(folder, extends):
        sys.stdout.write(f"{path}\n")
    folders([folder])
    sys.stdout.write(f"Next: talentx rules test {folder}; talentx extract ARTICLE --rules {folder}\n")
