"""The rows of a comparison: every figure of both sides stands in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talentx.comparison.matching import Group, Matching, Repeat
from talentx.comparison.measures import NONE
from talentx.comparison.model import Outcome, Row, Side, Stated
from talentx.comparison.verdict import Verdict, verdict

_MOST_WAYS = 3
"""In a group of more than so many times its figures, the pairs are not all written down."""


def rows_of_old(old: Side, new: Side, matching: Matching, start: int, stop: int) -> Iterator[Row]:
    """The rows of the figures of the older side from one place to another."""
    found = matching.found
    unclear = _places(found.candidates, 0)
    for at, stated in enumerate(old[start:stop], start):
        partner = matching.partner_of_old[at]
        if at in found.promises:
            came, reason = found.promises[at]
            yield paired(stated, new[came], reason)
            if partner < 0 and at not in unclear:
                continue
        if partner >= 0:
            yield paired(stated, new[partner], matching.reasons[at])
        elif at in unclear:
            yield from _ways(old, new, at, unclear[at])
        elif at in found.repeats[0]:
            yield _repeated(old, new, stated, found.repeats[0][at], side=0)
        else:
            yield single("gone", stated, side=0, reason="no figure of the newer side is of this series")


def rows_of_new(old: Side, new: Side, matching: Matching) -> Iterator[Row]:
    """The rows of what only the newer side has."""
    found = matching.found
    unclear = _places(found.candidates, 1)
    came = {other for other, _ in found.promises.values()}
    for at in range(len(new)):
        if matching.partner_of_new[at] >= 0 or at in came or (at in unclear and unclear[at][0]):
            continue
        stated = new[at]
        if at in unclear:
            yield single("new", stated, side=1, reason=_alike(unclear[at]))
        elif at in found.repeats[1]:
            yield _repeated(old, new, stated, found.repeats[1][at], side=1)
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


def _places(groups: Iterable[Group], side: int) -> dict[int, Group]:
    """The group of each figure of a side that is in one."""
    return {at: group for group in groups for at in group[side]}


def _ways(old: Side, new: Side, at: int, group: Group) -> Iterator[Row]:
    """Every way the figures of a group may go, where its first one stands; of a large group each once."""
    olds, news = group
    if not news:
        yield single("gone", old[at], side=0, reason=_alike(group))
    elif at == olds[0]:
        told = _alike(group)
        if len(olds) * len(news) <= _MOST_WAYS * (len(olds) + len(news)):
            yield from (unclear(old[one], new[other], told) for one in olds for other in news)
            return
        yield from (unclear(old[one], None, told) for one in olds)
        yield from (unclear(None, new[other], told) for other in news)


def _alike(group: Group) -> str:
    """Why nobody in a group has a partner."""
    olds, news = map(len, group)
    if not olds or not news:
        side, other = ("older", "newer") if olds else ("newer", "older")
        return f"{olds or news} {side} figures are as like each other, and no {other} one is like them"
    return f"{olds} older and {news} newer figures are as like each other"
