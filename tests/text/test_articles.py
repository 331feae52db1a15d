"""The articles of a page and the role of each line."""

from __future__ import annotations

import pytest

from talentx.text.articles import articles
from talentx.text.layout import view
from talentx.text.lines import is_byline

FIRST = "走进园区，处处是忙碌的身影，首批十二家企业已经入驻，第二批也在路上，年底前全部开工。"
SECOND = "为了留住年轻人，街道把闲置厂房改成公寓，租金只有市价的一半，头一年还可以减免。"

THIRD = "江边的实验室装上了新设备，四位归国学者带着团队住了下来，课题也排到了后年。"

PAGE = f"""东城晚报 2023年6月9日 星期五 A05 责编 王晓明

老厂房里长出新产业
东城：一座园区的十年

本报记者 王晓明 通讯员 李思远

{FIRST}

平台搭起来

{SECOND}



年轻人在公寓里开读书会



# 西城：把实验室搬到江边

赵一凡 钱 进

{THIRD}

IMG_0815.JPG
上一篇：夏日音乐会
"""


def roles(source: str) -> list[tuple[str, str]]:
    text = view(source).text
    return [
        (sentence.role, text[sentence.start : sentence.end])
        for article in articles(text)
        for sentence in article.sentences()
    ]


def test_a_page_with_two_articles() -> None:
    text = view(PAGE).text
    first, second = articles(text)
    assert [text[title.start : title.end] for title in first.titles] == [
        "东城：一座园区的十年",
        "老厂房里长出新产业",
    ]
    assert [text[title.start : title.end] for title in second.titles] == ["西城：把实验室搬到江边"]
    heads = [section.head and text[section.head.start : section.head.end] for section in first.sections]
    assert heads == [None, "平台搭起来"]


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("furniture", "东城晚报 2023年6月9日 星期五 A05 责编 王晓明"),
        ("byline", "本报记者 王晓明 通讯员 李思远"),
        ("head", "平台搭起来"),
        ("caption", "年轻人在公寓里开读书会"),
        ("byline", "赵一凡 钱 进"),
        ("body", SECOND),
        ("furniture", "IMG_0815.JPG"),
        ("furniture", "上一篇：夏日音乐会"),
    ],
)
def test_lines_have_roles(role: str, line: str) -> None:
    assert (role, line) in roles(PAGE)


@pytest.mark.parametrize(
    "line",
    [
        "本报讯（记者 王晓明）全市新引进博士300名。",
        "地址变了，补贴没变，每月仍是800元。",
        "2023年6月9日",
        "李教授带来的3个项目全部落地。",
        "星期五签约的8个项目总额12亿元。",
        "打印企业引进了5名工程师。",
        "下一条地铁线投资500亿元。",
        "扫码报名的300名毕业生到了现场。",
        "6月9日 9:30 开幕式",
        "项目 金额",
        "点击量超过300万次的这条视频，让山村出了名。",
        "高校 院所 企业三方共建实验室5个。",
    ],
)
def test_a_line_with_figures_is_text_if_in_doubt(line: str) -> None:
    source = f"人才新政落地\n\n王晓明 李思远\n\n{FIRST}\n\n{line}\n\n{SECOND}"
    assert {role for role, text in roles(source) if text in line} <= {"body", "head"}


@pytest.mark.parametrize(
    "opening", ["本报讯（记者 赵一凡）", "新华社杭州6月9日电（记者 赵一凡）", "【本报记者赵一凡报道】"]
)
def test_a_report_with_a_title_begins_an_article(opening: str) -> None:
    source = f"老城引才有新招\n{opening}{FIRST}\n新区迎来博士团\n{opening}{SECOND}"
    text = view(source).text
    titles = [text[title.start : title.end] for article in articles(text) for title in article.titles]
    assert titles == ["老城引才有新招", "新区迎来博士团"]


def test_a_notice_has_numbered_heads() -> None:
    conditions = f"一、申报条件\n{FIRST}\n\n二、申报时间\n即日起至9月30日。"
    source = f"关于申报人才项目的通知\n\n{conditions}\n\n东城区人才办\n2023年6月9日"
    found = roles(source)
    assert found[0] == ("title", "关于申报人才项目的通知")
    assert ("head", "二、申报时间") in found
    assert ("body", "2023年6月9日") in found


def test_a_page_without_titles_is_one_article() -> None:
    (article,) = articles(f"{FIRST}\n{SECOND}")
    assert article.titles == ()


def test_nothing_on_the_page_gives_no_article() -> None:
    assert articles("") == articles("\n \n") == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("通讯员 文思远", True),
        ("东城日报全媒体记者 王晓明 通讯员 李思远", True),
        ("文/王晓明 图/李思远", True),
        ("东城日报刊出新政", False),
        ("通讯员队伍壮大", False),
    ],
)
def test_a_byline_may_name_the_paper_and_a_family_called_wen(line: str, expected: bool) -> None:
    assert is_byline(line) == expected


@pytest.mark.parametrize(
    "byline",
    [
        "通讯员 文思远",
        "东城日报全媒体记者 王晓明 通讯员 李思远",
        "□ 见习记者 王晓明",
        "■本报记者 王晓明",
        "文/图 李思远",
        "（记者 王晓明）",
        "记者：王晓明",
        "本报记者 王晓明 通讯员 东人宣",
    ],
)
def test_a_byline_after_a_short_line_begins_an_article(byline: str) -> None:
    above = f"老城引才有新招\n\n王晓明 李思远\n\n{FIRST}"
    source = f"{above}\n\n老城区（高新区）\n\n新区迎来博士团\n\n{byline}\n\n{SECOND}"
    text = view(source).text
    first, second = articles(text)
    assert [text[title.start : title.end] for title in first.titles] == ["老城引才有新招"]
    assert {text[title.start : title.end] for title in second.titles} == {
        "老城区（高新区）",
        "新区迎来博士团",
    }
    assert ("byline", byline) in roles(source)


@pytest.mark.parametrize(
    "above",
    ["东城市人才工作局", "东城市人才工作局 东城市人力资源和社会保障局", "中共东城市委组织部\n东城市财政局"],
)
def test_who_issued_a_notice_is_not_its_title(above: str) -> None:
    source = f"{above}\n关于申报人才项目的通知\n\n{FIRST}\n\n东城市人才工作局\n2023年6月9日"
    text = view(source).text
    (article,) = articles(text)
    assert [text[title.start : title.end] for title in article.titles] == ["关于申报人才项目的通知"]
    assert roles(source)[-2] == ("furniture", "东城市人才工作局")


def test_briefs_have_numbered_heads() -> None:
    briefs = f"01 东城|新公寓启用\n{FIRST}\n\n02 西城|人才缺口仍在\n{SECOND}"
    source = f"一周人才要闻\n编辑|Lynn 阅读需3分钟\n\n{briefs}"
    found = roles(source)
    assert ("head", "01 东城|新公寓启用") in found
    assert ("head", "02 西城|人才缺口仍在") in found
    assert found[1][0] == "furniture"
