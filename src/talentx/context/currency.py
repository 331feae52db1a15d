"""Whose money 元 is: in Taiwan, Hong Kong and Macao the local one, unless another is named."""

from __future__ import annotations

from talentx.figures.model import Figure
from talentx.text.fold import fold

_LOCAL = {"71": ("新台币", "TWD"), "81": ("港元", "HKD"), "82": ("澳门元", "MOP")}
"""Unit and ISO 4217 code by the first two digits of GB/T 2260 codes."""
_NAMED = ("人民币", "RMB", "CNY")


def local_money(figure: Figure, unit: str | None, adcode: str | None) -> tuple[str | None, str | None]:
    """Unit and currency of a figure about the place with this code."""
    if figure.currency == "CNY" and adcode is not None and not fold(figure.raw).startswith(_NAMED):
        return _LOCAL.get(adcode[:2], (unit, figure.currency))
    return unit, figure.currency
