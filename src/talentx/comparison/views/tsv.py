"""TSV: the rows of CSV with tabs between the cells."""

from __future__ import annotations

from talentx.comparison.views.csv import COLUMNS, cells
from talentx.comparison.views.lines import LineFormat
from talentx.output.tsv import line

LINES = LineFormat(lambda row: line(cells(row)), head=line(COLUMNS))
write = LINES.write
