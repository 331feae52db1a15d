"""Where the rule packs are that come with talentx."""

from __future__ import annotations

from pathlib import Path

DEFAULT = "talent"
SHIPPED = "talentx"
"""What stands before the name of one of talentx's own packs: talentx/talent."""


def default_pack() -> Path:
    """The folder of the talent pack."""
    return shipped(DEFAULT)


def shipped(name: str) -> Path:
    """The folder of one of talentx's own packs."""
    return _shipped() / name


def shipped_names() -> list[str]:
    """The names of talentx's own packs."""
    return sorted(path.parent.name for path in _shipped().glob("*/pack.yaml"))


def is_shipped(folder: Path) -> bool:
    """Whether a pack is one of talentx's own."""
    return folder.resolve().parent == _shipped().resolve()


def located(pack: str | Path) -> Path:
    """The folder of a pack as a user names it: a path, or one of talentx's own (talent, talentx/talent).

    A folder of that name in the current one goes first.
    """
    folder = Path(pack)
    name = str(pack).removeprefix(f"{SHIPPED}/")
    if Path(name).name == name and not folder.is_dir() and name in shipped_names():
        return shipped(name)
    return folder


def _shipped() -> Path:
    """The folder of packs: inside an installed package, else at the top level of the checkout."""
    package = Path(__file__).resolve().parents[1]
    rules = package / "rules"
    return rules if rules.is_dir() else package.parents[1] / "rules"
