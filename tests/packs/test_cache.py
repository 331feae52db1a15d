"""The cache of packs: the same pack, never an old or damaged one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from packs.making import FAMILY, write_pack

from talentx.packs import book, cache, pack
from talentx.packs.folders import digest, folders
from talentx.packs.location import shipped, shipped_names
from talentx.packs.pack import load_pack, pack_of


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.FOLDER, str(folder))
    return folder


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the files of a pack were read."""
    times: list[int] = []
    read = book.read_book

    def counting(found: object) -> object:
        times.append(1)
        return read(found)  # type: ignore[arg-type]

    monkeypatch.setattr(pack, "read_book", counting)
    return times


@pytest.mark.parametrize("name", shipped_names())
def test_a_pack_from_the_cache_is_the_pack(kept: Path, unread: list[int], name: str) -> None:
    first = load_pack(shipped(name))
    assert load_pack(shipped(name)) == first
    assert len(unread) == 1
    assert len(list(kept.iterdir())) == 1


@pytest.mark.parametrize("name", shipped_names())
def test_a_pack_read_for_its_writer_is_the_one_that_loads(name: str) -> None:
    assert pack_of(book.read_book(folders([shipped(name)]))) == load_pack(shipped(name))


@pytest.mark.usefixtures("kept")
def test_a_changed_file_is_read_again(tmp_path: Path, unread: list[int]) -> None:
    folder = write_pack(tmp_path / "pack")
    load_pack(folder)
    write_pack(folder, FAMILY.replace("kind: count", "kind: people"))
    assert {rule.then.kind for rule in load_pack(folder).rules} == {"people", "talent"}
    assert len(unread) == 2


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut short": lambda content: content[: len(content) // 2],
    "a byte turned": lambda content: content.replace(b"count", b"award"),
    "no seal": lambda content: content.partition(b"\n")[2],
    "no JSON": lambda _: b"\x80\x04pickle",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_cache_is_rebuilt(
    tmp_path: Path, kept: Path, unread: list[int], damage: Callable[[bytes], bytes]
) -> None:
    folder = write_pack(tmp_path / "pack")
    first = load_pack(folder)
    (file,) = kept.iterdir()
    sound = file.read_bytes()
    file.write_bytes(damage(sound))
    assert load_pack(folder) == first
    assert file.read_bytes() == sound
    assert len(unread) == 2


def test_a_sealed_file_of_another_pack_is_not_taken(tmp_path: Path, kept: Path) -> None:
    one, other = write_pack(tmp_path / "one"), write_pack(tmp_path / "two", FAMILY.replace("count", "people"))
    load_pack(one)
    (file,) = kept.iterdir()
    content = file.read_bytes()
    expected = load_pack(other)
    (new,) = set(kept.iterdir()) - {file}
    new.write_bytes(content)
    assert load_pack(other) == expected


def test_what_is_sealed_and_no_pack_is_not_taken(tmp_path: Path, kept: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    first = load_pack(folder)
    (file,) = kept.iterdir()
    body = b'{"lists": {}, "indicators": {}, "rules": [{"id": "x"}], "homes": {}}'
    state = digest(folders((folder,)))
    file.write_bytes(cache._seal(state, body) + b"\n" + body)
    assert load_pack(folder) == first


@pytest.mark.parametrize(
    "body",
    [
        b'{"lists": {"x": ["nonsense", ["a"]]}, "indicators": {}, "rules": [], "homes": {}}',
        (
            b'{"lists": {}, "indicators": {}, "homes": {}, '
            b'"rules": [{"id": "x", "when": {"noun": ["$gone"]}, "then": {"kind": "count"}}]}'
        ),
    ],
    ids=["a group that is none", "a list that is not there"],
)
def test_a_sealed_file_that_does_not_hang_together_is_not_taken(
    tmp_path: Path, kept: Path, body: bytes
) -> None:
    folder = write_pack(tmp_path / "pack")
    first = load_pack(folder)
    (file,) = kept.iterdir()
    state = digest(folders((folder,)))
    file.write_bytes(cache._seal(state, body) + b"\n" + body)
    assert load_pack(folder) == first


def test_a_file_that_others_can_write_is_not_taken(tmp_path: Path, kept: Path, unread: list[int]) -> None:
    folder = write_pack(tmp_path / "pack")
    load_pack(folder)
    (file,) = kept.iterdir()
    file.chmod(0o666)
    load_pack(folder)
    assert len(unread) == 2


def test_the_same_pack_elsewhere_tells_its_own_places(tmp_path: Path, kept: Path) -> None:
    one, other = write_pack(tmp_path / "one"), write_pack(tmp_path / "two")
    assert load_pack(one).homes["thing"] == "one/family.yaml:5"
    assert load_pack(other).homes["thing"] == "two/family.yaml:5"


@pytest.mark.parametrize("place", ["", "file/below"], ids=["none wanted", "cannot be written"])
def test_without_a_folder_packs_load_without_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(cache.FOLDER, place and str(tmp_path / place))
    folder = write_pack(tmp_path / "pack")
    assert load_pack(folder) == load_pack(folder)


def test_the_oldest_go(tmp_path: Path, kept: Path) -> None:
    for number in range(20):
        load_pack(write_pack(tmp_path / "pack", FAMILY + f"# {number}\n"))
    assert len(list(kept.iterdir())) == 16
