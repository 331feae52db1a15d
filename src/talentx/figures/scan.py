"""The general reader: text in, figures with exact values out, without a rule pack."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from talentx.edtf import is_published
from talentx.errors import UsageError
from talentx.figures import changes, dates, exclusions, quantities, ranks, sets
from talentx.figures.digits import EXACT, ONE
from talentx.figures.model import Figure, FigureKind
from talentx.figures.quantity import Quantity, Span
from talentx.text.blanks import blanks
from talentx.text.fold import fold
from talentx.text.view import View, edited, unedited

_KINDS: dict[str, FigureKind] = {
    "money": "money", "share": "share", "point": "change", "times": "change", "double": "change",
    "time": "duration", "day": "duration", "age": "duration",
}  # fmt: skip

_PER_REACH = 20
_PART = re.compile("[，。；！？：\n]")


@dataclass(frozen=True, slots=True)
class Parts:
    """What is read of a text before the figures are made of it; all spans are of `text`."""

    text: str
    """The text with line ends in place of what is no text at all."""
    names: list[Span]
    """The stretches in which no number counts."""
    fixed: list[Figure]
    """Dates, ranks and sets: they go before quantities."""
    found: list[Quantity]
    aside: list[Quantity]
    """Ages that only say who is counted (35岁以下), which articles state of nobody."""


def parts(text: str, *, published: str | None = None, spoken: bool = False) -> Parts:
    """What `read` makes its figures of, for those who ask how one came about."""
    text = exclusions.without_noise(text)
    names = list(exclusions.spans(text))
    often = list(sets.read(text)) if spoken else []
    dated = [*often, *_apart(dates.read(text, published, spoken=spoken), often)]
    fixed = _disjoint([*_outside(dated, names), *_outside(ranks.read(text, spoken=spoken), names)])
    closed = merge([*names, *((figure.start, figure.end) for figure in fixed)])
    quantified = quantities.read(text, closed)
    aside = [] if spoken else [each for each in quantified if each.form == "qualifier"]
    found = [each for each in quantified if spoken or each.form != "qualifier"]
    found = changes.merged(text, found)
    ends = [figure.end for figure in fixed]
    floor = 0
    for previous, quantity in zip([None, *found], found, strict=False):
        before = bisect_right(ends, quantity.start)
        changes.mark(text, quantity, max(floor, ends[before - 1] if before else 0))
        if previous is not None:
            changes.carry(text, previous, quantity)
        floor = quantity.right
    return Parts(text, names, fixed, found, aside)


def read(text: str, *, published: str | None = None, spoken: bool = False) -> list[Figure]:
    """Every figure of a folded text (half width, simplified), in text order, none overlapping another.

    `published` is the EDTF date against which dates are resolved; without it the year stays open. With
    `spoken`, dates without a number (去年, 下周三, 国庆节) are figures as well, by which an article only sets
    the time of others.
    """
    return figures_of(parts(text, published=published, spoken=spoken))


def figures_of(each: Parts) -> list[Figure]:
    """The figures of a text by what was read of it."""
    quantified = (_figure(each.text, quantity) for quantity in each.found)
    return _disjoint([*_unless_per(each.text, each.fixed, each.found), *quantified])


def scan(text: str, published: str | None = None) -> list[Figure]:
    """Every figure of any text, as printed: full width and traditional script are read through.

    `published` is an EDTF date (2024, 2024-09, 2024-09-28). Never raises for any text; UsageError for a
    date that is none.
    """
    if published is not None and not is_published(published):
        raise UsageError(f"{published!r} is no date", "published", "write 2024, 2024-09 or 2024-09-28")
    page = _closed_up(text)
    return [_printed(page, figure) for figure in read(page.text, published=published, spoken=True)]


def _closed_up(text: str) -> View:
    """The view of a text as it stands, folded and without the blanks inside its numbers."""
    folded = fold(text)
    return edited(replace(unedited(text), text=folded), blanks(folded) if " " in folded else ())


def _printed(page: View, figure: Figure) -> Figure:
    """The figure as the text prints it."""
    start, end = page.span(figure.start, figure.end)
    raw = page.source[start:end]
    if raw == figure.raw and start == figure.start:
        return figure
    return Figure(
        *(start, end, raw, figure.kind, figure.value, figure.low, figure.high, figure.bound),
        *(figure.unit, figure.currency, figure.per, figure.date, figure.form, page.span(*figure.core)),
    )


def merge(spans: Iterable[Span]) -> list[Span]:
    """The spans sorted, overlapping ones made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _outside(figures: Iterable[Figure], spans: list[Span]) -> Iterator[Figure]:
    """The figures that lie in none of the spans (sorted, disjoint)."""
    starts = [start for start, _ in spans]
    for figure in figures:
        at = bisect_left(starts, figure.start)
        if at == 0 or spans[at - 1][1] <= figure.end:
            yield figure


def _apart(dated: list[Figure], often: list[Figure]) -> Iterator[Figure]:
    """The dates that are no part of a set: 每年9月 is no September."""
    return _outside(dated, [(figure.start, figure.end) for figure in often])


def _unless_per(text: str, fixed: list[Figure], found: list[Quantity]) -> Iterator[Figure]:
    """The figures without the sets that an amount is per: 每人每月3000元, 3000元每月."""
    taken = [quantity for quantity in found if quantity.per is not None]
    starts = [quantity.start for quantity in taken]
    for figure in fixed:
        if figure.form == "set":
            after = bisect_left(starts, figure.end)
            beside = taken[max(0, after - 1) : after + 1]
            if any(_is_per(text, figure, quantity) for quantity in beside):
                continue
        yield figure


def _is_per(text: str, often: Figure, quantity: Quantity) -> bool:
    """Is the amount told per this set, in the same clause?"""
    if quantity.left < often.end and often.start < quantity.right:
        return True
    between = text[often.end : quantity.start] if often.end <= quantity.start else "。"
    return (
        (often.unit or "") in (quantity.per or "") and len(between) < _PER_REACH and not _PART.search(between)
    )


def _disjoint(figures: list[Figure]) -> list[Figure]:
    """In text order; of two that overlap the one named first in `figures` stays."""
    kept: list[Figure] = []
    priority = {id(figure): place for place, figure in enumerate(figures)}
    for figure in sorted(figures, key=lambda each: (each.start, each.end)):
        if kept and figure.start < kept[-1].end:
            if priority[id(figure)] > priority[id(kept[-1])]:
                continue
            kept.pop()
        kept.append(figure)
    return kept


def _figure(text: str, quantity: Quantity) -> Figure:
    unit, sort = quantity.unit, quantity.unit.sort
    kind: FigureKind = "change" if quantity.change else _KINDS.get(sort, "number")
    ranged = quantity.high is not None
    value = _plain(quantity.value)
    return Figure(
        quantity.left,
        quantity.right,
        text[quantity.left : quantity.right],
        kind,
        value=None if ranged else value,
        low=value if ranged else None,
        high=_plain(quantity.high) if quantity.high is not None else None,
        bound="range" if ranged else quantity.bound or "exact",
        unit=None if sort == "share" else unit.name,
        currency=unit.currency,
        per=quantity.per,
        form=quantity.form,
        core=(quantity.start, quantity.end),
    )


def _plain(value: Decimal) -> Decimal:
    """The same value without the zeros that scaling left behind: 2350000000.0 is 2350000000."""
    if value.as_tuple().exponent == 0:
        return value
    whole = value.to_integral_value()
    return EXACT.quantize(value, ONE) if whole == value else EXACT.normalize(value)
