"""A number in every style that people write it in: 3060000 is 306万, 三百零六万, 叁佰零陆万, 3.06万 …

A style is a pure function from a whole number of 1 to 10^20 - 1 to what is written; it returns None for
a number that the style has no form for, or none of its own (a style that adds commas to 12 adds nothing).
`STYLES` names them all. What the language leaves ambiguous is in no style; the comments say why.

The number is cut into groups of four digits, each with its scale. What the scale above 亿 is called is the
style's choice: 一万二千亿 (万 shares the 亿 behind it), 一万亿二千亿, 一兆二千亿; 10^16 is 亿亿 or 万兆.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

Style = Callable[[int], str | None]

LIMIT = 10**20
"""No style writes this number or a larger one."""


class Scales(NamedTuple):
    """The scale of each group of four digits, the lowest first.

    The group at `shared` is closed by the scale of the group below it, if there is one: 一万二千亿.
    """

    names: tuple[str, ...]
    shared: int = 0


class Group(NamedTuple):
    """Four digits with their scale. `gap` says that a 零 is said before them, `skipped` that the group
    above is 0000, `shares` that the group above is closed by this one's scale."""

    value: int
    scale: str
    first: bool
    gap: bool
    skipped: bool
    shares: bool


SHARED = Scales(("", "万", "亿", "万亿", "亿亿"), shared=3)
CLOSED = Scales(("", "万", "亿", "万亿", "亿亿"))
ZHAO = Scales(("", "万", "亿", "兆", "万兆"), shared=4)

_DIGITS = "零一二三四五六七八九"
_WIDE = str.maketrans("0123456789,", "０１２３４５６７８９，")
_CAPITAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("两万亿贰叁陆", "兩萬億貳參陸")


def _groups(number: int, scales: Scales) -> Iterator[Group]:
    """The groups that are not 0000, the highest first."""
    if not 0 < number < LIMIT:
        raise ValueError(number)
    values: list[int] = []
    while number:
        number, value = divmod(number, 10000)
        values.append(value)
    first = True
    for place in range(len(values) - 1, -1, -1):
        if not values[place]:
            continue
        scale = scales.names[place]
        if place and place == scales.shared and values[place - 1]:
            scale = scale[0]
        skipped = not first and not values[place + 1]
        shares = not first and place + 1 == scales.shared and not skipped
        gap = not first and (skipped or values[place] < 1000)
        yield Group(values[place], scale, first, gap, skipped, shares)
        first = False


def _spelt(value: int, *, two: str = "二", leads: bool = False) -> list[str]:
    """A group in Chinese, cut behind 千 and 百: 三千, 八百, 九十六. Where it leads the number, 12 is 十二."""
    said: list[str] = []
    gap = False
    for power, scale in ((1000, "千"), (100, "百")):
        digit = value // power % 10
        if digit:
            said.append(("零" if gap else "") + (two if digit == 2 else _DIGITS[digit]) + scale)
        gap = bool(said) and not digit
    tens, ones = divmod(value % 100, 10)
    rest = ""
    if tens:
        rest = ("" if tens == 1 and leads and not said else _DIGITS[tens]) + "十"
    if ones:
        rest += ("零" if said and not tens and not gap else "") + _DIGITS[ones]
    if rest:
        said.append(("零" if gap else "") + rest)
    return said


def _parts(number: int, scales: Scales, *, two: str = "二", one: bool = False) -> Iterator[str]:
    """A number in Chinese, in the parts between which a blank may stand; with `one`, 12 is 一十二."""
    for group in _groups(number, scales):
        if group.value == 2 and group.scale and not group.shares:
            said = [two]  # 两万; but 十二万, 一百零二万 and, where the 亿 closes both groups, 一万零二亿
        else:
            said = _spelt(group.value, two=two, leads=group.first and not one)
        if group.gap:
            said[0] = "零" + said[0]
        yield from said
        if group.scale:
            yield group.scale


def _chinese(number: int, scales: Scales = SHARED, *, two: str = "二", one: bool = False) -> str:
    return "".join(_parts(number, scales, two=two, one=one))


