"""`talentx diff`: what became of the figures of one article year in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING, Annotated, TextIO, get_args

import typer

from talentx.cli import options
from talentx.cli.run import put
from talentx.comparison.views.formats import DiffFormat, by_suffix, diff_writer, line_format
from talentx.errors import UsageError
from talentx.output.formats import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from talentx.cli.gather import Figure, Given, Reading
    from talentx.comparison.telling import Telling
    from talentx.recordfiles.spool import Spool

_FORMATS: tuple[DiffFormat, ...] = get_args(DiffFormat)
_STANDARD_INPUT = "-"
_SAME, _CHANGED, _FAILED = 0, 1, 2


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="Record file, store, article or folder of the older year."),
    ],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="The same of the newer year; none with --years.")
    ] = None,
    years: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="OLD NEW", help="Two years of what OLD holds, by the articles' dates."),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(metavar="COLUMN,…", help="Match by these columns alone, exactly: indicator,place,item."),
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="OUTCOME", help="Rows of this outcome alone; repeatable.")
    ] = None,
    format_: Annotated[str | None, options.format_option(_FORMATS)] = None,
    output: options.Output = None,
    sources: options.Sources = None,
    rules: options.Rules = None,
    bom: options.Bom = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Tell what became of the figures of one article year in another, matched as series.

    Outcomes: same, same within bounds, rose, fell, bound changed, unit changed, target met, target missed,
    new, gone, ambiguous, duplicate. Exit status 0 where nothing changed, 1 where anything did, whatever
    --only shows, 2 where something could not be read.
    """
    target = options.optional_path(output)
    chosen = options.format_of(format_, target, _FORMATS, by_suffix)
    options.check_bom(chosen, bom=bom)
    from talentx.cli.gather import Reading
    from talentx.comparison.compare import halves
    from talentx.comparison.model import OUTCOMES
    from talentx.comparison.telling import Telling

    wanted = {options.one_of(each, OUTCOMES, "--only") for each in only or OUTCOMES}
    columns = _columns(key)
    reading = Reading(None, sources, rules, quiet, debug)
    with ExitStack() as resources:
        before, after, failed = _sides(old, new, years, reading, target, resources)
        parts = [Telling(each, wanted, len(before)) for each in halves(before, after, columns)]
        put(parts, Writer(_writing(chosen)), target, bom=bom)
    changed = any(each.changed for each in parts)
    raise typer.Exit(_FAILED if failed else _CHANGED if changed else _SAME)


def _writing(chosen: DiffFormat) -> Callable[[Iterable[Telling], TextIO], None]:
    """What writes the two parts of the rows."""
    lines, write = line_format(chosen), diff_writer(chosen)

    def writing(parts: Iterable[Telling], stream: TextIO) -> None:
        first, second = parts
        if lines is not None:
            lines.write_halves(first, second, stream)
        else:
            write(chain(first, second), stream)

    return writing


def _columns(key: str | None) -> tuple[str, ...] | None:
    """The columns of a key. Raises UsageError for one that no record has."""
    from talentx.records.columns import columns

    if key is None:
        return None
    known = [column.name for column in columns()]
    return tuple(options.one_of(name.strip(), known, "--key") for name in key.split(","))


def _sides(
    old: str,
    new: str | None,
    years: tuple[str, str] | None,
    reading: Reading,
    target: Path | None,
    resources: ExitStack,
) -> tuple[Spool, Spool, bool]:
    """Both sides, and whether an article failed."""
    from talentx.cli.gather import given

    if (new is None) == (years is None):
        raise UsageError(
            "one of NEW and --years is needed",
            advice="talentx diff OLD NEW, or talentx diff OLD --years 2022 2024",
        )
    if old == new == _STANDARD_INPUT:
        raise UsageError("both sides are standard input", advice="name a file for one of them")
    if years is None:
        assert new is not None
        sides = [given([each], reading, target) for each in (old, new)]
        before, after = (_spooled(each, resources) for each in sides)
        return before, after, any(each.failed for each in sides)
    for year in years:
        if len(year) != 4 or not (year.isascii() and year.isdigit()):
            raise UsageError(f"{year!r} is no year", "--years", "write --years 2022 2024")
    one = given([old], reading, target)
    whole = _spooled(one, resources)
    before, after = (_of_year(whole, year, resources) for year in years)
    return before, after, one.failed


def _spooled(side: Given, resources: ExitStack) -> Spool:
    """The figures of a side. Leaves the command where none could be read: nothing is to be called gone."""
    from talentx.recordfiles.spool import Spool

    spool = resources.enter_context(Spool(side.files[0] if side.files else side.rows()))
    if side.failed and not len(spool):
        raise typer.Exit(_FAILED)
    return spool


def _of_year(whole: Spool, year: str, resources: ExitStack) -> Spool:
    """The figures of the articles of a year. Raises UsageError where there are none."""
    from talentx.recordfiles.spool import Spool

    found: Iterable[Figure] = (row for row in whole if (row.published or "")[:4] == year)
    side = resources.enter_context(Spool(found))
    if not len(side):
        known = sorted({row.published[:4] for row in whole if row.published})
        raise UsageError(f"no article of {year}", "--years", f"there are {', '.join(known) or 'no dates'}")
    return side
