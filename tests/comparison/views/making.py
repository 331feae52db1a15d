"""Rows of every outcome, and views of them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from talentx.comparison.model import OUTCOMES, Row, Stated
from talentx.comparison.rows import paired, single, unclear
from talentx.comparison.views.formats import DiffFormat, diff_writer
from talentx.records.model import Record

from ..making import told

OLD = {"document": "2022.txt", "time": "2022"}
NEW = {"document": "2024.txt", "time": "2024", "published": "2024-09"}
BOTH = {"indicator": "talent_total", "item": "人才"}


def old(text: str, **changes: Any) -> Record:
    return told(text, **{**BOTH, **OLD, **changes})


def new(text: str, **changes: Any) -> Record:
    return told(text, **{**BOTH, **NEW, **changes})


ROSE = paired(old("人才总量12万余人。"), new("人才总量超13.6万人。"), "the same indicator")
SAME = paired(old("专员62人。"), new("专员62人。"), "the same place")
WITHIN = paired(old("人才总量超过120万人。"), new("人才总量120.5万人。"), "the same indicator")
NEWS = single("new", new("人才总量13.6万人。"), side=1, reason="no figure of the older side")
GONE = single("gone", old("人才总量12万人。"), side=0, reason="no figure of the newer side")
AGAIN = single("duplicate", new("人才共13.6万人。"), side=1, reason="says again what 13.6万人 says")
ONE, TWO = old("东区12万人。"), old("西区有15万人。")
OTHER = new("全市13万人。")
WAYS = [unclear(each, OTHER, "2 older and 1 newer figures are as like each other") for each in (ONE, TWO)]
EVERY = [NEWS, ROSE, *WAYS, SAME, WITHIN, GONE, AGAIN]
EVERY += [
    replace(ROSE, outcome=outcome) for outcome in OUTCOMES if outcome not in {row.outcome for row in EVERY}
]


def evil(text: str) -> Row:
    """A row whose every text is this one."""
    names = ("document", "article", "item", "place", "subject", "per", "raw", "sentence")
    stated: Stated = new("13人", **dict.fromkeys(names, text), start=0, end=len(text), adcode=None)
    return replace(paired(stated, stated, f"because {text}"), outcome="rose")


def view(format_: DiffFormat, rows: Iterable[Row], **how: int) -> str:
    stream = io.StringIO(newline="")
    diff_writer(format_)(rows, stream, **how)
    return stream.getvalue()
