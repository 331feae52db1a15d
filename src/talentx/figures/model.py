"""A figure: a stretch of text that states a number, and what it states."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from talentx.vocabulary import Bound

FigureKind = Literal["number", "money", "share", "ordinal", "date", "duration", "change"]
Form = Literal["plain", "enumerator", "debut", "edition", "magnitude", "article", "bare", "set", "qualifier"]
"""How the number is put: `enumerator` 五大 三个(方面); `debut` 首次 首台 第一家; `edition` 第六届 首届;
`magnitude` 万亿级 千亿(产业); `article` 一(个 位) in running prose; `bare` a number with no unit;
`set` how often (每周); `qualifier` an age that only says who is counted (35岁以下)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A stretch of text with its exact value.

    `start` and `end` cover bound words, number, scale and unit (近2000个, 最高可享1500万元, 同比增长5.1%);
    `core` is the span of number, scale and unit alone. Values are exact decimals, fully expanded.
    """

    start: int
    end: int
    raw: str
    kind: FigureKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound | None = None
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    date: str | None = None
    form: Form = "plain"
    core: tuple[int, int] = (0, 0)
