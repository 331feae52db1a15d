"""Laws of a comparison, whatever is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import record
from making import records as any_records

from talentx.comparison.compare import changes
from talentx.comparison.model import Outcome, Row, Stated
from talentx.comparison.verdict import verdict
from talentx.records.model import COLUMNS, Record

Side = Sequence[Record]

_TURNED: dict[Outcome, Outcome] = {"rose": "fell", "fell": "rose", "new": "gone", "gone": "new"}
_BOUNDS = {"exact": "{}", "over": "超{}", "at_most": "至多{}", "at_least": "{}以上", "about": "约{}"}
_THINGS = {
    "人": ("talent", "talent_total", ("高层次人才", "大学毕业生", "博士后")),
    "家": ("count", "companies", ("科技企业", "博士后工作站")),
    "套": ("count", "housing_units", ("人才公寓", "人才专项租赁房")),
    "元": ("money", None, ("专项资金", "科研经费")),
    None: ("share", None, ("留存率",)),
}
_SENTENCES = ("全市{}达到{}，", "其中{}{}，", "新增{}{}，", "去年{}为{}，", "到明年{}将有{}，")


@st.composite
def sides(draw: st.DrawFn, year: int = 2022, most: int = 6, promises: bool = True) -> list[Record]:
    """Some documents of a few sentences; few words and numbers, so that figures are often alike."""
    made: list[Record] = []
    for document in draw(st.lists(st.sampled_from(["a.txt", "b.txt"]), max_size=2, unique=True)):
        start = 0
        for _ in range(draw(st.integers(0, most // 2))):
            parts = [draw(_figures(promises)) for _ in range(draw(st.integers(1, 2)))]
            sentence = "".join(part for part, _ in parts)
            for _, columns in parts:
                place = start + sentence.index(columns["raw"])
                made.append(
                    record(
                        **columns,
                        id=f"{year:04x}{document.encode()[0]:02x}{len(made):010x}",
                        document=document,
                        published=f"{year}-09",
                        sentence=sentence,
                        start=place,
                    )
                )
            start += len(sentence)
    return made


@st.composite
def _figures(draw: st.DrawFn, promises: bool) -> tuple[str, dict[str, Any]]:
    """A part of a sentence, and the columns of the figure in it."""
    unit = draw(st.sampled_from([*_THINGS]))
    kind, indicator, items = _THINGS[unit]
    item, bound = draw(st.sampled_from(items)), draw(st.sampled_from([*_BOUNDS]))
    number = draw(st.sampled_from([8, 20, 120, 1300]))
    value = Decimal(number) / 10_000 if unit is None else Decimal(number)
    raw = _BOUNDS[bound].format(f"{number}‱" if unit is None else f"{number}{unit}")
    columns = {
        "kind": kind,
        "indicator": draw(st.sampled_from([indicator, None])),
        "item": draw(st.sampled_from([item, None])),
        "place": draw(st.sampled_from(["杭州市", "拱墅区", None])),
        "adcode": None,
        "subject": draw(st.sampled_from(["人才基金", None])),
        "value": value,
        "bound": bound,
        "unit": unit,
        "currency": "CNY" if unit == "元" else None,
        "time": draw(st.sampled_from([None, "2022", "2023"])),
        "status": draw(st.sampled_from(["actual", "policy", "target"] if promises else ["actual"])),
        "raw": raw,
    }
    return draw(st.sampled_from(_SENTENCES)).format(item, raw), columns


pairs = st.tuples(sides(2022), sides(2024))
keys = st.lists(st.sampled_from(["indicator", "place", "item", "unit", "document"]), min_size=1, unique=True)
comparisons = st.one_of(st.none(), keys)


def told(rows: Sequence[Row]) -> Counter[tuple[Outcome, str | None, str | None]]:
    """The rows without their order."""
    return Counter(
        (row.outcome, row.old.id if row.old else None, row.new.id if row.new else None) for row in rows
    )


def turned(outcome: Outcome) -> Outcome:
    """What an outcome is with the sides swapped."""
    return _TURNED.get(outcome, outcome)


def standing(side: Side, rows: Sequence[Row], of: Callable[[Row], Stated | None]) -> list[list[Row]]:
    """The rows in which each figure of a side stands."""
    return [[row for row in rows if of(row) is each] for each in side]


@given(pairs, comparisons)
def test_every_figure_stands_in_a_row_and_what_is_clear_in_one(
    pair: tuple[Side, Side], key: list[str] | None
) -> None:
    old, new = pair
    rows = list(changes(old, new, key))
    places = standing(old, rows, lambda row: row.old) + standing(new, rows, lambda row: row.new)
    for each, found in zip([*old, *new], places, strict=True):
        outcomes = [row.outcome for row in found]
        promised = any(row.old is not None and row.old.status == "target" for row in found)
        assert outcomes, f"{each.raw} is in no row"
        clear = [outcome for outcome in outcomes if outcome != "ambiguous"]
        assert len(clear) <= 1 + promised
        assert promised or not clear or clear == outcomes


@given(pairs, comparisons)
def test_a_row_is_of_both_sides_unless_it_says_that_it_is_not(
    pair: tuple[Side, Side], key: list[str] | None
) -> None:
    for row in changes(*pair, key):
        alone = row.old is None or row.new is None
        assert alone == (row.outcome in ("new", "gone", "duplicate")) or row.outcome == "ambiguous"
        assert (row.old is None) == (row.outcome == "new") or row.outcome in ("ambiguous", "duplicate")
        assert row.reason


@given(sides())
def test_a_side_is_the_same_as_itself(side: Side) -> None:
    assert {row.outcome for row in changes(side, side)} <= {"same"}


@given(sides())
def test_a_side_is_the_same_as_the_same_text_in_another_file(side: Side) -> None:
    again = [each.model_copy(update={"id": f"{at:016x}"}) for at, each in enumerate(side)]
    assert {row.outcome for row in changes(side, again)} <= {"same"}


@given(pairs, comparisons)
def test_the_same_is_told_again(pair: tuple[Side, Side], key: list[str] | None) -> None:
    assert list(changes(*pair, key)) == list(changes(*pair, key))


@given(st.tuples(sides(2022, promises=False), sides(2024, promises=False)), keys)
def test_swapped_sides_by_key_swap_the_outcomes(pair: tuple[Side, Side], key: list[str]) -> None:
    one, other = pair
    there, back = list(changes(one, other, key)), list(changes(other, one, key))
    assert told(there) == Counter(
        {(turned(outcome), mine, others): number for (outcome, others, mine), number in told(back).items()}
    )


@given(st.lists(any_records(), max_size=5), st.lists(any_records(), max_size=5))
def test_any_valid_records_can_be_compared(old: Side, new: Side) -> None:
    rows = list(changes(old, new))
    assert {id(row.old) for row in rows if row.old} == {*map(id, old)}
    assert {id(row.new) for row in rows if row.new} == {*map(id, new)}


@given(sides(2022, promises=False), sides(2024, promises=False))
def test_a_verdict_turned_round_says_the_reverse(old: Side, new: Side) -> None:
    for one in old:
        for other in new:
            there, back = verdict(one, other), verdict(other, one)
            assert back.outcome == turned(there.outcome)
            if there.difference.value is not None:
                assert back.difference.value == -there.difference.value
            if one.unit == other.unit and one.value is not None and other.value is not None:
                assert there.difference.value == other.value - one.value


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=30)


@given(numbers, numbers)
def test_a_difference_is_exact(one: Decimal, other: Decimal) -> None:
    found = verdict(record(value=one, bound="exact"), record(value=other, bound="exact")).difference
    assert found.value is not None
    assert Fraction(found.value) == Fraction(other) - Fraction(one)
    assert found.low == found.high == found.value


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=8), st.data())
def test_a_key_parts_what_differs_in_any_column(values: list[tuple[int, int]], data: st.DataObject) -> None:
    split = data.draw(st.integers(0, len(values)))
    made = [
        record(id=f"{at:016x}", item=str(item), subject=str(subject), value=Decimal(at))
        for at, (item, subject) in enumerate(values)
    ]
    rows = list(changes(made[:split], made[split:], ("item", "subject")))
    for row in rows:
        if row.old and row.new:
            assert (row.old.item, row.old.subject) == (row.new.item, row.new.subject)
    assert {row.old.id for row in rows if row.old} | {row.new.id for row in rows if row.new} == {
        each.id for each in made
    }


@pytest.mark.parametrize(
    ("mine", "others"), [(("1", "11"), ("11", "1")), (("1", None), (None, "1")), (("a", "b"), ("ab", None))]
)
def test_keys_of_other_parts_are_other_keys(
    mine: tuple[str | None, str | None], others: tuple[str | None, str | None]
) -> None:
    old, new = (record(item=item, subject=subject) for item, subject in (mine, others))
    assert [row.outcome for row in changes([old], [new], ("item", "subject"))] == ["gone", "new"]


def test_a_key_that_several_have_is_told_of_and_nothing_dropped() -> None:
    old = [record(id=f"{at:016x}", value=Decimal(number)) for at, number in enumerate([5, 5, 7])]
    new = [record(id=f"{at:016x}", value=Decimal(number)) for at, number in enumerate([5, 9], 8)]
    rows = list(changes(old, new, ("item",)))
    assert told(rows) == Counter(
        [
            ("ambiguous", old[0].id, new[0].id),
            ("ambiguous", old[0].id, new[1].id),
            ("duplicate", old[1].id, None),
            ("ambiguous", old[2].id, new[0].id),
            ("ambiguous", old[2].id, new[1].id),
        ]
    )


@pytest.mark.parametrize("differs", [{"bound": "over"}, {"unit": "美元"}, {"value": Decimal(6)}])
def test_what_shares_a_key_and_differs_in_what_it_says_is_no_duplicate(differs: dict[str, Any]) -> None:
    one = {"value": Decimal(5), "bound": "exact"}
    side = [record(**one), record(**{**one, **differs})]
    assert [row.outcome for row in changes(side, [record()], ("item",))] == ["ambiguous", "ambiguous"]


@pytest.mark.parametrize("column", COLUMNS)
def test_any_column_is_a_key(column: str) -> None:
    assert [row.outcome for row in changes([record()], [record()], (column,))] == ["same"]
