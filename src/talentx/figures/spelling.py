"""How a numeral adds up: 三百零六万 is (3×100 + 6) × 10000. For those who ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from talentx.figures.digits import BIG, DIGITS, EXACT, SMALL, TENS, TOKEN, ZERO
from talentx.figures.numerals import Numeral


@dataclass(slots=True)
class _Term:
    """A part of a sum: how it is written, what it is worth, and the scale that closes it."""

    said: str
    value: Decimal
    rank: int = 0


@dataclass(slots=True)
class _Sum:
    """The terms of a numeral so far: groups closed by 万 or 亿, the group being read, the digit before it."""

    groups: list[_Term] = field(default_factory=list)
    section: list[_Term] = field(default_factory=list)
    pending: _Term | None = None
    last: int = 0
    """The scale before the last digit, where that may be a spoken short form (三万四)."""

    def put(self, said: str, value: Decimal) -> None:
        self.pending = _Term(said, value)

    def small(self, power: int) -> None:
        one = _Term(str(10**power), Decimal(10**power))
        self.section.append(one if self.pending is None else _times(self.pending, power))
        self.pending, self.last = None, power

    def big(self, power: int) -> None:
        scale = Decimal(10**power)
        parts = [*self.section, *([self.pending] if self.pending is not None else [])]
        while self.groups and self.groups[-1].rank <= power:
            parts.insert(0, self.groups.pop())
        whole = _added(parts)
        said = f"({whole.said})" if "+" in whole.said else whole.said
        closed = (
            _Term(f"{said} × {scale}", EXACT.multiply(whole.value, scale))
            if parts
            else _Term(str(scale), scale)
        )
        closed.rank = power
        self.groups.append(closed)
        self.section, self.pending, self.last = [], None, power

    def total(self) -> _Term:
        digit = self.pending
        if digit is not None and self.last > 1 and digit.value < 10:
            return _added([*self.groups, *self.section, _times(digit, self.last - 1)])
        return _added([*self.groups, *self.section, *([self.pending] if self.pending is not None else [])])


def _times(term: _Term, power: int) -> _Term:
    scale = Decimal(10**power)
    return _Term(f"{term.said}×{scale}", EXACT.multiply(term.value, scale))


def _added(terms: list[_Term]) -> _Term:
    total = ZERO
    for term in terms:
        total = EXACT.add(total, term.value)
    return _Term(" + ".join(term.said for term in terms), total)


def spelling(text: str, numeral: Numeral) -> str | None:
    """The numeral as a sum of digits times scales; None where it is one number as it stands, or no such sum.

    What is given is checked: it adds up to the numeral's value.
    """
    added = _Sum()
    at, point = numeral.start, False
    while at < numeral.end and (token := TOKEN.match(text, at)) is not None:
        kind = token.lastgroup or ""
        part = token[kind]
        if kind in ("rough", "some") or (point and kind not in ("arabic", "digits")):
            return None
        if kind in ("arabic", "digits"):
            if point and added.pending is not None and "." in added.pending.said:
                return None
            _take_digits(added, part, spoken=kind == "digits", fraction=point)
        elif kind == "tens":
            added.section.append(_Term(str(TENS[part]), Decimal(TENS[part])))
        elif kind == "small":
            added.small(SMALL[part])
        elif kind == "big":
            added.big(BIG[part])
        point = kind == "point"
        at = token.end()
    total = added.total()
    return total.said if total.value == numeral.value and "×" in total.said else None


def _take_digits(added: _Sum, part: str, *, spoken: bool, fraction: bool) -> None:
    digits = "".join(str(DIGITS[c]) for c in part if c in DIGITS) if spoken else part
    digits = digits.replace(",", "").replace("，", "").replace(" ", "")
    if fraction:
        whole = added.pending.said if added.pending is not None else "0"
        digits = f"{whole}.{digits}"
    shown = digits.lstrip("0") if not fraction and "." not in digits else digits
    if shown:
        added.put(shown, Decimal(shown))
    if len(digits) > 1:
        added.last = 0
