"""What a check reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from talentx.comparison.checks.statements import Statement
from talentx.comparison.model import Stated


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction: which check found it, what it is in plain English, and the records that show it."""

    check: str
    message: str
    evidence: tuple[Stated, ...]


def finding(check: str, message: str, statements: Iterable[Statement]) -> Finding:
    """A finding on these statements."""
    return Finding(check, message, tuple(statement.row for statement in statements))


def printed(statement: Statement) -> str:
    """A figure as it is printed, on one line."""
    return "".join(statement.row.raw.split())


def listed(statements: Iterable[Statement], joint: str = ", ") -> str:
    """The figures of a list as they are printed."""
    return joint.join(printed(each) for each in statements)
