"""The columns of a record, read off its model: what every format and store has its schema from."""

from __future__ import annotations

import types
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from talentx.records.model import Record

Sort = Literal["text", "integer", "decimal"]
_SORTS: dict[type, Sort] = {str: "text", int: "integer", Decimal: "decimal"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `words` are all it may hold, where it is a closed vocabulary; `least` is its least number,
    `shortest` the least length of its text.
    """

    name: str
    sort: Sort
    nullable: bool
    description: str
    words: tuple[str, ...] = ()
    pattern: str | None = None
    least: int | None = None
    shortest: int | None = None


def columns() -> tuple[Column, ...]:
    """The columns in their order."""
    return tuple(_column(name, field) for name, field in Record.model_fields.items())


def _column(name: str, field: Any) -> Column:
    inner, nullable = _without_null(field.annotation)
    details = list(field.metadata)
    while get_origin(inner) is Annotated:
        inner, *more = get_args(inner)
        details += [part for detail in more for part in getattr(detail, "metadata", [detail])]
    words = get_args(inner) if get_origin(inner) is Literal else ()
    pattern, least, shortest = (
        next((found for detail in details if (found := getattr(detail, name, None)) is not None), None)
        for name in ("pattern", "ge", "min_length")
    )
    sort = "text" if words else _SORTS[inner]
    return Column(name, sort, nullable, field.description, words, pattern, least, shortest)


def _without_null(annotation: Any) -> tuple[Any, bool]:
    """The type without None, and whether it had it."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation, False
    others = [each for each in get_args(annotation) if each is not type(None)]
    assert len(others) == 1, "a column has one type"
    return others[0], True
