"""A number reads back from every style that people write it in, whatever zeros it has and wherever."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest
from figures.styles import LIMIT, STYLES, shaped
from hypothesis import given
from hypothesis import strategies as st

from talentx.figures.numerals import parse
from talentx.figures.scan import scan
from talentx.text.blanks import blanks
from talentx.text.fold import fold
from talentx.text.view import edited, unedited

SHOWN = 4

SHORT = [shaped(shape, turn) for shape in range(1, 2**8) for turn in range(9)]
"""Every shape below 10^8 with every digit in every place."""

SAMPLE = [shaped(shape, shape % 9) for shape in [*range(1, 2**8), *range(2**8, 2**16, 91)]]
"""From these numbers a style is given some twenty that it writes, for the reader of sentences."""

NUMBERS = st.integers(1, LIMIT - 1) | (
    st.lists(st.sampled_from("00000123456789"), min_size=1, max_size=20).map("".join).map(int).filter(bool)
)
"""Up to 20 digits; a good third of them zeros, since what is hard about a number is its gaps."""

WRITTEN = [
    ("arabic_commas", 1234567, "1,234,567"),
    ("full_width_commas", 1234, "１，２３４"),
    ("chinese", 12, "十二"),
    ("chinese", 110, "一百一十"),
    ("chinese", 10203, "一万零二百零三"),
    ("chinese", 3060000, "三百零六万"),
    ("chinese", 10010010, "一千零一万零一十"),
    ("chinese", 105000, "十万五千"),
    ("chinese", 100005000, "一亿零五千"),
    ("chinese", 1200000000000, "一万二千亿"),
    ("chinese", 1000050000000, "一万亿零五千万"),
    ("chinese", 3 * 10**16, "三亿亿"),
    ("chinese_one_ten", 120000, "一十二万"),
    ("chinese_two", 22200222, "两千两百二十万零两百二十二"),
    ("chinese_two", 200020002, "两亿零两万零二"),
    ("chinese_two", 2000200000000, "两万零二亿"),
    ("chinese_circle", 3060000, "三百〇六万"),
    ("chinese_zero_kept", 105000, "十万零五千"),
    ("chinese_trillions", 1200000000000, "一万亿二千亿"),
    ("chinese_zhao", 1200000000000, "一兆两千亿"),
    ("capital", 1200, "壹仟贰佰"),
    ("capital_scaled", 120003, "壹拾贰万零叁"),
    ("traditional", 23000, "兩萬三千"),
    ("traditional_zhao", 2300000000000, "兩兆三千億"),
    ("traditional_capital", 34000, "參萬肆仟"),
    ("tens_as_one", 230030, "廿三万零卅"),
    ("spoken", 120, "一百二"),
    ("spoken", 2200, "两千二"),
    ("spoken", 13000, "一万三"),
    ("spoken", 130000000, "一亿三"),
    ("spoken", 35600, "三万五千六"),
    ("spaced", 38960000, "三千 八百 九十六 万"),
    ("spaced_groups", 38965000, "三千八百九十六万 五千"),
    ("mixed", 34000, "3万4000"),
    ("mixed", 340000000, "3亿4000万"),
    ("mixed", 30040, "3万零40"),
    ("mixed_trillions", 1200000000000, "1万亿2000亿"),
    ("mixed_zhao", 1200000000000, "1兆2000亿"),
    ("mixed_without_zero", 103000000, "1亿300万"),
    ("mixed_thousand", 256000, "25万6千"),
    ("mixed_hundreds", 54600, "5万4千6百"),
    ("mixed_hundreds_rest", 54632, "5万4千6百32"),
    ("mixed_hundreds_rest", 1020, "1千零20"),
    ("decimal_wan", 30600, "3.06万"),
    ("decimal_yi", 150000000, "1.5亿"),
    ("decimal_trillions", 1500000000000, "1.5万亿"),
    ("decimal_zhao", 1500000000000, "1.5兆"),
    ("decimal_spaced", 30600, "3.06 万"),
    ("decimal_chinese", 30600, "三点零六万"),
]

AMBIGUOUS = [
    ("capital", 6, "陆 is as well a name"),
    ("spoken", 1020000, "一百二万"),
    ("spoken", 105000, "十万五 is as well 150000"),
    ("spoken", 123000000, "一亿两千三 is as well 100002300"),
    ("mixed_without_zero", 30004, "3万4 is 34000"),
    ("mixed_without_zero", 100004000, "1亿4000 is as well 1亿4000万"),
    ("mixed_without_zero", 1000500000000, "1万5亿 is as well 1万5千亿"),
]

every_style = pytest.mark.parametrize("name", STYLES)


def heard(said: str) -> Decimal | str:
    """The value read from the whole of a text, or what is wrong.

    The numeral grammar is given what the text step makes of it: folded, the blanks inside numbers closed up.
    """
    text = fold(said)
    if " " in text:
        text = edited(unedited(text), blanks(text)).text
    numeral = parse(text, 0)
    if numeral is None:
        return "nothing"
    if numeral.end < len(text):
        return f"{numeral.value} of {text[: numeral.end]}"
    if numeral.high is not None or numeral.vague is not None:
        return f"{numeral.value} to {numeral.high}, {numeral.vague}"
    return numeral.value


def paid(said: str) -> Decimal | str:
    """The yuan that the scanner reads from a sum of money, or what is wrong."""
    text = f"共{said}元"
    figures = scan(text)
    if len(figures) != 1 or (figures[0].kind, figures[0].bound) != ("money", "exact"):
        return " and ".join(f"{figure.kind} {figure.raw}" for figure in figures) or "nothing"
    if figures[0].raw.removeprefix("共") != said + "元":
        return f"{figures[0].value} of {figures[0].raw}"
    return figures[0].value or Decimal(0)


def check(name: str, numbers: Iterable[int], reader: Callable[[str], Decimal | str] = heard) -> None:
    """Fail with the first few of the numbers that do not read back from a style."""
    wrong: list[str] = []
    written = 0
    for number in numbers:
        said = STYLES[name](number)
        if said is None:
            continue
        written += 1
        read = reader(said)
        if read != number:
            wrong.append(f"{said} is {number}, read as {read}")
    assert written, "the style writes none of these numbers"
    if wrong:
        pytest.fail(f"{len(wrong)} of {written}: {'; '.join(wrong[:SHOWN])}", pytrace=False)


@pytest.mark.parametrize(("name", "number", "said"), WRITTEN)
def test_a_style_writes_as_people_do(name: str, number: int, said: str) -> None:
    assert STYLES[name](number) == said


@pytest.mark.parametrize(("name", "number", "reason"), AMBIGUOUS)
def test_no_style_writes_what_is_ambiguous(name: str, number: int, reason: str) -> None:
    assert STYLES[name](number) is None, reason


@pytest.mark.parametrize(
    "digits", ["壹贰叁肆伍陆柒捌玖", "壹貳參肆伍陸柒捌玖"], ids=["simplified", "traditional"]
)
def test_a_capital_digit_counts_before_its_unit(digits: str) -> None:
    assert [paid(digit) for digit in digits] == list(range(1, 10))


@pytest.mark.parametrize("number", [0, LIMIT])
def test_a_number_out_of_bounds_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        STYLES["chinese"](number)


@pytest.mark.parametrize("name", [name for name in STYLES if any(map(STYLES[name], SHORT))])
def test_every_shape_below_hundred_million_reads_back(name: str) -> None:
    check(name, SHORT)


@every_style
def test_every_shape_up_to_sixteen_digits_reads_back(name: str) -> None:
    check(name, (shaped(shape, shape % 9) for shape in range(1, 2**16)))


@every_style
@given(number=NUMBERS)
def test_a_number_at_random_reads_back(name: str, number: int) -> None:
    said = STYLES[name](number)
    if said is not None:
        assert heard(said) == number, said


@given(NUMBERS)
def test_all_styles_of_a_number_give_one_value(number: int) -> None:
    said = {name: text for name, style in STYLES.items() if (text := style(number)) is not None}
    wrong = [
        f"{name}: {text} read as {read}" for name, text in said.items() if (read := heard(text)) != number
    ]
    assert not wrong, f"{number} in {len(wrong)} styles: {'; '.join(wrong[:SHOWN])}"


@every_style
def test_money_in_a_sentence(name: str) -> None:
    written = [number for number in SAMPLE if STYLES[name](number) is not None]
    check(name, written[:: max(1, len(written) // 20)], paid)
