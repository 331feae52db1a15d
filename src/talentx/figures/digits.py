"""The digits and scales of numerals, and the tokens that a numeral is cut into."""

from __future__ import annotations

import re
from decimal import Context, Decimal

EXACT = Context(prec=80)
"""Decimals are added and multiplied here, so that no caller's own precision ever rounds a value."""

_WRITTEN = ("〇零○", "一壹", "二两贰兩俩", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {character: value for value, written in enumerate(_WRITTEN) for character in written}
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3, "k": 3}
BIG = {"万": 4, "亿": 8, "兆": 12, "萬": 4, "億": 8, "w": 4, "W": 4}
PLAIN = "〇零一二两三四五六七八九十百千万亿兆廿卅卌几数"
"""Characters that open a Chinese numeral; the capital digits 壹 贰 … open one only before a capital scale."""

ONE = Decimal(1)
ZERO = Decimal(0)
HALF = Decimal("0.5")
LONGEST = 48
"""A longer row of digits is no quantity but a code; the limit also keeps reading linear."""

SHORT = re.compile(
    "(?P<tens>[二三四五六七八九]?)(?P<ten>十)(?P<ones>[一二三四五六七八九]?)|(?P<digit>[一二两三四五六七八九])(?P<scale>[百千万亿]?)"
)
"""Most numerals of Chinese prose need no parser: 三, 十, 二十五, 三百, 两千."""
GOES_ON = frozenset("".join((*_WRITTEN, *TENS, *SMALL, *BIG)) + "几数好点多余餘来把个、 \u00a0\u3000")
"""What may go on a numeral after a digit; before anything else the digit is all of it."""

_PARTED = (
    r"(?<![\d.,])(?<!\d[ ])[1-9]\d{0,2}(?:[ ]\d{3})+"
    r"(?:(?=[ ]?[\u4e00-\u9fff%])|(?<=\d[ ]\d\d\d[ ]\d\d\d)(?![ ]?[\d.]))"
)
"""Thousands parted by blanks, before a unit or of a million at least: 1 234 567元."""
_TRILLION = r"(?:(?<=[\d一二两三四五六七八九十百千万几数 ])兆|兆(?=元))"
"""兆 is in many names (王兆国), a scale only behind a digit or before money."""
_LISTED = (
    "(?<=[^\n。；;：:第首、至到及和与])(?:一、[二两]|[二两]、三|三、[四五]|四、五|五、六|六、七|七、八|八、九)"
    "(?=[十百千万亿]{0,2}[个名位人家项件场间里天周年次倍岁块元分成斤米杯百千万亿](?![、级代]))"
)
"""Two adjacent digits with a mark between: 三、四十个."""
_TWO = (
    r"一两(?![的黄白银酒肉重，。；！？、\n]|\Z)|三两(?=[个家名位人天年月周次句步口杯百千万])|两三"
    "|两(?=[十百千万亿])|(?<![十百千万亿])两|[〇零○]两(?=[百千万亿])|俩(?=[千百])"
)
"""两 is a digit, but behind another it is a weight: 三两酒."""
_CAPITAL_AFTER = "(?:[壹贰叁肆伍柒捌玖]|陆(?![战军地上海空路续])|参(?![加与观考赛展保军谋]))"
TOKEN = re.compile(
    rf"""(?P<arabic>\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)(?:\.\d+)?
    |{_PARTED}|\d+(?:\.\d+)?|(?<![\d.A-Za-z])\.\d+)
    |(?P<rough>(?<![一二两三四五六七八九十百千万亿几数廿卅卌零0-9])(?:百八十|千八百|万八千))
    |(?P<digits>{_LISTED}|{_TWO}|[〇零○]{_CAPITAL_AFTER}|[〇零○一二三四五六七八九]+|(?<=点)[壹贰叁肆伍陆柒捌玖]+
    |(?:[壹贰叁肆伍柒捌玖]|陆(?![地军路续])|参(?=[拾佰仟万亿元圆]))+(?=[十百千拾佰仟万亿元圆角分零点])
    |(?<=[十百千拾佰仟万亿零之]){_CAPITAL_AFTER})
    |(?P<tens>[廿卅卌])
    |[ \u00a0\u3000]{{0,2}}(?P<small>[十拾佰仟]|百(?!帕)|千(?![瓦米克伏卡赫焦])|(?<=\d)k(?![A-Za-z]))
    |[ \u00a0\u3000]{{0,2}}(?P<big>[万亿萬億]|(?<=\d)[wW](?![A-Za-z])|{_TRILLION}(?![瓦赫字比帕焦欧伏]))
    |(?P<some>几|好几(?<=十好几)|(?<![总人倍指系半多少无岁分基整小函参代])数(?=[十百千万亿]))
    |(?P<point>点(?=[〇零一二三四五六七八九]++(?![十百千刻时]|分(?!钟))|[壹贰叁肆伍陆柒捌玖]|(?<=[零〇]点)\d+(?![\d分时点:：])|(?<=\d点)\d(?![\d分时点:：刻半])|\d+[万亿%个倍]))
    |(?P<over>[多余餘](?!元[化的投文主社发格共思视评结体性]|[样边媒渠措杭姚额款热]|方面|功能|层次|种形))
    |(?P<about>(?<=[十百千万亿0])来(?=[个名位人家项件场块元套天年岁分斤里米平亩号种条万亿])|(?<=[百千万])把(?=[人块个名元斤号]))
    |(?P<skip>个(?=[十百千]?万?亿(?!级|元|产|企|斤|吨|人)))""",
    re.VERBOSE,
)
ARABIC = re.compile(r"\d+(?:\.\d+)?(?![\d,，.千百万亿兆萬億几多余餘来点个kwW \u00a0\u3000])")
