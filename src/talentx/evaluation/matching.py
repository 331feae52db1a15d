"""Which record answers which gold figure, and which of its fields are right.

A record answers at most one figure, and that one it. A gold field may have a second right answer in `also`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from talentx.evaluation.rows import Row

FIELDS = ("value", "bound", "unit", "date", "kind", "indicator", "place", "time", "status")
"""The fields that are compared; value stands for low and high too."""

FAMILIES = frozenset(
    """
    talent_total talent_inflow talent_recognised talent_target talent_demand talent_served overseas_talent
    fund_size award_amount financing_amount signed_amount revenue transaction_amount projects_entered
    projects_signed projects_landed projects_selected housing_units service_items service_uses patents
    platforms companies countries events_held event_date editions city_rank
    """.split()
)
"""The indicators of the annotation guidelines; a pack may have families of its own beside them."""

_PEOPLE = {"名": "人", "位": "人", "员": "人"}
_SHORT = {"香港特别行政区": "香港", "澳门特别行政区": "澳门", "台湾省": "台湾"}
_ROUNDED = Decimal("1e-9")


def match(records: Sequence[Row], gold: Sequence[Row]) -> dict[int, int]:
    """The place in `gold` of the figure that each record answers, by the record's place.

    Pairs are made one by one: those with the right value first, then those that overlap most.
    """
    pairs = [
        (is_right("value", record, gold[j]), overlap(record, gold[j]), -_stray(record, gold[j]), i, j)
        for i, (record, touched) in enumerate(zip(records, touching(records, gold), strict=True))
        for j in touched
    ]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(pairs, reverse=True):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def touching(records: Sequence[Row], gold: Sequence[Row]) -> list[list[int]]:
    """For each record the places of the gold figures that share a character with it."""
    order = sorted(range(len(gold)), key=lambda j: int(gold[j]["start"]))
    starts = [gold[j]["start"] for j in order]
    longest = max((figure["end"] - figure["start"] for figure in gold), default=0)
    near = [
        order[bisect_left(starts, record["start"] - longest) : bisect_left(starts, record["end"])]
        for record in records
    ]
    return [
        [j for j in places if overlap(record, gold[j]) > 0]
        for record, places in zip(records, near, strict=True)
    ]


def overlap(record: Row, figure: Row) -> int:
    """How many characters the two share; zero or less where they share none."""
    return int(min(record["end"], figure["end"]) - max(record["start"], figure["start"]))


def is_right(field: str, record: Row, figure: Row) -> bool:
    """Whether the record's field is the gold's, or what its second reader gave."""
    check = _CHECKS.get(field, _same)
    if check(field, record, figure):
        return True
    others = figure.get("also", {}).get(field, ())
    return any(
        check(field, record, {**figure, field: other}) if other is not None else not record.get(field)
        for other in others
    )


def _stray(record: Row, figure: Row) -> int:
    """How much longer or shorter one is than the other."""
    return int(abs((record["end"] - record["start"]) - (figure["end"] - figure["start"])))


def _same(field: str, record: Row, figure: Row) -> bool:
    return (record.get(field) or None) == (figure.get(field) or None)


def _same_number(_: str, record: Row, figure: Row) -> bool:
    if figure["kind"] == "date":
        return True
    pairs = [(record.get(name), figure.get(name)) for name in ("value", "low", "high")]
    return all(_is_close(one, other) for one, other in pairs)


def _is_close(one: Any, other: Any) -> bool:
    """Equal but for the last digits of a ratio that gold rounds (1/3)."""
    if one is None or other is None:
        return one is other
    a, b = Decimal(one), Decimal(other)
    return abs(a - b) <= _ROUNDED * max(Decimal(1), abs(a), abs(b))


def _same_bound(_: str, record: Row, figure: Row) -> bool:
    return figure["kind"] == "date" or (record.get("bound") or "exact") == (figure.get("bound") or "exact")


def _same_unit(_: str, record: Row, figure: Row) -> bool:
    one, other = (_PEOPLE.get(row.get("unit") or "", row.get("unit")) for row in (record, figure))
    return figure["kind"] in ("date", "share", "rank") or (one or None) == (other or None)


def _same_date(_: str, record: Row, figure: Row) -> bool:
    return figure["kind"] != "date" or _same("date", record, figure)


def _same_indicator(_: str, record: Row, figure: Row) -> bool:
    """The gold's indicator or a finer one; where gold has none, a family of the pack's own is no error."""
    said, wanted = record.get("indicator") or "", figure.get("indicator")
    if not wanted:
        return said.split(".")[0] not in FAMILIES
    return said == wanted or said.startswith(f"{wanted}.")


def _same_place(_: str, record: Row, figure: Row) -> bool:
    one, other = (_SHORT.get(row.get("place") or "", row.get("place")) for row in (record, figure))
    return other is None or one == other


def _same_time(_: str, record: Row, figure: Row) -> bool:
    """The gold's time or a refinement of it; where gold gives none, any."""
    wanted, given = figure.get("time"), record.get("time")
    if wanted is None or given is None:
        return wanted is None
    ends = list(zip(wanted.split("/"), given.split("/"), strict=False))
    return wanted.count("/") == given.count("/") and all(a.startswith(b) or b.startswith(a) for a, b in ends)


_CHECKS: dict[str, Callable[[str, Row, Row], bool]] = {
    "value": _same_number,
    "bound": _same_bound,
    "unit": _same_unit,
    "date": _same_date,
    "indicator": _same_indicator,
    "place": _same_place,
    "time": _same_time,
}
