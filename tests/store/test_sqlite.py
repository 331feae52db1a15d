"""Files that are no sound store, and places that cannot be written: clear errors, and nothing lost."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from talentx.errors import StoreError, UsageError
from talentx.store import sqlite
from talentx.store.sqlite import SqliteDatabase
from talentx.store.target import is_store, open_store, writing

from .disks import Disk
from .making import dump, given, put, sound


def filled(path: Path, count: int = 3) -> Path:
    with writing(path) as writer:
        for number in range(count):
            put(writer, given(f"{number}.txt"), [f"人才公寓{number}套"] * 5)
    return path


def write(path: Path) -> None:
    with writing(path) as writer:
        put(writer, given("new.txt"), ["新"])


def read(path: Path) -> int:
    with open_store(path) as store:
        return len(list(store.rows()))


BOTH = pytest.mark.parametrize("use", [read, write])


def test_a_store_that_nobody_writes_is_one_file(tmp_path: Path) -> None:
    filled(tmp_path / "talent.db")
    assert [path.name for path in tmp_path.iterdir()] == ["talent.db"]
    assert sound(tmp_path / "talent.db")


@BOTH
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no database at all" * 99, "is no SQLite file; name another file"),
        (b"SQLite format 3\0" + b"\xff" * 4000, "is no SQLite file|is damaged"),
    ],
)
def test_garbage_is_told_and_left_alone(
    tmp_path: Path, use: Callable[[Path], object], content: bytes, said: str
) -> None:
    path = tmp_path / "talent.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=said):
        use(path)
    assert path.read_bytes() == content
    assert not is_store(path) or content.startswith(b"SQLite")


@BOTH
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_truncated_store_is_told_and_left_alone(
    tmp_path: Path, use: Callable[[Path], object], part: float
) -> None:
    path = filled(tmp_path / "talent.db")
    left = path.read_bytes()[: int(part * path.stat().st_size)]
    path.write_bytes(left)
    with pytest.raises(StoreError, match="is damaged; take a copy of it from before"):
        use(path)
    assert path.read_bytes() == left


@BOTH
def test_a_store_damaged_within_is_told(tmp_path: Path, use: Callable[[Path], object]) -> None:
    path = filled(tmp_path / "talent.db", 40)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"):
        use(path)


def test_damage_anywhere_is_told_and_never_a_traceback(tmp_path: Path) -> None:
    path = filled(tmp_path / "talent.db", 20)
    sound_bytes, chance = path.read_bytes(), random.Random(7)  # noqa: S311 - damage, no secret
    for _ in range(150):
        content = bytearray(sound_bytes)
        at = chance.randrange(100 if chance.random() < 0.2 else len(content))
        length = min(chance.choice([1, 8, 60, 5000]), len(content) - at)
        content[at : at + length] = chance.randbytes(length)
        for use in (read, write):
            path.write_bytes(content)
            with suppress(StoreError):
                use(path)
            for left in tmp_path.glob("talent.db-*"):
                left.unlink()


def test_a_number_that_is_none_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path / "talent.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("UPDATE records SET value = '16.4亿' WHERE key = 3")
    with pytest.raises(StoreError, match=r"is damaged: '16\.4亿' is no number"):
        read(path)


@BOTH
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, use: Callable[[Path], object]) -> None:
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE photos (name)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"photos\.db: is no store of talentx, but another database"):
        use(path)
    assert path.read_bytes() == before
    assert not is_store(path)


@BOTH
def test_a_store_of_another_version_is_left_alone(tmp_path: Path, use: Callable[[Path], object]) -> None:
    path = filled(tmp_path / "talent.db")
    for version, said in ((9, "a store of a newer talentx"), (0, "a store of version 0, which is not known")):
        with closing(sqlite3.connect(path)) as other:
            other.execute(f"PRAGMA user_version = {version}")
        before = path.read_bytes()
        with pytest.raises(StoreError, match=said):
            use(path)
        assert path.read_bytes() == before


def test_an_empty_file_is_made_a_store_and_is_none_before(tmp_path: Path) -> None:
    path = tmp_path / "talent.db"
    path.touch()
    with pytest.raises(StoreError, match="no store yet"):
        read(path)
    write(path)
    assert read(path) == 1


@BOTH
def test_a_folder_is_no_store(tmp_path: Path, use: Callable[[Path], object]) -> None:
    with pytest.raises(StoreError, match="it is a folder; name a file in it"):
        use(tmp_path)


@BOTH
def test_a_device_is_no_store(use: Callable[[Path], object]) -> None:
    with pytest.raises(StoreError, match="it is a pipe or a device; name a file"):
        use(Path(os.devnull))


def test_a_store_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened; check the path"):
        write(tmp_path / "nowhere" / "talent.db")


@pytest.mark.parametrize(
    ("name", "said"), [("", "an empty path"), ("mysql://host/db", "no store goes by mysql")]
)
def test_a_name_that_is_none_is_told(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        open_store(name)


def test_names_may_hold_whatever_a_path_may(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("人才 50%?mode=ro#\xff.db".encode("latin-1", "replace"))
    write(path)
    assert read(path) == 1


def killed(path: Path) -> None:
    """What a writer leaves that is killed before it ends."""
    child = os.fork()
    if child == 0:
        with writing(path) as writer:
            put(writer, given("late.txt"), ["晚"])
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def test_a_folder_that_cannot_be_written_is_told_and_its_store_is_read(disk: Disk) -> None:
    path = filled(disk.path / "talent.db")
    disk.remount("ro")
    assert read(path) == 15
    with pytest.raises(StoreError, match=r"cannot be (written|opened); check"):
        write(path)
    with pytest.raises(StoreError, match=r"cannot be (written|opened); check"):
        write(disk.path / "new.db")


@pytest.mark.parametrize("removed", [(), ("-shm",)])
def test_what_a_killed_writer_left_is_read_where_nothing_can_be_written_or_refused(
    disk: Disk, removed: tuple[str, ...]
) -> None:
    """Never read as if its last documents were not there."""
    path = filled(disk.path / "talent.db")
    killed(path)
    for suffix in removed:
        path.with_name(f"{path.name}{suffix}").unlink()
    disk.remount("ro")
    if not removed:
        assert read(path) == 16
        return
    with pytest.raises(StoreError, match="cannot be opened"):
        read(path)


def test_a_store_left_open_by_a_writer_is_read_where_nothing_can_be_written(disk: Disk) -> None:
    path = filled(disk.path / "talent.db")
    with closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA journal_mode = WAL")
    disk.remount("ro")
    assert read(path) == 15


@pytest.mark.parametrize("size", ["200k", "400k", "1m"])
def test_a_full_disk_is_told_and_what_was_written_stays(disk: Disk, size: str) -> None:
    path, whole = disk.path / "talent.db", disk.path.parent / "whole.db"
    disk.remount(f"size={size}")

    def fill(path: Path) -> None:
        with writing(path) as writer:
            for number in range(200):
                put(writer, given(f"{number:03}.txt"), [f"人才公寓{number}套，引进人才{number}名"] * 5)

    with pytest.raises(StoreError, match="the disk is full; make room and run it again"):
        fill(path)
    disk.remount("size=20m")
    assert read(path) % 5 == 0 if is_store(path) else path.exists()
    fill(path)
    fill(whole)
    assert dump(path) == dump(whole)
    assert sound(path)


def test_another_program_that_holds_the_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "talent.db")
    monkeypatch.setattr(sqlite, "_PATIENCE", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another program holds it"):
            write(path)


def test_a_writer_waits_for_a_reader_and_is_told_of_one_that_does_not_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "talent.db")
    monkeypatch.setattr(sqlite, "_PATIENCE", 0.05)
    with open_store(path) as store:
        rows = store.rows()
        next(rows)
        with pytest.raises(StoreError, match="another program holds it; run it again when that is done"):
            write(path)
        assert len(list(rows)) == 14
        write(path)
    assert read(path) == 16


def test_a_reader_sees_what_is_there_while_a_writer_writes(tmp_path: Path) -> None:
    path = filled(tmp_path / "talent.db")
    with writing(path) as writer, open_store(path) as store:
        rows = store.rows()
        next(rows)
        put(writer, given("new.txt"), ["新"])
        assert len(list(rows)) == 14
        assert store.count() == 16
    assert sound(path)


@pytest.mark.parametrize(
    ("version", "said"), [((3, 36, 0), "SQLite .* is too old for a store; use a Python with SQLite 3.37.0")]
)
def test_an_sqlite_that_is_too_old_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], said: str
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    with pytest.raises(StoreError, match=said):
        write(tmp_path / "talent.db")


def test_an_sqlite_without_full_text_search_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = SqliteDatabase.rows

    def without(
        self: SqliteDatabase, statement: str, values: tuple[object, ...] = ()
    ) -> list[tuple[object, ...]]:
        return [] if "fts5" in statement else ask(self, statement, values)

    monkeypatch.setattr(SqliteDatabase, "rows", without)
    with pytest.raises(StoreError, match="SQLite has no full-text search"):
        write(tmp_path / "talent.db")
