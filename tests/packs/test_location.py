"""A pack that comes with talentx goes by its bare name."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentx.packs.location import default_pack, located


def test_a_bare_name_is_the_pack_that_comes_with_talentx(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert located("talent") == default_pack()
    assert located("./talent") == Path("talent")
    assert located("rules/talent") == Path("rules/talent")
    assert located("other") == Path("other")
    assert located("..") == Path("..")


def test_a_folder_here_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talent").mkdir()
    assert located("talent") == Path("talent")
