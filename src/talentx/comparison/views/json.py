"""JSON: one array, an object a row; both records stand in it whole."""

from __future__ import annotations

from talentx.comparison.views.jsonl import dump
from talentx.comparison.views.lines import LineFormat

LINES = LineFormat(dump, head="[\n", between=",\n", tail="\n]\n", empty="[]\n")
write = LINES.write
