from __future__ import annotations

import pytest

from talentx.context.currency import local_money
from talentx.figures.scan import scan


@pytest.mark.parametrize(
    ("text", "adcode", "expected"),
    [
        ("3萬元", "710000", ("新台币", "TWD")),
        ("3萬元", "810000", ("港元", "HKD")),
        ("3萬元", "820000", ("澳门元", "MOP")),
        ("人民幣3萬元", "710000", ("元", "CNY")),
        ("3萬美元", "710000", ("美元", "USD")),
        ("3万元", "330100", ("元", "CNY")),
        ("3万元", None, ("元", "CNY")),
        ("3萬人", "710000", ("人", None)),
    ],
)
def test_yuan_is_the_money_of_the_place(
    text: str, adcode: str | None, expected: tuple[str, str | None]
) -> None:
    (figure,) = scan(text)
    assert local_money(figure, figure.unit, adcode) == expected
