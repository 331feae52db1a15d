"""What is written into a store is read from it, in SQLite as in PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st
from making import record, records

from talentx.errors import DocumentError, StoreError
from talentx.records.model import COLUMNS, Record
from talentx.store.model import Article, Counts
from talentx.store.target import is_store, open_store, writing

from .making import given, put


def stored(target: str, years: list[int] | None = None) -> list[dict[str, object]]:
    with open_store(target) as store:
        return [dict(zip(COLUMNS, row, strict=True)) for row in store.rows(years)]


def sentences(target: str, years: list[int] | None = None) -> list[object]:
    return [row["sentence"] for row in stored(target, years)]


def runs(target: str) -> list[tuple[object, ...]]:
    with writing(target) as writer:
        return writer._database.rows("SELECT * FROM runs ORDER BY id")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"value": Decimal("0.3333333333333333")},
        {"value": Decimal("12345678901234567890123456789.000000000000000000001")},
        {"value": Decimal("-0.031"), "unit": None, "currency": None},
        {"value": None, "bound": "range", "low": Decimal("1E+7"), "high": Decimal("30000000")},
        {"kind": "date", "value": None, "bound": None, "date": "2024-09-28", "time": None},
        {"article": None, "published": None, "indicator": None, "item": None, "place": None, "rule": None},
        {"sentence": "𠮷田👩‍🔬'\"%?\\\n\t"},
    ],
)
def test_a_record_is_read_as_it_was_written(target: str, changes: dict[str, object]) -> None:
    wanted = record(**changes)
    with writing(target) as writer:
        writer.put(given(), [Article(wanted.article, [wanted])])
    assert stored(target) == [dict(wanted)]


@pytest.mark.parametrize("target", ["sqlite"], indirect=True)
@for_all(st.lists(records(), max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_whatever_is_valid_is_read_as_it_was_written(target: str, found: list[Record]) -> None:
    with writing(target) as writer:
        writer.put(given(content=repr(found)), [Article(None, found)])
    assert stored(target) == [dict(each) for each in found]


def test_records_come_by_path_and_span_and_document_of_the_same_content_stay_apart(target: str) -> None:
    with writing(target) as writer:
        for path in ("b.txt", "a/c.txt", "B.txt"):
            assert put(writer, given(path), [f"{path} 一", f"{path} 二"])
    wanted = ["B.txt 一", "B.txt 二", "a/c.txt 一", "a/c.txt 二", "b.txt 一", "b.txt 二"]
    assert sentences(target) == wanted
    assert len({row["id"] for row in stored(target)}) == 1


def test_years_are_those_of_articles(target: str) -> None:
    with writing(target) as writer:
        for year in (2022, 2023, 2024):
            put(writer, given(f"{year}.txt", published=f"{year}-09"), [f"{year}"], published=f"{year}-09")
        put(writer, given("none.txt", published=None), ["undated"], published=None)
    assert sentences(target, [2022, 2024]) == ["2022", "2024"]
    assert sentences(target, []) == []
    assert sentences(target) == ["2022", "2023", "2024", "undated"]


@pytest.mark.parametrize(
    "changes",
    [{"content": "d"}, {"published": None}, {"title": "题"}, {"rules": "s"}, {"name": "other.txt"}],
)
def test_a_changed_document_takes_the_place_of_what_it_was(target: str, changes: dict[str, Any]) -> None:
    with writing(target) as writer:
        assert put(writer, given(), ["旧一", "旧二"])
        assert put(writer, given("z.txt"), ["别的"])
        assert not writer.holds(given(**changes))
        assert put(writer, given(**changes), ["新"])
        assert writer.holds(given(**changes))
    assert sentences(target) == ["新", "别的"]


def test_what_is_there_as_it_is_given_is_not_written_again(target: str) -> None:
    with writing(target) as writer:
        assert put(writer, given(), ["一"])
        assert not put(writer, given(), ["二"])
    assert sentences(target) == ["一"]


def test_records_of_what_is_gone_stay_and_are_not_current(target: str) -> None:
    with writing(target) as writer:
        put(writer, given("a.txt"), ["一"])
        put(writer, given("b.txt"), ["二"])
        writer.mark(["a.txt"], gone=True)
        assert not writer.holds(given("a.txt"))
        assert writer.known() == {"a.txt": (given("a.txt"), True), "b.txt": (given("b.txt"), False)}
    assert sentences(target) == ["二"]
    with writing(target) as writer:
        writer.mark(["a.txt"], gone=False)
    assert sentences(target) == ["一", "二"]


def test_a_run_is_kept_with_its_counts(target: str) -> None:
    with writing(target) as writer, writer.run("1.0", "rules", "input") as counts:
        counts.read, counts.unchanged, counts.gone, counts.failed, counts.records = 1, 2, 3, 4, 5
    with pytest.raises(ZeroDivisionError), writing(target) as writer, writer.run("1.0", "r", "i"):
        raise ZeroDivisionError
    assert counts == Counts(1, 2, 3, 4, 5)
    assert runs(target) == [
        (1, "1.0", "rules", "input", 1, 2, 3, 4, 5, 1),
        (2, "1.0", "r", "i", 0, 0, 0, 0, 0, 0),
    ]


def test_a_document_is_written_whole_or_not_at_all(target: str) -> None:
    broken = record().model_copy(update={"kind": "no such kind"})
    with writing(target) as writer:
        put(writer, given(), ["旧"])
        with pytest.raises(StoreError):
            writer.put(given(content="d"), [Article("题", [record(), broken])])
        assert writer.holds(given())
        put(writer, given("b.txt"), ["后"])
    assert sentences(target) == ["旧", "后"]


def test_articles_keep_their_titles_also_those_without_a_figure(target: str) -> None:
    with writing(target) as writer:
        writer.put(
            given(), [Article("一", [record()]), Article(None, []), Article("三", [record(start=50, end=57)])]
        )
        found = writer._database.rows("SELECT ordinal, title, published FROM articles ORDER BY id")
    assert found == [(1, "一", "2024-09"), (2, None, "2024-09"), (3, "三", "2024-09")]


def test_views_count_what_is_current_by_year_and_by_indicator(target: str) -> None:
    with writing(target) as writer:
        put(writer, given("a.txt"), ["一", "二"], time="2022/2023-05")
        put(writer, given("b.txt"), ["三"], time=None, value=Decimal(5))
        put(writer, given("c.txt"), ["四"], time="2024")
        put(writer, given("d.txt"), ["五"], indicator=None)
        writer.mark(["c.txt"], gone=True)
        by_year = writer._database.rows(
            "SELECT indicator, place, year, figures, documents, least, greatest FROM by_year ORDER BY year"
        )
        by_indicator = writer._database.rows("SELECT * FROM by_indicator")
    assert by_year == [
        ("fund_size", "杭州市", 2023, 2, 1, 1640000000, 1640000000),
        ("fund_size", "杭州市", 2024, 1, 1, 5, 5),
    ]
    assert by_indicator == [("fund_size", 3, 2, 1, 2023, 2024)]


def test_only_a_store_is_one(target: str) -> None:
    if "://" not in target:
        assert not is_store(target)
    with writing(target):
        pass
    assert is_store(target)


def test_a_store_that_is_read_is_not_written(target: str) -> None:
    with writing(target) as writer:
        put(writer, given(), ["一"])
    with open_store(target) as store, pytest.raises(StoreError):
        store._database.run("DELETE FROM records")
    assert sentences(target) == ["一"]


def test_a_store_of_a_newer_version_is_left_alone(target: str) -> None:
    with writing(target) as writer:
        put(writer, given(), ["一"])
        newer = "PRAGMA user_version = 9" if "://" not in target else "UPDATE talentx SET store_version = 9"
        writer._database.run(newer)
    for use in (open_store, lambda name: writing(name).__enter__()):
        with pytest.raises(StoreError, match=r"a store of a newer talentx \(version 9"):
            use(target)


def test_a_store_that_is_not_there_is_told(target: str) -> None:
    with pytest.raises(StoreError, match=r"no (such )?store.*talentx extract PATH --db"):
        open_store(target)


@pytest.mark.parametrize("target", ["postgresql"], indirect=True)
def test_what_postgresql_cannot_store_fails_its_document_alone(target: str) -> None:
    with writing(target) as writer:
        with pytest.raises(DocumentError, match=r"a\.txt: PostgreSQL cannot store it: .*NUL"):
            put(writer, given(), ["a\0b"])
        assert put(writer, given("b.txt"), ["后"])
    assert sentences(target) == ["后"]


def test_given_again_under_another_name_it_is_the_same_document(target: str) -> None:
    with writing(target) as writer:
        put(writer, given("sub/a.txt"), ["一"])
        put(writer, replace(given("sub/a.txt"), name="a.txt"), ["一"])
    assert [row["document"] for row in stored(target)] == ["a.txt"]
