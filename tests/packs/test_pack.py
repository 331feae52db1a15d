from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import FAMILY, MANIFEST, WORDS, write_pack

from talentx.errors import PackError
from talentx.packs.location import default_pack
from talentx.packs.pack import load_pack


def test_the_talent_pack_loads() -> None:
    pack = load_pack(default_pack())
    assert {"talent_total", "fund_size", "award_amount", "event_date"} <= set(pack.indicators)


def test_rules_that_decide_and_rules_that_add_are_told_apart(tmp_path: Path) -> None:
    family = (
        FAMILY
        + "  - id: late\n    when: {cue: $future}\n    then: {status: target}\n    examples: ['[3个]']\n"
    )
    pack = load_pack(write_pack(tmp_path, family))
    assert {rule.id: rule.stage for rule in pack.rules} == {
        "late": "add",
        "stock": "decide",
        "thing": "decide",
    }


def test_words_end_at_a_comment_and_are_told_apart_by_class(tmp_path: Path) -> None:
    lexicon = load_pack(write_pack(tmp_path)).lexicon
    assert lexicon.lists["talent"] == ("人才", "专家")
    assert lexicon.classes("nouns", "高层次人才") == {"talent"}
    assert lexicon.classes("nouns", "人才公寓") == frozenset()
    assert lexicon.classes("verbs", "引进") == {"come"}


def test_packs_are_read_together_and_lists_grow(tmp_path: Path) -> None:
    more = write_pack(tmp_path / "more", "rules: []\n", words={"nouns/talent": "博士\n"})
    pack = load_pack(write_pack(tmp_path / "base"), more)
    assert pack.lexicon.lists["talent"] == ("人才", "专家", "博士")


@pytest.mark.parametrize(
    ("family", "words", "said"),
    [
        (FAMILY + FAMILY.split("rules:")[1], None, "stands twice|defined twice"),
        (FAMILY.replace("$talent", "$talant"), None, "did you mean 'talent'"),
        (FAMILY.replace("indicator: stock", "indicator: stack"), None, "did you mean 'stock'"),
        (FAMILY.replace('examples: ["人才[3人]"]', "examples: []"), None, "without an example"),
        (FAMILY.replace("when:", "wenn:"), None, "did you mean 'when'"),
        (FAMILY, WORDS | {"nouns/empty": "# none\n"}, "empty word list"),
        (FAMILY, WORDS | {"verbs/talent": "来\n"}, "in nouns already"),
    ],
    ids=["twice", "list", "indicator", "example", "key", "empty", "two groups"],
)
def test_a_broken_pack_says_what_is_wrong(
    tmp_path: Path, family: str, words: dict[str, str] | None, said: str
) -> None:
    with pytest.raises(PackError, match=said):
        load_pack(write_pack(tmp_path, family, words=words))


def test_two_rules_of_one_id_name_both_places(tmp_path: Path) -> None:
    write_pack(tmp_path)
    (tmp_path / "other.yaml").write_text(FAMILY.split("rules:")[0] + "rules: []\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path)
    assert str(caught.value.where).endswith("other.yaml:3:10")
    assert "family.yaml:3:10" in str(caught.value.advice)


@pytest.mark.parametrize(
    ("wrong", "right", "where"),
    [("$talent", "$talant", ":10:34"), ("indicator: stock", "indicator: stack", ":11:37")],
)
def test_what_is_not_there_is_named_with_its_place(
    tmp_path: Path, wrong: str, right: str, where: str
) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(write_pack(tmp_path, FAMILY.replace(wrong, right)))
    assert str(caught.value.where).endswith(f"family.yaml{where}")


def test_a_bad_byte_is_named_alike_in_a_word_list_and_a_family(tmp_path: Path) -> None:
    said = []
    for name in ("words/nouns/talent.txt", "family.yaml"):
        folder = write_pack(tmp_path / name.replace("/", "_"))
        (folder / name).write_bytes(b"# one\n\xff\n")
        with pytest.raises(PackError) as caught:
            load_pack(folder)
        assert str(caught.value.where).endswith(f"{name}:2")
        said.append((caught.value.what, caught.value.advice))
    assert said[0] == said[1]


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.yaml"):
        load_pack(tmp_path)


def test_a_manifest_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="did you mean 'version'"):
        load_pack(write_pack(tmp_path, manifest=MANIFEST.replace("version", "versoin")))
