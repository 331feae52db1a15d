"""The rows of a comparison: every figure of both sides stands in one."""

from __future__ import annotations

from collections.abc import Iterator

from talentx.comparison.matching import Group, Matching, Repeat
from talentx.comparison.measures import NONE
from talentx.comparison.model import Outcome, Row, Side, Stated
from talentx.comparison.verdict import Verdict, verdict

_MOST_WAYS = 3
"""In a group of more than so many times its figures, the pairs are not all written down."""


def rows(old: Side, new: Side, matching: Matching) -> Iterator[Row]:
    """A row for each figure of the older side in its order, then for what only the newer side has."""
    unclear_old, unclear_new = _unclear(matching)
    kept = {other for other, _ in matching.found.promises.values()}
    shown = set[Group]()
    for at, stated in enumerate(old):
        partner = matching.partner_of_old[at]
        if at in matching.found.promises:
            came, reason = matching.found.promises[at]
            yield paired(stated, new[came], reason)
            if partner < 0:
                continue
        if partner >= 0:
            yield paired(stated, new[partner], matching.reasons[at])
        elif at in unclear_old:
            yield from _ways(old, new, unclear_old[at], shown)
        elif at in matching.found.repeats[0]:
            yield _repeated(old, new, stated, matching.found.repeats[0][at], side=0)
        else:
            yield single("gone", stated, side=0, reason="no figure of the newer side is of this series")
    for at, stated in enumerate(new):
        if matching.partner_of_new[at] >= 0 or at in kept:
            continue
        if at in unclear_new:
            yield from _ways(old, new, unclear_new[at], shown)
        elif at in matching.found.repeats[1]:
            yield _repeated(old, new, stated, matching.found.repeats[1][at], side=1)
        else:
            yield single("new", stated, side=1, reason="no figure of the older side is of this series")


def paired(old: Stated, new: Stated, reason: str) -> Row:
    """The row of two figures of one series."""
    found = verdict(old, new)
    told = f"{reason}; {found.note}" if found.note else reason
    return _row(found.outcome, old, new, told, found)


def single(outcome: Outcome, stated: Stated, *, side: int, reason: str) -> Row:
    """The row of a figure that stands alone; `side` 0 is the older one."""
    return _row(outcome, None if side else stated, stated if side else None, reason)


def unclear(old: Stated | None, new: Stated | None, reason: str) -> Row:
    """The row of two figures that may be of one series."""
    return _row("ambiguous", old, new, reason)


def _row(
    outcome: Outcome, old: Stated | None, new: Stated | None, reason: str, found: Verdict | None = None
) -> Row:
    told = new or old
    assert told is not None
    other = old or told
    difference, ratio, growth = (found.difference, found.ratio, found.growth) if found else (NONE, NONE, NONE)
    return Row(
        outcome=outcome,
        indicator=told.indicator or other.indicator,
        place=told.place or other.place,
        subject=told.subject or other.subject,
        item=told.item or other.item,
        old=old,
        new=new,
        difference=difference.value,
        ratio=ratio.value,
        reason=reason,
        difference_low=difference.low,
        difference_high=difference.high,
        ratio_low=ratio.low,
        ratio_high=ratio.high,
        growth=growth.value,
        growth_low=growth.low,
        growth_high=growth.high,
    )


def _repeated(old: Side, new: Side, stated: Stated, repeat: Repeat, *, side: int) -> Row:
    first = (old, new)[repeat.side][repeat.at]
    where = "the older side" if repeat.side == 0 else "the newer side"
    return single(
        "duplicate",
        stated,
        side=side,
        reason=f"says again what {first.raw} says on {where} ({first.document} {first.start})",
    )


def _unclear(matching: Matching) -> tuple[dict[int, Group], dict[int, Group]]:
    olds: dict[int, Group] = {}
    news: dict[int, Group] = {}
    for group in matching.found.candidates:
        olds.update(dict.fromkeys(group[0], group))
        news.update(dict.fromkeys(group[1], group))
    return olds, news


def _ways(old: Side, new: Side, group: Group, shown: set[Group]) -> Iterator[Row]:
    """Every way the figures of a group may go, where its first one stands; in a large group, and where all
    are of one side, each figure once."""
    olds, news = group
    first = (olds[:1], news[:1])
    if first in shown:
        return
    shown.add(first)
    if olds and news:
        told = f"{len(olds)} older and {len(news)} newer figures are as like each other"
    else:
        told = f"{len(olds or news)} {'older' if olds else 'newer'} figures are not told from each other"
    if 0 < len(olds) * len(news) <= _MOST_WAYS * (len(olds) + len(news)):
        yield from (unclear(old[at], new[other], told) for at in olds for other in news)
        return
    yield from (unclear(old[at], None, told) for at in olds)
    yield from (unclear(None, new[at], told) for at in news)
