"""`talentx rules lint`: what loads and yet cannot be meant."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from talentx.cli import options
from talentx.cli.rules.shelf import Pack, opened


def lint(
    pack: Pack = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit status 1 for warnings too.")] = False,
    debug: options.Debug = False,
) -> None:
    """Find rules that never decide, say the same or the opposite, words that never hold, patterns that
    explode.

    The exit status is 1 where there is an error.
    """
    book, extractor = opened(pack)
    from talentx.authoring.lint import lint as check
    from talentx.authoring.lint.bench import Bench

    found = check(Bench(book, extractor, book.own()))
    for finding in found:
        sys.stdout.write(f"{finding}\n")
    errors = sum(finding.level == "error" for finding in found)
    rules = len(book.own())
    sys.stdout.write(f"{rules} rules: {errors} errors, {len(found) - errors} warnings\n")
    raise typer.Exit(1 if errors or (strict and found) else 0)