def _changed(said: str, plain: str) -> str | None:
    """What is said, unless it is what the plain style says."""
    return said if said != plain else None


# Digits


def arabic(number: int) -> str:
    """12345678; any number."""
    return str(number)


def arabic_commas(number: int) -> str | None:
    """12,345,678; from 1000 on."""
    return f"{number:,}" if number >= 1000 else None


def arabic_wide_commas(number: int) -> str | None:
    """12，345，678: the comma of Chinese text; from 1000 on."""
    return f"{number:,}".replace(",", "，") if number >= 1000 else None


def full_width(number: int) -> str:
    """１２３４; any number."""
    return str(number).translate(_WIDE)


def full_width_commas(number: int) -> str | None:
    """１，２３４，５６７; from 1000 on."""
    return f"{number:,}".translate(_WIDE) if number >= 1000 else None


# Chinese


def chinese(number: int) -> str:
    """三百零六万, 十二, 一万二千亿, 三亿亿; any number.

    零 is said once for the zeros before a digit, also where a whole group is skipped: 100005000 is
    一亿零五千. 一亿五千 is in no style, since it is as well the short form of 一亿五千万.
    """
    return _chinese(number)


def chinese_one_ten(number: int) -> str | None:
    """一十二万; where the number begins with 十."""
    return _changed(_chinese(number, one=True), chinese(number))


def chinese_two(number: int) -> str | None:
    """两 where 2 stands right before 百 千 万 亿: 两万两千; but 二十, 十二万. Where there is such a 2."""
    return _changed(_chinese(number, two="两"), chinese(number))


def chinese_circle(number: int) -> str | None:
    """三百〇六万; where there is a gap."""
    return _changed(chinese(number).replace("零", "〇"), chinese(number))


def chinese_zero_kept(number: int) -> str | None:
    """十万零五千: a 零 also behind a group that ends in 0; where there is such a group."""
    said, above = "", 0
    for group in _groups(number, SHARED):
        gap = group.gap or (not group.first and above % 10 == 0)
        above = group.value
        said += ("零" if gap else "") + "".join(_spelt(group.value, leads=group.first)) + group.scale
    return _changed(said, chinese(number))


def chinese_trillions(number: int) -> str | None:
    """一万亿二千亿: 万亿 closes its own group; where an 亿 follows it."""
    return _changed(_chinese(number, CLOSED), chinese(number))


def chinese_zhao(number: int) -> str | None:
    """一兆二千亿, 两万兆; from 10^12 on."""
    return _chinese(number, ZHAO, two="两") if number >= 10**12 else None


# A capital digit by itself is in no style: 陆 and 伍 are names, 参 is a word. Before 元 each is a digit.


def capital(number: int) -> str | None:
    """壹仟贰佰零叁, 壹拾贰; 10 to 9999."""
    return _chinese(number, one=True).translate(_CAPITAL) if 10 <= number < 10**4 else None


def capital_scaled(number: int) -> str | None:
    """叁佰零陆万, 壹拾贰亿: capital digits with 万 亿; from 10000 on."""
    return _chinese(number, one=True).translate(_CAPITAL) if number >= 10**4 else None


def traditional(number: int) -> str:
    """兩萬三千, 三億; any number, though only 两 万 亿 differ."""
    return _chinese(number, two="两").translate(_TRADITIONAL)


def traditional_zhao(number: int) -> str | None:
    """兩兆三千億; from 10^12 on."""
    return _chinese(number, ZHAO, two="两").translate(_TRADITIONAL) if number >= 10**12 else None


def traditional_capital(number: int) -> str | None:
    """參萬肆仟, 壹拾貳; from 10 on."""
    return _chinese(number, one=True).translate(_CAPITAL).translate(_TRADITIONAL) if number >= 10 else None


