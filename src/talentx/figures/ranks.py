"""Ranks: 第三, 第16位, 首位, 头名, 居各行业之首, 全省前五, and the ordinals of debuts and editions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from talentx.figures import exclusions
from talentx.figures.digits import ONE
from talentx.figures.model import Figure, Form
from talentx.figures.numerals import Numeral, parse

_NUMBER = "[0-9一二三四五六七八九十百]"
_HAN = r"[^\W\d_]"
_PLACED = "位居|居于|位列|排[名在到]|名列|位于|跃?升至|跃居|上升至|[稳高]居|蝉联|获得|夺得|荣获|列|居|排|获"
_SCOPE = re.compile(
    rf"(?:(?:{_PLACED})?"
    rf"(?:全[省国市区县球州]|世界|[省国市]内|亚洲|中国|长三角|[^\W\d_全居列排位名]{{2,3}}[省市区县])?"
    rf"(?:各{_HAN}{{1,4}})?(?:总量|增速|增量|同类)?(?:排名|位居|居|列)?)\Z"
)
"""Who is ranked among whom, right before the rank: 居全省, 杭州市, 居各行业."""

_ORDINAL = re.compile(r"第(?=[0-9一二三四五六七八九十百千两零〇])")
_FIRST = re.compile(
    r"首(?!位(?<=[放摆置]首位)|位(?<=[放摆置]在首位))(?:(?P<top>位)(?![度院博女外来入留海获市嘉学用客])|(?P<edition>[批期届轮版])"
    r"|(?<![榜岁匕部昂魁]首)[次个台家支条座款例套部度只间所项本颗枚艘架列趟单位])(?![选席都度])"
    r"|(?P<highest>榜首|头名|头把交椅|之(?<=[居各业市省国区类校球界]之)首|之冠|(?:居首|第一位)(?=[，。；、]|\n|\Z))"
    r"|头一[次回个家]"
)
_FIRST_OPENING = re.compile("[首榜头之居第]")
_FRONT = re.compile(rf"前(?<![以目提空当此从年]前)(?={_NUMBER})")
_POSITION = re.compile(rf"(?:位列|排名|位居|名列)(?P<place>{_NUMBER}{{1,4}})[名位]")
_EDITION = re.compile(r"(?!季度|次产)[届期批轮季次版任]")
_DEBUT = re.compile(r"[个家座台支条款例套部所项只颗枚艘架列趟处本块根张片间栋]|份(?!额)")
_PLACE = re.compile(r"万?[位名]")
_NAME = re.compile(
    "[号章条款节页卷编类档层产线步者代故课资生动要责时书手人方梯极把目天楼食百中小医高附军集师野团女男国间轻党部财信创审税"
    "范炮院街路环声品站电机印汽纺监检法食建工航视道种粮眼阶年]|战略|曲线|增长|世界|印象|反应|直觉|学历|语言|主体|实验"
)
"""Heads that make 第… a name or a label: 第一医院, 第三产业, 第二课堂, 第12条."""

_RANKED = re.compile(
    rf"(?:居|列|排|名|位|全[省国市区]|全球|世界|[省市国区县获]|总量|保持|连续|蝉联|夺得|得分|成绩){_HAN}{{0,4}}\Z"
)
_STREAK = re.compile(r"(?:连续|倒数)\Z")
_MEMBER = re.compile(rf"(?:[、，]|和|及|与|以及)第{_NUMBER}{{1,4}}[名位]?")
_ARTICLE = re.compile(
    r"[条款项目](?:\Z|[ \u3000，。；、：:（）()\n第之的至和及自]|规定|所|中(?!外)|明确|各|有关|要求|修改)"
)
"""The articles of a regulation: 第八条规定, 第二款."""

_MEDAL = re.compile("[冠亚季殿]军(?![赛杯队侯级榜联营])")
_WON = re.compile(
    r"(?:夺得?|获得?|摘得?|摘取|赢得?|屈居|荣获|蝉联|拿下?|捧得?|斩获|位列|卫冕|问鼎|获颁|名列|成为|得到?|是|为|夺走|无缘|包揽|收获|捧起)了?"
    r"[^，。；：！？\n]{0,14}\Z"
)
_END = frozenset("，。；、！？）)”\n：:;,! ")
_LONGEST_LIST = 8
_FRONT_TAIL = frozenset("位名强列甲")


def read(text: str, *, spoken: bool = False) -> Iterator[Figure]:
    """The ordinals of a text, in passes: 第…, words of the first place, 前…; if `spoken`, 冠军 as well."""
    yield from _ordinals(text)
    yield from _firsts(text)
    yield from _fronts(text)
    if spoken:
        yield from _medals(text)


def _medals(text: str) -> Iterator[Figure]:
    """夺得女单冠军: a title that someone wins is a rank; 冠军赛 and 前冠军 are names."""
    for found in _MEDAL.finditer(text):
        start, end = found.span()
        if _WON.search(text, max(0, start - 18), start) is None:
            continue
        place = Decimal("冠亚季殿".index(text[start]) + 1)
        yield Figure(start, end, text[start:end], "ordinal", place, bound="exact", core=(start, end))


def _figure(text: str, start: int, end: int, numeral: Numeral | None, form: Form, core: int) -> Figure:
    value = ONE if numeral is None else numeral.value
    return Figure(start, end, text[start:end], "ordinal", value, bound="exact", form=form, core=(core, end))


def _ordinals(text: str) -> Iterator[Figure]:
    for found in _ORDINAL.finditer(text):
        start = found.start()
        if exclusions.idiom(text, start + 1) is not None:
            continue
        numeral = parse(text, found.end())
        if numeral is None or numeral.high is not None or numeral.vague is not None:
            continue
        ordinal = (
            _streak(text, start, numeral) or _placed(text, start, numeral) or _labelled(text, start, numeral)
        )
        if ordinal is not None:
            yield ordinal


def _streak(text: str, start: int, numeral: Numeral) -> Figure | None:
    """连续第14年; 倒数第二 is counted from the end: -2."""
    found = _STREAK.search(text, max(0, start - 2), start)
    if found is None:
        return None
    value = -numeral.value if found[0] == "倒数" else numeral.value
    end = numeral.end + text.startswith("年", numeral.end)
    raw = text[found.start() : end]
    return Figure(found.start(), end, raw, "ordinal", value, bound="exact", core=(start, end))


def _placed(text: str, start: int, numeral: Numeral) -> Figure | None:
    """第三 or 第16位 that ends its phrase or says among whom: a rank."""
    begin = _scope(text, start)
    place = _PLACE.match(text, numeral.end)
    end = numeral.end if place is None else place.end()
    closes = _ends(text, _list_end(text, end)) or text[end] == "的"
    if place is None and not closes:
        return None
    if begin == start and not closes:
        return _figure(text, start, end, numeral, "debut", start)
    if text[end : end + 1] in ("、", "，", ",", "：", ":") and place is None and _argues(text, begin, start):
        return None
    return _figure(text, begin, end, numeral, "plain", start)


def _labelled(text: str, start: int, numeral: Numeral) -> Figure | None:
    """第六届, 第一家, and 世界第二大港; nothing where the ordinal is part of a name."""
    end = numeral.end
    if _EDITION.match(text, end) is not None:
        return _figure(text, start, end + 1, numeral, "edition", start)
    if _ends(text, end):
        return None
    if _ARTICLE.match(text, end) is not None:
        return None
    if _DEBUT.match(text, end) is not None:
        return _figure(text, start, end + 1, numeral, "debut", start)
    ranked = _NAME.match(text, end) is None and _RANKED.search(text, max(0, start - 8), start) is not None
    if ranked or text[end] == "大":
        return _figure(text, _scope(text, start), end, numeral, "plain", start)
    return None


def _argues(text: str, begin: int, start: int) -> bool:
    """第一，… at the head of a clause counts arguments, not places."""
    return begin == start and (start == 0 or text[start - 1] in "，,。；;\n：:！？ \u3000“（")


def _list_end(text: str, end: int) -> int:
    """The end of the list of ordinals that goes on at `end`: 第五、第三和第二."""
    for _ in range(_LONGEST_LIST):
        member = _MEMBER.match(text, end)
        if member is None:
            break
        end = member.end()
    return end


def _ends(text: str, pos: int) -> bool:
    """Whether a phrase ends at `pos`."""
    return pos >= len(text) or text[pos] in _END


def _scope(text: str, start: int) -> int:
    found = _SCOPE.search(text, max(0, start - 12), start)
    return found.start() if found is not None else start


def _firsts(text: str) -> Iterator[Figure]:
    for opening in _FIRST_OPENING.finditer(text):
        found = _FIRST.match(text, opening.start())
        if found is None:
            continue
        start, end = found.span()
        if found["top"] or found["highest"]:
            yield _figure(text, _scope(text, start), end, None, "plain", start)
        else:
            yield _figure(text, start, end, None, "edition" if found["edition"] else "debut", start)


def _fronts(text: str) -> Iterator[Figure]:
    """位列12名, 全省前五, 前十名: at the end of a phrase only, so that 前三季度 and 前两届 are none."""
    for found in _POSITION.finditer(text):
        numeral = parse(text, found.start("place"))
        if numeral is not None:
            yield _figure(text, found.start(), found.end(), numeral, "plain", numeral.start)
    for found in _FRONT.finditer(text):
        numeral = parse(text, found.end())
        if numeral is None or numeral.high is not None:
            continue
        tail = text[numeral.end : numeral.end + 1]
        end = numeral.end + (tail in _FRONT_TAIL)
        if end > numeral.end or _ends(text, end):
            start = found.start()
            yield _figure(text, _scope(text, start), end, numeral, "plain", start)
