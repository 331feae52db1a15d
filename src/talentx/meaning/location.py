"""Where the rule packs are that come with talentx."""

from __future__ import annotations

from pathlib import Path

DEFAULT = "talent"


def default_pack() -> Path:
    """The folder of the talent pack."""
    return _shipped() / DEFAULT


def located(pack: str | Path) -> Path:
    """The folder of a pack as a user names it: a path, or the bare name (talent) of one of talentx's own.

    A folder of that name in the current one goes first.
    """
    name, folder = str(pack), Path(pack)
    if folder.name == name and not folder.is_dir() and (_shipped() / name).is_dir():
        return _shipped() / name
    return folder


def _shipped() -> Path:
    """The folder of packs: inside an installed package, else at the top level of the checkout."""
    package = Path(__file__).resolve().parents[1]
    rules = package / "rules"
    return rules if rules.is_dir() else package.parents[1] / "rules"
