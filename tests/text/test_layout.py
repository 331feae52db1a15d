"""What a view shows of a source: which breaks join, which part, what is left out."""

from __future__ import annotations

import pytest

from talentx.text.fold import fold
from talentx.text.layout import view
from talentx.text.words import Segmenter

BODY = "这是一段完整的正文，讲述当地如何服务企业和人才，写得足够长，用来表明本页的段落都以句号收尾。"
"""A finished paragraph: it shows how the page is set."""

JOINED = [
    ("in a number", "全年引进博士5", "2名，比上年多。"),
    ("after a decimal point", "产值达到3.", "8亿元，创下新高。"),
    ("before a decimal point", "本年度的产值，达到3", ".8亿元，创下新高。"),
    ("in a grouped number", "全年服务企业1,", "286家。"),
    ("between number and scale", "人才总量达306", "万人，居全省前列。"),
    ("between number and classifier", "新建人才公寓1500", "套，租金打折。"),
    ("between a Chinese numeral and its classifier", "先后出台了十三", "项措施，收效明显。"),
    ("in a date", "大会将于2024年9", "月28日开幕。"),
    ("between year and month", "大会将于2024年", "9月28日开幕。"),
    ("before a percent sign", "占比为12", "%，略有上升。"),
    ("in a range", "奖励额度为100万", "至300万元，分期发放。"),
    ("after a bound", "吸引各地项目超", "300个，落地过半。"),
    ("after a comma", "新区建起了实验室，", "引来了一批工程师。"),
    ("before a comma", "新区建起了实验室", "，引来了一批工程师。"),
    ("in a bracket", "共收到项目710个（不", "含专项赛），其中外籍人才报名不少。"),
    ("in a title", "会上发布了《人才发展", "三年行动方案》，引起关注。"),
    ("in a quotation", "大家都说，这里“引得进、留", "得住”，值得来。"),
    ("before a particle", "他来到这座城市创业", "的念头由来已久。"),
    (
        "in a paragraph cut off",
        f"{BODY}目前，这里正在建设新的产业",
        "园区，预计明年投用，届时将迎来首批团队。",
    ),
    ("after an adverbial", "近年来，老城区大力推动成果", "转化和产业升级，成绩不小。"),
    ("between a number and a unit of two words", "补贴发放的期限，最长36个", "月，到期停发。"),
    ("inside a unit", "窑里的炉温，升到了1200摄", "氏度，持续一夜。"),
    ("inside a Chinese number", "留下来的毕业生，只占两", "成多，还要加把劲。"),
    ("in a range of dates", "报名从6月20日", "至21日，逾期不候。"),
    ("in a word", "这座城市把服务青年人", "才当成头等大事，件件有着落。"),
]

PARTED = [
    ("title and body", "人才新政让年轻人留下来", "走进园区，处处是忙碌的身影。"),
    ("title with a comma and body", "引才聚才，老城焕新", "走进园区，处处是忙碌的身影。"),
    ("title and byline", "人才新政让年轻人留下来", "王晓明 李思远"),
    ("sentence and sentence", "首批团队已经入驻。", "第二批正在路上。"),
    ("body and caption", "首批团队已经入驻", "图为团队成员在实验室调试设备"),
    ("caption and body", "选手在决赛现场路演 赵一凡 摄", "走进园区，处处是忙碌的身影。"),
    ("list items", "1．租房补贴每月800元", "2．购房补贴最高20万元"),
    ("numbered heads", "一、申报条件", "申报人须在本市工作，并缴纳社保。"),
    ("bullets", "● 博士每月2000元", "● 硕士每月1000元"),
    ("cells", "500", "1000—5000"),
    ("a cell and the next row's head", "300", "人才专项资金"),
    ("heads of a table", "安家费", "科研经费"),
    ("a year's end and a new date", "展望2025", "2024年9月，大会开幕。"),
    ("file names", "园区夜景", "IMG_2034.JPG"),
    ("markdown heads", "走进园区，处处是忙碌的身影", "## 平台引才"),
    ("a brief's head and text", "09 东城|人才缺口仍在", "数年来，这里的岗位一直招不满。"),
    ("an office and its notice", "东城市人才工作局", "关于申报人才项目的通知"),
    ("a speaker", "成绩单怎么样？", "负责人：还不错。"),
]


@pytest.fixture(scope="module")
def words() -> Segmenter:
    return Segmenter()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("above", "below"), [case[1:] for case in JOINED], ids=[case[0] for case in JOINED])
