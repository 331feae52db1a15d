"""Sheets for tests: articles of all sorts of characters, with figures of all sorts of fields."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from talentx.evaluation.gold import CHOICES, ordered, read_gold
from talentx.evaluation.rows import Row
from talentx.evaluation.sheets import Sheet, in_order
from talentx.evaluation.sheets import sheets as made
from talentx.evaluation.texts import read_texts

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
SEEDS = ROOT / "seeds"

ODD = (
    *("👩\u200d🔬", "𠮷", "🇨🇳", "e\u0301", "👍🏽", "\u200b", "\u1112\u1161"),
    *("\r\n", "\n", "\t", "\u3000", "<b>", "&amp;", '"', "\\n"),
)
"""Pieces that programs count in different ways, or take for something else."""
ARTICLE = "人才5名0引进300万元，近八成。"

_texts = st.text("人才位 a1.“”<&>\"\\'👩𠮷\u3000", min_size=1, max_size=8).filter(str.strip)
_numbers = st.integers(-(10**15), 10**15) | st.decimals(-(10**9), 10**9, places=4).map(
    lambda number: int(number) if number == number.to_integral_value() else number.normalize()
)
_edtf = st.sampled_from(["2024", "2024-09", "2024-09-28", "2024-01/2024-09", "2020/.."])
_indicators = st.sampled_from([None, "talent_total", "award_amount", "award_amount.housing", "own_thing"])

articles = st.lists(st.sampled_from([*ODD, *ARTICLE]), min_size=1, max_size=40).map("".join)


def row(text: str, start: int, end: int, **fields: Any) -> Row:
    """A row of gold on a span of the text: 5 人 of talent but for what is given."""
    common = {"kind": "talent", "value": 5, "bound": "exact", "unit": "人", "status": "actual"}
    return ordered({**common, "start": start, "end": end, "raw": text[start:end], **fields})


@st.composite
def rows(draw: st.DrawFn, text: str) -> Row:
    """A valid row on some span of the text."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 9)))
    kind = draw(st.sampled_from(CHOICES["kind"]))
    fields: Row = {
        "kind": kind,
        "indicator": draw(_indicators),
        "status": draw(st.sampled_from(CHOICES["status"])),
    }
    fields |= {name: draw(st.none() | _texts) for name in ("unit", "item", "place", "subject", "note")}
    fields["time"] = draw(st.none() | _edtf)
    if kind == "date":
        fields |= {"date": draw(_edtf), "value": None, "bound": None}
    elif draw(st.booleans()):
        low, high = sorted([Decimal(draw(_numbers)), Decimal(draw(_numbers))])
        fields |= {"value": None, "low": low, "high": high, "bound": "range"}
    else:
        fields |= {"value": draw(_numbers), "bound": draw(st.sampled_from(CHOICES["bound"]))}
    fields["optional"] = draw(st.booleans())
    others = st.lists(st.none() | _texts, min_size=1, max_size=2)
    fields["also"] = draw(st.dictionaries(st.sampled_from(["place", "kind", "item"]), others, max_size=2))
    return row(text, start, end, **fields)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Any article with figures, whose spans may overlap but are no two the same."""
    text = draw(articles)
    found = draw(st.lists(rows(text), max_size=6, unique_by=lambda row: (row["start"], row["end"])))
    return Sheet("a.txt", text, in_order(found))


def gold_sheets() -> list[Sheet]:
    """The seeds with their gold."""
    return list(made(read_gold(GOLD), read_texts([SEEDS])))
