"""JSON, JSON Lines and CSV: exact, complete, readable by the programs that read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import figure_row, record, records

from talentx.output.cells import cell, text_of, tsv_cell, tsv_text_of
from talentx.output.formats import FigureFormat, Format, figure_writer, writer
from talentx.output.rows import FigureRow
from talentx.records.model import COLUMNS, Record

TEXT: list[Format] = ["table", "json", "jsonl", "csv", "tsv"]


def written(format_: Format, rows: Iterable[Record]) -> str:
    stream = io.StringIO(newline="")
    writer(format_).write(rows, stream)
    return stream.getvalue()


def written_figures(format_: FigureFormat, rows: Iterable[FigureRow]) -> str:
    stream = io.StringIO(newline="")
    figure_writer(format_).write(rows, stream)
    return stream.getvalue()


def exact(text: str) -> Any:
    """JSON with every number as an exact decimal; a float's rounding would show."""
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("16.4E8", "1640000000"),
        ("0.051", "0.051"),
        ("-0.031", "-0.031"),
        ("3E+20", "3" + "0" * 20),
        ("1E-9", "0.000000001"),
    ],
)
@pytest.mark.parametrize("format_", ["json", "jsonl", "csv"])
def test_numbers_are_written_exactly(format_: Format, value: str, digits: str) -> None:
    text = written(format_, [record(value=Decimal(value))])
    assert f",{digits}," in text if format_ == "csv" else f'"value": {digits},' in text


@given(st.lists(records(), max_size=4))
def test_json_and_its_lines_read_back(rows: list[Record]) -> None:
    wanted = [dict(row) for row in rows]
    array = exact(written("json", rows))
    assert array == wanted
    assert [exact(line) for line in written("jsonl", rows).split("\n")[:-1]] == wanted
    assert all(tuple(row) == COLUMNS for row in array)


def test_a_record_reads_back_as_a_record() -> None:
    assert Record.model_validate_json(written("jsonl", [record()])) == record()


@pytest.mark.parametrize(
    ("format_", "empty"),
    [
        ("json", "[]\n"),
        ("jsonl", ""),
        ("csv", ",".join(f'"{column}"' for column in COLUMNS) + "\r\n"),
        ("tsv", "\t".join(COLUMNS) + "\n"),
    ],
)
def test_no_records(format_: Format, empty: str) -> None:
    assert written(format_, []) == empty


@pytest.mark.parametrize("format_", TEXT)
def test_records_are_taken_as_they_come(format_: Format) -> None:
    def endless() -> Iterable[Record]:
        for number in range(1_000_000):
            assert number < 50, "the writer waits for all records before it writes the first"
            yield record(document=f"{number}.txt")

    class Enough(io.StringIO):
        def write(self, text: str) -> int:
            if "3.txt" in text:
                raise BrokenPipeError
            return super().write(text)

    with pytest.raises(BrokenPipeError):
        writer(format_).write(endless(), Enough())


def test_text_of_csv_is_quoted_and_nothing_else() -> None:
    rows = [record(item='他说"好"', article=None, sentence="", value=Decimal("-0.031"))]
    _, line, end = written("csv", rows).split("\r\n")
    assert end == ""
    assert line == (
        '"0123456789abcdef","a.txt",,"2024-09","fund","fund_size","他说""好""","杭州市","330100","人才基金",'
        '-0.031,,,"over","元","CNY",,,"2024","actual","超16.4亿元",10,17,"","talent/fund"'
    )


@given(st.lists(records(), max_size=4))
def test_csv_reads_back(rows: list[Record]) -> None:
    head, *body = csv.reader(io.StringIO(written("csv", rows), newline=""), strict=True)
    assert tuple(head) == COLUMNS
    for cells, row in zip(body, rows, strict=True):
        for found, (_, value) in zip(cells, row, strict=True):
            if isinstance(value, str):
                assert text_of(found) == value
            else:
                assert found == cell(value)


@pytest.mark.parametrize("sentence", ["", "一" * 3000, "a,b;c: 'd', \"e\"", "有，没有；\t有\n" * 9])
def test_programs_that_guess_find_the_delimiter_of_csv(sentence: str) -> None:
    text = written("csv", [record(sentence=sentence)] * 3)
    for length in (1024, 2048):
        assert csv.Sniffer().sniff(text[:length]).delimiter == ","


texts_of_tsv = st.text(st.sampled_from("\\tnr\t\n\r\"'=+一"), min_size=1, max_size=8)


