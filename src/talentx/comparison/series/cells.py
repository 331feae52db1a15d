"""The cell of a year as a person reads it, and a series as a line of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from talentx.comparison.model import Stated
from talentx.comparison.series.model import Cell, Series
from talentx.figures.digits import EXACT
from talentx.records.decimals import plain

CONFLICT = "!"
"""Behind a number that another source of its time contradicts."""
GAP = "·"
"""Where a year has no number."""
_BLOCKS = "▁▂▃▄▅▆▇█"
_SIGNS = {"about": "≈", "nearly": "≲", "over": ">", "at_least": "≥", "at_most": "≤", "under": "<"}
_SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_MOST_DECIMALS = 4
_HUNDRED = Decimal(100)
_RATES = frozenset(("share", "change"))


def shown_cell(cell: Cell, series: Series) -> str:
    """>306万 (09)! is more than 3,060,000 in September, with another source that says otherwise."""
    row = cell.chosen
    unit = f" {row.unit}" if row.unit is not None and row.unit != series.unit else ""
    span = f" ({cell.span})" if str(cell.span) else ""
    return f"{number(row)}{unit}{span}{CONFLICT if cell.conflicting else ''}"


def number(row: Stated) -> str:
    """The number with the sign of its bound, exact: 3.06亿, ≥80%, 300–500."""
    if row.low is not None and row.high is not None:
        return f"{_short(row.low, row)}–{_short(row.high, row)}"
    assert row.value is not None
    return f"{_SIGNS.get(row.bound or '', '')}{_short(row.value, row)}"


def sparkline(series: Series, years: Sequence[int]) -> str:
    """A block a year, from the least to the greatest of the series, a dot where there is none.

    A series that stays what it is has low blocks; a year of parts alone, beside whole ones, is a gap.
    """
    told = dict(series.values())
    if len(told) < 2:
        return ""
    least, greatest = min(told.values()), max(told.values())
    return "".join(_block(told[year], least, greatest) if year in told else GAP for year in years)


def _block(value: Decimal, least: Decimal, greatest: Decimal) -> str:
    if least == greatest:
        return _BLOCKS[0]
    part = EXACT.divide(EXACT.subtract(value, least), EXACT.subtract(greatest, least))
    return _BLOCKS[min(int(part * len(_BLOCKS)), len(_BLOCKS) - 1)]


def _short(value: Decimal, row: Stated) -> str:
    if row.unit is None and row.kind in _RATES:
        return f"{plain(EXACT.multiply(value, _HUNDRED))}%"
    for scale, word in _SCALES:
        if abs(value) >= scale:
            scaled = EXACT.divide(value, scale)
            if len(plain(scaled).partition(".")[2]) <= _MOST_DECIMALS:
                return f"{plain(scaled)}{word}"
    whole, point, decimals = plain(value).partition(".")
    return f"{int(whole):,}{point}{decimals}" if whole != "-0" else plain(value)
