"""Work in a second process comes to what it comes to in one."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from talentx.comparison.beside import both

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no second process without fork")

MUCH = 10**6


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def fails() -> None:
    raise ValueError("no such figure")


def test_much_work_is_done_by_two_processes() -> None:
    mine, other = both(MUCH, os.getpid, os.getpid)
    assert mine == os.getpid() != other


@pytest.mark.parametrize("cores", [1, None])
def test_on_one_core_all_is_done_here(monkeypatch: pytest.MonkeyPatch, cores: int | None) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert both(MUCH, os.getpid, os.getpid) == (os.getpid(), os.getpid())


def test_little_work_is_done_here() -> None:
    assert both(1, os.getpid, os.getpid) == (os.getpid(), os.getpid())


def test_without_fork_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert both(MUCH, os.getpid, os.getpid) == (os.getpid(), os.getpid())


def test_a_result_may_be_larger_than_any_pipe() -> None:
    large = list(range(300_000))
    assert both(MUCH, lambda: Decimal("1.20"), lambda: large) == (Decimal("1.20"), large)


def test_a_failure_here_does_not_wait_for_the_child() -> None:
    with pytest.raises(ValueError, match="no such figure"):
        both(MUCH, fails, lambda: time.sleep(600))


def test_the_child_changes_nothing_here() -> None:
    seen: list[int] = []

    def note() -> int:
        seen.append(1)
        return len(seen)

    assert both(MUCH, lambda: 0, note) == (0, 1)
    assert seen == []


def test_where_the_child_fails_its_work_is_done_here() -> None:
    here = os.getpid()

    def only_here() -> str:
        if os.getpid() != here:
            raise MemoryError
        return "done"

    assert both(MUCH, lambda: "mine", only_here) == ("mine", "done")


def test_where_the_child_is_killed_its_work_is_done_here() -> None:
    here = os.getpid()

    def killed() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return "done"

    assert both(MUCH, lambda: "mine", killed) == ("mine", "done")


def test_what_cannot_be_handed_over_is_made_here() -> None:
    def work() -> Callable[[], str]:
        return lambda: "made"

    assert [made() for made in both(MUCH, work, work)] == ["made", "made"]


def succeeds() -> None:
    return None


@pytest.mark.parametrize(("mine", "other"), [(fails, succeeds), (succeeds, fails)])
def test_a_failure_is_one_here_and_leaves_no_child(
    mine: Callable[[], None], other: Callable[[], None]
) -> None:
    with pytest.raises(ValueError, match="no such figure"):
        both(MUCH, mine, other)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert both(MUCH, os.getpid, os.getpid) == (os.getpid(), os.getpid())


def test_where_nothing_can_be_written_all_is_done_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert both(MUCH, os.getpid, os.getpid) == (os.getpid(), os.getpid())
