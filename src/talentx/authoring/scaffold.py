"""A new pack: a small one that loads, tests and lints clean, to be changed into one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from talentx.errors import UsageError
from talentx.packs.schema import schema_text

TEMPLATE = Path(__file__).with_name("template")
_NAME = re.compile(r"[\w.-]+")


def scaffold(folder: Path, extends: str) -> list[Path]:
    """Write a new pack into a folder that is not there or empty; returns its files.

    Raises UsageError for a folder that holds something or cannot be written, and for a name that is none.
    """
    name = folder.resolve().name
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a pack", str(folder), "use letters, digits, _ and -")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("it is there already, and not empty", str(folder), "name a new folder")
    try:
        return sorted(_written(folder, name, extends))
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", str(folder), "name another folder") from None


def _written(folder: Path, name: str, extends: str) -> Iterator[Path]:
    for path in sorted(TEMPLATE.rglob("*.*")):
        text = path.read_text(encoding="utf-8").replace("NAME", name).replace("EXTENDS", extends)
        yield _write(folder / path.relative_to(TEMPLATE), text)
    yield _write(folder / "rules.schema.json", schema_text())
    yield _write(folder / "pack.schema.json", schema_text(pack=True))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
