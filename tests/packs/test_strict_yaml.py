from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from talentx.errors import PackError
from talentx.packs.strict_yaml import load_with_source


class Leaf(BaseModel):
    model_config = ConfigDict(extra="forbid")
    colour: str = "red"


class Tree(BaseModel):
    model_config = ConfigDict(extra="forbid")
    leaves: list[Leaf] = []
    height: int = 0


def _error(tmp_path: Path, text: str | bytes) -> PackError:
    path = tmp_path / "tree.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(PackError) as caught:
        load_with_source(path, Tree)
    return caught.value


def test_a_fitting_file_is_the_model(tmp_path: Path) -> None:
    path = tmp_path / "tree.yaml"
    path.write_text("leaves: [{colour: green}, {}]\nheight: 3\n", encoding="utf-8")
    assert load_with_source(path, Tree)[0] == Tree(leaves=[Leaf(colour="green"), Leaf()], height=3)


def test_an_empty_file_is_a_model_of_defaults(tmp_path: Path) -> None:
    path = tmp_path / "tree.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert load_with_source(path, Tree)[0] == Tree()


def test_an_unknown_key_is_named_with_line_column_and_the_nearest_right_one(tmp_path: Path) -> None:
    error = _error(tmp_path, "height: 2\nleaves:\n  - color: green\n")
    assert "'color'" in error.what
    assert error.where is not None
    assert error.where.endswith("tree.yaml:3:5")
    assert error.advice == "did you mean 'colour'?"


def test_a_wrong_value_is_named_with_its_line(tmp_path: Path) -> None:
    error = _error(tmp_path, "leaves: []\nheight: tall\n")
    assert "height" in error.what
    assert error.where is not None
    assert ":2:" in error.where


def test_a_key_that_stands_twice_names_both_places(tmp_path: Path) -> None:
    error = _error(tmp_path, "height: 1\nleaves: []\nheight: 2\n")
    assert error.where is not None
    assert error.where.endswith(":3:1")
    assert "tree.yaml:1:1" in str(error.advice)


@pytest.mark.parametrize(
    "text",
    [
        "leaves: [",
        "height: 1\n\theight: 2\n",
        "a: &x [1]\nb: *x\n",
        "leaves: [&x {colour: red}, *x]\n",
        "height: !!python/object/apply:os.getcwd []\n",
        "\x00",
        b"\xff\xfe\x00",
    ],
    ids=["open bracket", "tab", "alias", "alias in a list", "python tag", "control character", "no UTF-8"],
)
def test_what_is_no_plain_yaml_is_refused_in_one_line(tmp_path: Path, text: str | bytes) -> None:
    error = _error(tmp_path, text)
    assert "\n" not in str(error)
    assert "tree.yaml" in str(error)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot read"):
        load_with_source(tmp_path / "none.yaml", Tree)


SHALLOW = {
    "brackets in comments": "# see [ here\n" * 60 + "height: 3\n",
    "closing ones in comments": "# ]]]]\n" * 60 + "leaves: [{}]\n",
}
DEEP = {
    "flow": "leaves: " + "[" * 5000,
    "behind closing ones in a comment": "# " + "]" * 5000 + "\nleaves: " + "[" * 5000,
    "each with a closing one in quotes": "leaves: " + "[']', " * 5000,
    "dashes": "- " * 5000 + "a\n",
    "questions": "? " * 5000 + "a\n",
}


@pytest.mark.parametrize("text", SHALLOW.values(), ids=SHALLOW)
def test_brackets_that_open_nothing_do_not_count(tmp_path: Path, text: str) -> None:
    (tmp_path / "tree.yaml").write_text(text, encoding="utf-8")
    load_with_source(tmp_path / "tree.yaml", Tree)


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_nests_too_deep_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "tree.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match="nested too deep"):
        load_with_source(tmp_path / "tree.yaml", Tree)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("? [a, b]\n: c\n", "a key that is no word"),
        ("<<: {height: 3}\n", "a key that is no word"),
        ("height: !!python/object/apply:os.system ['x']\n", "not possible here: .*take the tag"),
        ("leaves: &a [{}]\nheight: *a\n", ":2:9: aliases"),
    ],
)
def test_what_is_no_plain_yaml_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "tree.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=said):
        load_with_source(tmp_path / "tree.yaml", Tree)
