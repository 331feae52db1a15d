"""docs/rules.md and docs/new-indicator.md tell of the whole rule language, and what they show works."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from talentx.authoring.testing import cases, run
from talentx.packs.book import read_book
from talentx.packs.folders import folders
from talentx.packs.language import Condition, Manifest, Then
from talentx.packs.location import shipped_names
from talentx.pipeline import Extractor

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "rules.md").read_text(encoding="utf-8")
GUIDE = (DOCS / "new-indicator.md").read_text(encoding="utf-8")
YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
SCRIPT = Path(sys.executable).with_name("talentx")


def _first_column(heading: str) -> set[str]:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([a-z_]+)`", cell)}


@pytest.mark.parametrize(
    ("heading", "model"),
    [("Slots", Condition), ("Then", Then), ("Packs", Manifest)],
    ids=["slots", "then", "packs"],
)
def test_every_key_is_explained(heading: str, model: type[Condition] | type[Then] | type[Manifest]) -> None:
    assert _first_column(heading) == set(model.model_fields)


@pytest.mark.parametrize("name", shipped_names())
def test_every_pack_is_told_of(name: str) -> None:
    assert f"`talentx/{name}`" in PAGE


def test_the_rules_shown_work(tmp_path: Path) -> None:
    manifest, family = YAML.findall(PAGE)
    (tmp_path / "pack.yaml").write_text(manifest, encoding="utf-8")
    (tmp_path / "family.yaml").write_text(family, encoding="utf-8")
    book = read_book(folders([tmp_path]))
    results = list(run(Extractor([tmp_path]), cases(book, of=book.own()), {}))
    assert [result.why for result in results] == [""] * 8
    assert "housing_units.title" not in {placed.rule.id for placed in book.rules}


def _talentx(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    assert words[0] == "talentx"
    return subprocess.run(
        [SCRIPT, *words[1:]], cwd=folder, capture_output=True, encoding="utf-8", timeout=120
    )


def test_the_steps_of_the_guide_are_exactly_those(tmp_path: Path) -> None:
    (start, look, use), (indicator, rule) = SHELL.findall(GUIDE), YAML.findall(GUIDE)
    (tmp_path / "articles").mkdir()
    article = "环湖新变\n\n环湖轮渡每天开行52班，夜市设摊位40个。\n"
    (tmp_path / "articles" / "a.txt").write_text(article, encoding="utf-8")
    for command in start.splitlines():
        assert _talentx(tmp_path, command).returncode == 0
    path = tmp_path / "lakeside" / "family.yaml"
    head, rules = path.read_text(encoding="utf-8").split("\nrules:\n")
    path.write_text(f"{head.rstrip()}\n{indicator}\nrules:\n{rules}\n{rule}", encoding="utf-8")
    told = [_talentx(tmp_path, command) for command in (*look.splitlines(), *use.splitlines())]
    assert [done.returncode for done in told] == [0] * 5
    assert told[0].stdout == "2 rules: 4 validated, 6 reported, 0 noisy, 0 missing\n"
    assert told[1].stdout == "2 rules: 0 errors, 0 warnings\n"
    assert "records that differ: 2 (0 added, 0 removed, 2 changed)" in told[2].stdout
    assert '"indicator": "ferry_trips"' in told[4].stdout
    (tmp_path / "talentx.toml").write_text('rules = ["lakeside"]\n', encoding="utf-8")
    assert '"indicator": "market_stalls"' in _talentx(tmp_path, "talentx extract articles/").stdout
