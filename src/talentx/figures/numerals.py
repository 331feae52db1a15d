"""Numerals: one grammar that reads Arabic, Chinese and mixed digits to an exact decimal.

`parse` reads the numeral that begins at a position: 3.6万, 三百零六万, 3万4000, 一百二, 三五百, 23.5个亿.
A numeral is cut into tokens by one pattern; the tokens are then added up scale by scale.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from talentx.figures.digits import (
    ARABIC,
    BIG,
    DIGITS,
    EXACT,
    GOES_ON,
    LONGEST,
    ONE,
    SHORT,
    SMALL,
    TENS,
    TOKEN,
    ZERO,
)

Vague = Literal["over", "about"]
"""How a numeral hedges inside itself: 多 余 几 数 say over, 来 把 say about."""


class Numeral(NamedTuple):
    """A numeral in its text. `high` is set for two adjacent digits: 三五百 is 300 to 500.

    `scale` is the power of ten that closes it and may be shared leftwards (15/30万: 4; 万亿: 12),
    `alone` says that no digit stands before the scale (千家), `arabic` that its first digit is Arabic,
    `pointed` that a decimal point is spelt out (三点六).
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    vague: Vague | None = None
    scale: int = 0
    alone: bool = False
    arabic: bool = False
    pointed: bool = False


@dataclass(slots=True)
class _Sum:
    """The tokens of a numeral added up, once for its low and once for its high reading."""

    groups: list[tuple[Decimal, int]]
    section: Decimal = ZERO
    pending: Decimal | None = None
    last: int = 0
    closed: bool = False
    """Whether a zero or a decimal point forbids the spoken short form: 一百零二 is 102, 一百二 is 120."""

    def small(self, power: int) -> None:
        self.section = EXACT.add(self.section, _times(ONE if self.pending is None else self.pending, power))
        self.pending, self.last, self.closed = None, power, False

    def big(self, power: int, rank: int) -> None:
        """A group closed by a big scale; its `rank` is that of all its scales together: 万亿 has 12."""
        amount = EXACT.add(self.section, self.pending or ZERO)
        if not amount and not self.groups:
            amount = ONE
        while self.groups and self.groups[-1][1] <= power:
            amount = EXACT.add(amount, self.groups.pop()[0])
        self.groups.append((_times(amount, power), rank))
        self.section, self.pending, self.last, self.closed = ZERO, None, power, False

    def point(self) -> None:
        """A decimal point: the digit before it is no spoken short form any more (两千三点一 is 2300.1)."""
        if self._is_spoken():
            self.small(self.last - 1)

    def total(self) -> Decimal:
        value = self.section
        for amount, _ in self.groups:
            value = EXACT.add(value, amount)
        if self.pending is not None:
            spoken = self._is_spoken()
            value = EXACT.add(value, _times(self.pending, self.last - 1) if spoken else self.pending)
        return value

    def _is_spoken(self) -> bool:
        """Whether the last digit stands for itself times the next lower scale: 一百二, 三万五."""
        return self.pending is not None and self.last >= 2 and not self.closed and self.pending < 10


def _times(value: Decimal, power: int) -> Decimal:
    return EXACT.multiply(value, Decimal(10**power))


def parse(text: str, start: int) -> Numeral | None:
    """The longest numeral that begins at `start`, or None where none does or its digits are too many."""
    short = SHORT.match(text, start)
    if short is not None and text[short.end() : short.end() + 1] not in GOES_ON:
        return _short(short)
    plain = ARABIC.match(text, start)
    if plain is not None:
        end = plain.end()
        return Numeral(start, end, Decimal(plain[0]), arabic=True) if end - start <= LONGEST else None
    return _Parser(text, start).read()


def _short(found: re.Match[str]) -> Numeral:
    """The numeral of a match of `SHORT`."""
    tens, ten, ones, digit, scale = found.groups()
    start, end = found.span()
    if ten:
        return Numeral(start, end, Decimal(10 * DIGITS.get(tens, 1) + DIGITS.get(ones, 0)))
    if not scale:
        return Numeral(start, end, Decimal(DIGITS[digit]))
    power = SMALL.get(scale) or BIG[scale]
    return Numeral(start, end, Decimal(DIGITS[digit] * 10**power), scale=power)