@given(
    st.lists(st.builds(record, item=texts_of_tsv, sentence=texts_of_tsv, document=texts_of_tsv), max_size=4)
)
def test_a_record_is_a_line_of_tsv_whoever_reads_it(rows: list[Record]) -> None:
    text = written("tsv", rows)
    assert "\r" not in text
    head, *lines, end = text.split("\n")
    assert (head, end, len(lines)) == ("\t".join(COLUMNS), "", len(rows))
    cells = [line.split("\t") for line in lines]
    assert all(len(row) == len(COLUMNS) for row in cells)
    assert [*csv.reader(lines, delimiter="\t", strict=True)] == cells


ESCAPED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


@given(texts_of_tsv)
def test_a_cell_of_tsv_reads_back(text: str) -> None:
    written_as = tsv_cell(text)
    assert tsv_text_of(written_as) == text
    assert written_as.endswith("".join(ESCAPED.get(each, each) for each in text))
    assert not written_as.startswith(('"', "=", "+"))


RUNNING = ["=1+1", "+86", "-3.1%", "@x", "\tx", "\rx", "\nx", '=HYPERLINK("x")', "＝1＋1", "'=1", "''\tx"]


@pytest.mark.parametrize("text", RUNNING)
def test_a_cell_that_would_run_is_harmless(text: str) -> None:
    _, cells = csv.reader(io.StringIO(written("csv", [record(raw=text, item=text)]), newline=""))
    row = dict(zip(COLUMNS, cells, strict=True))
    assert row["raw"] == row["item"] == f"'{text}"


@pytest.mark.parametrize("text", [*RUNNING, '"=1+1"', '"', "'\"x"])
def test_a_cell_of_tsv_that_would_run_is_harmless(text: str) -> None:
    assert tsv_cell(text).startswith("'")
    assert tsv_text_of(tsv_cell(text)) == text


UNESCAPED = str.maketrans({"\\": None, "\t": None, "\n": None, "\r": None})


@given(texts_of_tsv)
def test_what_another_program_makes_of_tsv_as_csv_reads_back(text: str) -> None:
    """And of CSV as TSV; the program unpacks escapes and knows nothing of apostrophes."""
    plain_text = text.translate(UNESCAPED)
    assert text_of(tsv_cell(plain_text)) == tsv_text_of(cell(plain_text)) == plain_text


@pytest.mark.parametrize("text", ["'", "'a", "a=1", 'a"b"', "\\=1", "1-2", "人才"])
def test_other_cells_are_left_alone(text: str) -> None:
    assert cell(text) == text
    assert tsv_cell(text) == text.replace("\\", "\\\\")


def test_a_negative_number_stays_a_number() -> None:
    _, cells = csv.reader(io.StringIO(written("csv", [record(value=Decimal("-0.031"))]), newline=""))
    assert dict(zip(COLUMNS, cells, strict=True))["value"] == "-0.031"


@pytest.mark.parametrize("format_", TEXT)
def test_the_same_records_give_the_same_bytes(format_: Format) -> None:
    rows = [record(), record(raw="300", value=Decimal(300))]
    assert written(format_, rows) == written(format_, iter(rows))


def test_every_format_has_a_writer() -> None:
    names: tuple[Format, ...] = get_args(Format)
    assert len({writer(name).write for name in names}) == len(names)
    assert [name for name in names if not writer(name).binary] == TEXT


def test_figures_have_their_own_columns() -> None:
    line = (
        '{"document": "a.txt", "start": 2, "end": 9, "raw": "超16.4亿元", "kind": "money", '
        '"value": 1640000000, "low": null, "high": null, "bound": "over", "unit": "元", "currency": "CNY", '
        '"per": null, "date": null}'
    )
    assert written_figures("jsonl", [figure_row()]) == f"{line}\n"
    assert written_figures("json", [figure_row(), figure_row()]) == f"[\n{line},\n{line}\n]\n"
    assert "1,640,000,000" in written_figures("table", [figure_row()])


def test_a_line_of_a_figure_is_sent_off_before_the_next_is_asked_for() -> None:
    class Sent(io.StringIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed = self.getvalue().count("\n")

    stream = Sent()

    def three() -> Iterable[FigureRow]:
        for number in range(3):
            assert stream.flushed == number
            yield figure_row()

    figure_writer("jsonl").write(three(), stream)
    assert stream.flushed == 3
