"""Parts of both sides: nothing is lost, and what goes together stays together."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import record

from talentx.comparison import blocks as blocks_module
from talentx.comparison.blocks import Block, blocks
from talentx.comparison.matching import Matching
from talentx.records.model import Record

_KINDS: dict[str, dict[str, Any]] = {
    "talent": {"kind": "talent", "unit": "人", "currency": None},
    "people": {"kind": "people", "unit": "人次", "currency": None},
    "fund": {"kind": "fund"},
}


@st.composite
def figures(draw: st.DrawFn) -> Record:
    return record(
        **_KINDS[draw(st.sampled_from([*_KINDS]))],
        place=draw(st.sampled_from(["杭州市", None])),
        indicator=draw(st.sampled_from(["award_amount", "award_amount.housing", None])),
        item=draw(st.sampled_from(["人才公寓", None])),
        subject=draw(st.sampled_from(["人才码", None])),
        value=Decimal(draw(st.integers(1, 3))),
    )


sides = st.lists(figures(), max_size=25)


def parts(old: list[Record], new: list[Record]) -> list[Block]:
    return list(blocks(old, new, Matching.of(len(old), len(new))))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """Parts are small: of so many figures at most."""
    monkeypatch.setattr(blocks_module, "_MOST", 6)
    return 6


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=sides, new=sides)
def test_every_figure_is_in_one_part_and_no_part_is_too_large(
    small: int, old: list[Record], new: list[Record]
) -> None:
    found = parts(old, new)
    for side, number in ((0, len(old)), (1, len(new))):
        assert sorted(chain.from_iterable(part[side] for part in found)) == list(range(number))
    assert all(0 < len(olds) + len(news) <= small for olds, news in found)


@given(old=sides, new=sides)
def test_few_figures_stay_in_one_part_in_their_order(old: list[Record], new: list[Record]) -> None:
    whole = [(list(range(len(old))), list(range(len(new))))]
    assert parts(old, new) == (whole if old or new else [])


@pytest.mark.usefixtures("small")
def test_what_is_matched_is_in_no_part() -> None:
    sides = [record() for _ in range(9)]
    matching = Matching.of(9, 9)
    matching.pair(3, 5, "alike")
    matching.leave_unclear((0,), (8,))
    olds, news = zip(*blocks(sides, sides, matching), strict=True)
    assert [*chain.from_iterable(olds)] == [1, 2, 4, 5, 6, 7, 8]
    assert [*chain.from_iterable(news)] == [0, 1, 2, 3, 4, 6, 7]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "ways",
    [
        [{"kind": "fund"}, {"kind": "count"}],
        [{"place": "杭州市"}, {"place": "宁波市"}],
        [{"indicator": "fund_size.angel"}, {"indicator": "companies"}],
        [{"item": "母基金"}, {"item": None}],
        [{"subject": "甲基金"}, {"subject": "乙基金"}],
    ],
    ids=lambda ways: next(iter(ways[0])),
)
def test_figures_that_differ_in_a_name_are_parted_and_each_stays_with_its_like(
    ways: list[dict[str, str | None]],
) -> None:
    side = [record(**ways[at % 2]) for at in range(6)]
    assert sorted(parts(side, side)) == [([0, 2, 4], [0, 2, 4]), ([1, 3, 5], [1, 3, 5])]


@pytest.mark.usefixtures("small")
def test_the_kinds_that_may_be_told_of_each_other_stay_together() -> None:
    people = [record(**_KINDS["talent"]), record(**_KINDS["people"])] * 2
    funds = [record()] * 2
    assert parts([*people, *funds], [*people[:2], *funds]) == [([4, 5], [2, 3]), ([0, 1, 2, 3], [0, 1])]


@pytest.mark.usefixtures("small")
def test_more_figures_than_one_part_holds_that_nothing_parts_are_cut_side_by_side() -> None:
    assert parts([record()] * 7, [record()] * 4) == [([0, 1, 2], [0, 1, 2]), ([3, 4, 5, 6], [3])]


@pytest.mark.usefixtures("small")
def test_small_parts_are_joined_as_far_as_they_go() -> None:
    side = [record(place=place) for place in ("上海市", "北京市", "天津市", "重庆市")]
    found = parts(side, side)
    assert [len(olds) + len(news) for olds, news in found] == [6, 2]
