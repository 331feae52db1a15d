"""Errors for the user are one line, with an exit status."""

from __future__ import annotations

import pytest

from talentx.errors import (
    DocumentError,
    OutputError,
    PackError,
    RecordFileError,
    StoreError,
    TalentxError,
    UsageError,
)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (TalentxError("broken"), "broken"),
        (TalentxError("broken", "a.txt:3"), "a.txt:3: broken"),
        (TalentxError("broken", "a.txt", "mend it"), "a.txt: broken; mend it"),
        (TalentxError("broken\nin two", None, "mend it"), "broken in two; mend it"),
    ],
)
def test_one_line(error: TalentxError, line: str) -> None:
    assert str(error) == line


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (DocumentError, 1),
        (UsageError, 2),
        (PackError, 2),
        (OutputError, 2),
        (RecordFileError, 2),
        (StoreError, 2),
    ],
)
def test_exit_status(kind: type[TalentxError], status: int) -> None:
    assert kind("x").exit_code == status
