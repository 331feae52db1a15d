"""A part larger than its whole: 人才总量120万，其中高层次人才150万."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentx.comparison.checks.finding import Finding, finding, printed
from talentx.comparison.checks.statements import Sentence, Statement, above
from talentx.comparison.wording import grams

PARTS = re.compile("其中(?!之一|心|央|间)|这当中")
ELSE = re.compile(
    "；|;|另|此外|同时|累计|总|共|全[市省区县国年]|带动|撬动|服务|覆盖|比|较|增|减|达产|预计|以来"
)
"""What in the words before a figure says that it is no part of what was said before 其中."""

_NO_TOTAL = re.compile("平均|人均|户均|均价|[月年起底]薪|工资|收入|单价|租金|价格|每|最[高大多低小]|上限")
"""An average, a price or an extreme is no whole: of those of its kind some are always larger."""


def check(sentence: Sentence) -> Iterator[Finding]:
    """Parts behind 其中 that are larger than every figure of their measure said before it."""
    for found in PARTS.finditer(sentence.text):
        before = [each for each in sentence.statements if each.end <= found.start()]
        for number, part in enumerate(parts(sentence, found.end())):
            wholes = [
                each for each in before if _may_hold(each, part) and (not number or _of_a_kind(each, part))
            ]
            if wholes and all(above(part.proof(), whole.proof()) for whole in wholes):
                whole = wholes[-1]
                message = f"a part is larger than its whole: {printed(part)} of {printed(whole)}"
                yield finding("parts", message, [whole, part])


def parts(sentence: Sentence, start: int) -> Iterator[Statement]:
    """The figures introduced at `start`, up to words that speak of something else."""
    floor = start
    for each in sentence.statements:
        if each.start < start:
            continue
        if ELSE.search(sentence.text, floor, each.start):
            return
        floor = each.end
        yield each


def _of_a_kind(whole: Statement, part: Statement) -> bool:
    """Can a later figure be a part too? 载体58家，其中国家级17家，在孵企业2600家 goes on to others."""
    mine, others = set(grams(whole.row.item or "")), set(grams(part.row.item or ""))
    return not mine or not others or bool(mine & others)


def _may_hold(whole: Statement, part: Statement) -> bool:
    both = (whole.row.status == "target") == (part.row.status == "target")
    total = _NO_TOTAL.search(whole.gap) is None
    return both and total and whole.measure is not None and whole.measure == part.measure
