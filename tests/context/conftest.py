from __future__ import annotations

from pathlib import Path

import pytest

from talentx.context.places import Gazetteer

RULES = Path(__file__).parents[2] / "rules" / "base"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(RULES)
