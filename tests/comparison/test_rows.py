"""The rows of a matching: whatever was found of the figures, each stands in one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import record

from talentx.comparison.matching import Found, Matching, Repeat
from talentx.comparison.model import Row
from talentx.comparison.rows import rows_of_new, rows_of_old
from talentx.records.model import Record

MANY = 9


def side(year: int, number: int) -> list[Record]:
    return [
        record(id=f"{year:04}{at:012}", value=Decimal(at + 1), bound="exact", published=str(year))
        for at in range(number)
    ]


def rows(old: list[Record], new: list[Record], matching: Matching) -> list[Row]:
    return [*rows_of_old(old, new, matching, 0, len(old)), *rows_of_new(old, new, matching)]


@st.composite
def matchings(draw: st.DrawFn) -> tuple[int, int, Matching]:
    """A matching of some figures; the parts of it need not go together well."""
    old, new = draw(st.integers(0, MANY)), draw(st.integers(0, MANY))
    olds, news = draw(st.permutations(range(old))), draw(st.permutations(range(new)))
    matching, found = Matching.of(old, new), Found()
    pairs, grouped, repeated = (draw(st.integers(0, 3)) for _ in range(3))
    for one, other in zip(olds[:pairs], news[:pairs], strict=False):
        found.pairs[one] = (other, "alike")
    group = tuple(sorted(olds[pairs:][:grouped])), tuple(sorted(news[pairs:][: draw(st.integers(0, 3))]))
    if any(group):
        found.candidates.append(group)
    left = (olds[pairs + grouped :], [at for at in news[pairs:] if at not in group[1]])
    for number, places in enumerate(left):
        for at in places[:repeated]:
            found.repeats[number][at] = Repeat(number, at)
    if old and new:
        found.promises = draw(
            st.dictionaries(
                st.integers(0, old - 1), st.tuples(st.integers(0, new - 1), st.just("came")), max_size=2
            )
        )
    matching.adopt(found)
    return old, new, matching


def numbers(found: list[Row]) -> tuple[set[str], set[str]]:
    return {row.old.id for row in found if row.old}, {row.new.id for row in found if row.new}


@given(matchings())
def test_every_figure_stands_in_a_row(made: tuple[int, int, Matching]) -> None:
    old, new, matching = side(2022, made[0]), side(2024, made[1]), made[2]
    assert numbers(rows(old, new, matching)) == ({x.id for x in old}, {x.id for x in new})


@given(matchings(), st.integers(0, MANY))
def test_rows_come_in_the_order_of_the_older_side_wherever_it_is_cut(
    made: tuple[int, int, Matching], cut: int
) -> None:
    old, new, matching = side(2022, made[0]), side(2024, made[1]), made[2]
    at = min(cut, len(old))
    parts = [
        *rows_of_old(old, new, matching, 0, at),
        *rows_of_old(old, new, matching, at, len(old)),
        *rows_of_new(old, new, matching),
    ]
    assert parts == rows(old, new, matching)
    alone = [row.old.id for row in parts if row.outcome == "gone" and row.old]
    assert alone == sorted(alone)


@pytest.mark.parametrize(
    ("olds", "news", "expected"),
    [
        (2, 2, ["ambiguous"] * 4),
        (1, 3, ["ambiguous"] * 3),
        (20, 20, ["ambiguous"] * 40),
        (2, 0, ["gone"] * 2),
        (0, 2, ["new"] * 2),
    ],
)
def test_a_group_is_shown_with_all_ways_or_where_these_are_many_each_figure_once(
    olds: int, news: int, expected: list[str]
) -> None:
    matching = Matching.of(olds, news)
    matching.adopt(Found(candidates=[(tuple(range(olds)), tuple(range(news)))]))
    found = rows(side(2022, olds), side(2024, news), matching)
    assert [row.outcome for row in found] == expected
    for row in found:
        assert "as like each other" in row.reason


def test_a_duplicate_says_what_it_repeats_and_where() -> None:
    matching = Matching.of(1, 1)
    matching.adopt(Found(repeats=({}, {0: Repeat(0, 0)})))
    old, new = [record(raw="40名", document="o.txt", start=7)], [record(raw="四十名", document="n.txt")]
    gone, again = rows(old, new, matching)
    assert (gone.outcome, again.outcome) == ("gone", "duplicate")
    assert again.reason == "says again what 40名 says on the older side (o.txt 7)"
