"""The pairs of figures that are known in articles of two years, and what a comparison finds of them."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import gate
import gate_pairs
import pytest
from gate_pairs import Articles, Count, PairSet
from making import record

import talentx
from talentx.comparison.model import Row

OWN, SEEDS, _ = gate_pairs.SETS
_SETS = pytest.mark.parametrize("pair_set", gate_pairs.SETS, ids=lambda pair_set: pair_set.name)


@pytest.fixture(scope="module")
def own() -> Articles:
    return gate_pairs.articles_of(OWN)


@_SETS
def test_no_score_is_below_its_floor(pair_set: PairSet) -> None:
    if not pair_set.is_there():
        pytest.skip(f"{pair_set.articles} is not here: {pair_set.name} cannot be scored")
    floors = gate.read_floors(gate.FLOORS_OF_PAIRS)
    scores = gate_pairs.measured(pair_set)
    assert list(gate.failures(floors, pair_set.name, gate.digest(pair_set.gold), scores)) == []


def test_the_floors_of_the_shared_seeds_are_all_that_there_is() -> None:
    held = gate.read_floors(gate.FLOORS_OF_PAIRS)["sets"][SEEDS.name]["floors"]
    assert (held["found"], held["true"]) == (1.0, 1.0)


def test_every_pair_stands_in_its_articles() -> None:
    for (old, new), pairs in gate_pairs.pairs_of(OWN.gold).items():
        for pair in pairs:
            for side, stem in (("old", old), ("new", new)):
                text, raw = (OWN.articles / f"{stem}.txt").read_text(encoding="utf-8"), pair[f"{side}_raw"]
                at = pair.get(f"{side}_at", text.find(raw))
                assert text[at : at + len(raw)] == raw, pair["why"]
                assert f"{side}_at" in pair or raw in text


def test_articles_in_another_order_are_compared_alike(own: Articles) -> None:
    assert _all_at_once(own, sorted(own)) == _all_at_once(own, sorted(own, reverse=True))


def test_articles_of_one_year_and_the_same_articles_are_the_same(own: Articles) -> None:
    records = list(chain.from_iterable(own.values()))
    assert {row.outcome for row in talentx.compare(records, records)} == {"same"}


def _all_at_once(articles: Articles, stems: list[str]) -> Counter[tuple[str | None, ...]]:
    old, new = (
        [each for stem in stems if side in stem for each in articles[stem]] for side in ("old", "new")
    )
    rows = talentx.compare(old, new)
    return Counter((row.outcome, *(each.id if each else None for each in (row.old, row.new))) for row in rows)


PAIR = {"old_raw": "3.2万套", "new_raw": "5.1万套", "outcome": "rose"}


def row(old: str = "3.2万套", new: str = "超5.1万套", outcome: str = "rose", start: int = 10) -> Row:
    one, other = record(raw=old, start=start), record(raw=new)
    return Row(outcome, None, None, None, None, one, other, None, None, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "pair", "expected"),
    [
        ([row()], PAIR, Count(found=1, told=1, right=1)),
        ([row(outcome="fell")], PAIR, Count(found=1, told=1)),
        ([row()], {**PAIR, "outcome": None}, Count(found=1)),
        ([row(old="4万套")], PAIR, Count(missed=1, false=1)),
        ([row(), row()], PAIR, Count(found=1, told=1, right=1, false=1)),
        ([row(outcome="ambiguous")], PAIR, Count(missed=1)),
        ([row()], {**PAIR, "doubtful": True}, Count(either=1)),
        ([], {**PAIR, "doubtful": True}, Count()),
        ([row(start=10)], {**PAIR, "old_at": 10}, Count(found=1, told=1, right=1)),
        ([row(start=90)], {**PAIR, "old_at": 10}, Count(missed=1, false=1)),
        ([row(start=10)], {**PAIR, "old_at": 90}, Count(missed=1, false=1)),
    ],
)
def test_what_counts_as_found(rows: list[Row], pair: gate_pairs.Pair, expected: Count) -> None:
    count = Count()
    gate_pairs.count_rows(rows, [pair], count)
    assert count == expected
