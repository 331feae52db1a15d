"""The report as one HTML page: no network, light and dark, mistakes in their sentence with filters above."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TextIO

from talentx.evaluation.mistakes import Mistake, Wrong
from talentx.evaluation.report import OTHER, Line, Report, lines, rate, shown
from talentx.output import page

_HEADS = ("", "gold", "records", "right", "precision", "recall", "F1")
_FILTERS = ("outcome", "kind", "field")


def write_page(report: Report, stream: TextIO) -> None:
    """The page, whole: style and script stand in it, and all that comes from a text is escaped."""
    frame = files("talentx.evaluation").joinpath("data", "page.html").read_text(encoding="utf-8")
    parts = {
        "scores": (_section(name, rows) for name, rows in _sections(report)),
        "filters": (_filter(name, report.mistakes) for name in _FILTERS),
        "mistakes": map(_mistake, report.mistakes),
        "unscored": [_unscored(report.unscored)],
    }
    page.write_page("talentx eval", page.filled(frame, parts), stream)


def _sections(report: Report) -> Iterable[tuple[str, list[Line]]]:
    for name, rows in groupby(lines(report.measures), key=lambda line: line.document):
        yield name, list(rows)


def _section(name: str, rows: list[Line]) -> str:
    heads = [*_HEADS, *([OTHER[name]] if name in OTHER else [])]
    table = [f"<tr>{''.join(f'<th scope=col>{escape(head)}</th>' for head in heads)}</tr>", *map(_line, rows)]
    opened = " open" if name in ("levels", "fields") else ""
    return f"<details{opened}><summary>{escape(name)}</summary><table>{''.join(table)}</table></details>"


def _line(line: Line) -> str:
    score = line.score
    cells = [str(score.gold), str(score.records), str(score.right)]
    cells += [rate(score.precision), rate(score.recall), f"<b>{rate(score.f1)}</b>"]
    cells += [] if line.other is None else [rate(line.other)]
    return f"<tr><th scope=row>{escape(line.name)}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _filter(name: str, mistakes: Iterable[Mistake]) -> str:
    return page.choice(name, sorted({value for mistake in mistakes for value in _filed(mistake)[name]}))


def _filed(mistake: Mistake) -> dict[str, list[str]]:
    """What a mistake is filtered by."""
    return {
        "outcome": [mistake.outcome],
        "kind": [mistake.kind],
        "field": [wrong.field for wrong in mistake.fields],
    }


def _mistake(mistake: Mistake) -> str:
    context = mistake.context
    where = f"{mistake.article} {mistake.start}–{mistake.end}"
    return (
        f"<article{page.filed(_filed(mistake))}>"
        f'<h3><i class="{mistake.outcome}">{mistake.outcome}</i> {escape(mistake.kind)}'
        f" <small>{escape(where)}</small></h3>"
        f'<p lang="zh">{escape(context.before)}<mark>{escape(context.span)}</mark>{escape(context.after)}</p>'
        f"{''.join(map(_wrong, mistake.fields))}</article>"
    )


def _wrong(wrong: Wrong) -> str:
    said, gold = escape(shown(wrong.said)), escape(shown(wrong.gold))
    return f"<dl><dt>{wrong.field}</dt><dd><del>{said}</del> <ins>{gold}</ins></dd></dl>"


def _unscored(documents: Iterable[str]) -> str:
    names = ", ".join(documents)
    return f"<p>No gold for {escape(names)}: not scored.</p>" if names else ""
