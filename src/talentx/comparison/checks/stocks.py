"""Which indicators are stocks, and which words say that a figure is a total of all times."""

from __future__ import annotations

import re

from talentx.comparison.checks.statements import Statement
from talentx.comparison.checks.times import is_year, since

_STOCKS = frozenset(("talent_total", "overseas_talent", "platforms", "housing_units", "companies"))
_STOCK = re.compile("总量|总数|存量|总人数|总规模")
_FLOW = re.compile("引进|引育|招聘|招引|培养|培训|认定|成交|交易|兑现|发放|服务|申请")
_CUMULATIVE = re.compile("累计|历年")
_WITHIN = re.compile(
    r"今年|本年|全年|年内|上半年|下半年|季度|[\d一二三四五六七八九十]月|本届|本次|期间|当[天日]|活动|每年|年均"
    r"|[近前后过][\d一二两三四五六七八九十几]+年|[一二两三四五六七八九十几]年(?!来|以来)"
)
"""Words of a stretch of time after which such a total starts anew."""
_SO_FAR = re.compile("截[至止]|至今|迄今|目前|历年|以来|年来")


def is_stock(statement: Statement) -> bool:
    """Is its indicator of a family that is counted at a moment?"""
    indicator = statement.row.indicator
    return indicator is not None and indicator.partition(".")[0] in _STOCKS


def is_cumulative(statement: Statement) -> bool:
    """Do the words beside it say that it is a total that does not fall: 累计, or 总量 of a stock?

    What is counted up within a year or an event is none, for the next one starts at nothing.
    """
    lead, before = statement.lead, statement.text[: statement.start]
    if _CUMULATIVE.search(lead):
        if since(statement.row) is not None:
            return True
        whole = is_year(statement.row) and not _SO_FAR.search(before)
        return not whole and _WITHIN.search(_SO_FAR_TIME.sub("", before)) is None
    stock = is_stock(statement) and _STOCK.search(lead) is not None
    return stock and since(statement.row) is None and _FLOW.search(lead) is None


_SO_FAR_TIME = re.compile(r"截[至止](?:到)?[^，。；]{0,12}?[月底末日年]+(?=[，,\D])|至今|迄今")
