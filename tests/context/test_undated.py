"""Without the article's date, words that count from it stay unresolved, and printed months and days stay."""

from __future__ import annotations

import pytest

from talentx.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    "told",
    ["今年引进博士5名。", "去年引进博士5名。", "上月引进博士5名。", "目前有博士5名。", "三年来引进博士5名。"],
)
def test_a_relative_word_carries_no_date(extractor: Extractor, told: str) -> None:
    *_, last = extractor.extract("大会将于4月22日开幕。" + told, document="-")
    assert (last.raw, last.time) == ("5名", None)


def test_a_printed_month_and_day_stay(extractor: Extractor) -> None:
    records = extractor.extract("4月22日，会上签约项目5个。", document="-")
    assert [(r.date, r.time) for r in records] == [("XXXX-04-22", None), (None, "XXXX-04-22")]


def test_a_printed_year_holds(extractor: Extractor) -> None:
    *_, last = extractor.extract("截至2023年底，全市人才总量5万人。", document="-")
    assert last.time == "2023-12"
