"""Positions in a text as other programs count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.evaluation.offsets import COUNTINGS, Counting, Ruler, located

from .making import articles

TRAP = "人才👩‍🔬5名"


@pytest.mark.parametrize(
    ("counting", "span"), [("code-points", (5, 7)), ("utf-16", (7, 9)), ("graphemes", (3, 5))]
)
def test_each_counting_of_a_scientist(counting: Counting, span: tuple[int, int]) -> None:
    ruler = Ruler(TRAP, counting)
    assert ruler.units(5, 7) == span
    assert ruler.code_points(*span) == (5, 7)
    assert located(TRAP, [(*span, "5名")], COUNTINGS) == [(5, 7)]


def test_a_line_end_of_two_characters_is_one_grapheme() -> None:
    assert Ruler("5\r\n名", "graphemes").units(3, 4) == (2, 3)
    assert Ruler("5\r\n名", "utf-16").units(3, 4) == (3, 4)


def test_a_span_that_cuts_a_grapheme_is_widened() -> None:
    assert Ruler(TRAP, "graphemes").units(3, 6) == (2, 4)


NO_SPANS: list[tuple[Counting, tuple[int, int]]] = [
    ("utf-16", (3, 5)),
    ("utf-16", (2, 3)),
    ("utf-16", (7, 10)),
    ("code-points", (5, 8)),
    ("code-points", (-2, 1)),
    ("code-points", (3, 3)),
    ("graphemes", (4, 3)),
]


@pytest.mark.parametrize(("counting", "span"), NO_SPANS)
def test_what_is_no_span(counting: Counting, span: tuple[int, int]) -> None:
    assert Ruler(TRAP, counting).code_points(*span) is None


@given(articles, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for counting in ("code-points", "utf-16"):
        ruler = Ruler(text, counting)
        assert ruler.code_points(*ruler.units(start, end)) == (start, end)
        assert ruler.units(start, end)[1] <= len(text.encode("utf-16-le")) // 2


@given(articles)
def test_utf_16_counts_as_the_codec_does(text: str) -> None:
    ruler = Ruler(text, "utf-16")
    for place in range(len(text)):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert ruler.units(place, place + 1)[0] == units


def test_the_counting_that_fits_most_goes_first() -> None:
    text = "👩5名5名5名"
    assert located(text, [(2, 4, "5名"), (4, 6, "5名"), (6, 8, "5名")], COUNTINGS) == [(1, 3), (3, 5), (5, 7)]


@pytest.mark.parametrize("held", ["5\n名", "5 名", "5\\n名", "5名", None])
def test_blanks_that_a_tool_changed_still_fit(held: str | None) -> None:
    assert located("近5\r\n名", [(1, 5, held)], ["code-points"]) == [(1, 5)]


def test_text_that_stands_elsewhere_does_not_fit() -> None:
    assert located("人才5名", [(0, 2, "5名")], COUNTINGS) == [None]
