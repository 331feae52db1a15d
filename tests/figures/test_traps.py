"""What readers of Chinese numbers have been reported to get wrong: short phrases and what they state."""

from __future__ import annotations

import pytest

import talentx
from talentx.figures.model import Figure

PUBLISHED = "2024-09"


def stated(figure: Figure) -> str:
    """The figure in short: bound, value or range, currency or unit; a date as it is."""
    if figure.date is not None:
        return f"date {figure.date}"
    ends = [figure.value] if figure.value is not None else [figure.low, figure.high]
    number = "..".join(format(end, "f") for end in ends if end is not None)
    return " ".join(filter(None, [figure.bound, number, figure.currency or figure.unit]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投资3541.07万元2.3本项目", ["exact 35410700 CNY"]),
        ("2.3 本项目的建设内容", []),
        ("123元1角1分", ["exact 123.11 CNY"]),
        ("一百二十三元一角一分", ["exact 123.11 CNY"]),
        ("47.264287亿元", ["exact 4726428700 CNY"]),
        ("小于40万", ["under 400000"]),
        ("至少100个人", ["at_least 100 人"]),
        ("3万元欧元", ["exact 30000 EUR"]),
        ("100000万美元", ["exact 1000000000 USD"]),
        ("一万五千亿", ["exact 1500000000000"]),
        ("二十万亿", ["exact 20000000000000"]),
        ("二十一万亿", ["exact 21000000000000"]),
        ("1,100万", ["exact 11000000"]),
        ("1，100万", ["exact 11000000"]),
        ("3万4000", ["exact 34000"]),
        ("25万6千", ["exact 256000"]),
        ("1千零20", ["exact 1020"]),
        ("上百", ["over 100"]),
        ("数万", ["over 10000"]),
        ("数百万", ["over 1000000"]),
        ("几十", ["over 10"]),
        ("百余", ["over 100"]),
        ("十几", ["over 10"]),
        ("到场的有几十，报名的上百。", ["over 10", "over 100"]),
        ("16.4亿", ["exact 1640000000"]),
        ("两三个", ["range 2..3 个"]),
        ("三五百名", ["range 300..500 人"]),
        ("七八成", ["range 0.7..0.8"]),
        ("十万零一千", ["exact 101000"]),
        ("伍仟", ["exact 5000"]),
        ("廿三", ["exact 23"]),
        ("〇", ["exact 0"]),
        ("１２万", ["exact 120000"]),
        ("１/４", ["exact 0.25"]),
        ("4/5G", []),
        ("第2号", []),
        ("（2024）12号", []),
        ("318国道", []),
        ("2019 年 10 月 30 日", ["date 2019-10-30"]),
        ("上半年", ["date 2024-01/2024-06"]),
        ("一季度", ["date 2024-01/2024-03"]),
        ("“十四五”期间", ["date 2021/2025"]),
        ("本世纪初", ["date 2000/2009"]),
        ("21年每月", ["date 2021", "exact 1 月"]),
        ("3年间", ["exact 3 年"]),
        ("三年前", ["date 2021"]),
        ("人才👩\u200d🔬5名", ["exact 5 人"]),
        ("𠮷田3人", ["exact 3 人"]),
        ("二" * 21, []),
        ("投资1e5万元", []),
        ("\x1b[31m米", []),
        ("\x1b[31米", []),
        ("\x1b[1m5名", ["exact 5 人"]),
    ],
)
def test_scan_states(text: str, expected: list[str]) -> None:
    figures = talentx.scan(text, published=PUBLISHED)
    assert list(map(stated, figures)) == expected
    assert all(text[figure.start : figure.end] == figure.raw for figure in figures)


@pytest.mark.parametrize("text", ["小于40万", "100000万美元", "1，100万", "2019 年 10 月 30 日", "上百"])
def test_the_span_covers_all(text: str) -> None:
    assert [figure.raw for figure in talentx.scan(text)] == [text]


@pytest.mark.parametrize("digit", ["9", "一", "十", "壹", "1."])
@pytest.mark.parametrize("unit", ["", "万元", "人", "%", "年"])
def test_an_endless_number_never_gives_its_tail(digit: str, unit: str) -> None:
    assert talentx.scan(digit * 5000 + unit) == []


@pytest.mark.parametrize("text", ["发行总额（亿）\n10.00", "发行总额（亿）\n10.00\n"])
def test_the_unit_stands_in_the_head(text: str) -> None:
    (record,) = talentx.extract(text)
    assert f"{record.kind} {record.value} {record.raw}" == "money 1000000000 10.00"


def test_a_half_year_is_no_record() -> None:
    assert [record.raw for record in talentx.extract("上半年引进人才500名。", published=PUBLISHED)] == [
        "500名"
    ]
