"""What tells one way of reading texts from another, without reading any rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from talentx.packs.folders import digest, folders, places_of
from talentx.packs.location import default_pack

_READS = ("text", "figures", "packs", "meaning", "context", "records")
"""The parts of the code that have a say in what is read, beside the modules that stand above them."""
_PLACES = "*.csv"


def fingerprint(packs: Sequence[Path]) -> str:
    """A digest of all that says how a text is read: talentx's code, jieba's version, packs and gazetteer.

    `packs` are folders; without any it is the built-in pack.
    Raises PackError for packs that are not there.
    """
    found = folders(packs or (default_pack(),))
    state = hashlib.sha256(f"{metadata.version('jieba')}\0{digest(found)}\0".encode())
    package = Path(__file__).parents[1]
    for file in (*_code(package), *sorted(places_of(found).glob(_PLACES))):
        state.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return state.hexdigest()[:32]


def _code(package: Path) -> Iterator[Path]:
    yield from sorted(package.glob("*.py"))
    for name in _READS:
        files = (path for path in (package / name).rglob("*") if path.is_file() and path.suffix != ".pyc")
        yield from sorted(files)
