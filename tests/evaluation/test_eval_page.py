"""What docs/eval.md says is so: its fields, its commands, and its row of gold."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from talentx.evaluation.gold import CHOICES, FIELDS, MARKS, fault, missing

from .making import GOLD, ROOT, SEEDS

ARTICLE = "2025-gongshu"
PAGE = (ROOT / "docs" / "eval.md").read_text(encoding="utf-8")


def test_every_field_is_explained_with_its_words() -> None:
    table = PAGE.split("| field | is |\n")[1].split("\n\n")[0]
    assert set(re.findall(r"`(\w+)`(?=[^|]*\| )", table)) == {*FIELDS, *MARKS}
    for words in CHOICES.values():
        assert ", ".join(words) in table


def test_the_row_shown_is_gold() -> None:
    row = json.loads(PAGE.split("```json\n")[1].split("```")[0])
    assert (fault(row), missing(row), tuple(row)) == (None, [], FIELDS)


def test_the_commands_work_one_after_another(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    shutil.copy(SEEDS / f"{ARTICLE}.txt", tmp_path / "articles")
    shutil.copy(GOLD / f"{ARTICLE}.jsonl", tmp_path / "gold")
    dated = f"file,published,title\n{ARTICLE}.txt,2025-06,\n"
    (tmp_path / "articles" / "sources.csv").write_text(dated, encoding="utf-8")
    commands = [
        shlex.split(line.strip())
        for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
        for line in block.splitlines()
        if line.strip()
    ]
    assert len(commands) == 8
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60
        )
        assert (done.returncode, done.stderr) == (0, ""), command
        stand_in_for_the_tool(tmp_path)
    assert (tmp_path / "report.html").exists()


def stand_in_for_the_tool(folder: Path) -> None:
    """What was exported comes back as it is: the predictions submitted, the lines exported again."""
    if (folder / "tasks.json").exists():
        tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
        done = [{**task, "annotations": task["predictions"]} for task in tasks]
        (folder / "project.json").write_text(json.dumps(done), encoding="utf-8")
    if (folder / "articles.jsonl").exists():
        shutil.copy(folder / "articles.jsonl", folder / "all.jsonl")
