"""What the tools of docs/recipes.md write of records reads back as those records, exact decimals and all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from making import record, write
from recipes import Step
from tools import needs

from talentx.output.formats import Format, by_suffix
from talentx.recordfiles.files import read_rows
from talentx.records.model import COLUMNS

LONG = record(
    value=Decimal("9007199254740993.125"), item="=1+1", raw="一\n页", adcode=None, time="2024-09-28"
)
"""Its number has more digits than floating point."""
SOME = [
    record(
        id="1" * 16, value=None, bound="range", low=Decimal("-0.5"), high=Decimal("0.75"), subject='"引"号'
    ),
    record(id="2" * 16, kind="date", value=None, bound=None, unit=None, currency=None, date="2024"),
    record(id="12345678901234e5", document="b/\\n.txt", item="a\tb", value=Decimal("0.1"), indicator=None),
    record(id="4" * 16, sentence='他说"1,000"个', time=None, per="月", value=Decimal(10**12)),
]
FROM_PARQUET = "duckdb -c \"copy (from 'records.parquet') to"
FROM_STORE = "sqlite-utils talent.db 'select COLUMNS from records'"

WRITTEN: dict[str, tuple[str, str]] = {
    "jq, a line each": ("records.jsonl", "jq -c . records.jsonl > back.jsonl"),
    "jq, indented": ("records.json", "jq . records.json > back.json"),
    "mlr, CSV": ("records.csv", "mlr --icsv --ocsv cat records.csv > back.csv"),
    "mlr, TSV": ("records.tsv", "mlr --itsv --otsv cat records.tsv > back.tsv"),
    "mlr, CSV to TSV": ("records.csv", "mlr --icsv --otsv cat records.csv > back.tsv"),
    "mlr, TSV to CSV": ("records.tsv", "mlr --itsv --ocsv cat records.tsv > back.csv"),
    "mlr, JSON Lines": ("records.jsonl", "mlr --ijsonl --ojsonl cat records.jsonl > back.jsonl"),
    "csvcut": ("records.csv", "csvcut records.csv > back.csv"),
    "sort": (
        "records.tsv",
        "(head -n 1 records.tsv; tail -n +2 records.tsv | sort -t $'\\t' -k 25) > back.tsv",
    ),
    "duckdb, JSON": ("records.parquet", f"{FROM_PARQUET} 'back.jsonl' (format json)\""),
    "duckdb, array": ("records.parquet", f"{FROM_PARQUET} 'back.json' (format json, array true)\""),
    "duckdb, printed": ("records.parquet", "duckdb -json -c \"from 'records.parquet'\" > back.json"),
    "duckdb, CSV": ("records.parquet", f"{FROM_PARQUET} 'back.csv'\""),
    "duckdb, Parquet": ("records.parquet", f"{FROM_PARQUET} 'back.parquet'\""),
    "sqlite3": ("talent.db", "sqlite3 -json talent.db 'select COLUMNS from records' > back.json"),
    "sqlite-utils": ("talent.db", f"{FROM_STORE} --nl > back.jsonl"),
    "sqlite-utils, CSV": ("talent.db", f"{FROM_STORE} --csv > back.csv"),
    "pandas, JSON": ("records.parquet", "records.to_json('back.jsonl', orient='records', lines=True)"),
    "pandas, CSV": ("records.parquet", "records.to_csv('back.csv', index=False)"),
    "pandas, Parquet": ("records.parquet", "records.to_parquet('back.parquet')"),
    "polars, JSON": ("records.parquet", "records.write_ndjson('back.jsonl')"),
    "polars, CSV": ("records.parquet", "records.write_csv('back.csv')"),
    "polars, Parquet": ("records.parquet", "records.write_parquet('back.parquet')"),
}
"""What a tool writes: the file that it reads, and code, of shell or with `records` as Parquet gives them."""


@pytest.mark.parametrize("name", WRITTEN)
def test_what_a_tool_writes_reads_back(name: str, tmp_path: Path) -> None:
    tool = name.partition(",")[0]
    needs(tool)
    rows = SOME if tool == "jq" else [LONG, *SOME]  # before 1.7 jq spoils numbers of more than 17 digits
    folder = tmp_path / "work"
    folder.mkdir()
    given, code = WRITTEN[name]
    format_: Format | None = by_suffix(Path(given))
    assert format_ is not None
    write(folder / given, format_, rows)
    language = "sh"
    if tool in ("pandas", "polars"):
        language, code = "python", f"import {tool}\nrecords = {tool}.read_parquet('{given}')\n{code}"
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    Step(language, code.replace("COLUMNS", columns), "", "", 0, 0).run(folder)
    (back,) = folder.glob("back.*")
    found = [dict(row) for row in read_rows(back)]
    assert sorted(found, key=lambda row: str(row["id"])) == sorted(map(dict, rows), key=lambda row: row["id"])
