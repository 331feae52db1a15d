"""A record file that cannot be read: what is wrong, where, and what to do, on one line."""

from __future__ import annotations

import contextlib
import gzip
import re
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import record, write
from pyarrow import parquet

from talentx.errors import RecordFileError, TalentxError
from talentx.output.cells import tsv_cell
from talentx.output.formats import Format
from talentx.output.jsonl import dump
from talentx.recordfiles.files import is_record_file, read_rows
from talentx.recordfiles.row import Row
from talentx.recordfiles.spool import Spool
from talentx.records.arrow import arrow_schema

from .writing import write_table

LINE = dump(record()) + "\n"
WITHOUT_PER = LINE.replace('"per": null, ', "")
HEAD = ",".join(name for name, _ in record()) + "\r\n"
TAB = HEAD.replace(",", "\t") + "\t".join(tsv_cell(value) for _, value in record()) + "\n"
GZIP = gzip.compress((LINE * 50).encode(), mtime=0)
OTHER_VERSION = "written by another version of talentx: "

TEXTS: dict[str, tuple[str, str, str]] = {
    "empty json": ("r.json", "", "r.json: the file is empty"),
    "empty csv": ("r.csv", "", "r.csv: the file is empty"),
    "empty parquet": ("r.parquet", "", "r.parquet: the file is empty"),
    "blank csv": ("r.csv", "\n", "r.csv:1: no records: it has no column id"),
    "unknown column": (
        "r.jsonl",
        LINE + LINE.replace('"rule"', '"colour": 1, "rule"'),
        f"r.jsonl:2: {OTHER_VERSION}unknown column colour; this talentx reads schema version 1",
    ),
    "missing column": (
        "r.json",
        f"[\n{WITHOUT_PER}]\n",
        f"r.json:2: {OTHER_VERSION}no column per",
    ),
    "both": (
        "r.csv",
        HEAD.replace("per", "pro"),
        f"r.csv:1: {OTHER_VERSION}unknown column pro, no column per",
    ),
    "a column twice": ("r.csv", HEAD.replace("per", "per,per"), f"r.csv:1: {OTHER_VERSION}column per twice"),
    "other json": ("r.json", '{"name": "a", "version": 1}', "r.json:1: no records: it has no column id"),
    "other csv": ("r.csv", "file,published,title\na.txt,2024,\n", "r.csv:1: no records"),
    "numbers": ("r.json", "[1, 2]", "r.json:1: no record: Expected object, got int"),
    "wrong kind": ("r.jsonl", LINE + LINE.replace('"fund"', '"funds"'), "r.jsonl:2: no record: kind: "),
    "wrong span": ("r.jsonl", LINE.replace('"end": 17', '"end": 18'), "r.jsonl:1: no valid record: raw has"),
    "wrong date": ("r.jsonl", LINE.replace('"time": "2024"', '"time": "今年"'), "no valid record: time: "),
    "wrong id": ("r.jsonl", LINE.replace("0123456789abcdef", "0123"), "no valid record: id: "),
    "wrong type": ("r.jsonl", LINE.replace('"start": 10', '"start": "10"'), "no record: start: "),
    "not a number": ("r.jsonl", LINE.replace("1640000000", '"NaN"'), "no valid record: value: "),
    "a huge number": ("r.jsonl", LINE.replace("1640000000", "1e999999999"), "value has more than 1000"),
    "cut line": ("r.jsonl", LINE + LINE[:200], "r.jsonl:2: no JSON: "),
    "cut array": ("r.json", f"[\n{LINE[:-1]},\n{LINE[:200]}", "r.json:3: the array does not end"),
    "array cut between lines": ("r.json", f"[\n{LINE[:-1]},\n", "r.json:3: the array does not end"),
    "array cut at once": ("r.json", "[\n", "r.json:2: the array does not end"),
    "array cut in one line": ("r.json", f"[{LINE[:200]}", "r.json:1:"),
    "comma too many": ("r.json", f"[\n  {LINE[:-1]},\n ]\n and", "r.json:3:2: no JSON"),
    "text behind the array": ("r.json", f"[\n{LINE}]\nand so on\n", "r.json:4:"),
    "deep json": ("r.json", "[" * 100_000, "r.json"),
    "not a word of json": ("r.jsonl", "人才\n", "r.jsonl:1:"),
    "cells too few": ("r.csv", HEAD + "a,b\r\n", "r.csv:2: no valid record: it has 2 cells under 25 columns"),
    "an open quote": ("r.csv", HEAD + '"a', "r.csv:2: no CSV"),
    "a backslash alone": (
        "r.tsv",
        TAB.replace("母基金", "a\\x"),
        r"r.tsv:2: no valid record: item: \x stands for nothing: a backslash of TSV is written \\; give",
    ),
    "quoted tsv": (
        "r.tsv",
        TAB.replace("per", '"per"', 1),
        f'r.tsv:1: {OTHER_VERSION}unknown column "per", no column per',
    ),
    "cells too few in tsv": ("r.tsv", TAB.replace("母基金\t", ""), "r.tsv:2: no valid record: it has 24"),
    "an article": ("a.txt", "去年引进人才300名。", "no record file; give a file that talentx extract wrote"),
    "an article in brackets": ("a.md", "[text]人才", "no record file"),
}  # fmt: skip