class _Parser:
    """Reads one numeral token by token; a token that does not fit ends it."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = self.end = start
        self.low = _Sum([])
        self.high: _Sum | None = None
        self.vague: Vague | None = None
        self.scale = 0
        self.kind = ""
        self.alone = False
        self.pointed = False

    def read(self) -> Numeral | None:
        last = self.start + LONGEST
        while (token := TOKEN.match(self.text, self.end)) is not None:
            if token.end() > last:
                return None
            kind = token.lastgroup or ""
            if not self._take(kind, token[kind], token.end()):
                break
            self.kind, self.end = kind, token.end()
            if kind == "rough" or (kind in ("over", "about") and not self._scale_follows()):
                break
        if self.kind == "" or self.kind in ("skip", "point"):
            return None
        low = self.low.total()
        high = self.high.total() if self.high is not None else None
        arabic = self.text[self.start].isdigit() and self.text[self.start] in "0123456789"
        arabic = arabic or self.text[self.start] == "."
        return Numeral(
            self.start, self.end, low, high, self.vague, self.scale, self.alone, arabic, self.pointed
        )

    def _scale_follows(self) -> bool:
        token = TOKEN.match(self.text, self.end)
        return token is not None and token.lastgroup in ("small", "big", "skip")

    def _take(self, kind: str, part: str, end: int) -> bool:
        """Add the token to the sums; False where the grammar does not allow it here."""
        if kind == "arabic":
            return self._number(part, end)
        if kind == "digits":
            return self._digits(part)
        if kind == "tens":
            return self._tens(TENS[part])
        if kind == "small":
            return self._small(SMALL[part])
        if kind == "big":
            return self._big(BIG[part])
        if kind == "some":
            return self._some()
        if kind == "rough":
            return self._rough(part)
        if kind == "point":
            return self._point()
        if kind == "skip":
            return self.kind in ("arabic", "digits", "small", "over", "some")
        if self.kind == "" or self.vague is not None:
            return False
        self.vague = "over" if kind == "over" else "about"
        return True

    def _open(self) -> bool:
        return self.low.pending is None and self.vague is None and not self.alone

    def _put(self, low: Decimal, high: Decimal | None, closed: bool = False) -> bool:
        if high is not None:
            last = self.low
            self.high = _Sum(list(last.groups), last.section, high, last.last, last.closed or closed)
        elif self.high is not None:
            self.high.pending = low
        self.low.pending = low
        self.low.closed = self.low.closed or closed
        self.scale = 0
        return True

    def _number(self, part: str, end: int) -> bool:
        digits = part.replace(",", "").replace("，", "").replace(" ", "")
        if self.kind == "point":
            return digits.isdigit() and self._fraction([int(digit) for digit in digits])
        if self.kind:
            if self.kind not in ("small", "big", "digits") or not (self._open() or self.low.closed):
                return False
            whole = digits.partition(".")[0]
            following = self.text[end : end + 1]
            if self.kind == "digits":
                fits = self.low.pending == 0 and len(whole) < self.low.last
            else:
                scale = TOKEN.match(self.text, end)
                below = scale is not None and scale.lastgroup in ("small", "big")
                fits = len(whole) == self.low.last or len(whole) == 1 or (below and len(whole) <= 4)
            if not fits or following in ("年", "月", "日", "."):
                return False
        return self._put(Decimal(digits), None, closed=len(digits) > 1)

    def _digits(self, part: str) -> bool:
        values = [DIGITS[c] for c in part if c != "、"]
        if self.kind == "point":
            return self._fraction(values)
        if not self._open():
            return False
        if self.kind and values[0] == 0:
            if len(values) > 2:
                return False
            return self._put(Decimal(values[-1]), None, closed=True)
        if len(values) == 1:
            return self._put(Decimal(values[0]), None)
        if (
            len(values) == 2
            and (values[1] - values[0] == 1 or values == [3, 5] or part == "三两")
            and values[0]
        ):
            return self._put(Decimal(min(values)), Decimal(max(values)))
        if self.kind:
            return False
        return self._put(Decimal("".join(map(str, values))), None, closed=True)

    def _tens(self, value: int) -> bool:
        zero = self.kind == "digits" and self.low.pending == 0
        if not (self._open() or zero) or self.low.last == 1:
            return False
        self.low.pending = None
        for each in self._sums():
            each.section, each.last = EXACT.add(each.section, Decimal(value)), 1
        return True

    def _fraction(self, values: list[int]) -> bool:
        part = Decimal("0." + "".join(map(str, values)))
        return self._put(EXACT.add(self.low.pending or ZERO, part), None, closed=True)

    def _point(self) -> bool:
        """One decimal point a numeral."""
        if self.kind not in ("digits", "small", "arabic", "big") or self.vague is not None or self.pointed:
            return False
        self.pointed = True
        for each in self._sums():
            each.point()
        return True

    def _small(self, power: int) -> bool:
        low = self.low
        unled = low.pending is None and self.vague is None
        if unled and self.kind in ("small", "big", "skip") and not (self.kind == "big" and power == 1):
            return False
        if self.kind == "arabic" and (power == 1 or low.pending is None or low.pending >= 100):
            return False
        if low.section and low.last <= power and not (self.vague and low.pending is None):
            return False
        self.alone = self.kind == ""
        for each in self._sums():
            each.small(power)
        self.scale = 0 if power == 1 else power
        if self.kind == "" and power == 1:
            self.alone = False
        return True

    def _big(self, power: int) -> bool:
        powers = [each for _, each in self.low.groups]
        if (
            self.kind == "big"
            and powers
            and powers[-1] >= max(power, 5)
            and not (powers[-1] == power and not self.alone)
        ):
            return False
        rank = power + (powers[-1] if self.kind == "big" and powers else 0)
        if power in powers[:-1] or (self.kind != "big" and power in powers):
            return False
        if self.kind == "big" and (self.scale >= 2 * power or (self.alone and power == self.scale)):
            return False
        self.alone = self.alone or self.kind == ""
        for each in self._sums():
            each.big(power, rank)
        self.scale = self.scale + power if self.kind in ("small", "big") else power
        return True

    def _some(self) -> bool:
        """几 and 数: at least one of the scale that follows (几十), or above the one before (十几)."""
        follows = TOKEN.match(self.text, self.end + 1)
        scaled = follows is not None and follows.lastgroup in ("small", "big", "skip")
        if self.kind == "" and not scaled:
            return False
        if self.vague is not None:
            return False
        if self.low.pending is None:
            self._put(ONE if self.kind == "" else ZERO, None, closed=True)
        self.vague = "over"
        return True

    def _rough(self, part: str) -> bool:
        if self.kind:
            return False
        if part[0] in SMALL:
            self.low.small(SMALL[part[0]])
        else:
            self.low.big(BIG[part[0]], BIG[part[0]])
        self.vague = "about"
        return True

    def _sums(self) -> tuple[_Sum, ...]:
        return (self.low,) if self.high is None else (self.low, self.high)
