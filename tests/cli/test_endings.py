"""How a run ends: a reader that goes away, Ctrl-C, a full disk; and what it leaves behind."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from .conftest import SCRIPT, Run, environment, on_a_terminal

WRITES = [
    "extract --format json",
    "extract --format jsonl",
    "extract --format csv",
    "extract --format tsv",
    "extract --format parquet",
    "extract --format table",
    "scan --format json",
    "scan --format jsonl",
    "scan --format table",
]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.txt"
    path.write_text(" ".join(map(str, range(20_000))), encoding="utf-8")
    return path


@pytest.mark.parametrize("writes", WRITES)
def test_a_reader_that_goes_away(many: Path, writes: str) -> None:
    short = many.with_name("short.txt")
    short.write_text(many.read_text(encoding="utf-8")[:6000], encoding="utf-8")
    command = f"'{SCRIPT}' {writes} '{short}' | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, timeout=60)
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] == b"0"


def slow_run(tmp_path: Path) -> subprocess.Popen[bytes]:
    """A run in the midst of its second document, its output half written."""
    (tmp_path / "a.txt").write_text("300", encoding="utf-8")
    (tmp_path / "b.txt").write_text("SLOW", encoding="utf-8")
    (tmp_path / "r.json").write_text("old", encoding="utf-8")
    run = subprocess.Popen(
        [SCRIPT, "extract", "a.txt", "b.txt", "-o", "r.json"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
    )
    assert run.stderr is not None
    assert run.stderr.readline() == b"slow now\n"
    return run


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_behind(tmp_path: Path, sent: signal.Signals, status: int) -> None:
    with slow_run(tmp_path) as run:
        run.send_signal(sent)
        _, stderr = run.communicate(timeout=30)
    assert (run.returncode, stderr) == (status, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "r.json"]
    assert (tmp_path / "r.json").read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there(talentx: Run, many: Path) -> None:
    done = talentx("extract", many, "-o", "nowhere/r.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "talentx: nowhere/r.json: cannot be written: No such file or directory; name another place with -o\n"
    )


def test_an_output_that_is_a_folder(talentx: Run, many: Path, tmp_path: Path) -> None:
    (tmp_path / "r.json").mkdir()
    done = talentx("extract", many, "-o", "r.json")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.skipif(not Path("/proc/sys").exists(), reason="no folder here that not even root can write to")
def test_a_folder_that_may_not_be_written(talentx: Run, many: Path) -> None:
    done = talentx("extract", many, "-o", "/proc/sys/r.json")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "/proc/sys/r.json: cannot be written" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("writes", WRITES)
def test_a_full_disk(many: Path, writes: str) -> None:
    short = many.with_name("short.txt")
    short.write_text("1 2 3", encoding="utf-8")
    for arguments in ("> /dev/full", "-o /dev/full"):
        command = f"'{SCRIPT}' {writes} '{short}' {arguments}"
        done = subprocess.run(
            ["bash", "-c", command], env=environment(), capture_output=True, encoding="utf-8", timeout=60
        )
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert "cannot be written: No space left on device" in line


def test_a_full_disk_leaves_the_old_output(many: Path, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text("old", encoding="utf-8")
    command = f"ulimit -f 64; trap '' XFSZ; '{SCRIPT}' extract '{many}' -o r.json"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert (tmp_path / "r.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["many.txt", "r.json"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (
            "extract a.txt >&-",
            2,
            "talentx: standard output: it is closed; redirect it, or name a file with -o\n",
        ),
        ("extract a.txt --format table >&-", 2, "talentx: standard output: it is closed"),
        ("extract a.txt -o r.json >&-", 0, ""),
        ("extract nowhere.txt -o r.json 2>&-", 1, ""),
        ("extract a.txt <&- >&- 2>&-", 2, ""),
        ("--version >&-", 0, ""),
    ],
)
def test_a_closed_stream(tmp_path: Path, arguments: str, status: int, said: str) -> None:
    (tmp_path / "a.txt").write_text("引进300名", encoding="utf-8")
    done = subprocess.run(
        ["bash", "-c", f"'{SCRIPT}' {arguments}"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == status, done.stderr
    assert len(done.stderr.splitlines()) == bool(said)
    assert done.stderr.startswith(said)


def test_a_terminal_gets_a_table(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text("引进300名", encoding="utf-8")
    shown, status = on_a_terminal([str(SCRIPT), command, "a.txt"], tmp_path)
    assert status == 0
    assert "a.txt · 1 figure" in shown
    assert '"raw"' not in shown
