"""What the words before and behind a figure say of it: a step or a level, a part, a base, whom it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talentx.comparison.model import Stated

EDITION = "editions.which"
"""The indicator of 第六届: it orders events, and says nothing of what they are."""

_STEP = re.compile(
    "(?:净增|增加|增长|(?<!新)增|减少|减|下降|多|少|(?<![偏温落])差|缺)(?:了|约|近|超|超过|逾)?$"
)
_STEPS = ("净增", "增加", "减少", "多", "少", "增", "减")

_FLOW = re.compile(
    "新[建增设认入引选获培]|再(?:新建|建|筹|引|招|增|培)|今年[^，。；]{0,6}[建增设认引]|本年|当年"
)
_LEVEL = re.compile("总[数量]|合计|累计|达到|增至|增加到|拥有|现有|共有|已有|存量")

_BASE_BEFORE = re.compile("(?:从|由|比|较|原来?的?|此前的?|过去的?|上届的?)[^，。；、]{0,12}$")
_BASE_AFTER = re.compile(
    "[^，。；、]{0,6}?(?:提高|提升|增加|增长|上升|升|扩大|扩展|扩|涨|加|降|减|缩|压|调|拓展|拉长|延长|翻|到|至|(?:整合|合并|归并|精简|优化|改|变|转|缩)[为成])"
)
_RECALLED = re.compile("(?:说好|当初|原定|原计划|定下|当时)[^，。；：]{0,14}$")
_SHORT_OF = re.compile("(?:离(?![校开职岸退休不散])|距)[^，。；]{0,12}$")
_SHORT_BY = re.compile("[^。；]{0,12}?(?:还?差|尚[差欠缺]|欠|缺口|一步|之遥|还有|仍有|不远)")
_ENDED = re.compile("[^，。；、]{0,6}?(?:取消|停发|废止|不再)")

_NUMBER = re.compile("[0-9０-９一二两三四五六七八九十百千万]")

_WHOLE = re.compile("其中[^，。；：]{0,16}$")
_MOST = re.compile("最[大高多长远快](?![可不给能按])[^。；]{0,40}$")
_GRADE = re.compile(
    "[A-G]类|[一二三四五特]等|顶尖|领军|拔尖|博士后|博士|硕士|研究生|本科|大专|专科|高职|中专|正高|副高|高级工|技师|"
    "国家级|省级|市级|区级|县级|金奖|银奖|铜奖"
)

_EACH = re.compile("[每各]|奖金|奖励")
"""How a piece begins that says how much those of the piece before it get: 二等奖4名，每名60万元."""

_GOES_ON = re.compile(
    "[，；、：](?:其中)?[^，；、：。]{0,8}(?:累计|总[数量]|达到?|增至|又|再|已|共)[^，；、：。]{0,4}$"
)
_SHORT = re.compile("[，；][^，；、：。]{1,6}$")

_SETS_TIME = re.compile("(?:截至|截止|截止到|到|至|自|从|比|较|同)$")
_OPENS = re.compile("(?:将|开|持续|延续|进行|举行|举办)(?:到|至)$")
_AS_OF = re.compile("底|末|以来|起|度|全年|年度|期间")
_AS_OF_ENDS = ("月末", "季度", "年末", "半年", "年度")
_PRECISE = re.compile("[日号底]")
_LASTS = re.compile("来|以来|前|后|间|里|期间|之内|内")
_LASTS_ENDS = ("来", "内", "间", "前", "后")

_DEBUT = re.compile("首(?!位)|第[一二三四五六七八九十0-9]+[个家条台支]|头一|最")
_LISTED = frozenset(("大", "方面", "级", "方", "种", "点", "类"))

_PART = re.compile("[，。；：？！,;:]")
_PIECE = re.compile("[，。；：、？！,;:]")


@dataclass(frozen=True, slots=True)
class Cues:
    """What is said of a figure around it."""

    is_structure: bool
    """It orders the text (五大平台, 首批) and is no fact of its own."""
    sets_time: bool
    """It says when another figure holds (截至9月末, 三年内)."""
    is_step: bool
    """It is a step, not a level: 净增64万人."""
    is_base: bool
    """A change starts from it, it was done away with, or once planned: no state of its article's time."""
    is_part: bool
    """其中 stands before it."""
    is_most: bool
    """It is the greatest of its sort: 单笔最大的25亿元."""
    grade: str | None
    """For whom it is, where the text grades them: 博士, A类, 一等."""
    goes_on: bool
    """It says no name, only that the last one goes on: 累计达到2万套."""
    flows: bool | None
    """Does it add up over a time, or hold at a moment? None where no word says so."""


def cues_of(stated: Stated, left: str, right: str) -> Cues:
    """What the words to the left and the right of a figure in its sentence say."""
    lead = _NUMBER.split(stated.raw, maxsplit=1)[0]
    return Cues(
        is_structure=_is_structure(stated),
        sets_time=_sets_time(stated, left, right),
        is_step=is_step(left) or (stated.kind != "change" and stated.raw.startswith(_STEPS)),
        is_base=_is_base(left + lead if "从" in lead or "由" in lead else left, right),
        is_part=_WHOLE.search(left) is not None,
        is_most=_MOST.search(left) is not None,
        grade=_grade(left, stated.item),
        goes_on=_goes_on(left),
        flows=_flows(left),
    )


def is_step(left: str) -> bool:
    """Do the words before a figure make it a step, not a level?"""
    return _STEP.search(left) is not None


def _is_base(left: str, right: str) -> bool:
    if _RECALLED.search(left) or _ENDED.match(right):
        return True
    if _SHORT_OF.search(left) and _SHORT_BY.match(right):
        return True
    return _BASE_BEFORE.search(left) is not None and _BASE_AFTER.match(right) is not None


def _is_structure(stated: Stated) -> bool:
    if stated.unit in _LISTED:
        return True
    return (stated.kind == "rank" or stated.indicator == EDITION) and _DEBUT.match(stated.raw) is not None


def _flows(left: str) -> bool | None:
    """What the figure's own part of the sentence says of it; what stands nearest counts."""
    part = _PART.split(left)[-1]
    flow, level = (max((found.end() for found in cue.finditer(part)), default=-1) for cue in (_FLOW, _LEVEL))
    return None if flow == level else flow > level


def _goes_on(left: str) -> bool:
    """Do the words before a figure say only when or how far, and name nothing?"""
    if _GOES_ON.search(left) is not None:
        return True
    short = _SHORT.search(left)
    return short is not None and _GRADE.search(short[0]) is None


def _grade(left: str, item: str | None) -> str | None:
    """The grade nearest to a figure in its piece of the sentence, or in what is counted."""
    *others, own = _PIECE.split(left)
    piece = others[-1] if others and _EACH.match(own) else own
    found = _GRADE.findall(own) or _GRADE.findall(piece) or _GRADE.findall(item or "")
    return found[-1] if found else None


def _sets_time(stated: Stated, left: str, right: str) -> bool:
    if stated.kind == "date":
        leads = _SETS_TIME.search(left) is not None and _OPENS.search(left) is None
        ends = _AS_OF.match(right) or stated.raw.endswith(_AS_OF_ENDS)
        return leads or bool(ends) or _PRECISE.search(stated.raw) is None
    if stated.kind == "duration" and not (stated.status == "policy" and stated.raw.endswith("以内")):
        return _LASTS.match(right) is not None or stated.raw.endswith(_LASTS_ENDS)
    return False
