"""The report as JSON, as tables and as a page."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import TextIO

import pytest
from page import Page

from talentx.evaluation.measures import LEVELS, compare, measure
from talentx.evaluation.mistakes import mistakes
from talentx.evaluation.page import write_page
from talentx.evaluation.report import Report, write_json
from talentx.evaluation.tables import write_tables

from .making import row

TEXT = "<b>近</b>5名&amp;，<script>alert(1)</script>约0.25成\n300万元"
GOLD = [
    row(TEXT, 8, 10, place="<i>杭州市"),
    row(TEXT, 41, 47, kind="share", value=Decimal("0.025"), bound="about", unit=None),
]
RECORDS = [{**GOLD[0], "place": '"x"', "value": 6}, row(TEXT, 48, 53, kind="money", value=3000000, unit="元")]


def report() -> Report:
    articles = {"a<b": RECORDS}, {"a<b": GOLD}
    pairs = compare(*articles)
    return Report(measure(pairs), mistakes(pairs, articles[0], {"a<b": TEXT}), ["c.txt"])


def written(write: Callable[[Report, TextIO], None]) -> str:
    stream = io.StringIO()
    write(report(), stream)
    return stream.getvalue()


def test_json_has_every_measure_and_mistake() -> None:
    told = json.loads(written(write_json), parse_float=Decimal)
    assert list(told) == [
        "levels",
        "fields",
        "kinds",
        "indicators",
        "indicators_in_full",
        "mistakes",
        "unscored",
    ]
    assert list(told["levels"]) == list(LEVELS)
    found = {"right": 1, "records": 2, "gold": 2, "precision": Decimal("0.5"), "recall": Decimal("0.5")}
    assert told["levels"]["found"] == {**found, "f1": Decimal("0.5")}
    assert told["kinds"]["talent"]["whole"]["right"] == 0
    wrong, missed, surplus = told["mistakes"]
    assert wrong["fields"]["value"] == {"record": 6, "gold": 5}
    assert wrong["context"] == ["<b>近</b>", "5名", "&amp;，<script>alert(1)</script>约0.25成"]
    assert (missed["outcome"], missed["raw"], surplus["outcome"]) == ("missed", "约0.25成", "surplus")
    assert told["unscored"] == ["c.txt"]


def test_the_table_lists_mistakes_then_scores() -> None:
    table = written(lambda told, stream: write_tables(told, stream, 200))
    lines = table.splitlines()
    assert lines[0] == "a<b · 3 mistakes"
    assert lines[2].split()[:7] == ["wrong", "5名", "8–10", "talent", "value", "6", "5"]
    assert lines.index("levels") < lines.index("fields") < lines.index("kinds")
    assert "indicators" not in lines
    (found,) = [line for line in lines if line.startswith("found")]
    assert found.split() == ["found", "2", "2", "1", "0.5000", "0.5000", "0.5000"]


@pytest.mark.parametrize("width", [20, 40, 80, 300])
def test_the_table_fits(width: int) -> None:
    from rich.cells import cell_len

    table = written(lambda told, stream: write_tables(told, stream, width))
    assert max(map(cell_len, table.splitlines())) <= max(width, 40)


def test_the_page_is_whole_and_reaches_for_nothing() -> None:
    page = written(write_page)
    parsed = Page(page, ("meta", "br"))
    tags = [tag for tag, _ in parsed.tags]
    assert page.startswith("<!doctype html>")
    assert "<!--" not in page
    assert "://" not in page
    assert not {"link", "img", "iframe", "b>近"} & set(tags)
    assert not any({"src", "href", "onclick"} & set(attributes) for _, attributes in parsed.tags)
    assert tags.count("script") == 1
    assert "prefers-color-scheme: dark" in page


def test_the_page_shows_every_mistake_in_its_sentence_as_printed() -> None:
    parsed = Page(written(write_page), ("meta", "br"))
    assert parsed.texts["p"][-3:] == [
        "<b>近</b>5名&amp;，<script>alert(1)</script>约0.25成",
        "<b>近</b>5名&amp;，<script>alert(1)</script>约0.25成",
        "300万元",
    ]
    assert parsed.texts["mark"] == ["5名", "约0.25成", "300万元"]
    assert parsed.texts["del"][1:] == ["6", '"x"']
    assert parsed.texts["ins"][1:] == ["5", "<i>杭州市"]
    assert "No gold for c.txt: not scored." in parsed.texts["p"]


def test_the_page_filters_by_what_the_mistakes_have() -> None:
    parsed = Page(written(write_page), ("meta", "br"))
    filed = [attributes for tag, attributes in parsed.tags if tag == "article"]
    assert filed == [
        {"data-outcome": "wrong", "data-kind": "talent", "data-field": "value\tplace"},
        {"data-outcome": "missed", "data-kind": "share", "data-field": ""},
        {"data-outcome": "surplus", "data-kind": "money", "data-field": ""},
    ]
    assert parsed.texts["option"] == [
        *("all", "missed", "surplus", "wrong", "all", "money", "share", "talent", "all", "place", "value")
    ]
