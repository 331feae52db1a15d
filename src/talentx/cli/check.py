"""`talentx check`: contradictions among records, worth a reader's look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Literal, get_args

import typer

from talentx.cli import options
from talentx.cli.run import opened
from talentx.errors import UsageError

_Format = Literal["table", "json", "jsonl"]
_FORMATS: tuple[_Format, ...] = get_args(_Format)
_Names = list[str] | None


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="RECORDS...", help="Record files, stores, articles, or folders of articles."),
    ],
    only: Annotated[_Names, typer.Option(metavar="NAME", help="This check alone; repeatable.")] = None,
    skip: Annotated[_Names, typer.Option(metavar="NAME", help="Not this check; repeatable.")] = None,
    format_: Annotated[str | None, options.format_option(_FORMATS)] = None,
    output: options.Output = None,
    published: options.Published = None,
    sources: options.Sources = None,
    rules: options.Rules = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Look for contradictions: totals that fall, parts larger than their whole, shares over 100%, sums that
    do not add up, one figure told differently, growth that does not fit.

    The checks are falls, parts, shares, sums, differing and growth. Exit status 1 where anything is found, 2
    where something could not be read.
    """
    from talentx.cli.gather import Reading, given
    from talentx.comparison.checks import registry, report

    target = options.optional_path(output)
    chosen = options.format_of(format_, target, _FORMATS)
    names = _chosen(registry.CHECKS.keys(), only, skip)
    found = given(paths, Reading(published, sources, rules, quiet, debug), target)
    findings = registry.check(found.rows(), names)
    write = {"table": report.write_text, "json": report.write_json, "jsonl": report.write_jsonl}[chosen]
    with opened(target) as stream:
        write(findings, stream)
    raise typer.Exit(2 if found.failed else 1 if findings else 0)


def _chosen(known: Collection[str], only: Sequence[str] | None, skip: Sequence[str] | None) -> list[str]:
    """The names of the checks to run. Raises UsageError for one that is none, and where none is left."""
    wanted = [options.one_of(name, known, "--only") for name in only or known]
    without = [options.one_of(name, known, "--skip") for name in skip or ()]
    chosen = [name for name in wanted if name not in without]
    if not chosen:
        raise UsageError("no check is left", "--skip", f"leave one of {', '.join(known)}")
    return chosen
