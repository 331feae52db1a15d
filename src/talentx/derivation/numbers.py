"""The steps from the characters of a figure to its value, unit, bound and per."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from talentx.derivation.dating import date_step
from talentx.derivation.model import Step
from talentx.derivation.replay import Replay, Told
from talentx.derivation.rules import giver
from talentx.figures.digits import EXACT
from talentx.figures.model import Figure
from talentx.figures.numerals import Numeral, parse
from talentx.figures.origins import bound_words
from talentx.figures.quantity import Quantity
from talentx.figures.spelling import spelling
from talentx.figures.starts import START
from talentx.records.decimals import plain
from talentx.text.structure import Span

_HUNDRED = Decimal(100)
_MOST_DOUBLINGS = 20


def number_steps(replay: Replay, figure: Figure, told: Told | None) -> list[Step]:
    """How the value of a figure came about. `told` is what the rest of the pipeline made of it, if it did."""
    steps = [_characters(replay, figure)]
    if figure.kind == "date":
        return [*steps, date_step(replay, figure)]
    final = told.frame.figure if told is not None else figure
    quantity = replay.quantities.get((figure.start, figure.end))
    steps.append(_number(replay, figure, quantity))
    if final != figure and told is not None:
        steps.append(_from_column(final, told))
    steps.append(_unit(replay, final, quantity, told))
    if quantity is not None:
        steps += [*_change(replay, quantity), _bound(replay, final, quantity), *_per(replay, quantity)]
    return steps


def shown_number(figure: Figure) -> str:
    """The value as it is told: 3060000, 300 to 500, 2024-09."""
    if figure.date is not None:
        return figure.date
    if figure.low is not None and figure.high is not None:
        return f"{plain(figure.low)} to {plain(figure.high)}"
    return plain(figure.value) if figure.value is not None else ""


def _characters(replay: Replay, figure: Figure) -> Step:
    evidence = replay.evidence(figure.start, figure.end)
    read = replay.page.text[figure.start : figure.end]
    if evidence.text == read:
        return Step("characters", "read as printed", (evidence,))
    printed = evidence.text
    reasons = []
    if "\n" in printed or "\r" in printed:
        reasons.append("the line break inside is passed over")
    if len(printed.split()) > 1 and not reasons:
        reasons.append("the blanks inside are passed over")
    if len("".join(printed.split())) == len(read) and "".join(printed.split()) != read:
        reasons.append("full width and traditional characters are made plain")
    said = "; ".join(reasons) or "marks that show nothing are passed over"
    return Step("characters", f"printed {printed}, read as {read}: {said}", (evidence,))


def _number(replay: Replay, figure: Figure, quantity: Quantity | None) -> Step:
    core = figure.core if figure.core[1] > figure.core[0] else (figure.start, figure.end)
    evidence = (replay.evidence(*core),)
    if quantity is None:
        return Step("number", _ordinal(replay.page.text, figure), evidence)
    if quantity.high is not None:
        return Step("number", _range(replay.page.text, figure, quantity), evidence)
    return Step("number", _single(replay.page.text, quantity), evidence)


def _ordinal(text: str, figure: Figure) -> str:
    value = shown_number(figure)
    for at in range(figure.start, figure.end):
        read = parse(text, at)
        if read is not None and read.value == abs(figure.value or 0) and read.end <= figure.end:
            first = at - 1 if at > figure.start and text[at - 1] in "第前" else at
            return f"{text[first : read.end]} = {value}, a place in an order"
    word = next((each for each in "首头冠亚季" if each in figure.raw), figure.raw)
    return f"{word} says {value}, a place in an order"


def _range(text: str, figure: Figure, quantity: Quantity) -> str:
    ends = [_spelt(text, read) for read in _numerals(text, (quantity.start, quantity.end))]
    said = ", ".join(ends) if len(ends) > 1 or (ends and "=" in ends[0]) else text[slice(*figure.core)]
    return f"{said}: {shown_number(figure)}"


def _numerals(text: str, span: Span) -> Iterator[Numeral]:
    """The numerals of a stretch, in order."""
    at = span[0]
    while at < span[1]:
        opening = START.match(text, at)
        read = parse(text, at) if opening is not None or text[at].isdigit() else None
        if read is not None and read.end <= span[1]:
            yield read
        at = read.end if read is not None else at + 1


def _spelt(text: str, numeral: Numeral) -> str:
    said = text[numeral.start : numeral.end]
    spelt = spelling(text, numeral)
    if spelt is not None:
        return f"{said} = {spelt}"
    return said if said == plain(numeral.value) else f"{said} = {plain(numeral.value)}"


def _single(text: str, quantity: Quantity) -> str:
    """500万 = 500 × 10000 = 5000000; what its unit, its list or its verb does to it goes with it."""
    numeral, total = quantity.numeral, plain(quantity.value)
    value, ways = _adjusted(text, quantity)
    if value != quantity.value:
        return f"{text[quantity.start : quantity.end]} = {total}"
    if not ways:
        said = _spelt(text, numeral)
        return said if said.endswith(f"= {total}") or said == total else f"{said} = {total}"
    number = spelling(text, numeral) or plain(numeral.value)
    return f"{text[numeral.start : quantity.end]} = {number} {' '.join(ways)} = {total}"


def _adjusted(text: str, quantity: Quantity) -> tuple[Decimal, list[str]]:
    """The numeral's value after what is around it has had its say, and how that went."""
    numeral, unit = quantity.numeral, quantity.unit
    value, ways = numeral.value, []
    if quantity.scale and not numeral.scale and unit.sort not in ("share", "point"):
        scale = Decimal(10**quantity.scale)
        value = EXACT.multiply(value, scale)
        ways.append(f"× {scale} (the scale of the next number of its list)")
    if unit.factor != 1:
        value = EXACT.multiply(value, unit.factor)
        printed = text[numeral.end : quantity.end]
        ways.append(f"× {plain(unit.factor)} (one {printed} is {plain(unit.factor)} {unit.name})")
    if unit.sort == "share" and unit.power:
        value = EXACT.scaleb(value, unit.power)
        ways.append(f"÷ {10**-unit.power}")
    if unit.sort == "point":
        value = EXACT.divide(value, _HUNDRED)
        ways.append("÷ 100")
    if unit.sort == "double" and value == value.to_integral_value() and 0 < value <= _MOST_DOUBLINGS:
        value = Decimal(2 ** int(value))
        ways.append("doublings" if value > 2 else "doubling")
    if quantity.value < 0 <= value:
        value = -value
        ways.append("× -1 (it falls)" if quantity.change else "× -1 (its minus)")
    return value, ways


