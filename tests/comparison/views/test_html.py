"""Comparisons as one HTML page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from page import Page

from talentx.comparison.views.grouped import ORDER

from .making import EVERY, NEWS, ROSE, WAYS, evil, new, view

EVIL = "<script>alert('13人')</script>\"&amp;\t<!-- x -->"


def test_the_page_is_whole_and_reaches_for_nothing() -> None:
    text = view("html", EVERY)
    page = Page(text)
    assert text.startswith("<!doctype html>")
    assert "<!--" not in text
    assert "://" not in text
    assert {tag for tag, _ in page.tags} <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "p", "form", "label", "select", "option"),
        *("output", "main", "article", "h3", "i", "b", "small", "mark", "script"),
    }
    assert not any({"src", "href", "style", "onclick"} & set(attributes) for _, attributes in page.tags)
    assert "prefers-color-scheme: dark" in text


def test_its_policy_lets_run_what_stands_in_it_and_nothing_else() -> None:
    text = view("html", [evil(EVIL)])
    (policy,) = re.findall('Content-Security-Policy" content="([^"]+)"', text)
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy


def test_a_change_is_told_with_both_sentences() -> None:
    page = Page(view("html", [ROSE]))
    assert page.texts["h3"] == ["rose 杭州市 · talent_total · 人才"]
    assert page.texts["p"] == [
        "1 rose",
        "12万余人 → 超13.6万人 +6,000 to +17,000人 (+4.6% to +14.2%), +2.3% to +6.8% a year",
        "old, 2022.txt (杭州市, 2022)人才总量12万余人。",
        "new, 2024.txt (杭州市, 2024)人才总量超13.6万人。",
        "the same indicator",
    ]
    assert page.texts["mark"] == ["12万余人", "超13.6万人"]


def test_candidates_share_an_article() -> None:
    page = Page(view("html", WAYS))
    assert len(page.of("article")) == 1
    assert page.texts["mark"] == ["12万人", "15万人", "13万人"]


def test_rows_are_filed_by_outcome_indicator_and_place() -> None:
    from talentx.comparison.rows import single

    bare = single("new", new("13人", indicator=None, place=None, adcode=None), side=1, reason="")
    page = Page(view("html", [NEWS, ROSE, bare]))
    assert page.of("article") == [
        {"data-outcome": "rose", "data-indicator": "talent_total", "data-place": "杭州市"},
        {"data-outcome": "new", "data-indicator": "talent_total", "data-place": "杭州市"},
        {"data-outcome": "new", "data-indicator": "none", "data-place": "none"},
    ]
    values = [option["value"] for option in page.of("option")]
    assert values == ["", "rose", "new", "", "none", "talent_total", "", "none", "杭州市"]
    everything = Page(view("html", EVERY))
    assert [each["data-outcome"] for each in everything.of("article")] == [*ORDER]


def test_what_comes_from_a_text_is_text() -> None:
    page = Page(view("html", [evil(EVIL)]))
    shown = EVIL.replace("\t", " ")
    assert len(page.of("script")) == 1
    assert page.texts["mark"] == [shown] * 2
    assert page.of("article")[0]["data-place"] == shown
    assert page.texts["p"][-1] == f"because {shown}"
