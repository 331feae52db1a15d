"""A tool that is missing skips a test, or fails it where tools are required."""

from __future__ import annotations

import pytest
from tools import needs


def test_a_missing_tool_skips_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TALENTX_REQUIRE_TOOLS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="`make tools` installs what is missing: no-such-tool"):
        needs("sh", "no-such-tool")


def test_a_missing_tool_fails_a_test_where_tools_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTX_REQUIRE_TOOLS", "1")
    with pytest.raises(pytest.fail.Exception, match="no-such-tool"):
        needs("no-such-tool")


def test_a_tool_that_is_there_is_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTX_REQUIRE_TOOLS", "1")
    assert needs("sh")
