"""Where the rule pack is that comes with talentx."""

from __future__ import annotations

from pathlib import Path


def default_pack() -> Path:
    """The folder of the talent pack: inside an installed package, else at the top level of the checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "rules"
    rules = shipped if shipped.is_dir() else package.parents[1] / "rules"
    return rules / "talent"
