"""Ranks: 第三, 第16位, 首位, 头名, 居各行业之首, 全省前五, and the ordinals of debuts and editions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentx.figures import exclusions
from talentx.figures.model import Figure, Form
from talentx.figures.numerals import ONE, Numeral, parse

_SCOPE = (
    r"(?:(?:位居|居于|位列|排名|排在|名列|位于|排到|升至|跃居|跃升至|上升至|稳居|高居|蝉联|列|居|排|获|获得|夺得|荣获)?"
    r"(?:全省|全国|全市|全区|全县|全球|世界|全州|省内|国内|市内|亚洲|中国|长三角|(?:[^\W\d_]{2,3}[省市区县]))?"
    r"(?:各[^\W\d_]{1,4})?(?:总量|增速|增量|排名|同类)?(?:排名|位居|居|列)?)"
)
_ORDINAL = re.compile(r"第(?=[0-9一二三四五六七八九十百千两几零〇])")
_FIRST = re.compile(
    r"(?P<top>(?:(?<![放摆置])首位(?!度|院|博|女|外|来|入|留|海|获|市|嘉|学|用|客)|榜首|头名|头把交椅|(?<=[居各业市省国区类校球界])之首|之冠|居首(?=[，。；、]|$)|第一位(?=[，。；、]|$)))"
    r"|(?P<edition>首[批期届轮季版])|(?P<debut>首[次个台家支条座款例套部度创]|首位|首[只间所项本颗枚艘架列趟单]|头一[次回个年家])(?![选席都])"
)
_FRONT = re.compile(r"前(?=[0-9一二三四五六七八九十百])")
_NOT_FRONT = re.compile(r"[ ]?(?:个?月|季|天|年|日|周|届|后|次|期|批|个|半|往|来|沿|瞻|提|不久|排|轮|世|款|项|条|章|两|届|家|者|场|道|小时|分钟|万(?!名|位|强)|亿|几)")
_POSITION = re.compile(r"位列([0-9一二三四五六七八九十百]{1,4})(?:名|位)|(?:排名|位居|名列)(?:第)?([0-9一二三四五六七八九十百]{1,4})(?:名|位)")
_EDITION_NOUN = re.compile(r"[届期批轮季次版]")
_DEBUT_NOUN = re.compile(r"[个家座台支条款例套部所项只颗枚艘架列趟处本块根张片间栋艘]|份(?!额)|人才日")
_PLACE_NOUN = re.compile(r"(?:万)?[位名]")
_NAME_NOUN = re.compile(
    r"[号章条款节页卷编类档类层产季线步者代故课资生动要责时书手人方梯极把目天楼食百中小医高大附军集师野团女男国间轻党部财信创线审税范炮院街路环声品站电机印汽纺监检法食机建工航视]|师范|战略|曲线|增长|财经|世界|财季|种|节课|道|只鞋|夫人|印象|反应|直觉|学历|语言|眼|阶段|部分|方面|眼|主体|实验|步|年级|届|粮"
)
_RANKED = re.compile(r"(?:居|列|排|名|位|全省|全国|全市|全区|全球|世界|省|市|国|获|总量|保持|稳居|连续|蝉联|区|县|夺得|得分|成绩)(?:[^\W\d_]{0,4})$")
_STREAK = re.compile(r"(?:连续|倒数)$")
_END = frozenset("，。；、！？）)”\n：:;,! ")
_SCOPE_BEFORE = re.compile(_SCOPE + "$")


def read(text: str) -> Iterator[Figure]:
    """The ordinals of a text, in the order of three passes: 第…, words of the first place, 前…."""
    yield from _ordinals(text)
    yield from _firsts(text)
    yield from _fronts(text)


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
        ordinal = _ordinal(text, start, numeral)
        if ordinal is not None:
            yield ordinal


def _ordinal(text: str, start: int, numeral: Numeral) -> Figure | None:
    end = numeral.end
    following = text[end : end + 1]
    begin = _scope(text, start)
    streak = _STREAK.search(text, max(0, start - 2), start)
    if streak is not None:
        begin = streak.start()
        if text.startswith("年", end) or streak[0] == "倒数":
            end += 1 if text.startswith("年", end) else 0
            last = -numeral.value if streak[0] == "倒数" else numeral.value
            return Figure(begin, end, text[begin:end], "ordinal", last, bound="exact", core=(start, end))
    place = _PLACE_NOUN.match(text, end)
    if place is not None and (begin < start or _ends(text, place.end()) or text[place.end()] == "的"):
        return _figure(text, begin, place.end(), numeral, "plain", start)
    if place is not None:
        return _figure(text, start, place.end(), numeral, "debut", start)
    if following and _EDITION_NOUN.match(following) and not text.startswith(("季度", "次产"), end):
        return _figure(text, start, end + 1, numeral, "edition", start)
    if _ends(text, end) or begin < start or following in "的":
        if following in ("、", "，", ",") and _enumerated(text, start, end):
            return None
        return _figure(text, begin, end, numeral, "plain", start)
    if _DEBUT_NOUN.match(text, end) is not None:
        return _figure(text, start, end + 1, numeral, "debut", start)
    if following == "大" or _NAME_NOUN.match(text, end) is None and _RANKED.search(text, max(0, start - 8), start):
        return _figure(text, begin, end, numeral, "plain", start)
    return None


def _ends(text: str, pos: int) -> bool:
    """Whether a phrase ends at `pos`."""
    return pos >= len(text) or text[pos] in _END


def _enumerated(text: str, start: int, end: int) -> bool:
    """第一，… at the head of a sentence counts arguments, not places."""
    return start == 0 or text[start - 1] in "。；\n：" or text.startswith("第", end + 1)


def _scope(text: str, start: int) -> int:
    found = _SCOPE_BEFORE.search(text, max(0, start - 12), start)
    return found.start() if found is not None else start


def _firsts(text: str) -> Iterator[Figure]:
    for found in _FIRST.finditer(text):
        kind = found.lastgroup
        if kind == "top":
            begin = _scope(text, found.start())
            yield _figure(text, begin, found.end(), None, "plain", found.start())
        elif kind == "edition":
            yield _figure(text, found.start(), found.end(), None, "edition", found.start())
        elif text[found.start() - 1 : found.start()] not in ("榜", "岁", "匕", "部", "昂", "魁"):
            yield _figure(text, found.start(), found.end(), None, "debut", found.start())


def _fronts(text: str) -> Iterator[Figure]:
    for found in _POSITION.finditer(text):
        numeral = parse(text, found.start(1) if found[1] else found.start(2))
        if numeral is not None:
            yield _figure(text, found.start(), found.end(), numeral, "plain", numeral.start)
    for found in _FRONT.finditer(text):
        if text[found.start() - 1 : found.start()] in ("以", "目", "提", "空", "当", "此", "从", "年"):
            continue
        numeral = parse(text, found.end())
        if numeral is None or numeral.high is not None or _NOT_FRONT.match(text, numeral.end):
            continue
        end = numeral.end + (1 if text[numeral.end : numeral.end + 1] in ("位", "名", "强", "列", "甲") else 0)
        if end == numeral.end and not _ends(text, end):
            continue
        begin = _scope(text, found.start())
        figure = _figure(text, begin, end, numeral, "plain", found.start())
        yield figure
