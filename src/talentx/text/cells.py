"""What a cell of a table looks like."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = "[0-9][0-9,]*(?:\\.[0-9]+)?"
_SCALE = "[%‰十百千万亿]{0,2}"
_UNIT = "(?:元|人|人次|名|个|家|项|岁|套|年|美元)?(?:/[年月人])?"
_AMOUNT = f"{_NUMBER} ?{_SCALE}{_UNIT}"
_BOUND = "(?:[约近超逾≥≤><+±¥￥$↑↓-]|至少|不低于|不超过|最高)?"
_VALUE = re.compile(
    f"{_BOUND} ?{_AMOUNT}(?: ?[-—–~～至/] ?{_AMOUNT})?(?:以[上下内]|左右|起)?"
    "|[-—–~～/]{1,3}|不限|若干名?|面[议谈]|待定|无|空缺|上不封顶"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}年?")


@lru_cache(maxsize=4096)
def is_value(cell: str) -> bool:
    """Whether the cell holds a number, a range of numbers or a mark for none, and nothing else."""
    return len(cell) <= 30 and bool(_VALUE.fullmatch(cell)) and not _YEAR.fullmatch(cell)


def is_year(cell: str) -> bool:
    """Whether the cell may be a year as well as a plain number: 2000."""
    return bool(_YEAR.fullmatch(cell)) and cell.isdigit()