def message(path: Path) -> str:
    with pytest.raises(RecordFileError) as found:
        list(read_rows(path))
    assert "\n" not in str(found.value)
    assert found.value.where is not None
    return str(found.value)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_none(tmp_path: Path, name: str) -> None:
    file, text, said = TEXTS[name]
    path = tmp_path / file
    path.write_text(text, encoding="utf-8", newline="")
    assert said in message(path)
    with pytest.raises(RecordFileError), Spool(path) as spool:
        list(spool)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1.64E+09", "value is 1.64E+09, as a spreadsheet has changed it"),
        ('"1,640,000,000"', "value is 1,640,000,000, as a spreadsheet has changed it"),
        ("一六", "no number in digits"),
        ("1_000", "no number in digits"),
        ("١٢", "no number in digits"),
        ("NaN", "no number in digits"),
    ],
)
def test_a_number_of_csv_that_is_none(tmp_path: Path, number: str, said: str) -> None:
    path = write(tmp_path / "r.csv", "csv", [record()])
    path.write_text(path.read_text(encoding="utf-8").replace("1640000000", number), encoding="utf-8")
    assert message(path).startswith(f"{path}:2: no valid record: value is ")
    assert said in message(path)


BYTES: dict[str, tuple[str, bytes, str]] = {
    "json in gb18030": ("r.jsonl", LINE.encode("gb18030"), "r.jsonl:1: not in UTF-8"),
    "indented json in gb18030": ("r.json", LINE.replace("{", "{\n").encode("gb18030"), ": not in UTF-8"),
    "tsv in gb18030": ("r.tsv", TAB.encode("gb18030"), "r.tsv:2: not in UTF-8; save it"),
    "csv in gb18030": ("r.csv", (HEAD + "人才").encode("gb18030"), "r.csv:2: not in UTF-8; save it"),
    "json in utf-16": ("r.json", LINE.encode("utf-16"), "not in UTF-8"),
    "no parquet": ("r.parquet", b"PAR1" + bytes(100), "no Parquet that can be read"),
    "no database": ("r.db", b"SQLite format 3\0" + bytes(100), "no SQLite file that can be read"),
    "text for a database": ("r.db", b"[]", "no SQLite file that can be read"),
    "zstandard": ("r.jsonl.zst", b"\x28\xb5\x2f\xfd", "r.jsonl.zst: the file is compressed; unpack it first"),
    "zip": ("r.json", b"PK\x03\x04", "compressed"),
    "gzip in gzip": ("r.json.gz", gzip.compress(gzip.compress(LINE.encode())), "compressed"),
    "parquet in gzip": ("r.parquet.gz", gzip.compress(b"PAR1"), "compressed"),
    "a store in gzip": ("r", gzip.compress(b"SQLite format 3\0"), "compressed"),
    "gzip of nothing": ("r.json.gz", gzip.compress(b""), "r.json.gz: the file is empty"),
    "gzip of an article": ("a.txt.gz", gzip.compress("引进300名".encode()), "a.txt.gz: no record file"),
    "gzip of a wrong row": ("r.jsonl.gz", gzip.compress(f"{LINE}\n{WITHOUT_PER}".encode()), "r.jsonl.gz:3: "),
    "no more than the head of gzip": ("r.jsonl.gz", GZIP[:10], "r.jsonl.gz: no gzip that can be read: "),
    "cut gzip": ("r.jsonl.gz", GZIP[:-20], "no gzip that can be read: .*; it is damaged or cut off"),
    "gzip without its sum": ("r.csv.gz", GZIP[:-1], "no gzip that can be read"),
    "gzip with another sum": ("r.jsonl", GZIP[:-8] + bytes(8), "no gzip that can be read: CRC check failed"),
    "damaged gzip": ("r.jsonl", GZIP[:40] + b"\xff" * 40, "no gzip that can be read"),
    "gzip and more behind it": ("r.jsonl.gz", GZIP + b"more", "no gzip that can be read"),
}  # fmt: skip


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_none(tmp_path: Path, name: str) -> None:
    file, data, said = BYTES[name]
    (tmp_path / file).write_bytes(data)
    assert re.search(said, message(tmp_path / file))
    with pytest.raises(RecordFileError), Spool(tmp_path / file) as spool:
        list(spool)


def table(change: Callable[[pa.Table], pa.Table], path: Path) -> Path:
    write(path, "parquet", [record(), record(id="0" * 16)])
    parquet.write_table(change(parquet.read_table(path)), path)
    return path


