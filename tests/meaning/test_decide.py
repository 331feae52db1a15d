"""The three stages: what a figure is, how finely its indicator is known, and what is added."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import WORDS, rules, write_pack

from talentx.authoring.seen import plain
from talentx.errors import PackError
from talentx.packs.language import Example
from talentx.packs.pack import load_pack
from talentx.pipeline import Extractor
from talentx.records.model import Record

INDICATORS = """indicators:
  stock: {zh: 总量, en: stock, definition: how many there are, measure: stock}
  stock.young: {zh: 青年, en: young, definition: how many young there are, measure: stock}
  stock.young.rural: {zh: 乡村青年, en: rural young, definition: how many in villages, measure: stock}
  stock.old: {zh: 老年, en: old, definition: how many old there are, measure: stock}
"""
STOCK = (
    "  - {id: stock, when: {noun: $talent}, then: {kind: talent, indicator: stock}, examples: ['[3个]']}\n"
)


def _refining(id_: str, when: str, indicator: str, more: str = "") -> str:
    return f"  - {{id: {id_}, when: {when}, then: {{indicator: {indicator}}}, examples: ['[3个]']{more}}}\n"


YOUNG = _refining("young", "{indicator: stock, left: 青年}", "stock.young")
RURAL = _refining("rural", "{indicator: stock.young, left: 乡村}", "stock.young.rural")


def _record(folder: Path, text: str, *entries: str) -> Record:
    (record,) = Extractor([write_pack(folder, INDICATORS + rules(*entries))]).extract(text, document="-")
    return record


@pytest.mark.parametrize(
    ("text", "indicator", "rule"),
    [
        ("专家3个。", "stock", "stock"),
        ("青年专家3个。", "stock.young", "young"),
        ("乡村青年专家3个。", "stock.young.rural", "rural"),
        ("乡村专家3个。", "stock", "stock"),
    ],
)
def test_an_indicator_is_made_finer_step_by_step(
    tmp_path: Path, text: str, indicator: str, rule: str
) -> None:
    record = _record(tmp_path, text, STOCK, YOUNG, RURAL)
    assert (record.kind, record.indicator, record.rule) == ("talent", indicator, rule)


def test_of_several_the_first_in_the_order_refines(tmp_path: Path) -> None:
    old = _refining("old", "{indicator: stock, left: 青年}", "stock.old", ", priority: 1")
    assert _record(tmp_path, "青年专家3个。", STOCK, YOUNG, old).indicator == "stock.old"


def test_a_finer_id_holds_for_the_coarser_in_later_rules(tmp_path: Path) -> None:
    status = "  - {id: promised, when: {indicator: stock}, then: {status: target}, examples: ['[3个]']}\n"
    assert _record(tmp_path, "青年专家3个。", STOCK, YOUNG, status).status == "target"


PART = _refining("old", "{indicator: stock, left: 老年}", ".old")


def test_a_part_of_an_id_is_added_to_what_was_decided_where_there_is_such_an_id(tmp_path: Path) -> None:
    assert _record(tmp_path / "a", "老年专家3个。", STOCK, PART).indicator == "stock.old"
    assert _record(tmp_path / "b", "老年青年专家3个。", STOCK, YOUNG, PART).indicator == "stock.young"


def test_a_part_that_no_id_ends_in_is_an_error(tmp_path: Path) -> None:
    wrong = _refining("old", "{indicator: stock}", ".odl")
    with pytest.raises(PackError, match=r"no indicator ends in '\.odl'; did you mean '\.old'"):
        load_pack(write_pack(tmp_path, INDICATORS + rules(STOCK, wrong)))


@pytest.mark.parametrize(
    ("when", "indicator", "said"),
    [
        ("{left: 青年}", "stock.young", "makes a decided indicator finer"),
        ("{indicator: stock.old}", "stock.young", "makes a decided indicator finer"),
        ("{indicator: stock.young}", "stock.young", "makes a decided indicator finer"),
        ("{indicator: stok}", "stok.young", "no indicator 'stok'.*did you mean 'stock"),
    ],
)
def test_a_rule_refines_within_its_family_alone(tmp_path: Path, when: str, indicator: str, said: str) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(write_pack(tmp_path, INDICATORS + rules(STOCK, _refining("x", when, indicator))))
    told = " ".join(map(str, (caught.value, *caught.value.others)))
    assert said.split(".*")[0] in told
    assert said.split(".*")[-1] in told


def test_each_figure_is_refined_by_its_own_member_of_a_list(tmp_path: Path) -> None:
    young = _refining("young", "{indicator: stock, member: 青年}", "stock.young")
    old = _refining("old", "{indicator: stock, member: /老/}", "stock.old")
    pack = write_pack(tmp_path, INDICATORS + rules(STOCK, young, old))
    records = Extractor([pack]).extract("青年、老年、乡村专家分别为3个、5个、7个。", document="-")
    assert [record.indicator for record in records] == ["stock.young", "stock.old", "stock"]


TABLE = "各镇情况\n\n| 镇 | 专家（个） |\n| --- | --- |\n| 东镇 | 3 |\n| 西镇 | 5 |\n"


@pytest.mark.parametrize(
    ("then", "item", "subject"),
    [
        ("item: row, subject: column", "东镇", "专家（个）"),
        ("item: none", None, None),
        ("subject: row", "专家", "东镇"),
    ],
)
def test_a_rule_says_what_names_the_item_and_the_subject(
    tmp_path: Path, then: str, item: str | None, subject: str | None
) -> None:
    decides = "  - {id: d, when: {figure: number}, then: {kind: count}, examples: ['[3个]']}\n"
    adds = f"  - {{id: a, when: {{column: 专家}}, then: {{{then}}}, examples: ['[3个]']}}\n"
    pack = write_pack(tmp_path, rules(decides, adds), words=WORDS)
    first = Extractor([pack]).extract(TABLE, document="-")[0]
    assert first.raw == "3"
    if then != "subject: row":
        assert first.item == item
    assert first.subject == subject


INHERITED = [
    ("博士安家费10万元。夫妻都是博士的，再加[5万元]。", "award", "award_amount"),
    ("园区去年营业收入86亿元。前年这个时候还只是[51亿元]。", "money", "revenue"),
    ("科技支行一季度贷款7亿元。二季度[9.4亿元]。", "money", "financing_amount"),
    ("大赛收到项目报名391个。境外的[88个]。", "count", "projects_entered"),
    ("全市建有博士后工作站467个。前年还是[320个]。", "count", "platforms"),
    ("当年引进博士300名。次年[410名]。", "talent", "talent_inflow"),
    ("引进大学生15000名，[同比增长5.1%]。", "change", "talent_inflow"),
    ("交付人才公寓1400套，[翻了2倍多]。", "change", "housing_units"),
    ("公开招聘85人，[减少了9人]。", "change", "talent_demand"),
    ("人才总量8万人，[增幅12%]。", "change", "talent_total"),
]


@pytest.fixture(scope="module")
def talent() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("text", "kind", "indicator"), INHERITED)
def test_a_figure_without_a_noun_of_its_own_inherits(
    talent: Extractor, text: str, kind: str, indicator: str
) -> None:
    example = Example(text=text)
    plain_text, start, end = plain(example)
    records = talent.extract(plain_text, document="-")
    (record,) = [record for record in records if record.start < end and start < record.end]
    assert (record.kind, str(record.indicator).split(".")[0]) == (kind, indicator)


RATES = """indicators:
  settled: {zh: 落户率, en: share settled, definition: who stays of a hundred, units: ["%"], measure: stock}
