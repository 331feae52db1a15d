"""Growth that does not fit the figures it is of: 52.6万人，比上年增长4.3%, where last year's were 48万."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from talentx.comparison.checks.finding import Finding, finding, printed
from talentx.comparison.checks.sameness import Thing, thing
from talentx.comparison.checks.statements import Sentence, Statement, above
from talentx.comparison.checks.stocks import is_stock
from talentx.comparison.checks.times import earlier, whole_year
from talentx.comparison.interval import Interval
from talentx.figures.digits import EXACT

_YEAR_BEFORE = re.compile("同比|[比较][上去前一]{1,2}年(?!.*前)(?:同期|末|底)?|与[上去]年同期相比|年增")
_BASE = re.compile("[比较]|环比|年均|平均|累计|连续|目标|计划")
_COMPARABLE = re.compile("可比|不变价|扣除|剔除|实际增长|名义|增加值|生产总值|GDP|产值")
"""Growth by another measure than that of the two figures."""
_FROM = re.compile("[从由]")
_RISES = re.compile("[增升提涨扩降减跌]|发展到|达到")
_ONE = Decimal(1)


def within(sentence: Sentence) -> Iterator[Finding]:
    """A rise in number and in per cent that do not fit each other or the two figures between which it lies:
    总量52.6万人，比上年增加2万人，增长8.3%; 从48万人增加到52.6万人，增长4.3%."""
    row = sentence.statements
    for level, change in _grown(sentence):
        place = row.index(level)
        before = row[place - 1] if place else None
        if before is not None and _rose(before, level) and not _BASE.search(_told(change)):
            yield from _misfit(before, level, change)
        behind = row[row.index(change) + 1 : row.index(change) + 2]
        for rate in behind:
            if (
                _is_amount(change)
                and _is_rate(rate)
                and not _BASE.search(_told(rate))
                and not _is_parted(rate)
            ):
                yield from _unlike(level, change, rate)


def across(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """A rise on the year before that does not fit the figure of the year before, told in another sentence."""
    levels: dict[tuple[Thing, str], list[Statement]] = defaultdict(list)
    for statement in (each for sentence in sentences for each in sentence.statements):
        if statement.measure is not None and (said := thing(statement)) is not None and statement.row.time:
            levels[said, _time(statement)].append(statement)
    for level, change in (pair for sentence in sentences for pair in _grown(sentence)):
        said = thing(level)
        if said is None or level.row.time is None or not _YEAR_BEFORE.search(_told(change)):
            continue
        time = earlier(_time(level), 1)
        before = levels.get((said, time), []) if time is not None else []
        found = [misfit for each in before for misfit in _misfit(each, level, change)]
        if before and len(found) == len(before):
            yield found[0]


def _time(level: Statement) -> str:
    """Its time; for a stock the end of a year is the year."""
    year = whole_year(level.row) if is_stock(level) else None
    return str(year) if year is not None else level.row.time or ""


def _grown(sentence: Sentence) -> Iterator[tuple[Statement, Statement]]:
    """Figures with the change that is told right behind them."""
    for level, change in zip(sentence.statements, sentence.statements[1:], strict=False):
        if level.measure is None or change.row.kind != "change" or _is_parted(change):
            continue
        same = (_family(level), level.row.time) == (_family(change), change.row.time)
        if same and (_is_amount(change) or _is_rate(change)) and not _COMPARABLE.search(sentence.text):
            yield level, change


def _family(statement: Statement) -> str:
    return (statement.row.indicator or "").partition(".")[0]


def _told(change: Statement) -> str:
    """A change with the words before it; the base it is measured from may stand in either."""
    return change.text[change.floor : change.end]


def _is_parted(change: Statement) -> bool:
    return any(mark in change.gap for mark in "；;。")


def _is_rate(change: Statement) -> bool:
    return change.row.kind == "change" and change.row.unit is None


def _is_amount(change: Statement) -> bool:
    return change.row.kind == "change" and change.row.unit not in (None, "倍", "百分点")


def _rose(before: Statement, level: Statement) -> bool:
    """Is it told as a rise or fall from the one to the other?"""
    return (
        before.measure == level.measure
        and _FROM.search(before.lead) is not None
        and _RISES.search(level.gap) is not None
        and not _is_parted(level)
    )


def _misfit(before: Statement, level: Statement, change: Statement) -> Iterator[Finding]:
    """The finding where the change is not that between the two."""
    one, other = before.proof(), level.proof()
    if one is None or other is None:
        return
    if _is_rate(change):
        expected = _ratio(other, one)
    elif change.row.unit == level.row.unit and change.row.currency == level.row.currency:
        expected = _difference(other, one)
    else:
        return
    if _exclude(expected, change.proof()):
        message = f"growth does not fit: {printed(before)} to {printed(level)} is not {printed(change)}"
        yield finding("growth", message, [before, level, change])


def _unlike(level: Statement, amount: Statement, rate: Statement) -> Iterator[Finding]:
    """The finding where a rise in number is not the rise in per cent told with it."""
    total, rise = level.proof(), amount.proof()
    if total is None or rise is None or amount.row.unit != level.row.unit:
        return
    if _exclude(_ratio(total, _difference(total, rise)), rate.proof()):
        message = f"growth does not fit: {printed(amount)} to {printed(level)} is not {printed(rate)}"
        yield finding("growth", message, [level, amount, rate])


def _exclude(one: Interval, other: Interval | None) -> bool:
    return above(one, other) or above(other, one)


def _difference(one: Interval, other: Interval) -> Interval:
    """All that one less the other can be."""
    low = None if one.low is None or other.high is None else EXACT.subtract(one.low, other.high)
    high = None if one.high is None or other.low is None else EXACT.subtract(one.high, other.low)
    return Interval(low, high)


def _ratio(one: Interval, other: Interval) -> Interval:
    """All that the growth from the other to one can be; any where the other may be zero."""
    if other.low is None or other.low <= 0:
        return Interval(None, None)
    low = None if one.low is None or other.high is None else EXACT.divide(one.low, other.high) - _ONE
    high = None if one.high is None else EXACT.divide(one.high, other.low) - _ONE
    return Interval(low, high)
