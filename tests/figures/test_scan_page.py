"""The tables of docs/scan.md say what `scan` does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from figures.notation import shown

from talentx import scan

PAGE = Path(__file__).parents[2] / "docs" / "scan.md"


def rows() -> Iterator[tuple[str, str]]:
    """(text, what it says) of every surface in the page's tables of surfaces."""
    surfaces = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            surfaces = False
        elif line.startswith("| text |"):
            surfaces = True
        elif surfaces and not line.startswith("| ---"):
            texts, said = (cell.strip() for cell in line.strip("|").split("|"))
            yield from ((text.strip(), said) for text in texts.split("·"))


@pytest.mark.parametrize(("text", "said"), list(rows()))
def test_the_page_tells_the_truth(text: str, said: str) -> None:
    figures = [replace(figure, form="plain") for figure in scan(text, "2024-09-10")]
    assert "; ".join(map(shown, figures)) == said
