"""Which series are wanted."""

from __future__ import annotations

from collections.abc import Iterable
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

    def _names(self, found: Series) -> bool:
        indicator, place = found.indicator or "", found.place or ""
        return (not self.indicators or any(_is_within(indicator, each) for each in self.indicators)) and (
            not self.places or any(place.startswith(each) for each in self.places)
        )

    def _cut(self, found: Series) -> Series:
        cells = {year: cell for year, cell in found.cells.items() if self.first <= year <= self.last}
        return replace(found, cells=cells)


def _is_within(indicator: str, family: str) -> bool:
    return indicator == family or indicator.startswith(f"{family}.")
