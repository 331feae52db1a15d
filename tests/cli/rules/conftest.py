"""The installed script with its real pipeline, on small packs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from cli.conftest import SCRIPT, Run
from packs.making import MANIFEST, WORDS, write_pack

GOOD = """rules:
  - id: thing
    when: {figure: number}
    then: {kind: count}
    examples: ['来了[3个]', '走了[5个]', '苹果[7个]']
    counterexamples: ['去了[3%]']
  - id: stock
    when: {figure: number, noun: $talent}
    then: {kind: talent}
    examples: ['专家[3个]', '人才[5个]', '专家[7个]']
    counterexamples: ['苹果[3个]']
"""


@pytest.fixture
def talentx(tmp_path: Path) -> Run:
    """Runs `talentx ARGUMENT...` in `tmp_path`; the cache is a folder there."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "TALENTX_CACHE_DIR": str(tmp_path / ".cache")}
        done = subprocess.run(
            [SCRIPT, *arguments], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", timeout=120
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack whose two rules are sound."""
    return write_pack(tmp_path / "mine", GOOD, MANIFEST, WORDS)


def edit(pack: Path, old: str, new: str) -> None:
    """Change what the pack's family says."""
    path = pack / "family.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