def tens_as_one(number: int) -> str | None:
    """廿三万, 一百卅: 廿 卅 卌 for 二十 三十 四十; where one of them is said."""
    said = chinese(number)
    for tens, sign in (("二十", "廿"), ("三十", "卅"), ("四十", "卌")):
        said = said.replace(tens, sign)
    return _changed(said, chinese(number))


def spoken(number: int) -> str | None:
    """一百二, 两千四, 一万三, 一亿三: the last scale is left out, since it is the one below.

    Below 10^12, where the last two digits that are not 0 stand side by side, the last behind 百 千 万 亿.
    """
    # Left out, because the language leaves them open: 一百二万 (a short form before a scale is not said),
    # 十万五 and 一百万五 (105000 or 150000, where the digit above is 0), 一亿两千三 (100002300 or 1.23亿).
    if number >= 10**12:
        return None
    said = _chinese(number, two="两")
    place = len(str(number)) - len(str(number).rstrip("0"))
    omitted = {1: "十", 2: "百", 3: "千", 7: "千万"}.get(place)
    if omitted is None or number // 10 ** (place + 1) % 10 == 0:
        return None
    said = said.removesuffix(omitted)
    return said[:-1] + "二" if said.endswith("两") else said


def spaced(number: int) -> str | None:
    """三千 八百 九十六 万: a blank behind 千 百 and around 万 亿; below 10^12, from two parts on."""
    return _changed(" ".join(_parts(number, SHARED)), chinese(number)) if number < 10**12 else None


def spaced_groups(number: int) -> str | None:
    """三千八百九十六万 五千: a blank behind 万 亿; below 10^12, from two groups on."""
    if number >= 10**12:
        return None
    said = " ".join(_parts(number, SHARED))
    for scale in ("万 ", "亿 "):
        said = said.replace(scale, scale[0] + "|")
    return _changed(said.replace(" ", "").replace("|", " "), chinese(number))


# Arabic digits with Chinese scales


def _mixed(number: int, scales: Scales) -> str | None:
    """Each group in digits. 30004 is 3万零4, for 3万4 is 34000 in speech."""
    groups = _groups(number, scales)
    said = "".join(("零" if group.gap else "") + str(group.value) + group.scale for group in groups)
    return _changed(said, str(number))


def mixed(number: int) -> str | None:
    """3万4000, 3亿4000万, 1亿零300万, 1万2000亿; from 10000 on."""
    return _mixed(number, SHARED)


def mixed_trillions(number: int) -> str | None:
    """1万亿2000亿; where an 亿 follows a 万亿."""
    said = _mixed(number, CLOSED)
    return said if said != mixed(number) else None


def mixed_zhao(number: int) -> str | None:
    """1兆2000亿; from 10^12 on."""
    return _mixed(number, ZHAO) if number >= 10**12 else None


def mixed_without_zero(number: int) -> str | None:
    """1亿300万, 1万亿5亿: no 零 for a gap; where there is one and nothing else could be meant."""
    # Left out, because the language leaves them open: 3万4 (34000 in speech) and with it any last group of
    # fewer than four digits; 1亿4000 (1亿4000万 in speech); 1万5亿 (10005亿 or 1万5千亿).
    groups = list(_groups(number, SHARED))
    for group in groups:
        if group.gap and (not group.scale or group.shares):
            return None
    return _changed("".join(str(group.value) + group.scale for group in groups), mixed(number) or str(number))


def mixed_thousand(number: int) -> str | None:
    """25万6千, 3亿4千万: the first group in digits, then thousands; where the others are full thousands."""
    said = ""
    groups = list(_groups(number, SHARED))
    for group in groups:
        thousands, rest = divmod(group.value, 1000)
        if group.first:
            said += str(group.value) + group.scale
        elif rest:
            return None
        else:
            said += f"{'零' if group.gap else ''}{thousands}千{group.scale}"
    return said if len(groups) > 1 else None