def test_a_break_inside_a_sentence_joins(above: str, below: str, gap: str, words: Segmenter) -> None:
    source = f"{BODY}{gap}{BODY}{gap}{above}{gap}{below}{gap}{BODY}"
    assert fold(above + below) in view(source, words).text


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("above", "below"), [case[1:] for case in PARTED], ids=[case[0] for case in PARTED])
def test_a_break_between_parts_of_the_page_parts(above: str, below: str, gap: str, words: Segmenter) -> None:
    source = f"{BODY}{gap}{BODY}{gap}{above}{gap}{below}{gap}{BODY}"
    assert fold(above + gap + below) in view(source, words).text


def test_lines_of_a_fixed_width_join_to_paragraphs() -> None:
    first = "今年全市新引进各类高层次人才一万二千余名其中海外归国人员占到三成以上增幅明显，"
    second = "为此市里又拿出一批公寓供他们拎包入住并且减免头两年的租金和物业费用深受欢迎。"
    paragraphs = [first + second, second + first + second]
    source = "\n".join(
        "\n".join(paragraph[start : start + 12] for start in range(0, len(paragraph), 12))
        for paragraph in paragraphs
    )
    assert view(source).text.split("\n") == paragraphs


def test_an_indented_line_begins_a_paragraph() -> None:
    source = "　　老城今年建成了三个孵化器，\n吸引了不少团队入驻\n　　新城也在加快建设，\n年底可以投用。"
    paragraphs = ["老城今年建成了三个孵化器，吸引了不少团队入驻", "新城也在加快建设，年底可以投用。"]
    assert view(source).text.split("\n") == paragraphs


def test_a_caption_does_not_join_the_sentence_it_cuts() -> None:
    caption = "九月，选手在赛场内展示自己的作品。"
    source = f"{BODY}\n\n{BODY}开幕式后，许多嘉宾守在\n\n\n\n{caption}\n\n\n\n{caption}\n\n现场，听完了推介。"
    assert view(source).text.split("\n").count(caption) == 2


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("总量 6.32 万亿元", "总量6.32万亿元"),
        ("引进 500 名博士", "引进500名博士"),
        ("2019 年 10 月 30 日", "2019年10月30日"),
        ("约 3 — 5 万元", "约3—5万元"),
        ("规上企业达 12 300 家", "规上企业达12300家"),
        ("第 5 届", "第5届"),
        ("５．５ 万名", "5.5万名"),
        ("573個(gè)項目", "573个项目"),
        ("衢（qú）州", "衢州"),
        ("28&nbsp;万人&gt;25", "28万人>25"),
        ("\ufeff人\u200b才\u00ad库\r\n第二行", "人才库\n第二行"),
        ("开幕 31国1200人", "开幕 31国1200人"),
        ("甲 500 30\n乙 300 20", "甲 500 30\n乙 300 20"),
        ("杭州（hub）", "杭州（hub）"),
        ("line one\nand two", "line one\nand two"),
    ],
)
def test_noise_and_blanks_in_numbers_are_left_out(source: str, shown: str) -> None:
    assert view(source).text == shown


def test_spans_map_back_to_the_source_with_its_noise() -> None:
    source = "共引进573個(gè)\n人才，达 6.\n32 万亿元"
    shown = view(source)
    start = shown.text.index("573")
    assert shown.raw(start, start + 4) == "573個"
    start = shown.text.index("6.32")
    assert shown.raw(start, start + 7) == "6.\n32 万亿元"


NARROW = """　　东城今年新引进博士12
0人，硕士1
300人，发放安家
费2000
万元；租房补贴每月1
000元，至
多发放36个
月。
　　一步到位　全城通办
　　窗口办理时限由15天
缩短到3
天。
　　来的人多了。
"""


@pytest.mark.parametrize("blank", ["", "\n"])
def test_lines_cut_anywhere_join_to_indented_paragraphs(blank: str) -> None:
    source = NARROW.replace("12\n0人", f"12\n{blank}0人").replace("至\n多", f"至\n{blank}多")
    assert view(source).text.strip().split("\n") == [
        "东城今年新引进博士120人，硕士1300人，发放安家费2000万元；租房补贴每月1000元，至多发放36个月。",
        "一步到位 全城通办",
        "窗口办理时限由15天缩短到3天。",
        "来的人多了。",
    ]


def test_a_caption_goes_on_where_a_page_is_cut() -> None:
    source = NARROW + "\n　　左图：师傅在带徒弟。右图：展厅里的300\n余件作品。（文思远 摄）\n"
    assert "展厅里的300余件作品" in view(source).text


def test_lists_without_end_marks_stay_apart() -> None:
    items = ["博士每月2000元，最长3年", "硕士每月1000元，最长3年", "本科每月500元，最长2年"]
    source = f"{BODY}\n{BODY}\n" + "\n".join(items) + f"\n{BODY}"
    assert all(item in view(source).text.split("\n") for item in items)
