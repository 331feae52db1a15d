"""Rows by outcome, however many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.comparison.model import OUTCOMES, Row
from talentx.comparison.rows import unclear
from talentx.comparison.views import grouped
from talentx.comparison.views.grouped import ORDER, Grouped, figures_of, summary

from .making import AGAIN, EVERY, NEWS, ROSE, SAME, WAYS, new, old

OLDS = [old(f"区{number}万人", id=f"{number:016x}") for number in range(3)]
NEWS_OF = [new(f"区{number}万人", id=f"{number:016x}") for number in range(4, 7)]


def test_every_outcome_has_its_place() -> None:
    assert sorted(ORDER) == sorted(OUTCOMES)
    with Grouped(EVERY) as found:
        assert [*found.counts] == [*ORDER]
    assert ORDER[:2] == ("rose", "fell")


@given(st.lists(st.sampled_from([ROSE, SAME, NEWS, AGAIN]), max_size=6))
def test_rows_keep_their_order_and_are_read_as_often_as_asked(rows: list[Row]) -> None:
    with Grouped(rows) as found:
        assert sum(found.counts.values()) == len(rows)
        for outcome, number in found.counts.items():
            wanted = [row for row in rows if row.outcome == outcome]
            assert [*found.rows(outcome)] == [*found.rows(outcome)] == wanted
            assert number == len(wanted)


def test_more_rows_than_fit_go_to_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouped, "_IN_MEMORY", 1000)
    with Grouped(ROSE for _ in range(50)) as found:
        assert [*found.rows("rose")] == [ROSE] * 50


GROUPS: list[list[list[Row]]] = [
    [[unclear(one, other, "x") for one in OLDS[:2] for other in NEWS_OF[:2]]],
    [
        [unclear(OLDS[0], other, "x") for other in NEWS_OF[:2]],
        [unclear(OLDS[1], NEWS_OF[2], "x"), unclear(OLDS[2], NEWS_OF[2], "x")],
    ],
    [[*(unclear(one, None, "x") for one in OLDS), *(unclear(None, other, "x") for other in NEWS_OF)], WAYS],
    [[unclear(OLDS[0], None, "x"), unclear(OLDS[1], None, "x")], [unclear(OLDS[2], None, "y")]],
    [
        [unclear(OLDS[0], None, "x"), unclear(None, NEWS_OF[0], "x")],
        [unclear(OLDS[1], None, "x"), unclear(None, NEWS_OF[1], "x")],
    ],
]


@pytest.mark.parametrize("groups", GROUPS)
def test_candidates_come_in_their_groups(groups: list[list[Row]]) -> None:
    with Grouped(row for group in groups for row in group) as found:
        assert [*found.groups("ambiguous")] == groups


def test_a_group_has_each_figure_once() -> None:
    assert figures_of(GROUPS[0][0]) == (OLDS[:2], NEWS_OF[:2])


def test_the_counts_are_said_in_words() -> None:
    assert summary({"rose": 5, "same": 1}) == "5 rose, 1 same"
    assert summary({}) == "nothing to compare"
