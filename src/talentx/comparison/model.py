"""What a comparison reads and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, Protocol, get_args, overload

import msgspec

from talentx.vocabulary import Bound, Kind, Status

Outcome = Literal[
    "same",
    "same within bounds",
    "rose",
    "fell",
    "bound changed",
    "unit changed",
    "target met",
    "target missed",
    "new",
    "gone",
    "ambiguous",
    "duplicate",
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
UNCHANGED: frozenset[Outcome] = frozenset({"same", "same within bounds", "duplicate"})
"""The outcomes that are no change."""


class Stated(Protocol):
    """A record, or whatever has its columns."""

    @property
    def id(self) -> str: ...
    @property
    def document(self) -> str: ...
    @property
    def article(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def indicator(self) -> str | None: ...
    @property
    def item(self) -> str | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def adcode(self) -> str | None: ...
    @property
    def subject(self) -> str | None: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def bound(self) -> Bound | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def per(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def time(self) -> str | None: ...
    @property
    def status(self) -> Status: ...
    @property
    def raw(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def sentence(self) -> str: ...


class Side(Protocol):
    """The figures of one side: any sequence of records, be they in memory or read when they are asked for."""

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> Stated: ...
    @overload
    def __getitem__(self, index: slice, /) -> Iterable[Stated]: ...
    def __iter__(self) -> Iterator[Stated]: ...


class Row(msgspec.Struct, frozen=True):
    """What became of a figure.

    `old` and `new` are records, None where there is none. `difference` is new minus old in the unit of the
    new one, `ratio` new through old, `growth` the growth a year; the low and high of each are what the bounds
    of both figures leave possible, None where nothing limits it. Dates differ in days.
    """

    outcome: Outcome
    indicator: str | None
    place: str | None
    subject: str | None
    item: str | None
    old: Stated | None
    new: Stated | None
    difference: Decimal | None
    ratio: Decimal | None
    reason: str
    difference_low: Decimal | None = None
    difference_high: Decimal | None = None
    ratio_low: Decimal | None = None
    ratio_high: Decimal | None = None
    growth: Decimal | None = None
    growth_low: Decimal | None = None
    growth_high: Decimal | None = None

    def __iter__(self) -> Iterator[tuple[str, object]]:
        """The columns in their order, each with its value."""
        return zip(self.__struct_fields__, msgspec.structs.astuple(self), strict=True)
