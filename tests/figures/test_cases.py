"""Every case of `cases/`: one meaning, many surfaces, read as the group's head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from figures.notation import shown

from talentx.figures.scan import read

HEAD = re.compile(r"\[(?:[a-z].*)?\]")
CASES = Path(__file__).parent / "cases"


def groups() -> Iterator[tuple[str, str, str]]:
    """(file and line, expected figures, text) of every case."""
    for path in sorted(CASES.glob("*.txt")):
        head = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if HEAD.fullmatch(line):
                head = line[1:-1]
            elif line and not line.startswith("#"):
                yield f"{path.stem}:{number}", head, line


@pytest.mark.parametrize(("place", "expected", "text"), list(groups()), ids=lambda value: str(value)[:40])
def test_reads_as_the_group_says(place: str, expected: str, text: str) -> None:
    folded = text.translate(
        {0xFF05: "%", 0xFF10: "0", 0xFF13: "3", 0xFF16: "6", 0x5104: "亿", 0x81FA: "台", 0x5E63: "币"}
    )
    figures = [figure for figure in read(folded) if figure.kind != "date" and figure.form != "article"]
    if not expected:
        figures = [figure for figure in figures if figure.form in ("plain", "magnitude")]
    assert "; ".join(map(shown, figures)) == expected, place
