"""Parquet: exact, typed, the same bytes each time, a row group at a time."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from making import record
from pyarrow import parquet as pq

from talentx.errors import OutputError
from talentx.output import parquet
from talentx.records.arrow import arrow_schema
from talentx.records.model import Record


def written(rows: Iterable[Record]) -> bytes:
    stream = io.BytesIO()
    parquet.write(rows, stream)
    return stream.getvalue()


def test_the_file_has_the_schema_of_records() -> None:
    file = pq.ParquetFile(io.BytesIO(written([record()])))
    assert file.schema_arrow.equals(arrow_schema(), check_metadata=True)


def test_the_same_records_give_the_same_bytes() -> None:
    rows = [record(), record(raw="300", value=Decimal(300))]
    assert written(rows) == written(iter(rows))


def test_no_records() -> None:
    table = pq.read_table(io.BytesIO(written([])))
    assert table.num_rows == 0
    assert table.schema.equals(arrow_schema(), check_metadata=True)


@pytest.mark.parametrize(
    "value",
    [
        "0",
        "-0.031",
        "1640000000",
        "0.3333333333333333",
        "9999999999999999999999.9999999999999999",
        "1E+21",
        "1E-16",
    ],
)
def test_a_number_is_kept_exactly(value: str) -> None:
    (row,) = pq.read_table(io.BytesIO(written([record(value=Decimal(value))]))).to_pylist()
    assert row["value"] == Decimal(value)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("1E+22", "10000000000000000000000"),
        ("1E-17", "0.00000000000000001"),
        ("-1E+100", "-1" + "0" * 58 + "…"),
        ("1.00000000000000001", "1.00000000000000001"),
    ],
)
def test_a_number_without_room_is_refused(value: str, digits: str) -> None:
    rows = [record(), record(id="f" * 16, document="b.txt", value=Decimal(value)), record()]
    with pytest.raises(OutputError) as found:
        written(rows)
    assert str(found.value) == (
        f"b.txt: value of record {'f' * 16} has no room in a decimal of 38 digits, 16 of them places: "
        f"{digits}; write JSON Lines or CSV, which hold any number"
    )


def test_records_are_taken_a_row_group_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 10)
    stream = io.BytesIO()
    seen: list[int] = []

    def rows() -> Iterator[Record]:
        for number in range(35):
            seen.append(stream.tell())
            yield record(id=f"{number:016x}", value=Decimal(number))

    parquet.write(rows(), stream)
    assert pq.ParquetFile(io.BytesIO(stream.getvalue())).metadata.num_row_groups == 4
    assert len(set(seen)) == 4
    assert [row["value"] for row in pq.read_table(stream).to_pylist()] == list(range(35))


def test_a_stream_that_goes_forward_alone(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, 'tests'); from making import record\n"
        "from talentx.output import parquet; parquet.write([record()], sys.stdout.buffer)"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, check=True, timeout=60
    )
    assert done.stdout == written([record()])
