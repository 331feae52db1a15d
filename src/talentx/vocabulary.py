"""The closed vocabularies of a record, shared by every step that speaks of them."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "talent", "people", "fund", "award", "money", "count", "share", "change", "rank", "date", "duration"
]
Bound = Literal["exact", "about", "nearly", "over", "at_least", "at_most", "under", "range"]
Status = Literal["actual", "target", "policy"]
Measure = Literal["stock", "flow", "event", "none"]
"""Stocks hold at a moment, flows over a period, an event's figures while it lasts."""
Side = Literal["left", "right", "far"]
"""Where a noun stands: left or right of its figure, or far, in an earlier clause."""