PARQUETS: dict[str, tuple[Callable[[pa.Table], pa.Table], str]] = {
    "newer": (
        lambda rows: rows.append_column("colour", [[1, 2]]).replace_schema_metadata({"schema_version": "2"}),
        "r.parquet: written by a newer talentx: schema version 2; this talentx reads schema version 1",
    ),
    "a column more": (
        lambda rows: rows.append_column("colour", [[1, 2]]),
        f"r.parquet: {OTHER_VERSION}unknown column colour",
    ),
    "a column less": (lambda rows: rows.drop_columns("per"), f"{OTHER_VERSION}no column per"),
    "inexact numbers": (
        lambda rows: rows.set_column(10, "value", rows["value"].cast(pa.float64())),
        "column value has type double, which does not hold every number exactly",
    ),
    "a wrong row": (
        lambda rows: rows.set_column(21, "start", pa.array([10, 11])),
        "r.parquet, row 2: no valid record: raw has 7 characters, its span 6",
    ),
    "a null": (
        lambda rows: rows.set_column(20, "raw", pa.array(["超16.4亿元", None])),
        "r.parquet, row 2: no record: raw: Expected str, got null",
    ),
}


@pytest.mark.parametrize("name", PARQUETS)
def test_parquet_of_something_else(tmp_path: Path, name: str) -> None:
    change, said = PARQUETS[name]
    assert said in message(table(change, tmp_path / "r.parquet"))


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_parquet_that_is_cut_off(tmp_path: Path, kept: float) -> None:
    path = write(tmp_path / "r.parquet", "parquet", [record()])
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    assert "no Parquet that can be read" in message(path)


def test_parquet_with_a_damaged_page(tmp_path: Path) -> None:
    rows = [record(id=f"{number:016x}", value=Decimal(number**3)) for number in range(2000)]
    path = write(tmp_path / "r.parquet", "parquet", rows)
    data = bytearray(path.read_bytes())
    data[100:400] = bytes(300)
    path.write_bytes(data)
    assert "no Parquet that can be read" in message(path)


OTHER_TYPES = [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())]


@pytest.mark.parametrize("text", OTHER_TYPES, ids=str)
def test_parquet_of_types_that_lose_nothing(tmp_path: Path, text: pa.DataType) -> None:
    wide = arrow_schema()
    for number, field in enumerate(wide):
        kind = {pa.decimal128(38, 16): pa.decimal256(70, 30), pa.string(): text}.get(field.type)
        wide = wide.set(
            number,
            field.with_type(kind or field.type),
        )
    path = table(lambda rows: rows.cast(wide), tmp_path / "r.parquet")
    assert [dict(row) for row in read_rows(path)] == [dict(record()), dict(record(id="0" * 16))]


TABLES: dict[str, tuple[str, str]] = {
    "no table": ("ALTER TABLE records RENAME TO notes", "r.db: it has no table records"),
    "a column less": ("ALTER TABLE records DROP COLUMN per", f"{OTHER_VERSION}no column per"),
    "inexact numbers": ("UPDATE records SET value = 1.5", "value is a floating-point number"),
    "a wrong row": ("UPDATE records SET start = 11 WHERE rowid = 2", "r.db, row 2 of records: no valid"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_something_else(tmp_path: Path, name: str) -> None:
    change, said = TABLES[name]
    path = write_table(tmp_path / "r.db", [record(), record(id="0" * 16)])
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute(change)
    assert said in message(path)


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere.json", "no such file"), ("folder", "it is a folder"), ("folder.db", "it is a folder")],
)
def test_a_path_that_is_no_file(tmp_path: Path, name: str, said: str) -> None:
    for folder in ("folder", "folder.db"):
        (tmp_path / folder).mkdir()
    assert said in message(tmp_path / name)
    assert not is_record_file(tmp_path / "folder")


def test_articles_are_told_from_records(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("引进300名", encoding="utf-8")
    (tmp_path / "b.txt").write_text("[]", encoding="utf-8")
    assert not is_record_file(tmp_path / "a.txt")
    assert is_record_file(tmp_path / "b.txt")
    assert not is_record_file(tmp_path / "nowhere.json")
    for name, data in (("c.docx", b"PK\x03\x04"), ("d.txt", b"")):
        (tmp_path / name).write_bytes(data)
        assert not is_record_file(tmp_path / name)


def test_an_array_that_is_cut_off_anywhere(tmp_path: Path) -> None:
    data = write(tmp_path / "r.json", "json", [record()] * 3).read_bytes()
    for end in range(1, len(data) - 2):
        (tmp_path / "r.json").write_bytes(data[:end])
        with pytest.raises(RecordFileError):
            list(read_rows(tmp_path / "r.json"))


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with some of them changed, taken out or put in."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        out = draw(st.sampled_from([0, 1, 1, 20]))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at + out :]
    return data


@pytest.mark.parametrize("format_", get_args(Format)[1:])
def test_a_damaged_file_gives_rows_or_an_error_for_the_user(tmp_path: Path, format_: Format) -> None:
    rows = [record(id=f"{number:016x}", value=Decimal(number)) for number in range(4)]
    path = write(tmp_path / f"r.{format_}", format_, rows)
    whole = path.read_bytes()

    @given(damaged(whole))
    @settings(max_examples=150)
    def holds(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(TalentxError):
            assert all(isinstance(row, Row) for row in read_rows(path))
        with contextlib.suppress(TalentxError), Spool(path) as spool:
            assert len(list(spool)) == len(spool)

    holds()
