"""Shares of one whole that come to more than all of it: 博士占60%、硕士占50%."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from talentx.comparison.checks.classes import Ages, Class, Whole, any_class, wholes
from talentx.comparison.checks.finding import Finding, finding, listed, printed
from talentx.comparison.checks.statements import Sentence, Statement
from talentx.figures.digits import EXACT
from talentx.records.decimals import plain

_ONE, _HUNDRED, _ZERO = Decimal(1), Decimal(100), Decimal(0)

_TAKES = re.compile("占|比重|比例")
_ANOTHER_WHOLE = re.compile(r"其中|[里内]|(?<!占)比(?![例重])|中(?![级专等])")
_OF = re.compile(
    r"占(?P<whole>[^，。；、\d]*?)(?:的|比重|比例|比|分别|超过|达到|约|近|超|达|为|到|了|过|各)*\Z"
)
_ALL_OF = re.compile(
    r"占(?:比|[^，。；比]{0,8}(?:总量|总数|总额|总人数|全部|总体)的?)(?:为|达到?|超过?|约|近)*\Z"
)
_RESPECTIVELY = re.compile("分别占|分别为|各占|占比分别|比例分别")
_AND = re.compile("(?:[、,，]|和|及|与|以及)?")
_THE_REST = re.compile(r"(?:其余|余下|剩余|剩下|另外)的?\Z")


def check(sentence: Sentence) -> Iterator[Finding]:
    """Shares of a list in one sentence that add up to more than one, and one of all that is more than all.

    Only classes that exclude each other by their words (degrees, sexes, ages) are added up, or a share and
    the rest: most lists of shares are of traits that one may have together, 本科以上占80%，35岁以下占70%.
    """
    shares = [each for each in sentence.statements if each.row.kind == "share"]
    for share in shares:
        found = share.proof()
        if found is not None and found.low is not None and found.low > _ONE and _ALL_OF.search(share.lead):
            yield finding("shares", f"{printed(share)} of a whole is more than all of it", [share])
    for run in _runs(shares):
        excess = next((found for found in map(_excess, _parts(run)) if found is not None), None)
        if excess is not None:
            yield excess


def _runs(shares: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Shares of one place, time and status in a row; 其中 begins a list of another whole."""
    run: list[Statement] = []
    for share in shares:
        if run and ("其中" in share.text[run[-1].end : share.start] or _stand(run[-1]) != _stand(share)):
            yield run
            run = []
        run.append(share)
    if run:
        yield run


def _stand(share: Statement) -> tuple[str | None, ...]:
    return share.row.place, share.row.time, share.row.status


def _parts(run: Sequence[Statement]) -> Iterator[list[Statement]]:
    """The shares of a run that are parts of one whole, which exclude each other, in every way it is told."""
    for one, other in itertools.pairwise(run):
        if _THE_REST.search(other.gap):
            yield [one, other]
    for whole in wholes():
        members = _members(run, whole)
        ordered = sorted(found for found, _ in members)
        apart = all(one.last < other.first for one, other in itertools.pairwise(ordered))
        of = {found["whole"] for _, share in members if (found := _OF.search(share.gap)) and found["whole"]}
        if len(members) > 1 and apart and len(of) < 2:
            yield [share for _, share in members]


def _members(run: Sequence[Statement], whole: Whole | Ages) -> list[tuple[Class, Statement]]:
    """The shares of a run with the classes they are of; A、B分别占a、b gives each its own."""
    members: list[tuple[Class, Statement]] = []
    floor, index = 0, 0
    while index < len(run):
        segment = run[index].text[floor : run[index].start]
        count = _together(run, index) if _RESPECTIVELY.search(segment) else 1
        found = [each for each in whole.find(segment) if count > 1 or _takes(segment[each.end :])]
        if len(found) >= count:
            members += zip(found[-count:], run[index : index + count], strict=True)
        index += count
        floor = run[index - 1].end
    return members


def _together(run: Sequence[Statement], index: int) -> int:
    """How many shares stand side by side from this one on."""
    end = index + 1
    while end < len(run) and _AND.fullmatch(run[end].text[run[end - 1].end : run[end].start]):
        end += 1
    return end - index


def _takes(between: str) -> bool:
    """Do the words between a class and a number say that the number is the share of that class?"""
    return not (
        _TAKES.search(between) is None or _ANOTHER_WHOLE.search(between) or any_class().search(between)
    )


def _excess(shares: Sequence[Statement]) -> Finding | None:
    """The finding where the least that the shares can be together is more than all."""
    proofs = [share.proof() for share in shares]
    least = sum((_ZERO if proof is None else proof.low or _ZERO for proof in proofs), _ZERO)
    if least <= _ONE:
        return None
    total = sum((share.row.value or _ZERO for share in shares), _ZERO)
    said = plain(EXACT.multiply(total, _HUNDRED))
    return finding("shares", f"shares of one whole come to {said}%: {listed(shares, ' + ')}", shares)
