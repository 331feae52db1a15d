"""What says how a text is read, in a few digits."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import write_pack

from talentx.errors import PackError
from talentx.packs import fingerprint as module
from talentx.packs.fingerprint import fingerprint
from talentx.packs.location import shipped


def test_the_built_in_pack_is_the_one_without_a_name() -> None:
    assert fingerprint([]) == fingerprint([shipped("talent")]) != fingerprint([shipped("base")])


def test_it_is_the_same_wherever_the_pack_is(tmp_path: Path) -> None:
    assert fingerprint([write_pack(tmp_path / "a" / "own")]) == fingerprint(
        [write_pack(tmp_path / "b" / "own")]
    )


@pytest.mark.parametrize("name", ["pack.yaml", "words/nouns/more.txt", "places.csv", "places_more.csv"])
def test_it_changes_with_rules_words_and_gazetteer(tmp_path: Path, name: str) -> None:
    pack = write_pack(tmp_path / "own")
    if not (pack / "places.csv").exists():
        (pack / "places.csv").write_text("", encoding="utf-8")
    before = fingerprint([pack])
    path = pack / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n# more\n")
    assert fingerprint([pack]) != before


def test_it_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint([])
    monkeypatch.setattr(module, "_READS", module._READS[1:])
    assert fingerprint([]) != before


def test_a_pack_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no rule pack here"):
        fingerprint([tmp_path])