def _from_column(final: Figure, told: Told) -> Step:
    head = told.frame.column
    return Step(
        "column", f"{head} heads its column: read as {shown_number(final)} {final.unit or ''}".rstrip()
    )


def _unit(replay: Replay, figure: Figure, quantity: Quantity | None, told: Told | None) -> Step:
    record = told.context.record if told is not None and told.context is not None else None
    unit = record.unit if record is not None else figure.unit
    currency = record.currency if record is not None else figure.currency
    said = f"{unit or 'none'}{f' ({currency})' if currency else ''}"
    if told is not None and record is not None and unit != figure.unit:
        if currency != figure.currency:
            return Step("unit", f"{said}, the money of {record.place}")
        return Step("unit", f"{said}, by {giver(replay, told, 'unit')}")
    printed = _printed_unit(replay.page.text, quantity)
    if printed is None:
        return Step(
            "unit", said if unit else "none: it is a ratio" if figure.kind == "share" else "none printed"
        )
    evidence = (replay.evidence(*printed),)
    word = replay.page.text[slice(*printed)]
    if unit is None:
        return Step("unit", f"none: {word} makes it a ratio", evidence)
    return Step("unit", said if word.startswith(unit) else f"{said}, printed {word}", evidence)


def _printed_unit(text: str, quantity: Quantity | None) -> Span | None:
    """The currency before its numeral, or the unit behind it."""
    if quantity is None or quantity.high is not None:
        return None
    before = quantity.start, quantity.numeral.start
    if before[0] < before[1] and text[slice(*before)].strip("-−负下零 "):
        return before
    behind = quantity.numeral.end, quantity.end
    return behind if behind[0] < behind[1] else None


def _change(replay: Replay, quantity: Quantity) -> list[Step]:
    if not quantity.change:
        return []
    way = "rises" if quantity.change > 0 else "falls"
    words = quantity.left, quantity.start
    if words[0] >= words[1]:
        to = "time" in quantity.unit.sort or quantity.unit.sort == "day"
        return [Step("change", "to this, the new value" if to else way)]
    return [Step("change", f"{way}, by {replay.page.text[slice(*words)]}", (replay.evidence(*words),))]


def _bound(replay: Replay, figure: Figure, quantity: Quantity) -> Step:
    if figure.bound == "range":
        return Step("bound", "range: two numbers that are its ends")
    if figure.bound in (None, "exact"):
        return Step("bound", "exact: no word bounds it")
    words = bound_words(replay.page.text, quantity)
    if words is None or words[0] >= words[1]:
        return Step("bound", f"{figure.bound}, as the figure before it or the way it is put says")
    evidence = replay.evidence(*words)
    return Step("bound", f"{figure.bound}, by {replay.page.text[slice(*words)]}", (evidence,))


def _per(replay: Replay, quantity: Quantity) -> list[Step]:
    if quantity.per is None:
        return []
    words = replay.per_words(quantity)
    if not words:
        return [Step("per", f"{quantity.per}, as for the figure before it")]
    said = " and ".join(replay.page.text[slice(*span)] for span in words)
    return [Step("per", f"{quantity.per}, by {said}", tuple(replay.evidence(*span) for span in words))]
