"""How right an extraction is, against gold: found, value, kind and record F1.

A record matches at most one gold figure, and that one it. Levels build on each other: found, a span that
overlaps; value, the number with its bound, unit and date too; kind; record, indicator, place, time and status
too. A gold field may have a second right answer in `also`; figures marked optional count neither way.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

Row = dict[str, Any]
Levels = dict[str, float]

LEVELS = ("found", "value", "kind", "record")
FAMILIES = frozenset(
    """
    talent_total talent_inflow talent_recognised talent_target talent_demand talent_served overseas_talent
    fund_size award_amount financing_amount signed_amount revenue transaction_amount projects_entered
    projects_signed projects_landed projects_selected housing_units service_items service_uses patents
    platforms companies countries events_held event_date editions city_rank
    """.split()
)
_PEOPLE = {"名": "人", "位": "人", "员": "人"}
_SHORT = {"香港特别行政区": "香港", "澳门特别行政区": "澳门", "台湾省": "台湾"}


def read_rows(text: str) -> list[Row]:
    """Records or gold, from a JSON array or JSON Lines; numbers stay exact."""
    if text.lstrip().startswith("["):
        rows: list[Row] = json.loads(text, parse_float=Decimal)
        return rows
    return [json.loads(line, parse_float=Decimal) for line in text.splitlines() if line.strip()]


def score(records: Iterable[Row], gold: Path) -> Levels:
    """F1 at each level over the articles that the folder `gold` has a file `<stem>.jsonl` for."""
    by_article: dict[str, list[Row]] = {}
    for record in records:
        by_article.setdefault(PurePosixPath(record["document"]).stem, []).append(record)
    total = _Count()
    for path in sorted(gold.glob("*.jsonl")):
        if path.stem != "pairs":
            total.add(by_article.get(path.stem, []), read_rows(path.read_text(encoding="utf-8")))
    return total.levels()


@dataclass(slots=True)
class _Count:
    """What is counted over all articles; `right` by level."""

    records: int = 0
    figures: int = 0
    right: Counter[str] | None = None

    def add(self, records: Sequence[Row], gold: Sequence[Row]) -> None:
        right = self.right = self.right or Counter()
        matches = _match(records, gold)
        self.figures += sum(not figure.get("optional") for figure in gold)
        for index, record in enumerate(records):
            figure = matches.get(index)
            touched = [figure] if figure is not None else [one for one in gold if _overlap(record, one) > 0]
            if any(one.get("optional") for one in touched):
                continue
            self.records += 1
            if figure is not None:
                right.update(_levels_reached(record, figure))

    def levels(self) -> Levels:
        total = self.records + self.figures
        right = self.right or Counter()
        return {level: 2 * right[level] / total if total else 0.0 for level in LEVELS}


def _match(records: Sequence[Row], gold: Sequence[Row]) -> dict[int, Row]:
    """The gold figure of each record that has one: the right value first, then the largest overlap."""
    pairs = []
    for i, record in enumerate(records):
        for j, figure in enumerate(gold):
            overlap = _overlap(record, figure)
            if overlap > 0:
                stray = abs((record["end"] - record["start"]) - (figure["end"] - figure["start"]))
                pairs.append((_is_right("value", record, figure), overlap, -stray, i, j))
    matched: dict[int, Row] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(pairs, reverse=True):
        if i not in matched and j not in taken:
            matched[i] = gold[j]
            taken.add(j)
    return matched


def _overlap(record: Row, figure: Row) -> int:
    return int(min(record["end"], figure["end"]) - max(record["start"], figure["start"]))


def _levels_reached(record: Row, figure: Row) -> list[str]:
    fields = {"found": (), "value": ("value", "bound", "unit", "date"), "kind": ("kind",)}
    reached = []
    for level in LEVELS:
        needed = fields.get(level, ("indicator", "place", "time", "status"))
        if not all(_is_right(field, record, figure) for field in needed):
            break
        reached.append(level)
    return reached


def _is_right(field: str, record: Row, figure: Row) -> bool:
    """Whether the record's field is the gold's, or what its second reader gave."""
    check = _CHECKS.get(field, _same)
    if check(field, record, figure):
        return True
    others = figure.get("also", {}).get(field, ())
    return any(
        check(field, record, {**figure, field: other}) if other is not None else not record.get(field)
        for other in others
    )


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
    return abs(a - b) <= Decimal("1e-9") * max(Decimal(1), abs(a), abs(b))


def _same_bound(_: str, record: Row, figure: Row) -> bool:
    return figure["kind"] == "date" or (record.get("bound") or "exact") == (figure.get("bound") or "exact")


def _same_unit(_: str, record: Row, figure: Row) -> bool:
    one, other = (_PEOPLE.get(row.get("unit") or "", row.get("unit")) for row in (record, figure))
    return figure["kind"] in ("date", "share", "rank") or (one or None) == (other or None)


def _same_date(_: str, record: Row, figure: Row) -> bool:
    return figure["kind"] != "date" or _same("date", record, figure)


def _same_family(_: str, record: Row, figure: Row) -> bool:
    """The same family of indicators; where gold has none, a family of the pack's own is no error."""
    family = (record.get("indicator") or "").split(".")[0]
    wanted = figure.get("indicator")
    return family == wanted if wanted else family not in FAMILIES


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
    "indicator": _same_family,
    "place": _same_place,
    "time": _same_time,
}
