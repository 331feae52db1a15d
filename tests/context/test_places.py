from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.context.mentions import find_mentions
from talentx.context.places import Gazetteer

RULES = Path(__file__).parents[2] / "rules" / "base"


def table(name: str) -> list[dict[str, str]]:
    with (RULES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def names(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    """What the text prints and the place it is read as."""
    found = find_mentions(text, 0, len(text), gazetteer, None)
    return [(text[m.start : m.end], m.place.name) for m in found]


def test_the_table_is_complete_and_sorted() -> None:
    rows = table("places.csv")
    current = Counter(row["level"] for row in rows if not row["until"])
    assert current["province"] == 34
    assert current["city"] == 333
    assert 2840 <= current["county"] <= 2860
    assert rows == sorted(rows, key=lambda row: tuple(row.values()))


def test_every_parent_exists_and_is_larger() -> None:
    rows = table("places.csv")
    order = {"province": 0, "city": 1, "county": 2, "zone": 2}
    level = {row["adcode"]: order[row["level"]] for row in rows}
    for row in rows:
        assert len(row["adcode"]) == 6, row
        assert (row["parent"] == "") == (row["level"] == "province"), row
        if row["parent"]:
            assert level[row["parent"]] < order[row["level"]], row


def test_every_alias_has_a_place_unless_it_is_a_word(gazetteer: Gazetteer) -> None:
    for row in table("places_more.csv"):
        bare = row["use"] in ("homonym", "phrase")
        assert bare == (not row["adcode"]), row
        assert bare or gazetteer.unit(row["adcode"]) is not None, row
        assert (len(row["text"]) == 1) == (row["use"] == "single"), row


def test_every_street_of_zhejiang_lies_in_a_county(gazetteer: Gazetteer) -> None:
    streets = [row for row in table("streets.csv") if row["adcode"].startswith("33")]
    assert len(streets) > 1300
    for row in streets:
        county = gazetteer.unit(row["adcode"][:6])
        assert county is not None, row
        assert county.level in ("county", "city"), row


@pytest.mark.parametrize(
    ("adcode", "name", "last"),
    [
        ("330103", "下城区", "2020"),
        ("330104", "江干区", "2020"),
        ("310108", "闸北区", "2014"),
        ("110103", "崇文区", "2009"),
        ("110104", "宣武区", "2009"),
        ("371200", "莱芜市", "2017"),
        ("330185", "临安市", "2016"),
    ],
)
def test_abolished_units_keep_their_code(gazetteer: Gazetteer, adcode: str, name: str, last: str) -> None:
    unit = gazetteer.unit(adcode)
    assert unit is not None
    assert (unit.name, unit.until) == (name, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江省杭州市拱墅区", [("浙江省杭州市拱墅区", "拱墅区")]),
        ("杭州拱墅与萧山", [("杭州拱墅", "拱墅区"), ("萧山", "萧山区")]),
        ("北京朝阳、辽宁朝阳", [("北京朝阳", "朝阳区"), ("辽宁朝阳", "朝阳市")]),
        ("江西南昌西湖区", [("江西南昌西湖区", "西湖区")]),
        ("杭州高新区(滨江)", [("杭州高新区(滨江)", "滨江区")]),
        ("萧山经济技术开发区在杭州", [("萧山经济技术开发区", "萧山区"), ("杭州", "杭州市")]),
        ("武汉光谷、东湖高新区", [("武汉光谷", "武汉市"), ("东湖高新区", "武汉市")]),
        ("西湖区留下街道", [("西湖区留下街道", "留下街道")]),
        ("义乌和昆山", [("义乌", "义乌市"), ("昆山", "昆山市")]),
        ("南京：来宁就业", [("南京", "南京市"), ("宁", "南京市")]),
        ("香港、澳门与台北", [("香港", "香港"), ("澳门", "澳门"), ("台北", "台湾")]),
        ("恩施州", [("恩施州", "恩施土家族苗族自治州")]),
        ("河南安阳", [("河南安阳", "安阳市")]),
        # the short name of what became a district, and the city it was
        ("富阳市去年引才，富阳今年再发力", [("富阳市", "富阳市"), ("富阳", "富阳市")]),
    ],
)
def test_names_are_found(gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(gazetteer, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "和平与发展",
        "建设东方新城",
        "来宁面试的学生",
        "博士以上海外人才",
        "三明治与普洱茶",
        "阿里巴巴和平安保险",
        "工业和县域经济",
        "返乡青年和乡镇干部",
        "日照时间长",
        "各方来宾",
        "鼓励在职教师深造",
        "全区引进人才",
    ],
)
def test_words_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert names(gazetteer, text) == []


def test_a_name_of_many_has_no_code_unless_its_surroundings_are_named(gazetteer: Gazetteer) -> None:
    alone = find_mentions("鼓楼区", 0, 3, gazetteer, None)
    assert [(m.place.name, m.place.adcode) for m in alone] == [("鼓楼区", "")]
    text = "福州的鼓楼区"
    named = find_mentions(text, 0, len(text), gazetteer, None)
    assert named[-1].place.adcode == "350102"


def test_the_default_is_evidence(gazetteer: Gazetteer) -> None:
    found = find_mentions("鼓楼区", 0, 3, gazetteer, gazetteer.unit("320100"))
    assert [m.place.adcode for m in found] == ["320106"]


@given(st.text(alphabet="杭州市拱墅区上海浙江省西湖和平县南京来宁街道镇，。在路大学3", max_size=60))
def test_mentions_are_ordered_apart_and_inside(text: str) -> None:
    found = find_mentions(text, 0, len(text), GAZETTEER, None)
    last = 0
    for mention in found:
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


GAZETTEER = Gazetteer(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年，德清下渚湖街道来了新人。", [("德清下渚湖街道", "下渚湖街道")]),
        ("莫干山镇有民宿，德清的新人住在这里。", [("莫干山镇", "莫干山镇"), ("德清", "德清县")]),
        ("德清的新人住在城关镇。", []),
        ("江油、三台两县设点。", [("江油", "江油市"), ("三台", "三台县")]),
        ("三台设备到了。", []),
        ("每月领到四千澳门元。", []),
        ("杭州余杭有工厂。", [("杭州余杭", "余杭区")]),
    ],
)
def test_a_short_name_is_sure_beside_its_own(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(gazetteer, text) == expected
