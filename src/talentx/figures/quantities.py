"""Quantities: a numeral with the unit that follows it, joined into lists and ranges, with bound and form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from talentx.figures import exclusions, fractions, notation, units
from talentx.figures.binding import bind
from talentx.figures.clause import opens_sentence
from talentx.figures.digits import DIGITS, LONGEST, PLAIN
from talentx.figures.endings import finish
from talentx.figures.fitting import MINUS, fits
from talentx.figures.forms import is_nothing, is_priced, names_money, set_form
from talentx.figures.joining import (
    join_bounds,
    join_ranges,
    share_currencies,
    share_leading_currency,
    share_units,
)
from talentx.figures.numerals import Numeral, parse
from talentx.figures.oddnumbers import FUSED, HALVES, alone, doubled, fused, half
from talentx.figures.quantity import NO_UNIT, Quantity, Span
from talentx.figures.starts import NUMERIC, OPENING, START

_ODD = HALVES | FUSED.keys() | {"翻"}
_SCALES = frozenset("十百千万亿兆")
_ELLIPTIC = re.compile(
    r"第(?:[一二三四五六七八九十]{1,3}|(?P<arabic>\d{1,2}))"
    r"(?:[、,和及与至到—~-](?(arabic)\d{1,2}|[一二三四五六七八九十]{1,3})){0,8}[、,和及与至到—~-]\Z"
)
"""第二、三、四层次: what follows an ordinal in its list is an ordinal without its 第."""

_BELOW = re.compile(r"(?<=[温至到是为达拔约低])[-−]\Z")
"""气温-38℃, 海拔-154米: with a measure, a hyphen behind such a word is a minus."""
_TO_MEASURE = re.compile(r" ?[至到~～—]{1,2} ?-?\d[\d.]* ?(?:[℃%度米]|摄氏)")
_SIGNED = frozenset(("share", "point", "times", "money", "measure"))
_NOTED = frozenset("^eE KMG")
_PARTED = frozenset("分又/ ")
_SIGNS = frozenset("-−下负 ")
"""What stands behind a number in notation, behind one that begins a fraction, before a signed one."""
_ROW = re.compile(rf"[\d{''.join(DIGITS)}]{{2}}")
"""A scale behind two digits closes their number, be it read or not."""
_DIGITS = re.compile(rf"[\d.,{NUMERIC}{PLAIN}kwW]{{{LONGEST},}}|[\d.,]+|[{PLAIN}]+|.", re.DOTALL)


def read(text: str, closed: Sequence[Span]) -> list[Quantity]:
    """The quantities of a text outside the `closed` spans (sorted, disjoint), in text order."""
    found = list(_attached(text, closed))
    share_units(text, found)
    share_currencies(text, found)
    share_leading_currency(text, found)
    found = join_ranges(text, found)
    for index, quantity in enumerate(found):
        bind(text, quantity, found[index - 1] if index else None)
    found = join_bounds(text, found)
    for index, quantity in enumerate(found):
        set_form(text, quantity, found[max(0, index - 1) : index + 2])
    return [
        quantity
        for before, quantity in zip([None, *found], found, strict=False)
        if not is_nothing(text, quantity) and not numbers_a_section(text, before, quantity)
    ]


def numbers_a_section(text: str, before: Quantity | None, quantity: Quantity) -> bool:
    """Is it a decimal that only numbers a section?"""
    numeral = quantity.numeral
    if quantity.unit.sort != "none" or (quantity.left, quantity.right) != (numeral.start, numeral.end):
        return False
    return exclusions.numbers_a_section(text, numeral, before.right if before is not None else 0)


def _attached(text: str, closed: Sequence[Span]) -> Iterator[Quantity]:
    """Every numeral with the unit right behind it, names and codes left out."""
    starts = [start for start, _ in closed]
    pos = 0
    for opening in OPENING.finditer(text):
        start = opening.start()
        if start < pos or (found := START.match(text, start)) is None:
            continue
        at = bisect_right(starts, start)
        if at and closed[at - 1][1] > start:
            pos = closed[at - 1][1]
            continue
        idiom = exclusions.idiom(text, start) if exclusions.may_be_idiom(text, start) else None
        if idiom is not None:
            pos = max(idiom, start + 1)
            continue
        quantity, pos = quantity_at(text, found)
        if quantity is not None and (at == len(starts) or quantity.end <= starts[at]):
            yield quantity


def quantity_at(text: str, found: re.Match[str]) -> tuple[Quantity | None, int]:
    """The quantity that begins at a match of `START`, and where to go on."""
    start = found.start()
    if opens_sentence(text, start):
        whole = alone(text, start)
        if whole is not None:
            return whole, whole.end
    if found[0] in _ODD:
        quantity = _odd(text, found)
        return quantity, quantity.end if quantity is not None else found.end()
    before = text[start - 1 : start]
    numeral = parse(text, start)
    if numeral is None or is_scale_of_row(text, start):
        return None, _digits_end(text, start)
    if before == "第" or (before and before in "、,和及与至到—~-" and is_elliptic(text, numeral)):
        return None, numeral.end
    behind = text[numeral.end : numeral.end + 1]
    quantity = notation.read(text, numeral) if behind in _NOTED else None
    if quantity is None and behind in _PARTED:
        quantity = fractions.read(text, numeral)
    quantity = quantity or _numbered(text, numeral)
    if quantity is not None and text[quantity.start - 1 : quantity.start] in _SIGNS:
        _negate(text, quantity)
    return quantity, max(quantity.end if quantity is not None else 0, numeral.end)


def _odd(text: str, found: re.Match[str]) -> Quantity | None:
    """半年, 翻番, 仨月."""
    if found[0] in HALVES:
        return half(text, found)
    return doubled(text, found.start()) if found[0] == "翻" else fused(text, found.start())


def is_scale_of_row(text: str, start: int) -> bool:
    """Does a scale at `start` close a row of digits that is no numeral?"""
    if text[start] not in _SCALES:
        return False
    return text[start - 1 : start] in _SCALES or _ROW.match(text, max(0, start - 2), start) is not None


def is_elliptic(text: str, numeral: Numeral) -> bool:
    """Is it an ordinal that shares the 第 of the first of its list?"""
    start = numeral.start
    window = max(0, start - 24)
    if text.find("第", window, start) < 0 or numeral.value > 99:
        return False
    found = _ELLIPTIC.search(text, window, start)
    return found is not None and (found["arabic"] is not None) == numeral.arabic


def _digits_end(text: str, start: int) -> int:
    """The end of a row of digits too long to be a quantity; it is passed over as a whole."""
    found = _DIGITS.match(text, start)
    return found.end() if found is not None else start + 1


def _numbered(text: str, numeral: Numeral) -> Quantity | None:
    """A numeral with its unit or with the currency before it, unless the two are something else."""
    start = numeral.start
    plus = text.startswith("+", numeral.end)
    matched = units.match(text, numeral.end + plus, numeral.arabic)
    currency = units.currency_before(text, start)
    counted = matched is not None or currency is not None
    if exclusions.code(text, numeral, counted) is not None and (counted or not is_priced(text, start)):
        return None
    unit, end = matched if matched is not None else (NO_UNIT, numeral.end)
    if unit.name == "起" and names_money(text[max(0, start - 12) : start]):
        unit, end = NO_UNIT, numeral.end  # a price from which on something is to be had
    if currency is not None and unit.sort in ("none", "money"):
        unit = currency[0] if unit.currency in (None, "CNY") else unit
        start = currency[1]
    bound = "over" if plus and matched is not None else numeral.vague
    quantity = Quantity(
        start, end, numeral.value, numeral.high, unit, numeral, start, end, bound, scale=numeral.scale
    )
    if unit.factor != 1:
        quantity.times(unit.factor)
    return finish(text, quantity) if fits(text, quantity) else None


def _negate(text: str, quantity: Quantity) -> None:
    """-3.1%, 零下10摄氏度, 负5%."""
    start = quantity.start
    sign = MINUS.search(text, max(0, start - 3), start)
    if sign is None and quantity.unit.sort == "measure":
        sign = _BELOW.search(text, max(0, start - 2), start)
    if sign is None:
        return
    ranged = quantity.unit.sort == "none" and _TO_MEASURE.match(text, quantity.end) is not None
    sure = ranged or quantity.unit.sort in _SIGNED or (sign[0][0] == "负" and quantity.unit.sort == "none")
    if not sure and not exclusions.fills_cell(text, sign.start(), quantity.end):
        return
    quantity.value = -quantity.value
    quantity.start = quantity.left = sign.start()
    quantity.whole = quantity.whole or (quantity.unit.sort == "none" and not ranged)
