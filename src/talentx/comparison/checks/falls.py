"""A cumulative total that falls: 累计引进5000名 in 2022, 累计引进4000名 in 2023."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from talentx.comparison.checks.finding import Finding, finding, printed
from talentx.comparison.checks.sameness import thing
from talentx.comparison.checks.statements import Statement, above
from talentx.comparison.checks.stocks import is_cumulative
from talentx.comparison.checks.times import last_day, since


def check(statements: Iterable[Statement]) -> Iterator[Finding]:
    """Totals of one thing of which a later one is lower than the greatest before it."""
    totals: dict[object, list[tuple[tuple[int, int, int], Statement]]] = defaultdict(list)
    for each in statements:
        if each.row.status != "actual" or (day := last_day(each.row)) is None:
            continue
        if (said := thing(each)) is not None and is_cumulative(each):
            totals[said, since(each.row)].append((day, each))
    for series in totals.values():
        yield from _falling(sorted(series, key=lambda pair: pair[0]))


def _falling(series: list[tuple[tuple[int, int, int], Statement]]) -> Iterator[Finding]:
    greatest: Statement | None = None
    last = None
    for day, each in series:
        if greatest is not None and day != last and above(greatest.proof(), each.proof()):
            message = f"a total falls: {_told(greatest)}, then {_told(each)}"
            yield finding("falls", message, [greatest, each])
        if greatest is None or above(each.proof(), greatest.proof()):
            greatest, last = each, day


def _told(total: Statement) -> str:
    return f"{printed(total)} ({total.row.time or total.row.published})"
