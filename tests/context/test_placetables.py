"""A broken table of places is named with its line when the pack is loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from talentx.context.places import Gazetteer
from talentx.errors import PackError
from talentx.pipeline import Extractor

UNITS = (
    "adcode,name,short,level,parent,until\n330000,浙江省,浙江,province,,\n330100,杭州市,杭州,city,330000,\n"
)
TABLES = {
    "places.csv": UNITS,
    "places_more.csv": "text,adcode,use,note\n武林,330100,alias,\n朝阳,,homonym,\n",
    "streets.csv": "adcode,name\n330106001,北山街道\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_whole_tables_load(folder: Path) -> None:
    gazetteer = Gazetteer(folder)
    assert [place.name for place in gazetteer] == ["浙江省", "杭州市"]
    assert [place.adcode for place in gazetteer.streets("北山街道")] == ["330106001"]


def test_line_ends_of_windows_are_fine(folder: Path) -> None:
    for name, text in TABLES.items():
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert [place.name for place in Gazetteer(folder).streets("北山街道")] == ["北山街道"]


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("places.csv", "short,", "", "places.csv:1: other columns"),
        ("places.csv", UNITS, "", "places.csv:1: other columns"),
        ("places.csv", "city,330000,", "city,330000", "places.csv:3: 5 cells"),
        ("places.csv", "city", "town", "places.csv:3: level: 'town' is none of province"),
        ("places.csv", "city,330000", "city,340000", "places.csv:3: no unit has the code '340000'"),
        ("places.csv", "city,330000", "city,", "places.csv:3: no unit has the code ''"),
        ("places.csv", "330100", "3301", "places.csv:3: no unit"),
        ("places.csv", "杭州市", '"杭州市', "places.csv:3: no CSV"),
        ("places_more.csv", "alias", "alais", "did you mean 'alias'"),
        ("places_more.csv", "330100", "990100", "places_more.csv:2: no unit has the code '990100'"),
        ("places_more.csv", "武林", "", "places_more.csv:2: no text"),
        ("streets.csv", "adcode", "code", "streets.csv:1: other columns"),
        ("streets.csv", "330106001", "330106", "streets.csv:2: no street"),
    ],
)
def test_a_broken_table(folder: Path, table: str, old: str, new: str, said: str) -> None:
    (folder / table).write_text(TABLES[table].replace(old, new), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        Gazetteer(folder)
    assert said in str(caught.value)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_not_there_or_not_utf8(folder: Path, table: str) -> None:
    (folder / table).write_bytes(b"a\n\xff")
    with pytest.raises(PackError, match=f"{table}:2: the file is not UTF-8"):
        Gazetteer(folder)
    (folder / table).unlink()
    with pytest.raises(PackError, match=f"cannot read {table}"):
        Gazetteer(folder)


def test_a_pack_with_a_broken_table_does_not_load(folder: Path) -> None:
    rules = Path(__file__).parents[2] / "rules" / "base"
    shutil.copy(rules / "pack.yaml", folder)
    shutil.copytree(rules / "words", folder / "words")
    (folder / "places.csv").write_text("no table", encoding="utf-8")
    with pytest.raises(PackError, match=r"places\.csv:1"):
        Extractor([folder])
