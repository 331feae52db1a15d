"""The table on a terminal: text as printed, columns that fit, wide characters counted as wide."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import record, records
from rich.cells import cell_len

from talentx.output.table import write
from talentx.records.model import Record


def shown(rows: list[Record], width: int = 200) -> str:
    stream = io.StringIO()
    write(rows, stream, width)
    return stream.getvalue()


@pytest.mark.parametrize(
    "text", ["[text]", "[bold]人[/bold]", "【人才】", "[/]", ":smile:", "\\[x]", "a[b]c"]
)
def test_text_is_shown_as_printed(text: str) -> None:
    table = shown([record(raw=text, item=text, subject=text, document=text)])
    assert table.count(text) == 4


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("5\n00名", "5⏎00名"),
        ("5\r\n00", "5⏎00"),
        ("\x1b[31m红", "�[31m红"),
        ("a\u202eb", "a�b"),
        ("5\t人", "5 人"),
    ],
)
def test_nothing_steers_the_terminal(text: str, seen: str) -> None:
    assert seen in shown([record(raw=text)])


@pytest.mark.parametrize(
    ("changes", "seen"),
    [
        ({"value": Decimal("1.64E+9")}, "1,640,000,000"),
        ({"value": Decimal("0.0510")}, "0.051"),
        ({"value": Decimal("-0.031")}, "-0.031"),
        ({"value": Decimal("-42000")}, "-42,000"),
        (
            {"value": None, "bound": "range", "low": Decimal(3000), "high": Decimal("5000.5")},
            "3,000 – 5,000.5",
        ),
        ({"kind": "date", "value": None, "bound": None, "date": "2024-09-28"}, "2024-09-28"),
    ],
)
def test_numbers_as_people_read_them(changes: dict[str, object], seen: str) -> None:
    assert seen in shown([record(**changes)])


@given(st.lists(records(), min_size=1, max_size=3), st.integers(30, 250))
def test_no_line_is_wider_than_the_terminal(rows: list[Record], width: int) -> None:
    for line in shown(rows, width).split("\n"):
        assert cell_len(line.rstrip()) <= width


@pytest.mark.parametrize(
    ("width", "heads"),
    [
        (20, "figure value"),
        (40, "figure value unit kind"),
        (60, "figure value unit kind indicator time"),
        (80, "figure value unit bound kind indicator place time status"),
        (120, "figure value unit bound kind indicator item place time status subject sentence"),
    ],
)
def test_columns_go_as_the_terminal_narrows(width: int, heads: str) -> None:
    assert shown([record()], width).splitlines()[1].split() == heads.split()


@pytest.mark.parametrize("width", [1, 2, 8])
def test_no_terminal_is_too_narrow(width: int) -> None:
    assert shown([record()], width)


def test_columns_line_up_beside_wide_characters() -> None:
    rows = [record(raw="超16.4亿元"), record(raw="9"), record(raw="二〇二四年")]
    lines = shown(rows).splitlines()[2:]
    assert len({cell_len(line[: line.index("1,640,000,000")]) for line in lines}) == 1


def test_a_heading_for_each_document() -> None:
    table = shown([record(document="a.txt"), record(document="a.txt"), record(document="b.txt")])
    assert [line for line in table.splitlines() if "·" in line] == ["a.txt · 2 figures", "b.txt · 1 figure"]


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    assert "subject" not in shown([record(subject=None)])
    assert "subject" in shown([record()])
