"""What a line on its own looks like: an item of a list, a byline, a caption, furniture, a headline.

Each test reads one stripped, folded line and is meant to say yes only when sure.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
CLOSERS = "”’」』）)》〉】］\\]\"'"
"""Closing quotes and brackets, for a pattern's character class."""
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】", "[": "]"}

CANNOT_BEGIN = tuple("，。、；：！？,;!?%‰℃…”’」』）)》〉】］]")
"""Marks that cannot begin a line."""

_ENDED = re.compile(f"(?:[。！？!?…；;：:～~]|——)[{CLOSERS}]*$")
_STOPPED = re.compile(f"[。！？!?][{CLOSERS}]*$")

_ITEM = re.compile(
    "[一二三四五六七八九十]{1,3}(?:[、.．]|是)"
    "|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]"
    "|[0-9]{1,2}(?:[、)）．]|\\.(?![0-9]|$))"
    "|第[一二三四五六七八九十]{1,3}(?:[,，、：:]|[章节条] ?)"
    "|[①-⓿❶-➓●■▲◆★☆○◎□◇▼△▽※•·▪►➤◉✦√✓✅☑]"
    "|(?:——|--|[-*+>] |[【#|])"
    f"|[问答QA][0-9]{{0,2}}[：:]|[0-9]{{1,2}}[ .、．]{{1,2}}[{HAN}]{{2,8}}\\|"
)
_BRIEF = re.compile(f"[0-9]{{1,2}}[ .、．]{{1,2}}[{HAN}]{{2,8}}\\|[^。]{{2,40}}")
_LABEL = re.compile(f"[{HAN}]{{2,4}}[：:](?![0-9])")

_FILE = "[^\\s/\\\\]{1,80}\\.(?:jpe?g|png|gif|bmp|webp|tiff?|mp[34]|docx?|xlsx?|pdf|rar|zip)"
_FILES = re.compile(f"(?:\\[?图片\\]?[:：]? ?)?(?:{_FILE}[ 、,]{{0,3}})+", re.IGNORECASE)
_RULE = re.compile("[ |:+—=_*~·.-]{3,}")
_LINK = re.compile("(?:https?://|www\\.)[!-~]+", re.IGNORECASE)
_FURNITURE = re.compile(
    "(?:当前位置|您(?:现在)?的位置|首页 ?[>»|/]|返回(?:首页|顶部|列表)|打印(?:$|本页)|关闭(?:窗口|本页)?$"
    "|[上下]一[篇页条版](?:[：:> ]|$)|责任?编辑?[：:]|责编|(?:点击|浏览|阅读)(?:数|量|次数)?[：:]"
    "|(?:信息|文章|稿件)?来源[：:].{2,40}(?:时间|日期|浏览|点击|[0-9]{4}[-/年.])|(?:发布|发文|成文|更新)(?:时间|日期)[：:]"
    "|编辑[|：:/]|[0-9]{0,3}/?[0-9]{0,3} ?上一页"
    "|分享[到：:]|【?字[号体]"
    "|版权所有|[Cc]opyright|COPYRIGHT|©|[^。]{0,8}ICP备|(?:微信)?扫[一描码][^0-9]*$"
    "|相关(?:阅读|链接|新闻|报道)[：:]?$|网站地图|友情链接"
    "|\\[?图片\\]?$|(?:联系|咨询|服务|监督|举报|报名)?(?:电话|热线|传真)[：:]|(?:联系|办公|单位|通讯)?地址[：:]"
    "|联系人[：:]|邮(?:编|箱|政编码)[：:]|网址[：:]|第?[0-9]{1,3}(?:[版页]|/[0-9]{1,3})$|- ?[0-9]{1,3} ?-$)"
)
_WEEKDAY = re.compile("星期[一二三四五六日天]")
_MASTHEAD = re.compile(
    "责编|编辑|美编|版式|校对|[0-9]{1,2}版|(?<![A-Z])[A-Z][0-9]{2}(?![0-9])|第[0-9]+期|[日晚早周]报|周刊|报$"
)
_DATELINE = re.compile(
    "(?:19|20)[0-9]{2}[年/-][0-9]{1,2}[月/-][0-9]{1,2}日? ?(?:[0-9:]{4,8}(?:$|.*来源)|来源|稿源|作者|字号)"
)

_PROVIDED = "[（(]?(?:本版|本组|资料)?(?:图片|照片|图|供图)[^。]{0,4}由[^。（(]{2,30}提供[）)]?"
_CAPTION = re.compile(
    "[▲△▼▽↑↓←→◀▶]|图(?:为|片[：:说]|[一二三四五六0-9]{1,2}[：: 、]|：)|[上下左右本组]图|(?:资料|效果|示意)图"
    "|新华社发"
)
_CAPTION_END = re.compile(
    f"(?:[ （(/](?:[{HAN}]{{2,12}} ?)?(?:摄|供图|[制配绘]图)[）)]?|{_PROVIDED}"
    "|[（(](?:资料|网络|效果)(?:图片?|照片)[）)]|新华社发|资料图片?)$"
)

