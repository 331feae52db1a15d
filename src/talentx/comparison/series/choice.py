"""Which series are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from talentx.comparison.series.model import Series


@dataclass(frozen=True, slots=True)
class Choice:
    """Series of one of the indicators (or a finer one) and places, where any are named; of the years from
    `first` to `last`, and of at least so many of them."""

    indicators: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: int = 0
    last: int = 9999
    least: int = 2

    def of(self, found: Iterable[Series]) -> list[Series]:
        """Those that are wanted, with the years that are."""
        named = [self._cut(each) for each in found if self._names(each)]
        return [each for each in named if len(each.cells) >= max(self.least, 1)]

    def why_none(self, found: Sequence[Series]) -> str:
        """What the reader who is shown no series should know of those that there are."""
        for told, names, is_of in (
            ("indicator", self.indicators, _is_of_indicator),
            ("place", self.places, _is_of_place),
        ):
            unknown = [name for name in names if not any(is_of(each, name) for each in found)]
            if len(unknown) == len(names) > 0:
                return f"no figure of {' or '.join(unknown)} has a year: no such {told} here"
        if self.indicators and self.places and not any(map(self._names, found)):
            return f"no figure of {' or '.join(self.indicators)} is one of {' or '.join(self.places)}"
        named = [self._cut(each) for each in found if self._names(each)]
        most = max((len(each.cells) for each in named), default=0)
        if not most:
            return "no figure has a year that is wanted"
        return f"no series of {self.least} years: --least {most} shows the longest of {len(named)}"

    def _names(self, found: Series) -> bool:
        return (not self.indicators or any(_is_of_indicator(found, each) for each in self.indicators)) and (
            not self.places or any(_is_of_place(found, each) for each in self.places)
        )

    def _cut(self, found: Series) -> Series:
        cells = {year: cell for year, cell in found.cells.items() if self.first <= year <= self.last}
        return replace(found, cells=cells)


def _is_of_indicator(found: Series, wanted: str) -> bool:
    indicator = found.indicator or ""
    return indicator == wanted or indicator.startswith(f"{wanted}.")


def _is_of_place(found: Series, wanted: str) -> bool:
    return (found.place or "").startswith(wanted)
