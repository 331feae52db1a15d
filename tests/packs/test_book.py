"""What packs say together: rules that replace and are switched off, macros, every error with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs.making import BARE, MANIFEST, rule, rules, write_pack

from talentx.errors import PackError
from talentx.packs.book import read_book
from talentx.packs.folders import folders
from talentx.packs.pack import load_pack


def _two(tmp_path: Path, family: str, manifest: str = BARE) -> list[Path]:
    one = write_pack(tmp_path / "one", rules(rule("a"), rule("b")), MANIFEST)
    return [one, write_pack(tmp_path / "two", family, manifest, words={})]


def test_a_rule_is_replaced_by_one_that_says_so(tmp_path: Path) -> None:
    packs = _two(tmp_path, rules(rule("a", then="{kind: people}", more="    override: true\n")))
    assert {r.id: r.then.kind for r in load_pack(*packs).rules} == {"a": "people", "b": "count"}


def test_one_that_does_not_say_so_is_an_error_that_names_both_places(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"rule a is defined twice.*override: true") as caught:
        load_pack(*_two(tmp_path, rules(rule("a"))))
    assert str(caught.value.where).endswith("two/family.yaml:2:9")
    assert "one/family.yaml:2:9" in str(caught.value.advice)


def test_nothing_to_replace_is_an_error(tmp_path: Path) -> None:
    packs = _two(tmp_path, rules(rule("aa", more="    override: true\n")))
    with pytest.raises(PackError, match="no rule 'aa' to replace; did you mean 'a'"):
        load_pack(*packs)


def test_a_rule_is_switched_off_by_its_id(tmp_path: Path) -> None:
    packs = _two(tmp_path, rules(rule("c")), BARE + "disable: [a]\n")
    assert [r.id for r in load_pack(*packs).rules] == ["b", "c"]


def test_a_rule_switched_off_may_be_written_anew(tmp_path: Path) -> None:
    packs = _two(tmp_path, rules(rule("a", then="{kind: people}")), BARE + "disable: a\n")
    assert {r.id: r.then.kind for r in load_pack(*packs).rules} == {"a": "people", "b": "count"}


def test_switching_off_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no rule 'b1' to switch off; did you mean 'b'") as caught:
        load_pack(*_two(tmp_path, "rules: []\n", BARE + "disable: [a, b1]\n"))
    assert str(caught.value.where).endswith("two/pack.yaml:4:14")


MACRO = "macros:\n  few: {unit: [个, 家], bound: exact}\n"


def test_a_macro_stands_for_its_slots(tmp_path: Path) -> None:
    family = MACRO + rules(
        rule("a", "{use: few, figure: number}"), rule("b", "{unit: [个, 家], bound: exact}")
    )
    one, other = load_pack(write_pack(tmp_path, family)).rules
    assert one.when.model_copy(update={"figure": ()}) == other.when


def test_a_macro_is_shared_by_the_packs_that_extend_it(tmp_path: Path) -> None:
    one = write_pack(tmp_path / "one", MACRO + rules(rule("a")), MANIFEST)
    two = write_pack(
        tmp_path / "two", rules(rule("b", "{use: few}", more="    unless: {use: few}\n")), BARE, {}
    )
    placed = {each.rule.id: each for each in read_book(folders([one, two])).rules}["b"]
    assert placed.rule.when.unit == placed.rule.unless.unit == ("个", "家")
    assert placed.macros == ("few", "few")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{use: fow}", "no macro 'fow'; did you mean 'few'"),
        ("{use: few, unit: 人}", "unit stands in macro few too; write it in one of the two"),
        ("{use: [few, few]}", "bound stands in macro few too"),
    ],
)
def test_a_macro_that_is_not_there_or_says_a_slot_twice_is_an_error(
    tmp_path: Path, when: str, said: str
) -> None:
    with pytest.raises(PackError, match=said):
        load_pack(write_pack(tmp_path, MACRO + rules(rule("a", when))))


def test_a_macro_uses_no_other(tmp_path: Path) -> None:
    family = MACRO + "  more: {use: few}\n" + rules(rule("a"))
    with pytest.raises(PackError, match="macro more uses another"):
        load_pack(write_pack(tmp_path, family))


def test_every_error_of_every_file_is_told_with_its_place(tmp_path: Path) -> None:
    pack = write_pack(
        tmp_path, rules(rule("a", "{figure: numbr, unti: 个}"), rule("b", then="{kind: cuont}"))
    )
    (pack / "more.yaml").write_text(rules(rule("c", "{side: lefft}")), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(pack)
    told = [str(each).replace(f"{tmp_path}/", "") for each in (caught.value, *caught.value.others)]
    assert [each.split(": ")[0] for each in told] == [
        "family.yaml:3:27",
        "family.yaml:3:20",
        "family.yaml:8:18",
        "more.yaml:3:18",
    ]
    assert all("did you mean" in each for each in told)


def test_every_unknown_name_is_told(tmp_path: Path) -> None:
    family = rules(
        rule("a", "{noun: $tolent}", "{kind: count, indicator: nothing}"), rule("b", "{verb: $coem}")
    )
    with pytest.raises(PackError) as caught:
        load_pack(write_pack(tmp_path, family))
    assert [each.what for each in (caught.value, *caught.value.others)] == [
        "noun: no word list $tolent",
        "no indicator 'nothing'",
        "verb: no word list $coem",
    ]
