"""What a row says, in words and numbers for people."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal

from talentx.comparison.evidence import printed
from talentx.comparison.model import Row, Stated
from talentx.output.grid import grouped, shown

_HUNDRED = Decimal(100)
_TIMES = Decimal(10)
"""From so many times on, a ratio says more than a percentage."""
_TENTH = Decimal("0.1")
_TWO_DIGITS = Context(prec=2)
_THREE_DIGITS = Context(prec=3)
_MANY_DIGITS = Context(prec=3000)
_WITHOUT_RATIO = ("share", "change", "rank", "date")
_Told = Callable[[Decimal], str]


def series(row: Row) -> str:
    """What the figure is of: 拱墅区 · housing_units.owned · 共有产权房."""
    stated = _known(row)
    return " · ".join(shown(part) for part in (row.place, row.indicator or stated.kind, thing(row)) if part)


def thing(row: Row) -> str | None:
    """What is counted, or else whose figure it is."""
    return row.item or row.subject


def figures(row: Row) -> str:
    """Both figures as they are printed, 1162套 → 2300套; one where they are printed alike."""
    return " → ".join(dict.fromkeys(shown(printed(each)) for each in (row.old, row.new) if each is not None))


def change(row: Row) -> str:
    """By how much, and how much a year: +16,000 to +17,000人 (+12.3% to +13.1%), +5.9% to +6.3% a year."""
    return ", ".join(part for part in (difference_and_ratio(row), growth(row)) if part)


def difference_and_ratio(row: Row) -> str:
    """By how much: +16,000 to +17,000人 (+12.3% to +13.1%)."""
    told, compared = difference(row), ratio(row)
    return f"{told} ({compared})" if told and compared else told or compared


def difference(row: Row) -> str:
    """New minus old, and what the bounds leave of it, in the unit of the new figure; empty without one."""
    stated = _known(row)
    match stated.kind:
        case "share":
            told, unit = _points, " points"
        case "change" if stated.unit is None:
            told, unit = _points, " points"
        case "rank":
            told, unit = _places, ""
        case "date":
            told, unit = _signed, " day" if row.difference in (1, -1) else " days"
        case _:
            told, unit = _signed, shown(f"{stated.unit or ''}/{stated.per}" if stated.per else stated.unit)
    return _between(row.difference, row.difference_low, row.difference_high, told, unit)


def ratio(row: Row) -> str:
    """New through old, as a percentage where that is not too large to picture; empty without one."""
    if _known(row).kind in _WITHOUT_RATIO:
        return ""
    return _between(row.ratio, row.ratio_low, row.ratio_high, _rate)


def growth(row: Row) -> str:
    """The growth a year: +57.6% a year; empty without one."""
    return _between(row.growth, row.growth_low, row.growth_high, lambda rate: _rate(rate + 1), " a year")


def _known(row: Row) -> Stated:
    stated = row.new or row.old
    assert stated is not None
    return stated


def _between(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, told: _Told, unit: str = ""
) -> str:
    """One number where nothing is uncertain, else its ends."""
    if low is None and high is None:
        return "" if value is None else f"{told(value)}{unit} as printed"
    if low is not None and high is not None:
        ends = dict.fromkeys((told(low), told(high)))
        return f"{' to '.join(ends)}{unit}"
    return f"at least {told(low)}{unit}" if low is not None else f"at most {told(high)}{unit}"  # type: ignore[arg-type]


def _signed(number: Decimal) -> str:
    return f"{'+' if number > 0 else ''}{grouped(number)}"


def _points(number: Decimal) -> str:
    return _signed(_short(_MANY_DIGITS.multiply(number, _HUNDRED)))


def _places(number: Decimal) -> str:
    return (
        f"{grouped(abs(number))} {'place' if abs(number) == 1 else 'places'} {'down' if number > 0 else 'up'}"
    )


def _rate(ratio: Decimal) -> str:
    if ratio >= _TIMES:
        return f"×{grouped(_THREE_DIGITS.create_decimal(ratio))}"
    return f"{_points(ratio - 1)}%"


def _short(number: Decimal) -> Decimal:
    """To one place behind the point, smaller ones to two digits."""
    return _MANY_DIGITS.quantize(number, _TENTH) if abs(number) >= 1 else _TWO_DIGITS.create_decimal(number)
