"""What a test needs and this machine has not: the test is skipped, or fails where everything is required."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def absent(reason: str) -> NoReturn:
    """Skip the test; under TALENTX_REQUIRE_TOOLS=1 fail it."""
    if os.environ.get("TALENTX_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
