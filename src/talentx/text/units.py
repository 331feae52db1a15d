"""The characters that carry a number on: scales, classifiers, units of time and money."""

from __future__ import annotations

import re

_OTHER_WORDS = {
    "人": "才员力民事口数均社工选大物文格生",
    "家": "庭长电园乡居具政国人族",
    "个": "人体性税别",
    "项": "目",
    "名": "称单额校次字义师",
    "年": "龄轻薪度均底终会级",
    "月": "薪均租饼球",
    "日": "常本均程",
    "天": "津河然府使气才空文",
    "场": "馆地所景租",
    "分": "别配类析布公会校期层",
    "位": "于置居列次",
    "件": "",
    "元": "素宵旦首",
    "套": "餐路",
    "所": "以有在谓属需",
    "条": "件例",
    "期": "间待望满限",
    "届": "时满",
    "份": "额",
    "倍": "",
    "种": "类子植",
    "次": "日要年数",
    "支": "持撑出付部",
    "批": "准发评",
    "间": "接隔",
    "处": "理于置",
    "座": "谈落位",
    "层": "次级面",
    "岁": "月",
    "米": "",
    "亩": "",
    "余": "额下款",
    "多": "元样数次年层种",
    "万": "事物象",
    "亿": "",
    "千": "方",
    "百": "姓",
    "成": "立为果功就长员本交熟",
    "平": "台均安",
    "美": "丽术国好容食",
    "%": "",
}
"""Units, and the characters that make another word of each when they follow (人: 人才, 人员)."""


def _pattern(units: dict[str, str]) -> str:
    return "|".join(unit + (f"(?![{others}])" if others else "") for unit, others in units.items())


UNIT = f"(?:{_pattern(_OTHER_WORDS)})"
"""A pattern for what may follow a number's digits."""

NUMBER_GOES_ON = re.compile(UNIT)
