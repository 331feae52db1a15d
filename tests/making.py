"""Records for tests: one that is right, and changes to it; and a strategy for all sorts of them.

And figures, as `scan` writes them, and files of records in every format.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from talentx.figures.model import Figure
from talentx.output.formats import Format, writer
from talentx.output.rows import FigureRow, Lines
from talentx.records.model import Record

RIGHT: dict[str, Any] = {
    "id": "0123456789abcdef",
    "document": "a.txt",
    "article": "引才综述",
    "published": "2024-09",
    "kind": "fund",
    "indicator": "fund_size",
    "item": "母基金",
    "place": "杭州市",
    "adcode": "330100",
    "subject": "人才基金",
    "value": Decimal("1.64E+9"),
    "bound": "over",
    "unit": "元",
    "currency": "CNY",
    "time": "2024",
    "status": "actual",
    "raw": "超16.4亿元",
    "start": 10,
    "end": 17,
    "sentence": "基金规模超16.4亿元。",
    "rule": "talent/fund",
}


def fields(**changes: Any) -> dict[str, Any]:
    """The fields of a right record with changes; `raw` alone moves the end of its span along."""
    wanted = {**RIGHT, **changes}
    if "raw" in changes and "end" not in changes:
        wanted["end"] = wanted["start"] + len(wanted["raw"])
    return wanted


def record(**changes: Any) -> Record:
    """A record like the right one but for the changes."""
    return Record(**fields(**changes))


def figure_row(document: str = "a.txt", text: str = "基金超16.4亿元。", **changes: Any) -> FigureRow:
    """A figure of a text, 超16.4亿元 but for the changes, as a row."""
    wanted: dict[str, Any] = {
        "start": 2,
        "raw": "超16.4亿元",
        "kind": "money",
        "value": Decimal("1.64E+9"),
        "bound": "over",
        "unit": "元",
        "currency": "CNY",
        **changes,
    }
    wanted.setdefault("end", wanted["start"] + len(wanted["raw"]))
    return FigureRow(document, Figure(**wanted), Lines(text))


def write(path: Path, format_: Format, records: Iterable[Record]) -> Path:
    """Write the records to the path in a format."""
    form = writer(format_)
    if form.binary:
        with path.open("wb") as stream:
            form.write(records, stream)
    else:
        with path.open("w", encoding="utf-8", newline="") as text:
            form.write(records, text)
    return path


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that is valid."""
    changes: dict[str, Any] = {
        name: draw(st.none() | texts)
        for name in ("article", "item", "place", "subject", "unit", "per", "rule")
    }
    changes |= {"raw": draw(texts), "sentence": draw(texts), "document": draw(texts)}
    ends = sorted(draw(st.lists(numbers, min_size=2, max_size=2)))
    if draw(st.booleans()):
        changes |= {"value": None, "bound": "range", "low": ends[0], "high": ends[1]}
    else:
        changes |= {"value": ends[0]}
    return record(**changes)
