"""The words for dates: data alone, in simplified characters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

YEAR_WORDS: Final[Mapping[str, int]] = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "去岁": -1,
    "昨年": -1,
    "上年": -1,
    "上一年": -1,
    "今年": 0,
    "今岁": 0,
    "本年": 0,
    "明年": 1,
    "来年": 1,
    "下一年": 1,
    "下年": 1,
    "后年": 2,
    "大后年": 3,
}
"""Years counted from that of the article."""

NAMED_YEAR_WORDS: Final[Mapping[str, int]] = {
    "当年": 0,
    "同年": 0,
    "那年": 0,
    "那一年": 0,
    "这一年": 0,
    "次年": 1,
    "翌年": 1,
    "第二年": 1,
}
"""Years counted from the one named last."""

MONTH_WORDS: Final[Mapping[str, int]] = {
    "上上个月": -2,
    "上个月": -1,
    "上月": -1,
    "本月": 0,
    "这个月": 0,
    "下个月": 1,
    "下月": 1,
}
NAMED_MONTH_WORDS: Final[Mapping[str, int]] = {"当月": 0, "同月": 0, "次月": 1}

DAY_WORDS: Final[Mapping[str, int]] = {
    "大前天": -3,
    "前天": -2,
    "前日": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "昨夜": -1,
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晨": 0,
    "今晚": 0,
    "今夜": 0,
    "明早": 1,
    "明晚": 1,
    "前晚": -2,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "后日": 2,
    "大后天": 3,
}
NAMED_DAY_WORDS: Final[Mapping[str, int]] = {
    "当天": 0,
    "当日": 0,
    "当晚": 0,
    "同日": 0,
    "前一天": -1,
    "前一日": -1,
    "次日": 1,
    "翌日": 1,
    "第二天": 1,
}
"""Days counted from the one named last."""

BRACKET_STEPS: Final[Mapping[str, int]] = {
    "前": -2,
    "昨": -1,
    "去": -1,
    "上": -1,
    "今": 0,
    "本": 0,
    "明": 1,
    "次": 1,
}
"""What stands before a bracketed number that says the word again in figures: 昨（22）日, 今（113）年."""

NOT_BEFORE: Final = frozenset("以应相不此今正大先每毕")
"""With one of these before it, a word is cut wrongly: 以上年薪, 不同年龄, 今后年均."""
NOT_AFTER: Final = frozenset("薪均龄级轻")
"""With one of these after it, a word is cut wrongly: 上年薪, 同年级, 后年均."""

YEAR_PARTS: Final[Mapping[str, int]] = {
    "年初": 1,
    "年中": 6,
    "年底": 12,
    "年末": 12,
    "年终": 12,
    "年尾": 12,
    "岁末": 12,
    "岁尾": 12,
}
"""Edges of a year that nobody names, and the month they mean."""

DECADE_PARTS: Final[Mapping[str, tuple[int, int]]] = {
    "初期": (0, 3),
    "初": (0, 3),
    "前期": (0, 4),
    "中期": (4, 6),
    "中叶": (4, 6),
    "中后期": (5, 9),
    "后期": (6, 9),
    "末期": (7, 9),
    "末": (7, 9),
}
"""Parts of a decade: the first and last of its years, counted from 0."""
CENTURY_PARTS: Final[Mapping[str, tuple[int, int]]] = {
    "初期": (0, 9),
    "初": (0, 9),
    "前期": (0, 49),
    "中期": (40, 69),
    "中叶": (40, 69),
    "中后期": (50, 99),
    "后期": (60, 99),
    "末期": (90, 99),
    "末": (90, 99),
}
"""The same of a century."""

FIRST_PLAN_YEARS: Final[Mapping[int, int]] = {1: 1953, 2: 1958}
"""First years of the five-year plans before the regular ones (the third began in 1966)."""

PLAN_ZERO: Final = 1951
"""The year that, five years a plan added, gives the first of a plan."""

REPUBLIC: Final = 1911
"""The year before the first of the Republic of China (民国), whose years Taiwan counts."""
REPUBLIC_YEARS: Final = (60, 139)
"""The years of that count that an article can mean where it does not name the era."""

REIGNS: Final[Mapping[str, tuple[int, int]]] = {
    "建安": (196, 25),
    "武德": (618, 9),
    "贞观": (627, 23),
    "永徽": (650, 6),
    "神龙": (705, 3),
    "开元": (713, 29),
    "天宝": (742, 15),
    "会昌": (841, 6),
    "建隆": (960, 4),
    "太平兴国": (976, 9),
    "咸平": (998, 6),
    "景德": (1004, 4),
    "庆历": (1041, 8),
    "嘉祐": (1056, 8),
    "熙宁": (1068, 10),
    "元丰": (1078, 8),
    "元祐": (1086, 9),
    "崇宁": (1102, 5),
    "靖康": (1126, 2),
    "建炎": (1127, 4),
    "淳熙": (1174, 16),
    "至元": (1264, 31),
    "建文": (1399, 4),
    "正统": (1436, 14),
    "景泰": (1450, 8),
    "天顺": (1457, 8),
    "天启": (1621, 7),
    "洪武": (1368, 31),
    "永乐": (1403, 22),
    "宣德": (1426, 10),
    "成化": (1465, 23),
    "弘治": (1488, 18),
    "正德": (1506, 16),
    "嘉靖": (1522, 45),
    "隆庆": (1567, 6),
    "万历": (1573, 48),
    "崇祯": (1628, 17),
    "顺治": (1644, 18),
    "康熙": (1662, 61),
    "雍正": (1723, 13),
    "乾隆": (1736, 60),
    "嘉庆": (1796, 25),
    "道光": (1821, 30),
    "咸丰": (1851, 11),
    "同治": (1862, 13),
    "光绪": (1875, 34),
    "宣统": (1909, 3),
}
"""Reigns that articles name: the Western year of their first year, and how many years they had."""
