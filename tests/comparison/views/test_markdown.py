"""Comparisons as Markdown, as a reader of it renders them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from talentx.comparison.views.grouped import ORDER

from .making import EVERY, ROSE, SAME, WAYS, evil, view

_TIMES = 10
"""How often a text is shown that is every text of a row: as place, item, per and reason, twice as document,
place and sentence. As a figure it loses its blanks."""
EVIL = [
    "13人|a`b`*c*_d_",
    "<script>alert(1)</script>",
    "[x](y) ![z](w)",
    "~~13人~~ &amp; $x$",
    "\\| 13人\n\n# head",
    "- 1. > x",
    "`` ` ``",
]


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def cells(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [[unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


def test_a_change_has_a_row_and_its_sentences() -> None:
    html = rendered(view("markdown", [ROSE]))
    assert cells(html)[1] == [
        *("1", "杭州市", "<code>talent_total</code>", "人才", "12万余人", "超13.6万人"),
        *("+6,000 to +17,000人 (+4.6% to +14.2%)", "+2.3% to +6.8% a year"),
    ]
    assert re.findall("<li>(.*?)(?:</li>|\n)", html) == [
        "the same indicator",
        "old, 2022.txt (杭州市, 2022): 人才总量<b>12万余人</b>。",
        "new, 2024.txt (杭州市, 2024): 人才总量<b>超13.6万人</b>。",
    ]


def test_every_outcome_has_a_head_and_a_whole_table() -> None:
    html = rendered(view("markdown", EVERY))
    assert re.findall("<h2>(.*?)</h2>", html) == [*ORDER]
    assert html.count("<table>") == len(ORDER)
    assert {len(row) for row in cells(html)} == {8}


def test_candidates_share_a_number_and_are_shown_once() -> None:
    html = rendered(view("markdown", WAYS))
    assert [row[0] for row in cells(html)] == ["", "1", "1"]
    assert html.count("全市<b>13万人</b>") == 1


def test_sentences_of_what_is_the_same_are_left_out() -> None:
    assert "专员" not in view("markdown", [SAME])


@pytest.mark.parametrize("text", EVIL)
def test_all_text_is_shown_as_it_is(text: str) -> None:
    html = rendered(view("markdown", [evil(text)]))
    assert {len(row) for row in cells(html)} == {8}
    assert not set(re.findall(r"<(\w+)", html)) - {
        *("p", "h2", "table", "thead", "tbody", "tr", "th", "td", "code", "ol", "ul", "li", "b")
    }
    shown = " ".join(text.replace("\n", "⏎").split())
    assert cells(html)[1][3] == shown
    bare = unescape(re.sub("<[^>]+>", "", html))
    assert bare.count(shown) == _TIMES + 2 * (" " not in shown)


def test_more_than_nine_keep_their_lists() -> None:
    html = rendered(view("markdown", [ROSE] * 12))
    assert html.count("<ol>") == 1
    assert html.count("<ul>") == 12
