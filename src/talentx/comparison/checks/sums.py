"""Sums that do not add up: 总规模100亿元，由政府出资10亿元和社会资本80亿元组成.

Most figures beside a total are some of its parts, so the words have to say that they are all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from talentx.comparison.checks.finding import Finding, finding, listed, printed
from talentx.comparison.checks.parts import ELSE, PARTS
from talentx.comparison.checks.statements import Sentence, Statement, above
from talentx.comparison.interval import Interval
from talentx.figures.digits import EXACT

_TOGETHER = re.compile(
    r"(?:共计|合计|总计|总共|一共|加起来|加在一起|相加|(?<=[组构]成，)共)[^，。；\d]{0,4}\Z"
)
_MEMBERS = re.compile(r"(?P<count>[两二三四五六七八九十百\d]+)[个轮年家地届期批次项类支只笔种方]")
"""How many members a total says it has: 三项合计."""
_COUNTS = "〇一二三四五六七八九"
_TOTAL = re.compile("[总共合]|全部|规模")
_LIST = re.compile("[、，；和及与]")
_EACH = re.compile("[各每均单]|人均|之间|平均")
_MADE_OF = re.compile("由(?!于|此)|分为|分成")
_MADE = re.compile("组成|构成|出资|分担|承担|共同|投入")
_INCLUDING = re.compile("(?:包括|包含|含)(?!在)")
_THE_REST = re.compile("其余|余下|剩余|剩下")
_RESPECTIVELY = re.compile("分别")
_SUCH_AS = re.compile("等|例如|比如|主要")
_GIVES = re.compile("出资|资本|财政|[一二三首]期|自筹|配套|拨款|认缴|投入|补助")
_OTHERS = re.compile(r"而|但|不过|[^，；\d]、[^，；\d]{1,8}(?:加起来|加在一起|合计|共计|总共|一共)")
"""Before a total of others than those listed: 东区41万人，而南县、北县加起来不足30万人."""
_LONGEST_GAP = 16
"""Characters between two members of a list."""


def check(sentence: Sentence) -> Iterator[Finding]:
    """Totals behind a list (合计), and before one that is said to be all of it: 由…组成, 分别, 其余."""
    claimed: set[int] = set()
    for index, total in enumerate(sentence.statements):
        part = PARTS.search(total.gap) or _INCLUDING.search(total.gap)
        if total.measure is None or part or total.start in claimed:
            continue
        if _TOGETHER.search(total.gap):
            members = _summed_up(sentence.statements[:index], total)
        else:
            members = _split_up(total, sentence.statements[index + 1 :])
            claimed.update(each.start for each in members)
        if members and not _fits(members, total):
            message = f"the parts do not add up: {listed(members, ' + ')} is not {printed(total)}"
            yield finding("sums", message, sorted([*members, total], key=lambda each: each.start))


def _summed_up(before: Sequence[Statement], total: Statement) -> list[Statement]:
    """The list before a total, 博士300名、硕士500名，共计900名: the longest, or a shorter one that fits."""
    members: list[Statement] = []
    following = total
    for each in reversed(_alike(before, total)):
        gap = _between(each, following)
        if len(gap) > _LONGEST_GAP or not (_LIST.search(gap) or following is total):
            break
        if following is total and _OTHERS.search(gap):
            break
        if ELSE.search(_TOGETHER.sub("", gap)) or _EACH.search(gap):
            break
        members.insert(0, each)
        following = each
    if len(members) < 2 or _EACH.search(members[0].gap) or not _has_members(members, total):
        return []
    starts = range(len(members) - 1)
    return next((members[start:] for start in starts if _fits(members[start:], total)), members)


def _split_up(total: Statement, behind: Sequence[Statement]) -> list[Statement]:
    """The figures behind a total where they are said to be all its parts; none where they are not."""
    members: list[Statement] = []
    gaps: list[str] = []
    for each in _alike(behind, total):
        gap = _between(members[-1] if members else total, each)
        if ELSE.search(PARTS.sub("", gap)) or len(gap) > 2 * _LONGEST_GAP:
            break
        members.append(each)
        gaps.append(gap)
    if len(members) < 2 or any(_EACH.search(gap) for gap in gaps):
        return []
    return members if _tells(total, members, gaps) else []


def _has_members(members: Sequence[Statement], total: Statement) -> bool:
    """Does what the total says of the number of its members agree?"""
    number = len(members)
    found = _MEMBERS.search(_between(members[-1], total))
    return found is None or found["count"].replace("两", "二") in (str(number), _COUNTS[number : number + 1])


def _alike(statements: Sequence[Statement], total: Statement) -> list[Statement]:
    """Those that can be parts of the total: of its measure, and promised where it is."""
    promised = total.row.status == "target"
    return [
        each
        for each in statements
        if each.measure == total.measure and (each.row.status == "target") == promised
    ]


def _between(one: Statement, other: Statement) -> str:
    return one.text[one.end : other.start]


def _tells(total: Statement, members: Sequence[Statement], gaps: Sequence[str]) -> bool:
    """Do the words say that these are all the parts, or for money that they are paid side by side?"""
    opening, words = gaps[0], "".join(gaps) + members[-1].tail
    if _SUCH_AS.search(words):
        return False
    if _THE_REST.search(gaps[-1]):
        return True
    if PARTS.search(words):
        paid = total.row.unit == "元" and all(
            _GIVES.search(gap + each.tail) for gap, each in zip(gaps, members, strict=True)
        )
        return paid and above(_sum(members), total.proof())
    if _MADE_OF.search(opening):
        return "分" in opening or _MADE.search(words) is not None
    if _INCLUDING.search(opening):
        return True
    return _RESPECTIVELY.search(opening) is not None and _TOTAL.search(total.lead) is not None


def _fits(members: Sequence[Statement], total: Statement) -> bool:
    together, whole = _sum(members), total.proof()
    return not (above(together, whole) or above(whole, together))


def _sum(members: Sequence[Statement]) -> Interval:
    """What the members leave possible together."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for each in members:
        proof = each.proof()
        one_low, one_high = (None, None) if proof is None else (proof.low, proof.high)
        low = None if low is None or one_low is None else EXACT.add(low, one_low)
        high = None if high is None or one_high is None else EXACT.add(high, one_high)
    return Interval(low, high)
