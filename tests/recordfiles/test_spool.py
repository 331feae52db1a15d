"""A spool gives the rows that reading gives, any of them at any time."""

from __future__ import annotations

import gzip
from decimal import Decimal
from pathlib import Path

import pytest
from making import record, write

from talentx.errors import RecordFileError
from talentx.output.formats import Format
from talentx.output.jsonl import dump
from talentx.recordfiles.files import read_rows
from talentx.recordfiles.spool import Spool
from talentx.records.model import Record

from .writing import WRITTEN, write_table

MANY = [
    record(id=f"{number:016x}", value=Decimal(number), sentence="句" * (number % 7)) for number in range(2500)
]


def assert_holds(spool: Spool, rows: list[Record]) -> None:
    assert len(spool) == len(rows)
    assert [dict(row) for row in spool] == [dict(row) for row in rows]
    for index in (0, len(rows) // 2, len(rows) - 1):
        assert dict(spool[index]) == dict(rows[index])
        assert spool.text(index) == dump(rows[index])


@pytest.mark.parametrize("format_", WRITTEN)
def test_a_file_of_any_format(tmp_path: Path, format_: Format) -> None:
    with Spool(write(tmp_path / f"r.{format_}", format_, MANY)) as spool:
        assert_holds(spool, MANY)


@pytest.mark.parametrize("format_", ["jsonl", "json", "csv"])
def test_a_file_that_gzip_packed(tmp_path: Path, format_: Format) -> None:
    path = write(tmp_path / f"r.{format_}.gz", format_, MANY)
    path.write_bytes(gzip.compress(path.read_bytes()))
    with Spool(path) as spool:
        assert_holds(spool, MANY)


def test_a_table_of_sqlite(tmp_path: Path) -> None:
    with Spool(write_table(tmp_path / "r.db", MANY)) as spool:
        assert_holds(spool, MANY)


def test_json_that_was_indented(tmp_path: Path) -> None:
    path = write(tmp_path / "r.json", "json", MANY)
    path.write_text(path.read_text(encoding="utf-8").replace("{", "{\n"), encoding="utf-8")
    with Spool(path) as spool:
        assert_holds(spool, MANY)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n  "])
def test_lines_with_any_ends(tmp_path: Path, end: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes((end + end.join(map(dump, MANY))).encode())
    with Spool(path) as spool:
        assert_holds(spool, MANY)


def test_lines_of_an_array_that_are_moved_in(tmp_path: Path) -> None:
    path = write(tmp_path / "r.json", "json", MANY)
    path.write_text(path.read_text(encoding="utf-8").replace("{", "    {"), encoding="utf-8")
    with Spool(path) as spool:
        assert_holds(spool, MANY)


def test_rows_from_elsewhere(tmp_path: Path) -> None:
    with Spool(iter(MANY)) as spool:
        assert_holds(spool, MANY)
    with Spool(read_rows(write(tmp_path / "r.json", "json", MANY))) as spool:
        assert_holds(spool, MANY)


@pytest.mark.parametrize("rows", [[], MANY[:1]])
def test_few_rows(tmp_path: Path, rows: list[Record]) -> None:
    for source in (iter(rows), write(tmp_path / "r.json", "json", rows)):
        with Spool(source) as spool:
            assert [row.id for row in spool] == [row.id for row in rows]
            assert len(spool) == len(rows)


@pytest.mark.parametrize("index", [-1, 2500])
def test_beyond_the_last(index: int) -> None:
    with Spool(MANY) as spool, pytest.raises(IndexError):
        spool[index]


def test_others_may_be_asked_for_while_it_is_gone_through(tmp_path: Path) -> None:
    with Spool(write(tmp_path / "r.jsonl", "jsonl", MANY)) as spool:
        seen = [(row.id, spool[-1 - index + len(spool)].id) for index, row in enumerate(spool)]
    assert seen == [(row.id, last.id) for row, last in zip(MANY, reversed(MANY), strict=True)]


def test_two_at_a_time_in_one_spool() -> None:
    with Spool(MANY) as spool:
        assert all(one == other for one, other in zip(spool, spool, strict=True))


def test_a_wrong_row_is_told_of_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", "jsonl", MANY)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1700] = "\n" + lines[1700].replace('"fund"', '"funds"')
    path.write_text("".join(lines), encoding="utf-8")
    with Spool(path) as spool:
        with pytest.raises(RecordFileError, match=r"r\.jsonl:1702: no record: kind"):
            list(spool)
        assert spool[1701].id == MANY[1701].id


def test_its_rows_share_what_repeats(tmp_path: Path) -> None:
    with Spool(MANY) as spool:
        assert spool[0].document is spool[2400].document
