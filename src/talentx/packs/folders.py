"""The folders that a pack is read from: itself, and before it those that it extends.

A pack stays inside its folder: what leads out of it, by `..` or by a link, is refused.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from talentx.errors import PackError
from talentx.packs.language import Manifest
from talentx.packs.location import SHIPPED, shipped, shipped_names
from talentx.packs.packfiles import nearest, read_bytes, read_text
from talentx.packs.strict_yaml import Source, load_with_source
from talentx.packs.types import LONGEST
from talentx.text.fold import fold

MANIFEST = "pack.yaml"
GROUPS = ("nouns", "verbs", "cues", "stops", "phrases")
PLACES = "places.csv"
_GAZETTEER = "base"
"""The pack whose gazetteer serves the packs that have none."""
KEPT = ("places*.csv", "streets.csv", "snapshots/*")
"""What else a pack's folder may hold that is read or written."""
MOST_FILES = 500
MOST_BYTES = 20_000_000
"""How much of a pack is read, its folders together: a hundred times the talent pack."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of a pack. `rules` are its family files, `words` its lists by group and name."""

    path: Path
    manifest: Manifest
    source: Source
    rules: tuple[Path, ...]
    words: tuple[tuple[str, Path], ...]

    def files(self) -> Iterator[Path]:
        """Every file whose content the pack depends on."""
        yield self.path / MANIFEST
        yield from self.rules
        yield from (path for _, path in self.words)


def folders(paths: Sequence[Path]) -> tuple[Folder, ...]:
    """The folders to read, each once: what a pack extends before the pack, the packs as they are named.

    Raises PackError for a folder that holds no pack, for packs that extend each other, for a file outside its
    pack's folder, and for more than any pack needs.
    """
    found: dict[Path, Folder] = {}
    for path in paths:
        _add(path, found, ())
    every = [file for folder in found.values() for file in folder.files()]
    if len(every) > MOST_FILES:
        raise PackError(f"more than {MOST_FILES} files", str(paths[-1]), "join some of them")
    if sum(file.stat().st_size for file in every) > MOST_BYTES:
        raise PackError(f"more than {MOST_BYTES} bytes of rules and words", str(paths[-1]), "leave some out")
    return tuple(found.values())


def digest(packs: Iterable[Folder]) -> str:
    """What tells one state of the folders' files from another: names and contents, in order."""
    state = hashlib.sha256()
    for folder in packs:
        for file in folder.files():
            state.update(file.relative_to(folder.path).as_posix().encode() + b"\0")
            state.update(hashlib.sha256(read_bytes(file)).digest())
        state.update(b"\1")
    return state.hexdigest()


def places_of(packs: Sequence[Folder]) -> Path:
    """The folder of the gazetteer's tables: that of the last pack that has some."""
    own = [folder.path for folder in packs if (folder.path / PLACES).is_file()]
    return own[-1] if own else shipped(_GAZETTEER)


def _add(path: Path, found: dict[Path, Folder], above: tuple[Path, ...]) -> None:
    key = path.resolve()
    if key in above:
        raise PackError("the pack extends itself", str(path / MANIFEST), "take it out of extends")
    if key in found:
        return
    folder = _folder(path)
    for index, name in enumerate(folder.manifest.extends):
        _add(_extended(folder, name, index), found, (*above, key))
    found[key] = folder


def _folder(path: Path) -> Folder:
    try:
        return _read_folder(path)
    except OSError as error:
        raise PackError(
            f"cannot be read: {error.strerror}", str(error.filename or path), "check it"
        ) from None


def _read_folder(path: Path) -> Folder:
    if not (path / MANIFEST).is_file():
        near = nearest(path.name, shipped_names(), f"name a folder that holds a {MANIFEST}")
        raise PackError("no rule pack here", str(path), near)
    _refuse_outside(path, path / MANIFEST)
    manifest, source = load_with_source(path / MANIFEST, Manifest)
    rules = tuple(file for file in sorted(path.glob("*.yaml")) if file.name != MANIFEST)
    words = tuple((group, file) for group in GROUPS for file in _lists(path / "words" / group))
    kept = [file for name in KEPT for file in sorted(path.glob(name))]
    for file in (*rules, *(file for _, file in words), *kept):
        _refuse_outside(path, file)
    _refuse_unread(path)
    return Folder(path, manifest, source, rules, words)


def _lists(folder: Path) -> list[Path]:
    """The word lists of a group. Raises OSError for a folder that cannot be read, which a glob passes
    over."""
    if not folder.is_dir():
        return []
    return sorted(folder / entry.name for entry in os.scandir(folder) if entry.name.endswith(".txt"))


def _refuse_unread(folder: Path) -> None:
    """A file of rules or words where none is looked for would silently say nothing."""
    for file in sorted((folder / "words").rglob("*")):
        parts = file.relative_to(folder / "words").parts
        if not file.is_dir() and (len(parts) != 2 or parts[0] not in GROUPS or file.suffix != ".txt"):
            advice = f"put it into words/{{{','.join(GROUPS)}}}/ as a .txt"
            raise PackError("a word list that is not read", str(file), advice)
    beside = folder.glob("*.yml")
    below = [file for file in folder.glob("*/*.y*ml") if not (file.parent / MANIFEST).is_file()]
    for file in sorted((*beside, *below)):
        advice = f"name it {file.stem}.yaml and put it beside {MANIFEST}"
        raise PackError("a file of rules that is not read", str(file), advice)


def _refuse_outside(folder: Path, file: Path) -> None:
    if not file.resolve().is_relative_to(folder.resolve()):
        raise PackError("the file leads out of the pack's folder", str(file), "copy it in")
    if not file.is_file():
        raise PackError("this is no file", str(file), "take it out of the pack")


def _extended(folder: Folder, name: str, index: int) -> Path:
    """The folder of a pack that another extends, by the name it gives."""
    where = folder.source.at("extends", index)
    scope, _, own = name.partition("/")
    if name in shipped_names() and not (folder.path / name).is_dir():
        return shipped(name)
    if scope == SHIPPED:
        if own not in shipped_names():
            advice = nearest(
                name, [f"{SHIPPED}/{each}" for each in shipped_names()], "name one that is there"
            )
            raise PackError(f"no pack {name!r} comes with talentx", where, advice)
        return shipped(own)
    inner = (folder.path / name).resolve()
    if not inner.is_relative_to(folder.path.resolve()):
        raise PackError(
            f"{name!r} leads out of the pack's folder",
            where,
            "name a pack of talentx (talentx/talent), and give other folders with --rules, one by one",
        )
    if not (inner / MANIFEST).is_file():
        raise PackError(
            f"no pack {name!r} in the pack's folder", where, "write talentx/talent, or a folder in it"
        )
    return folder.path / name


def word_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The words of a list with their lines, from 1: one a line, folded; what follows # is a note.

    Raises PackError for a word that no text holds.
    """
    for number, line in enumerate(read_text(path).splitlines(), 1):
        word = fold(line.split("#", 1)[0].strip())
        if len(word) > LONGEST or any(ord(character) < ord(" ") for character in word):
            what = (
                f"a word of more than {LONGEST} characters" if len(word) > LONGEST else "a control character"
            )
            raise PackError(what, f"{path}:{number}", "write one word a line")
        if word:
            yield number, word
