"""The commands of `talentx rules`, as a writer of rules meets them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from cli.conftest import Run
from cli.rules.conftest import edit

from talentx.packs.location import shipped_names


def test_sound_rules_pass(talentx: Run, pack: Path) -> None:
    done = talentx("rules", "test", "mine")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 rules: 2 validated, 6 reported, 0 noisy, 0 missing\n"


def test_what_fails_is_named_with_its_place_and_the_exit_status_is_1(talentx: Run, pack: Path) -> None:
    edit(pack, "noun: $talent", "noun: 专家")
    done = talentx("rules", "test", "mine")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        (
            "mine/family.yaml:10:26: missing: stock: '人才[5个]'; kind count by thing, not talent; "
            "stock lacks noun 专家 (here 人才)"
        ),
        "2 rules: 2 validated, 5 reported, 0 noisy, 1 missing",
    ]
    assert talentx("rules", "test", "mine", "-k", "专家").returncode == 0


def test_nothing_to_run_is_wrong_usage(talentx: Run, pack: Path) -> None:
    done = talentx("rules", "test", "mine", "-k", "nothing")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "talentx: mine: no example with 'nothing'; leave -k out\n"


def test_snapshots_are_written_for_review_and_kept_to(talentx: Run, pack: Path) -> None:
    assert "wrote mine/snapshots/family.jsonl" in talentx("rules", "test", "mine", "--update").stdout
    assert "the snapshots are as they were" in talentx("rules", "test", "mine", "--update").stdout
    edit(pack, "then: {kind: count}", "then: {kind: count, unit: 座}")
    done = talentx("rules", "test", "mine")
    assert done.returncode == 1
    assert "missing: thing: '来了[3个]'; not as it was reviewed: unit 座, was 个" in done.stdout
    assert talentx("rules", "test", "mine", "--update").returncode == 0
    assert talentx("rules", "test", "mine").returncode == 0


def test_the_junit_report_is_written(talentx: Run, pack: Path, tmp_path: Path) -> None:
    edit(pack, "noun: $talent", "noun: 专家")
    assert talentx("rules", "test", "mine", "--junit", "r.xml").returncode == 1
    (suite,) = Tree.parse(tmp_path / "r.xml").getroot()  # noqa: S314 - written right here
    assert (suite.get("tests"), suite.get("failures")) == ("8", "1")


def test_lint_names_each_finding_and_fails_for_errors(talentx: Run, pack: Path) -> None:
    assert talentx("rules", "lint", "mine").stdout == "2 rules: 0 errors, 0 warnings\n"
    edit(pack, "    counterexamples: ['苹果[3个]']\n", "")
    assert talentx("rules", "lint", "mine").returncode == 0
    assert talentx("rules", "lint", "mine", "--strict").returncode == 1
    edit(pack, "noun: $talent", "figure: number")
    edit(pack, "{figure: number, figure: number}", "{figure: number}")
    done = talentx("rules", "lint", "mine")
    assert done.returncode == 1
    assert (
        "mine/family.yaml:7:9: error: rule thing holds of just" in done.stdout
        or "contradiction" in done.stdout
    )


def test_a_new_pack_loads_tests_lints_and_extracts(talentx: Run, tmp_path: Path) -> None:
    done = talentx("rules", "new", "night-market")
    assert done.returncode == 0
    assert "night-market/family.yaml" in done.stdout
    assert talentx("rules", "test", "night-market").returncode == 0
    assert talentx("rules", "lint", "night-market", "--strict").returncode == 0
    (tmp_path / "a.txt").write_text("沿河夜市设摊位86个，引进博士3名。\n", encoding="utf-8")
    records = json.loads(talentx("extract", "a.txt", "--rules", "night-market").stdout)
    assert [record["indicator"].split(".")[0] for record in records] == ["market_stalls", "talent_inflow"]
    again = talentx("rules", "new", "night-market")
    assert (again.returncode, again.stdout) == (2, "")
    assert "it is there already, and not empty; name a new folder" in again.stderr


def test_a_new_pack_may_add_to_another(talentx: Run) -> None:
    assert talentx("rules", "new", "bare", "--extends", "talentx/base").returncode == 0
    assert talentx("rules", "test", "bare").returncode == 0
    wrong = talentx("rules", "new", "other", "--extends", "talentx/tallent")
    assert wrong.returncode == 2
    assert "did you mean 'talentx/talent'" in wrong.stderr
    assert talentx("rules", "new", "..").returncode == 2


def test_list_shows_packs_rules_and_a_corpus(talentx: Run, pack: Path, tmp_path: Path) -> None:
    plain = talentx("rules", "list", "mine").stdout.splitlines()
    assert plain[0] == "test 1 (mine): 2 rules, 8 examples, 4 word lists"
    assert plain[3].split() == ["rule", "stage", "says", "where"]
    (tmp_path / "a.txt").write_text("来了专家3个。买了苹果5个。\n", encoding="utf-8")
    counted = talentx("rules", "list", "mine", "--on", "a.txt").stdout
    assert "1 documents, 2 figures, 2 records" in counted
    assert "1  苹果  a.txt:11" in counted
    told = json.loads(talentx("rules", "list", "mine", "--on", "a.txt", "--format", "json").stdout)
    assert told["coverage"]["rules"] == {"stock": 1, "thing": 1}
    assert talentx("rules", "list", "mine", "--on", "none.txt").returncode != 0


@pytest.mark.parametrize("name", shipped_names())
def test_the_shipped_packs_are_listed_by_name(talentx: Run, name: str) -> None:
    done = talentx("rules", "list", name, "--indicators")
    assert done.returncode == 0
    assert f"talentx/{name}" in done.stdout


def test_diff_shows_what_an_edit_does(talentx: Run, pack: Path, tmp_path: Path) -> None:
    subprocess.run(["cp", "-r", pack, tmp_path / "edited"], check=True)
    edit(tmp_path / "edited", "noun: $talent", "noun: 专家")
    (tmp_path / "a.txt").write_text("来了专家3个。新人才5个。\n", encoding="utf-8")
    done = talentx("rules", "diff", "mine", "edited", "a.txt")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "a.txt:10-12: changed: '新人才[5个]。': kind talent → count; rule stock → thing",
        "1 records differ: 0 added, 0 removed, 1 changed",
    ]
    assert talentx("rules", "diff", "mine", "edited", "a.txt", "--exit-code").returncode == 1
    rows = json.loads(talentx("rules", "diff", "mine", "edited", "a.txt", "--format", "json").stdout)
    assert [row["new"]["kind"] for row in rows] == ["count"]
    assert talentx("rules", "diff", "mine", "mine", "a.txt").stdout == "no record differs\n"


def test_diff_takes_the_old_rules_from_git(talentx: Run, pack: Path, tmp_path: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "mine"], ["commit", "-qm", "rules"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    edit(pack, "noun: $talent", "noun: 专家")
    (tmp_path / "a.txt").write_text("新人才5个。\n", encoding="utf-8")
    assert "1 changed" in talentx("rules", "diff", "HEAD:mine", "mine", "a.txt").stdout
    wrong = talentx("rules", "diff", "HEAD:nothing", "mine", "a.txt")
    assert wrong.returncode == 2
    assert "HEAD:nothing: no such revision or folder" in wrong.stderr


def test_the_schema_is_json(talentx: Run) -> None:
    rules, pack = (json.loads(talentx("rules", "schema", "--for", each).stdout) for each in ("rules", "pack"))
    assert set(rules["properties"]) == {"indicators", "macros", "rules"}
    assert "extends" in pack["properties"]
    assert talentx("rules", "schema", "--for", "words").returncode == 2


def test_every_error_of_a_pack_is_a_line(talentx: Run, pack: Path) -> None:
    edit(pack, "figure: number", "figure: numbr")
    done = talentx("rules", "test", "mine")
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [
        "mine/family.yaml:3:20",
        "mine/family.yaml:8:20",
    ]


HOSTILE = {
    "a bomb of aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "another tag": "rules: !!python/object/apply:os.system ['echo no']\n",
    "nested without end": "rules: " + "[" * 100_000,
    "nested by dashes": "- " * 100_000 + "a\n",
    "a hundred thousand rules": "rules:\n" + "- {id: a, then: {kind: count}}\n" * 100_000,
    "not UTF-8": "rules: []\n\udcff",
    "a control character": "rules: [\x07]\n",
}


@pytest.mark.parametrize("family", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_pack_is_refused_in_a_line(talentx: Run, pack: Path, family: str) -> None:
    (pack / "family.yaml").write_bytes(family.encode("utf-8", "surrogateescape"))
    done = talentx("rules", "test", "mine")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("talentx: mine/family.yaml")


def test_a_pattern_that_explodes_ends_in_a_line(talentx: Run, pack: Path, tmp_path: Path) -> None:
    edit(pack, "noun: $talent", "left: '/(人|人人)+[甲乙]/'")
    (tmp_path / "a.txt").write_text("好" + "人" * 250 + "3个。\n", encoding="utf-8")
    done = talentx("extract", "a.txt", "--rules", "mine")
    assert done.returncode == 2
    assert "rule stock: the pattern" in done.stderr.splitlines()[-1]
