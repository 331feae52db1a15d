"""The report as one HTML page: no network, light and dark, mistakes in their sentence with filters above."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TextIO

from talentx.evaluation.mistakes import Mistake, Wrong
from talentx.evaluation.report import OTHER, Line, Report, lines, rate, shown

_HEADS = ("", "gold", "records", "right", "precision", "recall", "F1")
_FILTERS = ("outcome", "kind", "field")


def write_page(report: Report, stream: TextIO) -> None:
    """The page, whole: style and script stand in it, and all that comes from a text is escaped."""
    frame = files("talentx.evaluation").joinpath("data", "page.html").read_text(encoding="utf-8")
    parts = {
        "scores": "\n".join(_section(name, rows) for name, rows in _sections(report)),
        "filters": "\n".join(_filter(name, report.mistakes) for name in _FILTERS),
        "mistakes": "\n".join(map(_mistake, report.mistakes)),
        "unscored": _unscored(report.unscored),
    }
    head, *rest = frame.split("<!--")
    stream.write(head)
    for piece in rest:
        name, _, following = piece.partition("-->")
        stream.write(parts[name.strip()] + following)


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
    values = sorted({value for mistake in mistakes for value in _filed(mistake)[name]})
    choices = "".join(f"<option>{escape(value)}</option>" for value in values)
    return f'<label>{name} <select data-by="{name}"><option value="">all</option>{choices}</select></label>'


def _filed(mistake: Mistake) -> dict[str, list[str]]:
    """What a mistake is filtered by."""
    return {
        "outcome": [mistake.outcome],
        "kind": [mistake.kind],
        "field": [wrong.field for wrong in mistake.fields],
    }


def _mistake(mistake: Mistake) -> str:
    filed = "".join(
        f' data-{name}="{escape(" ".join(values), quote=True)}"' for name, values in _filed(mistake).items()
    )
    context = mistake.context
    where = f"{mistake.article} {mistake.start}–{mistake.end}"
    return (
        f"<article{filed}><h3><i>{mistake.outcome}</i> {escape(mistake.kind)}"
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
