"""What docs/series.md says is so: its example, its options."""

from __future__ import annotations

import io
import re
from pathlib import Path

from talentx.cli.series import series as command
from talentx.comparison.series.cells import _SIGNS, CONFLICT, GAP
from talentx.comparison.series.choice import Choice
from talentx.comparison.series.grouping import _MOST
from talentx.comparison.series.model import series
from talentx.comparison.series.report import write_text
from talentx.pipeline import Extractor

PAGE = (Path(__file__).parents[3] / "docs" / "series.md").read_text(encoding="utf-8")
ARTICLES = {
    "a.txt": ("2022-01", "截至2021年底，杭州市人才总量285万人。"),
    "b.txt": ("2023-01", "截至2022年底，杭州市人才总量306万人。全年引进大学生36万人。"),
    "c.txt": ("2023-02", "2022年底，杭州全市人才总量达310万人。"),
    "d.txt": (
        "2024-09",
        "截至2024年9月，杭州全市人才总量超过330万人。今年1至9月，杭州引进大学生25万人。",
    ),
}


def test_the_table_shown_is_the_output() -> None:
    extractor = Extractor()
    records = [
        record
        for name, (published, text) in ARTICLES.items()
        for record in extractor.extract(text, document=name, published=published)
    ]
    stream = io.StringIO()
    write_text(Choice().of(series(records)), stream)
    told = [line.rstrip() for line in stream.getvalue().splitlines()]
    assert told == PAGE.split("```\n")[2].split("```")[0].splitlines()


def test_every_option_is_explained() -> None:
    options = set(re.findall(r"^\| `--(\w+)", PAGE, re.MULTILINE))
    own = {"indicator", "place", "years", "least", "layout", "format"}
    assert options == own
    assert {name.rstrip("_") for name in command.__annotations__} >= own
    assert f"{Choice().least} where it is not given" in PAGE


def test_every_sign_is_explained() -> None:
    table = PAGE.split("| part | says |")[1].split("\n\n")[0]
    assert all(f"`{sign}`" in table for sign in (*_SIGNS.values(), CONFLICT, GAP))
    assert f"than {_MOST} figures" in " ".join(PAGE.split())
