"""What a check finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_PLACE = re.compile(r"^(.*?):(\d+)(?::(\d+))?$")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that cannot be meant: where (file:line:column), what, and what to do about it."""

    check: str
    where: str
    what: str
    advice: str
    level: Literal["error", "warning"] = "error"

    @property
    def order(self) -> tuple[str, int, int]:
        """Its place among others: file, line, column."""
        place = _PLACE.match(self.where)
        return (place[1], int(place[2]), int(place[3] or 0)) if place else (self.where, 0, 0)

    def __str__(self) -> str:
        return f"{self.where}: {self.level}: {self.what} [{self.check}]; {self.advice}"
