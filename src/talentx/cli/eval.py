"""`talentx eval`: how right records are, against gold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from talentx.cli import options
from talentx.cli.console import complain
from talentx.cli.run import opened
from talentx.errors import GoldError, UsageError

if TYPE_CHECKING:
    from talentx.evaluation.measures import Measures
    from talentx.evaluation.report import Report

_FORMATS: tuple[Literal["table", "json"], ...] = ("table", "json")
_LEVELS = ("found", "value", "kind", "record")


def eval_(
    records: Annotated[
        str,
        typer.Argument(
            metavar="RECORDS", help="What `talentx extract` wrote, JSON or JSON Lines; - is stdin."
        ),
    ],
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="Folder of <article stem>.jsonl, or one such file.")
    ],
    format_: Annotated[str | None, options.format_option(_FORMATS)] = None,
    output: options.Output = None,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write a page to look through as well.")
    ] = None,
    texts: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="The articles, so that mistakes stand in their text; repeatable."),
    ] = None,
    min_f1: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[LEVEL=]F1",
            help="Exit with 1 where F1 is lower; LEVEL is found, value, kind or record (the default).",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors/--no-errors", help="List what is wrong, before the scores.")
    ] = True,
    debug: options.Debug = False,  # noqa: ARG001 - run() looks for it
) -> None:
    """Measure records against gold: precision, recall and F1, and every mistake."""
    target, page = options.optional_path(output), options.optional_path(html)
    chosen = options.format_of(format_, target, _FORMATS)
    floors = [_floor(floor) for floor in min_f1 or []]
    report = _report(options.path(records), options.path(gold), [options.path(path) for path in texts or []])
    if page is not None:
        from talentx.evaluation.page import write_page

        with opened(page) as stream:
            write_page(report, stream)
    _write(report, chosen, target, errors=errors)
    if report.unscored:
        complain(f"no gold for {', '.join(report.unscored)}: not scored")
    raise typer.Exit(1 if _below(report.measures, floors) else 0)


def _report(records: Path, gold: Path, texts: Sequence[Path]) -> Report:
    from talentx.evaluation.gold import read_gold
    from talentx.evaluation.measures import compare, measure
    from talentx.evaluation.mistakes import mistakes
    from talentx.evaluation.records import by_article, read_records
    from talentx.evaluation.report import Report
    from talentx.evaluation.texts import read_texts

    said, wanted = by_article(read_records(records)), read_gold(gold)
    if said and not set(said) & set(wanted):
        raise GoldError(
            f"no gold for any article of the records ({', '.join(sorted(said))[:80]})",
            str(gold),
            "gold goes by the stem of the article's file: a.jsonl for a.txt",
        )
    pairs = compare(said, wanted)
    known = {stem: document.text for stem, document in read_texts(texts).items()} if texts else {}
    return Report(measure(pairs), mistakes(pairs, said, known), sorted(set(said) - set(wanted)))


def _write(report: Report, format_: str, target: Path | None, *, errors: bool) -> None:
    from dataclasses import replace

    told = report if errors else replace(report, mistakes=())
    with opened(target) as stream:
        if format_ == "json":
            from talentx.evaluation.report import write_json

            write_json(told, stream)
        else:
            from talentx.evaluation.tables import write_tables

            write_tables(told, stream)


def _floor(text: str) -> tuple[str, float]:
    """A level and its least F1, of `kind=0.9` or `0.9`."""
    level, _, floor = text.rpartition("=")
    level = level or "record"
    if level not in _LEVELS:
        raise UsageError(f"{level!r} is not one of {', '.join(_LEVELS)}", "--min-f1")
    try:
        least = float(floor)
    except ValueError:
        least = -1
    if not 0 <= least <= 1:
        raise UsageError(f"{floor!r} is no F1", "--min-f1", "write a number from 0 to 1, such as kind=0.94")
    return level, least


def _below(measures: Measures, floors: Sequence[tuple[str, float]]) -> bool:
    """Say which floors are not held."""
    below = [(level, least) for level, least in floors if measures.levels[level].f1 < least]
    for level, least in below:
        complain(f"{level} F1 {measures.levels[level].f1:.4f} is below {least}")
    return bool(below)
