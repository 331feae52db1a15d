"""docs/rules.md tells of the whole rule language, and what it shows is a rule that works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from talentx.packs.language import Condition, Family, Then
from talentx.packs.location import default_pack
from talentx.packs.pack import load_pack
from talentx.packs.strict_yaml import load
from talentx.pipeline import Extractor

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")


def _first_column(heading: str) -> set[str]:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([a-z_]+)` \|", section, re.MULTILINE))


def test_every_slot_is_explained() -> None:
    assert _first_column("Slots") == set(Condition.model_fields)


def test_every_field_of_then_is_explained() -> None:
    assert _first_column("Then") == set(Then.model_fields)


@pytest.mark.parametrize("family", [p.name for p in sorted(default_pack().glob("*.yaml"))])
def test_every_family_is_listed(family: str) -> None:
    assert f"| `{family}` |" in PAGE


def test_the_rule_shown_works(tmp_path: Path) -> None:
    shown = tmp_path / "family.yaml"
    shown.write_text(PAGE.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    (tmp_path / "pack.yaml").write_text("name: shown\nversion: '1'\ndescription: shown\n", encoding="utf-8")
    (rule,) = load(shown, Family).rules
    assert rule.id in {rule.id for rule in load_pack(default_pack(), tmp_path).rules}
    extractor = Extractor(rules=(default_pack(), tmp_path))
    for example in rule.examples:
        text = re.sub(r"[\[\]]", "", example.text)
        found = extractor.extract(text, document="-", published=example.published)
        assert rule.id in [record.rule for record in found]