_OFFICE = re.compile(
    f"(?:中共|[{HAN}]{{1,10}}(?:[省市县区州]|大学|学院|集团))(?!关于)[{HAN}（）()]{{0,16}}"
    "(?:[委厅局处]|办公室|委员会|政府|人才办|组织部|人事部|联合会|协会|中心|领导小组|大学|学院|集团)"
)
_OPENING = re.compile(
    "本报|本刊|【?[^】]{0,6}记者|新华(?:社|网)|中新(?:社|网)|人民网|央[广视]网"
    "|据[^，]{2,8}[报消]|.{2,10}(?:讯|电)[ （(]"
)
_BYLINE_ROLE = re.compile(
    f"(?:(?<![{HAN}])[{HAN}]{{2,6}}(?:[日晚晨商时周]报|都市报|电视台|新闻网))?"
    "(?:本报|本刊|本网|新华社|全媒体?|融媒体?|见习|首席|特约|实习|驻[^ ]{2,4})*"
    "(?:(?:记者|通讯员|实习生|撰稿|撰文|作者|摄影|整理|编辑|报道|采写)(?:/|[：:])?"
    "|[文图](?:/|[：:]|(?= |$)))|/"
)
_GIVEN = re.compile(f"[{HAN}]?(?![州省市县区])[{HAN}]")
_PEN_NAME = re.compile(f"[{HAN}]{{2,4}}|发自[{HAN}]{{2,6}}")
"""A name, or what correspondents of an office sign with (穗人宣)."""
_BYLINE_TRIM = " ■●□◆▲◎（）()【】|/、,，\u2022"


@lru_cache(maxsize=4096)
def ends_sentence(line: str) -> bool:
    """Whether the line ends in a mark that closes a sentence, an item or an announcement, or in an emoji."""
    return bool(_ENDED.search(line[-8:])) or unicodedata.category(line[-1:] or " ") == "So"


@lru_cache(maxsize=4096)
def stops(line: str) -> bool:
    """Whether the line ends in a full stop, a question or an exclamation mark."""
    return bool(_STOPPED.search(line[-8:]))


@lru_cache(maxsize=4096)
def starts_item(line: str) -> bool:
    """Whether the line begins as an item of a list, a question, an answer or a marked head."""
    return bool(_ITEM.match(line)) or unicodedata.category(line[:1] or " ") == "So"


def is_labelled(line: str) -> bool:
    """Whether a short label and a colon stand before the rest: a speaker, a form's entry, a title's place."""
    return bool(_LABEL.match(line))


def starts_report(line: str) -> bool:
    """Whether the line begins as a report's first paragraph: 本报讯, 新华社…电, 【记者…."""
    return bool(_OPENING.match(line[:40]))


def is_rule(line: str) -> bool:
    """Whether the line is drawn: dashes, bars and the like."""
    return bool(_RULE.fullmatch(line))


@lru_cache(maxsize=4096)
def is_furniture(line: str) -> bool:
    """Whether the line belongs to the page, not to an article: file names, navigation, contacts."""
    if (
        is_rule(line)
        or _FILES.fullmatch(line[:400])
        or _LINK.fullmatch(line)
        or (len(line) <= 80 and _FURNITURE.match(line))
    ):
        return True
    short = len(line) <= 60 and not stops(line)
    return short and bool(_DATELINE.match(line) or (_WEEKDAY.search(line) and _MASTHEAD.search(line)))


@lru_cache(maxsize=4096)
def is_caption(line: str) -> bool:
    """Whether the line says of itself that it goes with a picture."""
    return len(line) <= 120 and (bool(_CAPTION.match(line)) or closes_caption(line))


def closes_caption(line: str) -> bool:
    """Whether the line ends by naming who took or gave the picture."""
    return bool(_CAPTION_END.search(line[-48:]))


@lru_cache(maxsize=4096)
def is_byline(line: str) -> bool:
    """Whether the line is nothing but two or more personal names, or one and more with a role (本报记者)."""
    if len(line) > 60 or ends_sentence(line):
        return False
    bare = line.strip(_BYLINE_TRIM)
    names = [name for name in re.split("[ 、,，/|]+", _BYLINE_ROLE.sub(" ", bare)) if name]
    names = _closed_up(names)
    if _BYLINE_ROLE.search(bare):
        return any(map(_is_name, names)) and all(map(_PEN_NAME.fullmatch, names))
    if not all(map(_is_name, names)):
        return False
    return len(names) > 1 and (bare != line or any(len(name) > 2 or name not in bare for name in names))


def is_brief(line: str) -> bool:
    """Whether the line heads one of many numbered briefs: 02 上海|…."""
    return bool(_BRIEF.fullmatch(line))


@lru_cache(maxsize=4096)
def is_office(line: str) -> bool:
    """Whether the line is nothing but the names of offices or schools, as above and below a notice."""
    return len(line) <= 60 and all(map(_OFFICE.fullmatch, line.split()))


def is_headline(line: str) -> bool:
    """Whether the line could be a title or a head: short, and no sentence."""
    return len(line) <= 45 and "。" not in line and not ends_sentence(line)


def _closed_up(names: list[str]) -> list[str]:
    """Names set in two blank-spaced characters (金 秋) put together."""
    closed: list[str] = []
    half = ""
    for name in names:
        if len(name) == 1 and not half:
            half = name
            continue
        closed.append(half + name)
        half = ""
    return [*closed, half] if half else closed


def _is_name(word: str) -> bool:
    surname = word[:2] if word[:2] in _surnames() else word[:1]
    given = word.removeprefix(surname)
    return surname in _surnames() and bool(_GIVEN.fullmatch(given))


@cache
def _surnames() -> frozenset[str]:
    path = Path(__file__).with_name("data").joinpath("surnames.txt")
    return frozenset(path.read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without the blanks around it, and what stood before it."""

    start: int
    end: int
    text: str
    gap: int
    """Blank lines above it."""
    indent: int
    """Width of the blanks before it, in half-width columns."""


def lines(text: str) -> tuple[Line, ...]:
    """The lines of the text that are not blank."""
    found = []
    start = gap = 0
    for row in text.split("\n"):
        bare = row.strip()
        if bare:
            indent = len(row) - len(row.lstrip())
            first = start + indent
            found.append(Line(first, first + len(bare), bare, gap, indent))
        gap = 0 if bare else gap + 1
        start += len(row) + 1
    return tuple(found)
