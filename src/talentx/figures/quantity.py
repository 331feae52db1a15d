"""A quantity: a number with its unit, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from talentx.figures.digits import EXACT
from talentx.figures.model import Form
from talentx.figures.numerals import Numeral
from talentx.figures.units import Unit
from talentx.vocabulary import Bound

Span = tuple[int, int]
NO_UNIT = Unit(None, "none")


@dataclass(slots=True)
class Quantity:
    """A number with its unit. `start` and `end` are the core; `left` and `right` take the bound words in."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: Unit
    numeral: Numeral
    left: int
    right: int
    bound: Bound | None = None
    per: str | None = None
    form: Form = "plain"
    scale: int = 0
    """The scale that closes the numeral and that members of its list on the left may share."""
    change: int = 0
    """1 or -1 where it states a change, by the direction of its verb."""
    hedged: bool = False
    """Whether a Chinese numeral without a unit says roughly how many and ends its clause: 十几, 上百."""
    shared: bool = False
    """Whether its currency was named before an earlier member of its list."""
    compared: bool = False
    """Whether it is compared (大于二十): then a Chinese numeral says something without a unit."""
    whole: bool = False
    """Whether the numeral is all of the text: there even 廿三 and 〇 state something."""

    @property
    def stands(self) -> bool:
        """Whether a Chinese numeral states something without a unit: 三千 does, 三 and 百 do not."""
        numeral = self.numeral
        if numeral.value < 100:
            return False
        return not numeral.alone or numeral.vague is not None or numeral.scale >= 8

    def times(self, factor: Decimal) -> None:
        """Multiply the value, both ends of it for a range."""
        self.value = EXACT.multiply(self.value, factor)
        self.high = None if self.high is None else EXACT.multiply(self.high, factor)


def divided(top: Decimal, below: Decimal) -> Decimal:
    """A fraction, exact where it ends, else to sixteen digits."""
    value = EXACT.divide(top, below)
    return value if len(value.as_tuple().digits) < 40 else EXACT.quantize(value, Decimal("1e-16"))
