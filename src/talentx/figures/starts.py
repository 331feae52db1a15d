"""Where a number may begin: a cheap look at one character, then at what stands around it."""

from __future__ import annotations

import re

from talentx.figures import units
from talentx.figures.digits import BIG, DIGITS, LONGEST, PLAIN, SMALL, TENS

NUMERIC = "".join([*DIGITS, *TENS, *SMALL, *BIG]).translate({ord(letter): None for letter in "kwW"})
"""Every character of a Chinese numeral, capital digits among them."""
CAPITAL = "壹贰叁肆伍陆柒捌玖"
_FOLLOW = f"{PLAIN}○半多余餘来把好点分又之折个至到、—~～和 {units.OPENING}"
_SCALED = f"十百千拾佰仟万亿元圆角零点{CAPITAL}"
START = re.compile(
    r"\d|(?<![\dA-Za-z.])\.(?=\d)"
    r"|对折(?<=打对折)|一(?<![另有各前后上下北南东西]一)半|过半(?![天夜百年个生辈])"
    rf"|[{PLAIN}](?=[{_FOLLOW}])"
    rf"|(?<![^\n。！？])[{NUMERIC}](?=[{NUMERIC}几余多点半至到]{{0,{LONGEST}}}[ ]*(?:[。！？\n]|\Z))"
    r"|(?<=上)[百千万亿](?=[，。；！？\n]|\Z)"
    rf"|(?<![{CAPITAL}])(?:参(?=[拾佰仟万元])|拾(?<!收拾)(?=[万亿{CAPITAL}])|[{CAPITAL}])(?=[{_SCALED}])"
    r"|半(?=[年天日月斤吨亩升两成米里小钟数杯碗瓶袋包箱桶]|百(?![货姓])|个(?!人|世界|性)|公[升斤里]|平方|加仑|英里)"
    r"|翻(?=番|倍(?:[，。；、！？）\n]|增长|\Z))|[仨俩](?=月|钟头|小时|星期|礼拜)"
)
"""Where a number may begin. A Chinese digit counts only before a character that can go on from it."""
OPENING = re.compile(rf"[\d.{NUMERIC}{PLAIN}过半翻仨俩对]")
"""The characters with which `START` may match."""
