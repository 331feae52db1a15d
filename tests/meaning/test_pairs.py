"""Which member of a list each of several figures speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.figures.scan import read
from talentx.meaning.frame import Frame, frames
from talentx.meaning.scene import Passage, Setting
from talentx.packs.location import default_pack
from talentx.packs.pack import load_pack
from talentx.text.sentences import clauses
from talentx.text.words import Segmenter

PACK = load_pack(default_pack())
SEGMENTER = Segmenter(PACK.lexicon.words())


def _frames(text: str) -> list[Frame]:
    passage = Passage(tuple(clauses(text, 0, len(text))), tuple(read(text)))
    return frames(text, [passage], Setting(), SEGMENTER.cut, PACK.lexicon)[0]


def _members(text: str) -> str:
    """The members of the figures, a dash for a figure without one, nothing if none has one."""
    members = [frame.member for frame in _frames(text)]
    return " ".join(member or "-" for member in members) if any(members) else ""


TOLD_APART = [
    # a noun behind the list is that of all
    ("博士、硕士、本科生安家费分别为20万元、8万元、3万元。", "博士 硕士 本科生"),
    ("城镇、农村居民收入分别增长5.2%、7.1%。", "城镇 农村"),
    ("城镇和农村居民收入分别达到5.2万元和2.3万元。", "城镇 农村"),
    ("A类、B类、C类补贴分别为9万元、6万元和3万元。", "A类 B类 C类"),
    ("A、B、C类人才分别给予9万元、6万元、3万元购房补贴。", "A B C"),
    ("国家级、省级、市级平台分别奖励90万元、50万元、20万元。", "国家级 省级 市级"),
    ("第二、三、四层次人才分别给予9万元、6万元、3万元。", "第二 三 四"),
    ("每名专家、每家企业全年补助总额分别以4万元和40万元为上限。", "每名专家 每家企业"),
    ("国家级、省级企业分别达到12家、85家。", "国家级 省级"),
    # a noun between the list and the figures
    ("甲、乙两园区分别引进博士30名、12名。", "甲 乙"),
    ("东湖区、西山区新增高技能人才分别为320人和350人。", "东湖区 西山区"),
    ("甲、乙两园区引进博士30名、12名。", "甲 乙"),
    # a noun behind the figures
    ("给予博士、硕士和本科生20万元、8万元和3万元的安家费。", "博士 硕士 本科生"),
    ("本科生和研究生分别给予每人每年1万元和2万元补助。", "本科生 研究生"),
    # the members are counted themselves
    ("博士、硕士、本科分别为30人、50人、120人。", "博士 硕士 本科"),
    ("技师、高级技师分别达到19万人和4万人。", "技师 高级技师"),
    ("产值、利润分别达到3亿元、5000万元。", "产值 利润"),
    ("企业、项目分别达到300家、50个。", "企业 项目"),
    ("出口、进口分别增长5%、下降3%。", "出口 进口"),
    # other words than 分别, and none
    ("一等奖、二等奖各奖10万元、5万元。", "一等奖 二等奖"),
    ("金奖、银奖依次奖励10万元、5万元。", "金奖 银奖"),
    ("发放博士、硕士补贴12万元、6万元。", "博士 硕士"),
    ("新增国家级、省级、市级平台3个、5个、9个。", "国家级 省级 市级"),
    ("个人、团队最高奖励100万元、500万元。", "个人 团队"),
    ("新建、改扩建学校12所、20所。", "新建 改扩建"),
    ("分别给予博士、硕士20万元、8万元。", "博士 硕士"),
    # the list is the clause before
    ("对新引进的博士、硕士，分别给予每月3000元、2000元的生活补贴。", "博士 硕士"),
    ("博士、硕士来企业就业的，每月分别发放补贴3000元、2000元。", "博士 硕士"),
    ("优秀、良好的，分别给予10万元、5万元奖励。", "优秀 良好"),
    ("引进博士30名、硕士50名，分别增长5%、8%。", "- - 博士 硕士"),
    ("设一等奖2名、二等奖最多4名，分别奖励10万元、5万元。", "- - 一等奖 二等奖"),
    # rows that go on with a list
    ("甲、乙两园区营收分别达5亿元、2亿元，增长8.6%和10.4%。", "甲 乙 甲 乙"),
    ("博士、硕士补贴从每月1500元、800元提高到2000元、1000元。", "博士 硕士 博士 硕士"),
    ("甲、乙两园区分别引进博士30名、12名和硕士80名、45名。", "甲 乙 甲 乙"),
    # brackets, quotation marks and figures that stand by
    ("博士（含博士后、院士）、硕士分别补贴5万元、3万元。", "博士 硕士"),
    ("“鹰计划”、“雁计划”分别资助30万元、20万元。", "“鹰计划” “雁计划”"),
    ("甲、乙两园区2024年分别引进博士30名、12名。", "- 甲 乙"),
    ("博士、硕士两类人才分别补贴5万元、3万元。", "- 博士 硕士"),
    ("甲、乙平台求人倍率分别为3.4和2.8。", "甲 乙"),
    ("甲、乙两馆分别于2021年、2023年建成。", "甲 乙"),
    ("甲、乙两校分别居全省第五、第三。", "- 甲 乙"),
    (
        "、".join("甲乙丙丁戊己庚辛子丑寅卯") + "分别为" + "、".join(["3人"] * 12),
        " ".join("甲乙丙丁戊己庚辛子丑寅卯"),
    ),
]
LEFT_ALONE = [
    # members and figures take turns
    "博士20万元、硕士8万元。",
    "博士20万元、硕士8万元、5万元。",
    "出口增长5%、进口下降3%。",
    "引进30名博士、12名硕士。",
    # other counts
    "博士、硕士、本科生分别给予20万元、8万元。",
    "引进博士、硕士、本科30人、50人。",
    "博士、硕士安家费分别为20万元、8万元、3万元。",
    "博士、硕士安家费均为20万元。",
    "分别给予80万元、50万元、30万元安家费。",
    "安家费分别为80万元、50万元。",
    "、".join("甲乙丙丁戊己庚辛子丑寅卯辰") + "分别为" + "、".join(["3人"] * 13),
    # ranges
    "给予博士、硕士5万元至10万元补贴。",
    "博士、硕士分别为10—20万元、5—8万元。",
    # figures of two kinds, or without 分别 of two units
    "博士、硕士分别为30人、5%。",
    "企业、项目达到300家、50个。",
    # something stands between the figures
    "博士、硕士补贴20万元，另有8万元。",
    "博士、硕士补贴20万元或8万元。",
    "博士、硕士补贴20万元，补贴8万元。",
    # open lists, and lists of something else
    "博士、硕士等人才分别给予10万元、5万元。",
    "聚焦芯片、软件等赛道，获奖者可分别获得50万元、30万元。",
    "完善教育、医疗服务，两地分别投资3亿元、5亿元。",
    "服务企业、机构，引进博士30名、12名。",
    "依托大学、医院建设平台，项目分别投资3亿元、5亿元。",
    "博士、硕士80人分别获得20万元、8万元。",
    "2023年、2024年分别引进博士30名、40名。",
    # times and places without a word that tells them apart
    "甲、乙两馆2021年、2023年建成。",
]


@pytest.mark.parametrize(("text", "members"), TOLD_APART)
def test_as_many_members_as_figures_are_told_apart(text: str, members: str) -> None:
    assert _members(text) == members


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_does_not_agree_is_left_alone(text: str) -> None:
    assert _members(text) == ""


@pytest.mark.parametrize(
    ("text", "nouns", "items"),
    [
        ("技师、高级技师分别达到19万人和4万人。", "技师 高级技师", "技师 高级技师"),
        ("产值、利润分别达到3亿元、5000万元。", "产值 利润", "产值 利润"),
        ("引进博士30名、硕士50名，分别增长5%、8%。", "博士 硕士 博士 硕士", "博士 硕士  "),
        ("博士、硕士安家费分别为20万元、8万元。", "安家费 安家费", "博士、硕士安家费 硕士安家费"),
        ("城镇、农村居民收入分别为5万元、2万元。", "居民收入 居民收入", "城镇、农村居民收入 农村居民收入"),
        ("给予博士、硕士20万元、8万元的安家费。", "安家费 安家费", "安家费 安家费"),
        ("甲、乙两园区分别引进博士30名、12名。", "博士 博士", "博士 博士"),
    ],
)
def test_noun_and_item_follow_a_member_that_is_counted_itself(text: str, nouns: str, items: str) -> None:
    found = _frames(text)
    assert " ".join(frame.noun.word for frame in found if frame.noun) == nouns
    assert " ".join(frame.item for frame in found) == items


def test_a_shared_noun_has_no_class_of_a_member() -> None:
    for frame in _frames("博士、硕士安家费分别为20万元、8万元。"):
        assert frame.noun is not None
        assert frame.noun.classes == PACK.lexicon.classes("nouns", "安家费")


WORDS = st.sampled_from(
    "博士 硕士 甲 乙 企业 居民收入 安家费 引进 对 的 等 两地 （ ） “ ” 、 、 、 和 ， ； 分别 各 依次 为 "
    "增长 2024年 30名 12名 5万元 3万元 7% 三类".split()
)


@given(st.lists(WORDS, max_size=24).map("".join))
def test_a_member_is_a_piece_of_the_sentence_before_its_figure(text: str) -> None:
    found = _frames(text)
    for frame in found:
        assert (frame.part is None) == (frame.member == "")
        if frame.part is not None:
            start, end = frame.part
            assert frame.member == text[start:end] != ""
            assert end <= frame.figure.start


@given(st.lists(WORDS, max_size=24).map("".join))
def test_members_come_in_the_order_of_their_figures(text: str) -> None:
    runs: list[list[Frame]] = [[]]
    for frame in _frames(text):
        beside = runs[-1] and text[runs[-1][-1].figure.end : frame.figure.start] in ("、", "和")
        runs = [*runs[:-1], [*runs[-1], frame]] if beside else [*runs, [frame]]
    for run in runs:
        parts = [frame.part for frame in run if frame.part is not None]
        assert len(parts) in (0, len(run))
        assert parts == sorted(set(parts))


@given(st.lists(WORDS.filter(lambda word: word not in ("、", "和")), max_size=24).map("".join))
def test_without_a_list_no_figure_has_a_member(text: str) -> None:
    assert _members(text) == ""
