"""docs/explain.md shows what `talentx explain` prints, and names every step."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import talentx
from talentx import Derivation
from talentx.derivation.tree import lines

PAGE_FILE = Path(__file__).parents[2] / "docs" / "explain.md"
PAGE = PAGE_FILE.read_text(encoding="utf-8")
WIDTH = 110


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack that the page shows."""
    folder = tmp_path_factory.mktemp("page") / "mine"
    for group, name, word in (("nouns", "grants", "补贴"), ("verbs", "pay", "给予")):
        (folder / "words" / group).mkdir(parents=True)
        (folder / "words" / group / f"{name}.txt").write_text(f"{word}\n", encoding="utf-8")
    (folder / "pack.yaml").write_text("name: mine\nversion: '1'\ndescription: shown\n", encoding="utf-8")
    (folder / "family.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    return folder


def answer(command: str, pack: Path) -> list[Derivation]:
    """What a command of the page says of the text that it shows."""
    target, *options = shlex.split(command)[2:]
    offset = int(target.partition(":")[2]) if ":" in target else None
    why_not = options[options.index("--why-not") + 1] if "--why-not" in options else None
    return talentx.explain(blocks("text")[0], rules=pack, offset=offset, why_not=why_not)


def sessions() -> Iterator[tuple[str, str]]:
    """Each command of the page with what stands below it."""
    for block in blocks("console"):
        for session in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = session.partition("\n")
            yield command, shown.strip("\n")


@pytest.mark.parametrize(("command", "shown"), list(sessions()))
def test_the_page_shows_what_is_printed(command: str, shown: str, mine: Path) -> None:
    printed = [line for each in answer(command, mine) for line in lines(each, WIDTH)]
    assert shown.splitlines() == printed


def test_the_python_of_the_page_holds() -> None:
    exec(blocks("python")[0], {})  # noqa: S102


def test_every_step_is_on_the_page() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted((PAGE_FILE.parents[1] / "src/talentx/derivation").glob("*.py"))
    )
    steps = {*re.findall(r'Step\(\s*"([a-z ]+)"', source), *re.findall(r'_failed\([^"]*"([a-z]+)"', source)}
    told = set(re.findall(r"`([a-z ]+)`", PAGE))
    assert steps
    assert steps <= told
