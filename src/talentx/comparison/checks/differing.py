"""The same figure told differently of one time: 人才总量120万 here, 人才总量105万 there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from talentx.comparison.checks.finding import Finding, finding, printed
from talentx.comparison.checks.sameness import thing
from talentx.comparison.checks.statements import Statement, above
from talentx.comparison.checks.stocks import is_stock
from talentx.comparison.checks.times import one_day, still_runs, whole_year

_MOST = 12
"""More different statements than that under one label are of different things."""


def check(statements: Iterable[Statement]) -> Iterator[Finding]:
    """Statements of one thing and time, in different sentences, whose numbers exclude each other."""
    told: dict[object, dict[str, Statement]] = defaultdict(dict)
    for each in statements:
        if each.row.time is None or each.row.status == "policy" or (said := thing(each)) is None:
            continue
        year = whole_year(each.row) if is_stock(each) else None
        told[said, year or each.row.time].setdefault(each.text, each)
    for group in told.values():
        if 1 < len(group) <= _MOST:
            yield from _differing(list(group.values()))


def _differing(group: list[Statement]) -> Iterator[Finding]:
    differing = [each for each in group if any(_exclude(each, other) for other in group)]
    if differing:
        said = " and ".join(dict.fromkeys(map(printed, differing)))
        yield finding(
            "differing", f"one figure is told differently: {said} ({differing[0].row.time})", differing
        )


def _exclude(one: Statement, other: Statement) -> bool:
    if (still_runs(one.row) or still_runs(other.row)) and not one_day(one.row, other.row):
        return False
    return above(one.proof(), other.proof()) or above(other.proof(), one.proof())
