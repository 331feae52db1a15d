"""HTML: one page that is whole in itself, with filters by outcome, indicator and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TextIO

from talentx.comparison.evidence import marked, where
from talentx.comparison.model import Outcome, Row, Stated
from talentx.comparison.views import telling
from talentx.comparison.views.grouped import Grouped, figures_of, summary
from talentx.output import page
from talentx.output.grid import shown

_SIDES = ("old", "new")
_NONE = "none"
"""What figures are found by that have no indicator or no place."""


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """The page: what changed first, each row with its sentences, all that comes from a text escaped."""
    with Grouped(rows) as grouped:
        page.write_page("talentx diff", _body(grouped), stream)


def _body(grouped: Grouped) -> Iterator[str]:
    yield f"<p>{escape(summary(grouped.counts))}</p>\n<form>\n"
    for name, values in _choices(grouped).items():
        yield page.choice(name, values) + "\n"
    yield "<output></output>\n</form>\n<main>\n"
    for outcome in grouped.counts:
        for group in grouped.groups(outcome):
            yield _article(outcome, group) + "\n"
    yield "</main>"


def _choices(grouped: Grouped) -> dict[str, list[str]]:
    """The values of each filter: the outcomes as the rows come, the others in the order of their letters."""
    found: dict[str, set[str]] = {"indicator": set(), "place": set()}
    for outcome in grouped.counts:
        for row in grouped.rows(outcome):
            for name, values in _filed([row]).items():
                found[name].update(values)
    return {"outcome": [*grouped.counts], **{name: sorted(values) for name, values in found.items()}}


def _filed(group: list[Row]) -> dict[str, list[str]]:
    """The indicators and places of a group, by which it is found."""
    parts = {"indicator": [row.indicator for row in group], "place": [row.place for row in group]}
    return {name: [*dict.fromkeys(shown(part) or _NONE for part in found)] for name, found in parts.items()}


def _article(outcome: Outcome, group: list[Row]) -> str:
    row = group[0]
    filed = page.filed({"outcome": [outcome], **_filed(group)})
    name = outcome.replace(" ", "-")
    head = f'<h3><i class="{name}">{outcome}</i> {escape(telling.series(row))}</h3>'
    return f"<article{filed}>{head}{''.join(_told(outcome, group))}</article>"


def _told(outcome: Outcome, group: list[Row]) -> Iterator[str]:
    row = group[0]
    if outcome != "ambiguous":
        yield f'<p class="figures"><b>{escape(telling.figures(row))}</b> {escape(telling.change(row))}</p>'
    for side, figures in zip(_SIDES, figures_of(group), strict=True):
        for stated in figures:
            place = escape(f"{side}, {shown(where(stated))}")
            yield f'<p class="{side}" lang="zh"><small>{place}</small>{_sentence(stated)}</p>'
    yield f'<p class="note">{escape(shown(row.reason))}</p>'


def _sentence(stated: Stated) -> str:
    pieces = ((escape(shown(text)), figure) for text, figure in marked(stated.sentence, stated.raw))
    return "".join(f"<mark>{text}</mark>" if figure else text for text, figure in pieces)
