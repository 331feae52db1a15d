"""The columns are read off the model with all that it says of them."""

from __future__ import annotations

from typing import get_args

import pytest

from talentx.edtf import PATTERN
from talentx.records.columns import Column, columns
from talentx.records.model import COLUMNS
from talentx.vocabulary import Bound

BY_NAME = {column.name: column for column in columns()}


def test_they_are_the_records_in_its_order() -> None:
    assert tuple(BY_NAME) == COLUMNS
    assert all(column.description for column in columns())


@pytest.mark.parametrize(
    ("name", "sort", "nullable", "words", "pattern", "least", "shortest"),
    [
        ("id", "text", False, (), "^[0-9a-f]{16}$", None, None),
        ("document", "text", False, (), None, None, 1),
        ("item", "text", True, (), None, None, 1),
        ("bound", "text", True, get_args(Bound), None, None, None),
        ("value", "decimal", True, (), None, None, None),
        ("start", "integer", False, (), None, 0, None),
        ("end", "integer", False, (), None, None, None),
        ("sentence", "text", False, (), None, None, None),
        ("time", "text", True, (), PATTERN, None, None),
        ("currency", "text", True, (), "^[A-Z]{3}$", None, None),
    ],
)
def test_a_column(
    name: str,
    sort: str,
    nullable: bool,
    words: tuple[str, ...],
    pattern: str | None,
    least: int | None,
    shortest: int | None,
) -> None:
    column = BY_NAME[name]
    assert isinstance(column, Column)
    found = (column.sort, column.nullable, column.words, column.pattern, column.least, column.shortest)
    assert found == (sort, nullable, words, pattern, least, shortest)
