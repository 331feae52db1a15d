"""`talentx rules schema`: the JSON Schema of a pack's files, from which editors complete."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from talentx.cli import options

_FILES = ("rules", "pack")


def schema(
    file: Annotated[
        str, typer.Option("--for", metavar="rules|pack", help="Of the files of rules, or of pack.yaml.")
    ] = "rules",
    debug: options.Debug = False,
) -> None:
    """Print the JSON Schema of a pack's files.

    An editor that knows YAML completes from it: put `# yaml-language-server: $schema=rules.schema.json` in
    the first line of a file of rules.
    """
    options.one_of(file, _FILES, "--for")
    from talentx.packs.schema import schema_text

    sys.stdout.write(schema_text(pack=file == "pack"))