def _by_hundreds(number: int) -> str | None:
    """A number from 100 on with each group cut behind 千 and 百."""
    said = ""
    for group in _groups(number, SHARED):
        thousands, hundreds, rest = group.value // 1000, group.value // 100 % 10, group.value % 100
        said += "零" if group.gap else ""
        said += f"{thousands}千" if thousands else ""
        said += f"{hundreds}百" if hundreds else ""
        if rest:
            gap = rest < 10 or not hundreds
            said += ("零" if gap and group.value >= 100 else "") + str(rest)
        said += group.scale
    return said if "百" in said or "千" in said else None


def mixed_hundreds(number: int) -> str | None:
    """5万4千6百, 1千2百万: where each group but a first one below 100 is full hundreds."""
    fits = all(
        group.value % 100 == 0 or (group.first and group.value < 100) for group in _groups(number, SHARED)
    )
    return _by_hundreds(number) if fits else None


def mixed_hundreds_rest(number: int) -> str | None:
    """5万4千6百32, 1千零20, 3百零6万: where `mixed_hundreds` has no form, since tens or ones are left."""
    # 6百3 is in no style for 603, since it is 630 in speech.
    return _by_hundreds(number) if mixed_hundreds(number) is None else None


# Decimals with a scale


def _decimal(number: int, power: int, scale: str) -> str | None:
    """As an exact decimal of the scale; from a tenth of it on, while eight digits reach."""
    if not 10 ** (power - 1) <= number < 10 ** (power + 8):
        return None
    return format(Decimal(number).scaleb(-power).normalize(), "f") + scale


def decimal_wan(number: int) -> str | None:
    """3.06万, 0.5万, 30000万; 1000 to 10^12."""
    return _decimal(number, 4, "万")


def decimal_yi(number: int) -> str | None:
    """1.5亿, 0.12345678亿; 10^7 to 10^16."""
    return _decimal(number, 8, "亿")


def decimal_trillions(number: int) -> str | None:
    """1.5万亿; 10^11 to 10^20."""
    return _decimal(number, 12, "万亿")


def decimal_zhao(number: int) -> str | None:
    """1.5兆; 10^11 to 10^20."""
    return _decimal(number, 12, "兆")


def decimal_spaced(number: int) -> str | None:
    """3.06 万, 1.5 亿: a blank before the scale; 1000 to 10^16."""
    said = decimal_yi(number) or decimal_wan(number)
    return f"{said[:-1]} {said[-1]}" if said else None


def decimal_chinese(number: int) -> str | None:
    """三点零六万, 十点五亿; 10^4 to 10^12, where the number is not full 万 or 亿."""
    scale, name = (10**8, "亿") if number >= 10**8 else (10**4, "万")
    whole, part = divmod(number, scale)
    if not (0 < whole < 10**4 and part):
        return None
    digits = str(part + scale)[1:].rstrip("0")
    return f"{chinese(whole)}点{''.join(_DIGITS[int(digit)] for digit in digits)}{name}"


_ALL: tuple[Style, ...] = (
    arabic, arabic_commas, arabic_wide_commas, full_width, full_width_commas,
    chinese, chinese_one_ten, chinese_two, chinese_circle, chinese_zero_kept, chinese_trillions, chinese_zhao,
    capital, capital_scaled, traditional, traditional_zhao, traditional_capital, tens_as_one,
    spoken, spaced, spaced_groups,
    mixed, mixed_trillions, mixed_zhao, mixed_without_zero,
    mixed_thousand, mixed_hundreds, mixed_hundreds_rest,
    decimal_wan, decimal_yi, decimal_trillions, decimal_zhao, decimal_spaced, decimal_chinese,
)  # fmt: skip

STYLES: Mapping[str, Style] = {style.__name__: style for style in _ALL}
"""Every style by its name."""


def shaped(shape: int, turn: int = 0) -> int:
    """A number whose digits are 0 where the bits of `shape` are: 0b10101 is a0b0c.

    The other digits follow from shape and place, so that every digit comes in every place; `turn`, 0 to 8,
    moves each of them on by as many.
    """
    number, place = 0, 0
    for place in range(shape.bit_length()):
        if shape >> place & 1:
            number += (1 + (4 * place + shape + turn) % 9) * 10**place
    return number