rules:
  - id: settled
    when: {figure: share, left: 落户率}
    then: {kind: share, indicator: settled}
    examples: ["落户率[72%]。"]
"""


@pytest.fixture(scope="module")
def rates(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    manifest = "name: rates\nversion: '1'\ndescription: a rate\nextends: talentx/talent\n"
    return Extractor([write_pack(tmp_path_factory.mktemp("rates") / "pack", RATES, manifest, {})])


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("落户率72%，提高1.2个百分点。", "settled"),
        ("落户率72%，同比提高1.2个百分点。", "settled"),
        ("落户率72%，比2015年提高6个百分点，年均提高1.2个百分点。", "settled"),
        ("落户率72%，留任率提高1.2个百分点。", None),
        ("落户率72%，老年人占14%，提高1.2个百分点。", None),
        ("落户率72%，引进博士40名，提高1.2个百分点。", None),
        ("落户率72%。提高1.2个百分点。", None),
        ("人才总量8万人，提高1.2个百分点。", None),
        ("落户率72%，增长1.2%。", None),
    ],
)
def test_a_rate_lends_its_indicator_to_points_after_it(
    rates: Extractor, text: str, indicator: str | None
) -> None:
    last = rates.extract(text, document="-")[-1]
    assert (last.kind, last.indicator) == ("change", indicator)
