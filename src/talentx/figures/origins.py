"""Where the bound and the per of a quantity come from: the words, found again once the quantity is known."""

from __future__ import annotations

from collections.abc import Iterator

from talentx.figures import bounds
from talentx.figures.binding import PER_WORD, WINDOW
from talentx.figures.clause import clause_start
from talentx.figures.quantity import Quantity, Span


def bound_words(text: str, quantity: Quantity) -> Span | None:
    """The span of the words that bound the quantity; None where it is exact or governed from elsewhere."""
    if quantity.bound in (None, "exact", "range"):
        return None
    left = _left_words(text, quantity)
    if left is not None and left[0] >= quantity.left:
        return left
    if quantity.right > quantity.end and bounds.after(text, quantity.end)[1] == quantity.bound:
        return quantity.end, bounds.after(text, quantity.end)[0]
    numeral = quantity.numeral
    if numeral.vague == quantity.bound:
        return next(_hedges(text, numeral.start, numeral.end), (numeral.start, numeral.end))
    return next(_hedges(text, numeral.end, quantity.right), None)


def per_words(text: str, quantity: Quantity, floor: int = 0) -> list[Span]:
    """The spans of the words that say what the quantity is per; none where an earlier one lends it.

    `floor` is the end of the quantity before.
    """
    if quantity.per is None:
        return []
    found: list[Span] = []
    begin = clause_start(text, max(floor, quantity.start - WINDOW), quantity.start)
    found += [each.span() for each in PER_WORD.finditer(text, begin, quantity.start)]
    if text[quantity.end : quantity.end + 1] in ("/", "每"):
        found.append((quantity.end, quantity.right))
    return found


def _left_words(text: str, quantity: Quantity) -> Span | None:
    begin = max(0, quantity.start - WINDOW)
    clause = clause_start(text, begin, quantity.start)
    for start in (quantity.start, quantity.numeral.start):
        first, bound = bounds.before(text, start, begin)
        if bound == quantity.bound:
            return first, start
    for found in PER_WORD.finditer(text, clause, quantity.start):
        first, bound = bounds.before(text, found.start(), begin)
        if bound == quantity.bound:
            return first, found.start()
    for apart in (bounds.far, bounds.of_whole):
        first, bound = apart(text, quantity.start, clause)
        if bound == quantity.bound:
            return first, quantity.start
    return None


def _hedges(text: str, start: int, end: int) -> Iterator[Span]:
    """The characters inside a number or behind its unit that say roughly how many."""
    for at in range(start, end):
        if text[at] in "多余餘几数来把+级":
            yield at, at + 1
