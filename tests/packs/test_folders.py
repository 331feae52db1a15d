"""Which folders a pack is read from, and that it stays inside them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from packs.making import BARE, WORDS, rule, rules, write_pack

from talentx.errors import PackError
from talentx.packs import book, folders, packfiles
from talentx.packs.folders import digest
from talentx.packs.location import shipped, shipped_names
from talentx.packs.pack import load_pack


def _extending(folder: Path, extends: str, family: str = "rules: []\n") -> Path:
    return write_pack(folder, family, BARE + f"extends: {extends}\n", words={})


def test_what_a_pack_extends_is_read_before_it(tmp_path: Path) -> None:
    pack = _extending(tmp_path, "talentx/talent", rules(rule("mine")))
    found = folders.folders([pack])
    assert [folder.path for folder in found] == [shipped("base"), shipped("talent"), pack]
    assert {"date", "award_amount", "mine"} <= {each.id for each in load_pack(pack).rules}


def test_a_pack_named_and_extended_is_read_once(tmp_path: Path) -> None:
    pack = _extending(tmp_path, "talentx/base")
    found = folders.folders([shipped("base"), pack, pack])
    assert [folder.path for folder in found] == [shipped("base"), pack]


def test_a_folder_inside_the_pack_may_be_extended(tmp_path: Path) -> None:
    write_pack(tmp_path / "common", rules(rule("common")), BARE, words={})
    assert [each.id for each in load_pack(_extending(tmp_path, "common")).rules] == ["common"]


@pytest.mark.parametrize("name", ["../other", "/", "common/../../other", "."])
def test_a_path_out_of_the_folder_or_back_to_it_is_refused(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path / "other", rules(rule("other")), BARE, words={})
    with pytest.raises(PackError, match=r"leads out of the pack's folder|no pack '/'|extends itself"):
        load_pack(_extending(tmp_path / "mine", f"'{name}'"))


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    _extending(tmp_path / "inner", "deep")
    (tmp_path / "inner" / "deep").symlink_to(tmp_path)
    _extending(tmp_path, "inner")
    with pytest.raises(PackError, match=r"leads out of|extends itself"):
        load_pack(tmp_path)


def test_a_misspelt_pack_is_told_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"no pack 'talentx/talant'.*did you mean 'talentx/talent'") as caught:
        load_pack(_extending(tmp_path, "talentx/talant"))
    assert str(caught.value.where).endswith("pack.yaml:4:10")


@pytest.mark.parametrize("name", ["family.yaml", "words/nouns/talent.txt", "pack.yaml"])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    outside = write_pack(tmp_path / "outside")
    pack = write_pack(tmp_path / "pack")
    (pack / name).unlink()
    (pack / name).symlink_to(outside / name)
    with pytest.raises(PackError, match=f"{name}: the file leads out of the pack's folder"):
        load_pack(pack)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    os.mkfifo(pack / "more.yaml")
    with pytest.raises(PackError, match="this is no file"):
        load_pack(pack)


def test_a_hundred_thousand_rules_are_refused(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "rules:\n" + "- {id: a, then: {kind: count}}\n" * 100_000)
    with pytest.raises(PackError, match="more than 20000 entries"):
        load_pack(pack)


def test_so_are_they_in_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "MOST_RULES", 10)
    pack = write_pack(tmp_path, rules(*(rule(f"a{n}") for n in range(6))))
    (pack / "more.yaml").write_text(rules(*(rule(f"b{n}") for n in range(6))), encoding="utf-8")
    with pytest.raises(PackError, match="more than 10 rules"):
        load_pack(pack)


def test_too_many_files_and_too_much_text_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = write_pack(tmp_path)
    with monkeypatch.context() as changed:
        changed.setattr(folders, "MOST_FILES", 3)
        with pytest.raises(PackError, match="more than 3 files"):
            load_pack(pack)
    with monkeypatch.context() as changed:
        changed.setattr(folders, "MOST_BYTES", 30)
        with pytest.raises(PackError, match="more than 30 bytes"):
            load_pack(pack)
    monkeypatch.setattr(packfiles, "MAX_BYTES", 60)
    with pytest.raises(PackError, match="larger than 60 bytes"):
        load_pack(pack)


def test_the_digest_changes_with_any_byte_and_not_with_the_place(tmp_path: Path) -> None:
    one, other = write_pack(tmp_path / "a" / "x"), write_pack(tmp_path / "b" / "x")
    before = digest(folders.folders([one]))
    assert before == digest(folders.folders([other]))
    (other / "words" / "verbs" / "come.txt").write_text("引进\n招\n", encoding="utf-8")
    assert before != digest(folders.folders([other]))


@pytest.mark.parametrize("name", shipped_names())
def test_a_shipped_pack_goes_by_its_name(name: str) -> None:
    (own,) = [folder for folder in folders.folders([shipped(name)]) if folder.path == shipped(name)]
    assert own.manifest.name == f"talentx/{name}"


@pytest.mark.parametrize("name", ["words/talent.txt", "words/extra/talent.txt", "words/nouns/talent.md"])
def test_a_word_list_that_would_not_be_read_is_told(tmp_path: Path, name: str) -> None:
    pack = write_pack(tmp_path)
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / name).write_text("技师\n", encoding="utf-8")
    with pytest.raises(PackError, match="a word list that is not read"):
        load_pack(pack)


@pytest.mark.parametrize(
    ("word", "said"), [("长" * 101, "more than 100 characters"), ("技\x01师", "control character")]
)
def test_a_word_that_no_text_holds_is_told_with_its_line(tmp_path: Path, word: str, said: str) -> None:
    pack = write_pack(tmp_path, words=WORDS | {"nouns/talent": f"人才\n{word}\n"})
    with pytest.raises(PackError, match=f"talent.txt:2: a.*{said}"):
        load_pack(pack)


@pytest.mark.parametrize("name", ["places.csv", "snapshots/family.jsonl"])
def test_nothing_else_of_a_pack_leads_out_of_it(tmp_path: Path, name: str) -> None:
    pack = write_pack(tmp_path / "pack")
    (tmp_path / "precious").write_text("kept\n", encoding="utf-8")
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / name).symlink_to(tmp_path / "precious")
    with pytest.raises(PackError, match="leads out of the pack's folder"):
        load_pack(pack)


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    pack = write_pack(tmp_path)
    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(PackError, match="words/nouns: cannot be read: Permission denied"):
        load_pack(pack)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("agreement:\n  套: [talant]", "no list of nouns 'talant'; did you mean 'talent'"),
        ("weak: [futur]", "no list of cues 'futur'; did you mean 'future'"),
        ("before_verbs: [没有]", "no cue '没有'"),
    ],
)
def test_what_a_manifest_names_is_there(tmp_path: Path, key: str, said: str) -> None:
    with pytest.raises(PackError, match=said) as caught:
        load_pack(write_pack(tmp_path, manifest=BARE + key + "\n"))
    assert "pack.yaml:" in str(caught.value.where)
