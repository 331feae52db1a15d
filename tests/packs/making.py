"""Small rule packs, written into a folder for a test."""

from __future__ import annotations

from pathlib import Path

MANIFEST = "name: test\nversion: '1'\ndescription: a pack for tests\nagreement:\n  人: [talent]\n"
FAMILY = """
indicators:
  stock: {zh: 总量, en: stock, definition: how many there are, measure: stock}
rules:
  - id: thing
    when: {figure: number}
    then: {kind: count}
    examples: ["来了[3个]"]
  - id: stock
    when: {figure: number, noun: $talent}
    then: {kind: talent, indicator: stock}
    examples: ["人才[3人]"]
"""
WORDS = {
    "nouns/talent": "人才\n专家 # both\n",
    "verbs/come": "引进\n",
    "cues/future": "将\n",
    "stops/stop": "参会\n",
}
BARE = "name: bare\nversion: '1'\ndescription: adds to another\n"
"""The manifest of a pack that adds to others."""


def write_pack(
    folder: Path, family: str = FAMILY, manifest: str = MANIFEST, words: dict[str, str] | None = None
) -> Path:
    """The folder, with the pack in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(manifest, encoding="utf-8")
    (folder / "family.yaml").write_text(family, encoding="utf-8")
    for name, lines in (WORDS if words is None else words).items():
        path = folder / "words" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lines, encoding="utf-8")
    return folder


def rule(id_: str, when: str = "{figure: number}", then: str = "{kind: count}", more: str = "") -> str:
    """One rule as an entry of `rules:`."""
    return f"  - id: {id_}\n    when: {when}\n    then: {then}\n{more}    examples: ['来了[3个]']\n"


def rules(*entries: str) -> str:
    """A family of these rules."""
    return "rules:\n" + "".join(entries)
