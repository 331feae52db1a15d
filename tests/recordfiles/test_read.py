"""Record files of every format read back as the records they were written from."""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import fields, record, records, write

from talentx.errors import RecordFileError
from talentx.output.formats import Format
from talentx.output.jsonl import dump
from talentx.recordfiles.files import is_record_file, read_rows
from talentx.recordfiles.row import Row
from talentx.records.columns import columns
from talentx.records.model import COLUMNS, Record

from .writing import TEXT, WRITTEN, write_table

SOME = [
    record(),
    record(value=None, bound="range", low=Decimal("0.5"), high=Decimal("0.75")),
    record(id="0" * 16, item="'=1+1", raw="=A1", sentence="", document="甲/乙.txt"),
    record(kind="date", value=None, bound=None, unit=None, currency=None, date="2024-09-28"),
]


def as_dicts(rows: list[Row] | list[Record]) -> list[dict[str, object]]:
    return [dict(row) for row in rows]


def read(path: Path) -> list[Row]:
    return list(read_rows(path))


def test_a_row_has_the_columns_of_a_record() -> None:
    assert Row.__struct_fields__ == COLUMNS
    described = msgspec.inspect.type_info(Row)
    assert isinstance(described, msgspec.inspect.StructType)
    properties = {}
    for field in described.fields:
        types = field.type.types if isinstance(field.type, msgspec.inspect.UnionType) else (field.type,)
        properties[field.name] = types
    sorts: dict[str, type[msgspec.inspect.Type]] = {
        "text": msgspec.inspect.StrType,
        "integer": msgspec.inspect.IntType,
        "decimal": msgspec.inspect.DecimalType,
    }
    for column in columns():
        types = properties[column.name]
        assert any(isinstance(each, msgspec.inspect.NoneType) for each in types) == column.nullable
        first = types[0]
        if column.words:
            assert isinstance(first, msgspec.inspect.LiteralType)
            assert set(first.values) == set(column.words)
        else:
            assert isinstance(first, sorts[column.sort])
            assert getattr(first, "ge", None) == column.least


@pytest.mark.parametrize("format_", WRITTEN)
@given(rows=st.lists(records(), max_size=5))
@settings(max_examples=60)
def test_what_is_written_reads_back(format_: Format, rows: list[Record]) -> None:
    if format_ == "parquet":
        rows = [row for row in rows if all(fits(number) for number in (row.value, row.low, row.high))]
    with tempfile.TemporaryDirectory() as folder:
        back = read(write(Path(folder, f"r.{format_}"), format_, rows))
    assert as_dicts(back) == as_dicts(rows)


def fits(number: Decimal | None) -> bool:
    return number is None or number == 0 or (number.adjusted() < 22 and number.as_tuple().exponent >= -16)  # type: ignore[operator]


