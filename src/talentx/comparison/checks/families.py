"""A finer indicator above the one it is part of: 高层次人才150万 where 人才总量 is 120万."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from talentx.comparison.checks.finding import Finding, finding, printed
from talentx.comparison.checks.sameness import is_of_area, words
from talentx.comparison.checks.statements import Statement, above
from talentx.comparison.checks.times import whole_year

_WHOLE = re.compile("人才(?:资源)?总(?:量|数|规模)")
_FINER = "talent_total."


def check(statements: Iterable[Statement]) -> Iterator[Finding]:
    """Stocks of one sort of talent above the stock of all talent, of one area and time."""
    wholes: dict[object, list[Statement]] = defaultdict(list)
    finer: list[Statement] = []
    for each in statements:
        indicator = each.row.indicator or ""
        if not (indicator.startswith("talent_total") and each.row.time and is_of_area(each)):
            continue
        if indicator.startswith(_FINER):
            finer.append(each)
        elif _WHOLE.fullmatch(words(each)):
            wholes[_stand(each)].append(each)
    for part in finer:
        found = [whole for whole in wholes.get(_stand(part), ()) if whole.text != part.text]
        if found and all(above(part.proof(), whole.proof()) for whole in found):
            message = f"a part is larger than its whole: {printed(part)} of {printed(found[0])}"
            yield finding("parts", message, [found[0], part])


def _stand(statement: Statement) -> tuple[object, ...]:
    row = statement.row
    return row.place, row.status, statement.measure, whole_year(row) or row.time
