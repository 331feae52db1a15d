"""The record is the contract's: its columns in order, and nothing that is not valid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import fields, record
from pydantic import ValidationError

from talentx.records.decimals import plain
from talentx.records.model import COLUMNS, Record, content_hash, record_id

DATE: dict[str, Any] = {
    "kind": "date",
    "value": None,
    "bound": None,
    "unit": None,
    "currency": None,
    "date": "2024",
}
RANGE: dict[str, Any] = {"value": None, "bound": "range", "low": Decimal(3), "high": Decimal(5)}


def test_columns_are_the_contracts_in_its_order() -> None:
    columns = """
        id document article published kind indicator item place adcode subject value low high bound unit
        currency per date time status raw start end sentence rule
    """
    assert tuple(columns.split()) == COLUMNS


RIGHT: list[dict[str, Any]] = [
    {},
    {"adcode": "330106003"},
    {"value": Decimal("-0.031")},
    {"time": "2024-01/2024-09"},
    {"time": "XXXX-04-22"},
    {"indicator": "award_amount.housing"},
    {"raw": "5\n00"},
    {"raw": "👩‍🔬5名"},
    {"published": None},
    DATE,
    {**DATE, "date": "2023-07/2023-09"},
    RANGE,
    {**RANGE, "high": Decimal(3)},
]


@pytest.mark.parametrize("changes", RIGHT)
def test_a_right_record(changes: dict[str, Any]) -> None:
    wanted = fields(**changes)
    assert {name: value for name, value in record(**changes) if name in wanted} == wanted


WRONG: list[dict[str, Any]] = [
    {"id": "0123"},
    {"id": "0123456789ABCDEF"},
    {"document": ""},
    {"kind": "talents"},
    {"status": "past"},
    {"status": None},
    {"published": "XXXX-09"},
    {"published": "2024-13"},
    {"time": "今年"},
    {"date": "2024"},
    {"adcode": "33"},
    {"indicator": "Fund size"},
    {"currency": "RMBY"},
    {"currency": "元"},
    {"value": 1.5},
    {"value": "1.5"},
    {"value": Decimal("NaN")},
    {"value": Decimal("Infinity")},
    {"value": None},
    {"bound": "least"},
    {"raw": ""},
    {"start": -1},
    {"end": 18},
    {"end": 10},
    {"start": "10"},
    {"colour": "red"},
    {"low": Decimal(3)},
    {**RANGE, "value": Decimal(4)},
    {**RANGE, "high": None},
    {**RANGE, "high": Decimal(2)},
    {**RANGE, "bound": "exact"},
    {**DATE, "date": None},
    {**DATE, "date": "2024-02-30"},
    {**DATE, "bound": "exact"},
    {**DATE, "value": Decimal(2024)},
]


@pytest.mark.parametrize("changes", WRONG)
def test_a_wrong_record(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        record(**changes)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(record(), "kind", "money")  # noqa: B010 - mypy knows that it cannot be set


def test_an_id_stays_what_it_is_in_every_version() -> None:
    assert record_id(content_hash("引进300名"), 2, 6, "talent") == "9c66cb1caf626790"


@given(st.text(), st.text(), st.integers(0, 99), st.integers(0, 99), st.sampled_from(["talent", "count"]))
def test_an_id_tells_content_span_and_kind_apart(
    one: str, other: str, start: int, end: int, kind: str
) -> None:
    first = record_id(content_hash(one), start, end, kind)
    assert len(first) == 16
    assert (record_id(content_hash(other), start, end, kind) == first) == (one == other)
    assert record_id(content_hash(one), start, end + 1, kind) != first
    assert record_id(content_hash(one), start, end, "rank") != first


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("1.64E+9", "1640000000"),
        ("0.0510", "0.051"),
        ("300.00", "300"),
        ("-0.031", "-0.031"),
        ("-0.0", "0"),
        ("0E-5", "0"),
        ("100000000000000000000", "100000000000000000000"),
        ("4726428700.00", "4726428700"),
        ("1E-7", "0.0000001"),
    ],
)
def test_a_number_in_digits(number: str, digits: str) -> None:
    assert plain(Decimal(number)) == digits


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_digits_read_back_as_the_same_number(number: Decimal) -> None:
    assert Decimal(plain(number)) == number
    assert "E" not in plain(number)


def test_the_schema_describes_every_column() -> None:
    described = Record.model_json_schema()["properties"]
    assert tuple(described) == COLUMNS
    assert all(column.get("description") for name, column in described.items() if name != "id")