@given(st.lists(records(), max_size=5))
@settings(max_examples=30)
def test_a_table_of_sqlite_reads_back(rows: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert as_dicts(read(write_table(Path(folder, "r.db"), rows))) == as_dicts(rows)


@given(st.lists(records(), max_size=5))
@settings(max_examples=15)
def test_a_store_reads_back_by_path_and_span(rows: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        back = as_dicts(read(write(Path(folder, "r.db"), "sqlite", rows)))
    assert sorted(back, key=repr) == sorted(as_dicts(rows), key=repr)


@pytest.mark.parametrize("format_", WRITTEN)
def test_many_rows_come_in_order(tmp_path: Path, format_: Format) -> None:
    rows = [record(id=f"{number:016x}", value=Decimal(number)) for number in range(5000)]
    assert as_dicts(read(write(tmp_path / f"r.{format_}", format_, rows))) == as_dicts(rows)


@pytest.mark.parametrize("format_", WRITTEN)
def test_rows_of_one_id_all_stay(tmp_path: Path, format_: Format) -> None:
    assert len(read(write(tmp_path / f"r.{format_}", format_, [record()] * 3))) == 3


@pytest.mark.parametrize("format_", WRITTEN)
def test_the_format_is_told_by_how_the_file_begins(tmp_path: Path, format_: Format) -> None:
    path = write(tmp_path / "r", format_, SOME)
    assert as_dicts(read(path)) == as_dicts(SOME)
    assert is_record_file(path)


@pytest.mark.parametrize("format_", TEXT)
def test_a_byte_order_mark_is_no_part_of_it(tmp_path: Path, format_: Format) -> None:
    path = write(tmp_path / f"r.{format_}", format_, SOME)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert as_dicts(read(path)) == as_dicts(SOME)
    assert as_dicts(read(path.rename(tmp_path / "r"))) == as_dicts(SOME)


@pytest.mark.parametrize("format_", TEXT)
@pytest.mark.parametrize("name", ["r.{}.gz", "r.{}", "r.gz", "R.{}.GZ"])
def test_gzip_is_unpacked(tmp_path: Path, format_: Format, name: str) -> None:
    path = write(tmp_path / name.format(format_), format_, SOME)
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert as_dicts(read(path)) == as_dicts(SOME)
    assert is_record_file(path)


@pytest.mark.parametrize("format_", TEXT)
def test_rows_of_gzip_come_as_they_are_unpacked(tmp_path: Path, format_: Format) -> None:
    rows = [record(id=f"{number * 7919:016x}", value=Decimal(number**5)) for number in range(20_000)]
    path = write(tmp_path / f"r.{format_}.gz", format_, rows)
    path.write_bytes(gzip.compress(path.read_bytes())[:-9])
    assert as_dicts(list(itertools.islice(read_rows(path), 1000))) == as_dicts(rows[:1000])
    with pytest.raises(RecordFileError, match="no gzip that can be read"):
        read(path)


def objects() -> list[str]:
    return [dump(row) for row in SOME]


def indented(text: str) -> str:
    """As jq prints it: numbers as they are, an object over many lines."""
    return text.replace(', "', ',\n  "').replace("{", "{\n  ").replace("}", "\n}")


LAYOUTS = {
    "array in one line": lambda rows: f"[{', '.join(rows)}]",
    "array, indented": lambda rows: "[\n" + ",\n".join(map(indented, rows)) + "\n]\n",
    "array, one indented late": lambda rows: f"[\n{rows[0]},\n{rows[1]},\n{indented(rows[2])},\n{rows[3]}\n]",
    "array, two in a line late": lambda rows: f"[\n{rows[0]},\n{rows[1]}, \n {rows[2]} ,{rows[3]} ]",
    "array with blank lines": lambda rows: "\n[\n" + ",\n\n".join(rows) + "\n\n]\n\n",
    "array with Windows lines": lambda rows: "[\r\n" + ",\r\n".join(rows) + "\r\n]\r\n",
    "objects, indented": lambda rows: "\n".join(map(indented, rows)),
    "lines without the last end": lambda rows: "\n".join(rows),
    "lines with blank ones": lambda rows: "\n \n" + "\n\n".join(rows) + "\n\n",
    "lines of Windows": lambda rows: "\r\n".join(rows),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("suffix", [".json", ".jsonl", ""])
def test_every_layout_of_json_reads(tmp_path: Path, layout: str, suffix: str) -> None:
    path = tmp_path / f"r{suffix}"
    path.write_bytes(LAYOUTS[layout](objects()).encode())
    assert as_dicts(read(path)) == as_dicts(SOME)


@pytest.mark.parametrize(
    ("name", "text"), [("r.json", "[]"), ("r.json", "[\n]\n"), ("r.jsonl", ""), ("r.ndjson", "\n")]
)
def test_no_records(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read(tmp_path / name) == []


@pytest.mark.parametrize(
    "number", ["16.4e8", "1.10", "12345678901234567890.123456789", '"1640000000"', "-0.0"]
)
def test_numbers_are_exact(tmp_path: Path, number: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(objects()[0].replace('"value": 1640000000', f'"value": {number}'), encoding="utf-8")
    assert read(path)[0].value == Decimal(number.strip('"'))


def test_values_that_repeat_are_kept_once(tmp_path: Path) -> None:
    first, second = read(write(tmp_path / "r.json", "json", [record(), record(id="0" * 16)]))
    for name in ("document", "article", "item", "place", "unit", "time", "rule", "sentence"):
        assert getattr(first, name) is getattr(second, name)


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_columns_of_csv_may_be_in_any_order(tmp_path: Path, delimiter: str) -> None:
    format_: Format = "csv" if delimiter == "," else "tsv"
    path = write(tmp_path / f"r.{format_}", format_, [record(sentence="一")])
    rows = [line.split(delimiter)[::-1] for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    assert as_dicts(read(path)) == as_dicts([record(sentence="一")])


def test_a_cell_of_any_length(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    long = record(sentence="长" * 200_000)
    assert read(write(tmp_path / "r.csv", "csv", [long]))[0].sentence == long.sentence
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize("format_", [*TEXT, "parquet"])
def test_standard_input_and_pipes(tmp_path: Path, format_: Format) -> None:
    packing = "gzip -c" if format_ in TEXT else "cat"
    path = write(tmp_path / "r", format_, SOME)
    program = (
        "import sys; from pathlib import Path; from talentx.recordfiles.files import read_rows\n"
        "for name in sys.argv[1:]: print([row.id for row in read_rows(Path(name))])"
    )
    done = subprocess.run(
        ["bash", "-c", f"cat '{path}' | '{sys.executable}' -c '{program}' - <({packing} '{path}')"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [str([row.id for row in SOME])] * 2


def test_any_iterable_of_columns_can_be_written_again(tmp_path: Path) -> None:
    once = write(tmp_path / "one.jsonl", "jsonl", SOME)
    again = write(tmp_path / "two.jsonl", "jsonl", read(once))  # type: ignore[arg-type]
    assert again.read_bytes() == once.read_bytes()
    assert json.loads(again.read_text(encoding="utf-8").splitlines()[0])["id"] == fields()["id"]
