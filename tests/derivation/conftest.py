"""Explaining texts by the small pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from derivation.packs import small_pack

import talentx
from talentx import Derivation

Explain = Callable[..., list[Derivation]]


@pytest.fixture(scope="session")
def explain(tmp_path_factory: pytest.TempPathFactory) -> Explain:
    """`talentx.explain` by the small pack."""
    pack: Path = small_pack(tmp_path_factory.mktemp("small"))
    return lambda text, **options: talentx.explain(text, rules=pack, **options)
