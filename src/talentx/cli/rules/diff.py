"""`talentx rules diff`: what an edit of the rules does to a corpus."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from talentx.cli import options
from talentx.cli.run import Run, checked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from talentx.authoring.difference import Change
    from talentx.reading.documents import Document

_FORMATS = ("text", "json")


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A pack, or one of a git revision: HEAD:my-rules.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The pack after the edit.")],
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles, or folders of them.")],
    format_: Annotated[
        str, typer.Option("--format", metavar="text|json", help="Lines for people, or one array.")
    ] = "text",
    published: options.Published = None,
    failing: Annotated[
        bool, typer.Option("--exit-code", help="Exit status 1 where anything differs.")
    ] = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Show which records an edit of the rules adds, removes and changes on a corpus, before it is
    committed."""
    options.one_of(format_, _FORMATS, "--format")
    date = options.published_date(published)
    from talentx.authoring.difference import differences
    from talentx.authoring.revision import checked_out
    from talentx.pipeline import Extractor
    from talentx.reading.documents import collect

    shelf = checked(collect([options.path(name) for name in paths]), None)
    with checked_out(old) as before, checked_out(new) as after:
        one, other = Extractor([before]), Extractor([after])

    def changes(document: Document) -> Iterable[Change]:
        records = (
            extractor.extract(
                document.text, document=document.name, published=document.published, title=document.title
            )
            for extractor in (one, other)
        )
        return differences(*records)

    run = Run(shelf, changes, date, quiet, debug)
    found = list(run.rows())
    _tell(found, as_json=format_ == "json")
    raise typer.Exit(1 if run.failed or (failing and found) else 0)


def _tell(found: list[Change], *, as_json: bool) -> None:
    if as_json:
        from talentx.authoring.difference import as_rows

        sys.stdout.write(as_rows(found))
        return
    from talentx.authoring.difference import OUTCOMES, told

    for change in found:
        sys.stdout.write(f"{told(change)}\n")
    counts = ", ".join(f"{sum(c.outcome == outcome for c in found)} {outcome}" for outcome in OUTCOMES)
    sys.stdout.write(f"{len(found)} records differ: {counts}\n" if found else "no record differs\n")
