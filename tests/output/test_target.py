"""A file is there whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from talentx.errors import OutputError
from talentx.output.target import replacing, replacing_bytes


def test_the_file_takes_its_place_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text("old", encoding="utf-8")
    with replacing(path) as stream:
        stream.write("新\r\n")
        stream.flush()
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_bytes() == "新\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_take_their_place_too(tmp_path: Path) -> None:
    path = tmp_path / "r.parquet"
    with replacing_bytes(path) as stream:
        stream.write(b"\x00\xff\r\n")
    assert path.read_bytes() == b"\x00\xff\r\n"


def write_and_fail(path: Path, error: type[BaseException]) -> None:
    with replacing(path) as stream:
        stream.write("half")
        raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError, BrokenPipeError])
def test_whatever_fails_the_old_file_stays(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "r.json"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(error):
        write_and_fail(path, error)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with replacing(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_pipe_is_written_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with replacing(pipe) as stream:
        stream.write("new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)


@pytest.mark.parametrize("name", ["nowhere/r.json", ".", "file/r.json", "n" * 300])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written"), replacing(tmp_path / name):
        pytest.fail("it must fail before the work is done")
