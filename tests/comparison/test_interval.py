"""What a statement leaves possible: by a table of wordings, and by laws over all numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.comparison.interval import Interval, agree, interval, reading, rounding, step, widened
from talentx.figures.model import Figure
from talentx.figures.scan import scan

CASES = """
12万人        [120000, 120000]  [120000, 120000]
12万余人      (120000, 130000)  (120000, 130000)
超过12万人    (120000, …        (120000, 130000)
突破12.0万人  (120000, …        (120000, 121000)
6800余人      (6800, 6900)      (6800, 6900)
千余人        (1000, 2000)      (1000, 2000)
30多人        (30, 40)          (30, 40)
十余人        (10, 20)          (10, 20)
十几人        (10, 20)          (10, 20)
几十人        (10, 100)         (10, 100)
数百人        (100, 1000)       (100, 1000)
上万人        (10000, …         (10000, 20000)
八成多        (0.8, 0.9)        (0.8, 0.9)
30人左右      [25, 35]          [25, 35]
约100人       [80, 120]         [80, 120]
3.6万人左右   [35500, 36500]    [35500, 36500]
近2000人      [1600, 2000)      [1600, 2000)
近1278人      [1277, 1278)      [1277, 1278)
不少于500人   [500, …           [500, …
不超过500人   …, 500]           …, 500]
不到500人     …, 500)           …, 500)
300到500人    [300, 500]        [300, 500]
下降3.1%      [-0.031, -0.031]  [-0.031, -0.031]
"""


def figure(text: str) -> Figure:
    (found,) = scan(text)
    return found


def shown(one: Interval | None) -> str:
    assert one is not None
    low = "…" if one.low is None else f"{'(' if one.low_open else '['}{one.low.normalize():f}"
    high = "…" if one.high is None else f"{one.high.normalize():f}{')' if one.high_open else ']'}"
    return f"{low}, {high}"


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_a_statement_leaves_this_possible(line: str) -> None:
    text, proof, read = line.split("  ")[0], *[part.strip() for part in line.split("  ")[1:] if part.strip()]
    said = figure(text)
    numbers = said.value, said.low, said.high, said.bound or "exact", said.raw
    assert shown(interval(*numbers)) == proof
    assert shown(reading(*numbers)) == read


def test_a_decline_is_read_in_the_mirror() -> None:
    assert interval(Decimal("-0.03"), None, None, "over", "下降超3%") == Interval(
        None, Decimal("-0.03"), high_open=True
    )


def test_a_date_leaves_no_number() -> None:
    assert interval(None, None, None, None, "9月28日") is None


@pytest.mark.parametrize(
    ("raw", "half"),
    [
        ("12.3万", 500), ("50万", 5000), ("48万", 5000), ("3,000", "0.5"), ("50%", "0.005"),
        ("0.30", "0.005"),
        ("三百万", 500000), ("3万4000", "0.5"), ("1/3", "0.005"), ("1278", "0.5"),
    ],
)  # fmt: skip
def test_rounding_hides_half_of_the_last_digit_printed(raw: str, half: str | int) -> None:
    value = figure(f"占{raw}").value
    assert value is not None
    assert rounding(raw, value) == Decimal(half)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12万余人", "超过12万人", True),
        ("千余人", "1278人", True),
        ("近30人", "30多人", False),
        ("不到500人", "500人", False),
        ("至多500人", "500人", True),
        ("超12万人", "20万人", False),
    ],
)
def test_readings_agree_where_one_number_fits_both(one: str, other: str, expected: bool) -> None:
    first, second = (
        reading(said.value, said.low, said.high, said.bound or "exact", said.raw)
        for said in (figure(one), figure(other))
    )
    assert first is not None
    assert second is not None
    assert agree(first, second) is expected
    assert agree(second, first) is expected


numbers = st.decimals(min_value=0, max_value=10**12, places=2)
bounds = st.sampled_from(["exact", "over", "about", "nearly", "at_least", "at_most", "under"])
wordings = st.sampled_from(["{}", "{}余", "超{}", "近{}"])


@given(numbers, bounds, wordings)
def test_a_reading_lies_within_the_proof(value: Decimal, bound: str, wording: str) -> None:
    raw = wording.format(value)
    proof = interval(value, None, None, bound, raw)  # type: ignore[arg-type]
    read = reading(value, None, None, bound, raw)  # type: ignore[arg-type]
    assert proof is not None
    assert read is not None
    assert proof.low == read.low
    assert proof.high is None or proof.high == read.high


@given(numbers, bounds)
def test_a_decline_mirrors_a_rise(value: Decimal, bound: str) -> None:
    up = interval(value, None, None, bound, f"{value}")  # type: ignore[arg-type]
    down = interval(-value, None, None, bound, f"{value}")  # type: ignore[arg-type]
    assert up is not None
    assert down is not None
    if value:
        assert (down.low, down.high) == (
            None if up.high is None else -up.high,
            None if up.low is None else -up.low,
        )


@given(numbers, bounds, numbers, bounds)
def test_agreement_has_no_order_and_all_agree_with_themselves(
    one: Decimal, bound: str, other: Decimal, second: str
) -> None:
    first = interval(one, None, None, bound, f"{one}")  # type: ignore[arg-type]
    last = interval(other, None, None, second, f"{other}")  # type: ignore[arg-type]
    assert first is not None
    assert last is not None
    assert agree(first, last) == agree(last, first)
    if one:
        assert agree(first, first)
    if agree(first, last):
        assert agree(widened(first, Decimal(1)), widened(last, Decimal(1)))


@given(st.integers(1, 10**9))
def test_the_last_digit_printed_is_no_coarser_than_the_last_that_is_not_zero(value: int) -> None:
    number = Decimal(value)
    assert rounding(str(value), number) * 2 == 1
    assert number % step(str(value), number) == 0
