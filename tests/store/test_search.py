"""What a search finds, in SQLite as in PostgreSQL, and in what order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from talentx.records.model import COLUMNS
from talentx.store.search import Filters
from talentx.store.target import open_store, writing

from .conftest import emptied
from .making import given, put

SENTENCES = {
    "flats": "全市新增人才公寓300套。",
    "rooms": "為青年人才籌集公寓樓２０間。",
    "people": "引进博士12000名，５Ｇ工程师3.6万人。",
    "plan": "“燕归来”引才计划启动，GitHub社区加入。",
    "parts": "才聚一堂，公开招聘。",
    "odd": "完成率[100%]，见*附件?与^、-、]。",
}
ALL = Filters()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of these sentences, a document each, in each of the databases."""
    if request.param == "sqlite":
        target = str(tmp_path_factory.mktemp("search") / "talent.db")
    else:
        target = emptied(request.getfixturevalue("server"), "search")
    with writing(target) as writer:
        for number, (name, sentence) in enumerate(SENTENCES.items()):
            published, place = f"{2020 + number}-05", "宁波市" if name == "rooms" else "杭州市"
            put(
                writer,
                given(f"{name}.txt", published=published),
                [sentence],
                article=None,
                subject=None,
                item=None,
                time=None,
                published=published,
                place=place,
                adcode="330200" if name == "rooms" else "330100",
                indicator="housing_units.rental" if name == "flats" else "housing_units",
            )
        put(writer, given("gone.txt"), ["人才公寓已经没有了。"])
        writer.mark(["gone.txt"], gone=True)
    return target


def found(target: str, query: str, filters: Filters = ALL, limit: int = 20) -> list[str]:
    at = COLUMNS.index("document")
    with open_store(target) as store:
        return [str(row[at]).removesuffix(".txt") for row in store.search(query, filters, limit)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("人才公寓", "flats rooms"),
        ("人才", "flats rooms"),
        ("公寓 人才", "flats rooms"),
        ("公寓楼", "rooms"),
        ("公寓樓", "rooms"),
        ("青年人才", "rooms"),
        ("20間", "rooms"),
        ("２０间", "rooms"),
        ("工程師", "people"),
        ("5g", "people"),
        ("3.6万", "people"),
        ("12000", "people"),
        ("2000", "people"),
        ("引才", "plan"),
        ("燕归来", "plan"),
        ("github", "plan"),
        ("hub社", "plan"),
        ("才聚", "parts"),
        ("才公", "flats"),
        ("宁波", "rooms"),
        ("杭州 博士", "people"),
        ("[100%]", "odd"),
        ("*附件?", "odd"),
        ("^、-、]", "odd"),
        ("?", "odd"),
        ("'", ""),
        ('"', ""),
        ("%", "odd"),
        ("_", ""),
        ("没有了", ""),
        ("人才 博士", ""),
        ("NOT 人才", ""),
        ("𠮷", ""),
    ],
)
def test_what_a_query_finds(filled: str, query: str, names: str) -> None:
    assert found(filled, query) == names.split()


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(indicator="housing_units"), "flats rooms"),
        (Filters(indicator="housing_units.rental"), "flats"),
        (Filters(indicator="housing"), ""),
        (Filters(year=2021), "rooms"),
        (Filters(year=2023), ""),
        (Filters(place="杭州市"), "flats"),
        (Filters(place="330200"), "rooms"),
        (Filters("housing_units", 2020, "杭州市"), "flats"),
    ],
)
def test_filters_narrow_a_search(filled: str, filters: Filters, names: str) -> None:
    assert found(filled, "人才公寓", filters) == names.split()


def test_a_limit_leaves_the_best(filled: str) -> None:
    assert found(filled, "公寓楼 人才", limit=1) == ["rooms"]
    assert found(filled, "人才公寓", limit=1) == ["flats"]


def test_what_holds_the_query_as_it_stands_comes_first_however_long(target: str) -> None:
    with writing(target) as writer:
        put(writer, given("a.txt"), ["公寓人才。"])
        put(
            writer,
            given("b.txt"),
            ["在这一年里，全市上下共同努力，又有一批人才公寓交付使用，入住的都是青年。"],
        )
    assert found(target, "人才公寓") == ["b", "a"]


def test_an_index_follows_what_changes(target: str) -> None:
    with writing(target) as writer:
        put(writer, given(), ["人才公寓"])
        put(writer, given(content="d"), ["大学实验室"])
    assert (found(target, "公寓"), found(target, "实验室")) == ([], ["a"])


@pytest.mark.parametrize("target", ["sqlite"], indirect=True)
@for_all(
    st.text("人才公寓的引进了杭州市青年計劃计划㐀𠮷", min_size=1, max_size=12),
    st.text("人才公寓的引进了杭州市青年計劃计划㐀𠮷", max_size=6),
    st.text("人才公寓的引进了杭州市青年計劃计划㐀𠮷", max_size=6),
)
@example("才公", "人", "寓")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_whatever_holds_a_query_is_found(target: str, query: str, before: str, after: str) -> None:
    with writing(target) as writer:
        put(writer, given(content=f"{before}|{query}|{after}"), [f"{before}{query}{after}"])
    assert found(target, query) == ["a"]


def test_words_that_other_search_boxes_look_for_are_indexed(tmp_path: Path) -> None:
    """Those of Datasette cut nothing: what stands between blanks is one word."""
    path = str(tmp_path / "talent.db")
    with writing(path) as writer:
        put(writer, given(), ["全市新增人才公寓300套，杭州市人才專項租賃房。"])
        for word in ("人才", "公寓", "人才公寓", "300", "专项", "租赁", "专项租赁", "杭州市"):
            query = "SELECT count(*) FROM records_fts WHERE records_fts MATCH ?"
            assert writer._database.rows(query, (f'"{word}"',)) == [(1,)], word
