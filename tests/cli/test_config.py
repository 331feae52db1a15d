"""Settings in talentx.toml or pyproject.toml, in this folder or one above."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import write_pack

from talentx.cli.config import packs
from talentx.errors import UsageError
from talentx.packs.location import shipped


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder two below `tmp_path`, which is the current one."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    return below


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_without_settings_nothing_is_named(folder: Path) -> None:
    assert packs(None) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talentx.toml", 'rules = ["talent", "mine"]'),
        ("pyproject.toml", '[tool.talentx]\nrules = ["talent", "mine"]'),
    ],
)
def test_settings_above_are_found_and_paths_are_relative_to_them(
    folder: Path, tmp_path: Path, name: str, text: str
) -> None:
    write_pack(tmp_path / "mine")
    _write(tmp_path / name, text)
    assert packs(None) == [shipped("talent"), tmp_path / "mine"]


def test_one_pack_may_stand_without_a_list(folder: Path, tmp_path: Path) -> None:
    _write(tmp_path / "talentx.toml", 'rules = "talentx/base"')
    assert packs(None) == [shipped("base")]


def test_the_nearest_settings_count(folder: Path, tmp_path: Path) -> None:
    _write(tmp_path / "talentx.toml", 'rules = ["talent"]')
    _write(folder.parent / "pyproject.toml", '[project]\nname = "other"')
    assert packs(None) == [shipped("talent")]
    _write(folder / "pyproject.toml", '[tool.talentx]\nrules = ["base"]')
    assert packs(None) == [shipped("base")]


def test_the_command_line_goes_before_them(folder: Path, tmp_path: Path) -> None:
    _write(tmp_path / "talentx.toml", "rules = broken")
    assert packs(["talent"]) == [shipped("talent")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules = broken", "not TOML: .*line 1"),
        ("rule = []", "unknown key 'rule'; its keys are rules and db"),
        ("rules = [3]", "rules is no list of folders"),
        ("rules = ['']", "rules is no list of folders"),
    ],
)
def test_settings_that_are_none_are_told(folder: Path, text: str, said: str) -> None:
    _write(folder / "talentx.toml", text)
    with pytest.raises(UsageError, match=said):
        packs(None)


@pytest.mark.parametrize("text", ["tool = 5", "[tool]\ntalentx = 5"])
def test_a_pyproject_of_another_shape_is_no_fault(folder: Path, text: str) -> None:
    _write(folder / "pyproject.toml", text)
    if "talentx" in text:
        with pytest.raises(UsageError, match=r"tool\.talentx is no table"):
            packs(None)
    else:
        assert packs(None) == []


def test_a_pack_that_is_not_there_is_told_with_the_settings(folder: Path) -> None:
    _write(folder / "talentx.toml", '# ours\nrules = ["talant"]')
    with pytest.raises(UsageError, match=r"talentx.toml:2: no rule pack 'talant'; did you mean 'talent'"):
        packs(None)
