"""A comparison as text for people."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from talentx.comparison.model import OUTCOMES
from talentx.comparison.views import table

from .making import AGAIN, EVERY, GONE, NEWS, ROSE, SAME, WAYS, evil, new, view

STYLE = re.compile(r"\x1b\[[0-9;]*m")
LONG = new("人才工作的任务都已按时完成，全市人才总量13.6万人，各区县也都有不少新的进展和成绩。")


@pytest.mark.parametrize("width", [10, 24, 40, 80, 200])
def test_it_fits_the_terminal_and_says_all(width: int) -> None:
    told = view("table", EVERY, width=width)
    lines = told.splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)
    bare = "".join(told.split())
    for outcome in OUTCOMES:
        assert f"{''.join(outcome.split())}:杭州市·talent_total·人才" in bare
    assert "+6,000to+17,000人(+4.6%to+14.2%)" in bare
    assert bare.endswith("1same,1duplicate")


def test_a_change_is_told_with_both_sentences() -> None:
    assert view("table", [ROSE], width=80).splitlines() == [
        "rose: 杭州市 · talent_total · 人才",
        "  12万余人 → 超13.6万人  +6,000 to +17,000人 (+4.6% to +14.2%), +2.3% to +6.8% a",
        "  year",
        "  - 2022.txt (杭州市, 2022)",
        "    人才总量12万余人。",
        "  + 2024.txt (杭州市, 2024)",
        "    人才总量超13.6万人。",
        "  the same indicator",
        "",
        "1 rose",
    ]


def test_the_rest_takes_a_line_each() -> None:
    assert view("table", [NEWS, GONE, SAME, AGAIN]).splitlines() == [
        "new: 杭州市 · talent_total · 人才  13.6万人 (2024)  人才总量13.6万人。",
        "",
        "gone: 杭州市 · talent_total · 人才  12万人 (2022)  人才总量12万人。",
        "",
        "same: 杭州市 · talent_total · 人才  62人",
        "",
        "duplicate: 杭州市 · talent_total · 人才  13.6万人  says again what 13.6万人 says",
        "",
        "1 new, 1 gone, 1 same, 1 duplicate",
    ]


def test_candidates_stand_together_each_once() -> None:
    assert view("table", WAYS).splitlines() == [
        "ambiguous: 杭州市 · talent_total · 人才",
        "  2 older and 1 newer figures are as like each other",
        "  - 12万人  2022.txt (杭州市, 2022)",
        "    东区12万人。",
        "  - 15万人  2022.txt (杭州市, 2022)",
        "    西区有15万人。",
        "  + 13万人  2024.txt (杭州市, 2024)",
        "    全市13万人。",
        "",
        "2 ambiguous",
    ]


@pytest.mark.parametrize("width", [30, 60, 80, 100])
def test_of_a_long_sentence_what_is_around_the_figure_is_shown(width: int) -> None:
    from talentx.comparison.rows import single

    line = view("table", [single("new", LONG, side=1, reason="")], width=width).splitlines()
    shown = next(each for each in line if "…" in each)
    assert "13.6万人" in shown
    assert cell_len(shown) > width - 4


def test_nothing_to_compare_is_said() -> None:
    assert view("table", []) == "nothing to compare\n"


def test_what_would_steer_the_terminal_is_shown() -> None:
    told = view("table", [evil("\x1b[2J\n\u202e[red]13人[/]")], width=80)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "[red]13人[/]" in told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_the_same_words_in_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    table.write(EVERY, stream, 80)
    styled = stream.getvalue()
    assert "\x1b[1m超13.6万人\x1b[0m" in styled
    bare = [line.rstrip() for line in STYLE.sub("", styled).splitlines()]
    assert bare == view("table", EVERY, width=80).splitlines()
