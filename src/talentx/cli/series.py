"""`talentx series`: one indicator over the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, TextIO, get_args

import typer

from talentx.cli import options
from talentx.cli.console import say
from talentx.cli.run import opened
from talentx.edtf import LAST_YEAR
from talentx.errors import UsageError

if TYPE_CHECKING:
    from talentx.comparison.series.model import Series

_Format = Literal["table", "json", "jsonl", "csv"]
_FORMATS: tuple[_Format, ...] = get_args(_Format)
_Layout = Literal["wide", "long"]
_LAYOUTS: tuple[_Layout, ...] = get_args(_Layout)
_Names = list[str] | None
_FIRST = 1


def series(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH|DB...", help="Record files, stores, articles, or folders of articles."),
    ],
    indicator: Annotated[
        _Names, typer.Option(metavar="ID", help="This indicator and its finer ones alone; repeatable.")
    ] = None,
    place: Annotated[
        _Names, typer.Option(metavar="NAME", help="This place alone, 杭州 or 杭州市; repeatable.")
    ] = None,
    years: Annotated[
        tuple[str, str] | None, typer.Option(metavar="FROM TO", help="Only these years and those between.")
    ] = None,
    least: Annotated[
        str, typer.Option("--least", metavar="N", help="Series of at least so many years.")
    ] = "2",
    layout: Annotated[
        str, typer.Option(metavar="wide|long", help="A column a year, or a row a source.")
    ] = "wide",
    format_: Annotated[str | None, options.format_option(_FORMATS)] = None,
    output: options.Output = None,
    published: options.Published = None,
    sources: options.Sources = None,
    rules: options.Rules = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Show what each indicator was from year to year: gaps, parts of years, sources that contradict.

    Promises and entitlements are series of their own. A promise is of the year it is made for.
    """
    target = options.optional_path(output)
    chosen, shape = options.format_of(format_, target, _FORMATS), options.one_of(layout, _LAYOUTS, "--layout")
    first, last = years_between(years)
    number = options.number(least, "--least", 1, 9999)
    from talentx.cli.gather import Reading, given
    from talentx.comparison.series.choice import Choice
    from talentx.comparison.series.model import series as series_of

    wanted = Choice(
        tuple(indicator or ()),
        tuple(options.text(each, "--place") for each in place or ()),
        first,
        last,
        number,
    )
    found = given(paths, Reading(published, sources, rules, quiet, debug), target)
    every = series_of(found.rows())
    told = wanted.of(every)
    if not told and not quiet:
        say(wanted.why_none(every))
    with opened(target) as stream:
        _write(told, stream, chosen, shape)
    raise typer.Exit(1 if found.failed else 0)


def _write(found: Sequence[Series], stream: TextIO, chosen: _Format, layout: _Layout) -> None:
    from talentx.comparison.series import export

    if chosen == "table":
        from talentx.comparison.series.report import write_text

        write_text(found, stream, layout)
    else:
        write = {"csv": export.write_csv, "json": export.write_json, "jsonl": export.write_jsonl}[chosen]
        write(found, stream, layout)


def years_between(years: Sequence[str] | None) -> tuple[int, int]:
    """The first and the last year wanted. Raises UsageError where they are none, or in the wrong order."""
    if years is None:
        return _FIRST, LAST_YEAR
    first, last = (options.number(year, "--years", _FIRST, LAST_YEAR) for year in years)
    if first > last:
        raise UsageError(f"{first} is after {last}", "--years", f"write --years {last} {first}")
    return first, last
