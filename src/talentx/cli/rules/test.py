"""`talentx rules test`: the examples of a pack's rules, run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentx.cli import options
from talentx.cli.rules.shelf import Pack, opened
from talentx.errors import UsageError

if TYPE_CHECKING:
    from talentx.authoring.testing import Result


def test(
    pack: Pack = None,
    chosen: Annotated[
        str,
        typer.Option("-k", metavar="TEXT", help="Only rules whose id, and examples whose text, contain it."),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="The rules of the packs that it extends too.")] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Write what came out to the pack's snapshots, for review.")
    ] = False,
    junit: Annotated[
        str | None, typer.Option("--junit", metavar="FILE", help="Write the outcomes as JUnit XML too.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how each figure that fails came to its record.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show the outcomes that are right too.")
    ] = False,
    debug: options.Debug = False,
) -> None:
    """Run the examples of rules: each must come out as its rule says, each counterexample must not.

    Outcomes: reported (an example is taken), validated (a counterexample is not), missing (an example is not
    taken), noisy (a counterexample is). The exit status is 1 where any is missing or noisy.
    """
    if update and (chosen or every):
        raise UsageError("snapshots are written for a whole pack", "--update", "leave -k and --all out")
    report = options.optional_path(junit)
    from talentx.authoring import snapshots
    from talentx.authoring.junit import write_junit
    from talentx.authoring.testing import cases, run

    book, extractor = opened(pack)
    folder = book.folders[-1].path
    picked = cases(book, of=book.rules if every else book.own(), chosen=chosen)
    if not picked:
        what = f"no example with {chosen!r}" if chosen else "no rule of its own"
        raise UsageError(what, str(folder), "leave -k out" if chosen else "--all runs those it extends")
    results = list(run(extractor, picked, {} if update else snapshots.read(folder)))
    _tell(results, verbose=verbose, explain=explain)
    if report is not None:
        write_junit(report, results)
    if update:
        _tell_update(snapshots.write(folder, results))
    raise typer.Exit(1 if any(result.why for result in results) else 0)


def _tell(results: list[Result], *, verbose: bool, explain: bool) -> None:
    from talentx.authoring.testing import OUTCOMES
    from talentx.derivation import tree

    for result in results:
        if result.why or verbose:
            case = result.case
            why = f"; {result.why}" if result.why else ""
            sys.stdout.write(f"{case.where}: {result.outcome}: {case.rule.id}: {case.example.text!r}{why}\n")
            if explain:
                lines = tree.lines(result.seen.derivation())
                sys.stdout.write("".join(f"    {line}\n" for line in lines))
    counts = [sum(result.outcome == outcome for result in results) for outcome in OUTCOMES]
    told = ", ".join(f"{count} {outcome}" for count, outcome in zip(counts, OUTCOMES, strict=True))
    sys.stdout.write(f"{len({result.case.rule.id for result in results})} rules: {told}\n")


def _tell_update(changed: list[Path]) -> None:
    for path in changed:
        sys.stdout.write(f"wrote {path}\n")
    if not changed:
        sys.stdout.write("the snapshots are as they were\n")
