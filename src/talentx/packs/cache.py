"""What was read of a pack, kept in the user's cache folder by its content.

The cache is data, never code. A file that is damaged, of another version, for other content, or that somebody
else could have written is read as if it were not there, and written anew. Where none can be written, packs
load without one.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal, Self

from platformdirs import user_cache_path
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from talentx.packs.language import AHEAD, Indicator, Rule

FOLDER = "TALENTX_CACHE_DIR"
"""The environment's name for another folder; an empty one for none."""
_MOST = 50_000_000
_READS_TOO = ("vocabulary.py", "figures/model.py", "text/fold.py", "text/data/simplified.tsv")
"""What else of the code has a say in what is kept."""
Group = Literal["nouns", "verbs", "cues", "stops", "phrases"]
_KEPT = 16
"""How many packs are kept; the oldest go."""


class Kept(BaseModel):
    """What reading a pack's files came to, rules without their examples."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lists: dict[str, tuple[Group, tuple[str, ...]]]
    indicators: dict[str, Indicator]
    rules: tuple[Rule, ...]
    homes: dict[str, tuple[int, str]]
    """Where each rule stands: which folder, and file:line in it."""

    @model_validator(mode="after")
    def _names_what_is_there(self) -> Self:
        """A sealed file that no pack was ever read into is none either."""
        written = (each for rule in self.rules for part in (rule.when, rule.unless) for each in part.words())
        if not {word[1:] for _, _, word in written if word[0] == "$"} <= {*self.lists, AHEAD}:
            raise ValueError("a list that is not there")
        return self


def read(state: str) -> Kept | None:
    """What is kept for the content `state`, None where nothing sound is."""
    path = _path(state)
    if path is None:
        return None
    try:
        if path.stat().st_size > _MOST or not _is_ours(path):
            return None
        seal, _, body = path.read_bytes().partition(b"\n")
        return Kept.model_validate_json(body) if seal == _seal(state, body) else None
    except (OSError, ValidationError):
        return None


def _is_ours(path: Path) -> bool:
    """Whether nobody but the user can have written the file."""
    if not hasattr(os, "getuid"):
        return True
    return all(
        state.st_uid == os.getuid() and not state.st_mode & 0o022
        for state in (path.stat(), path.parent.stat())
    )


def write(state: str, kept: Kept) -> None:
    """Keep it, where there is a folder to keep it in."""
    path = _path(state)
    if path is None:
        return
    body = kept.model_dump_json(exclude_defaults=True).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, _seal(state, body) + b"\n" + body)
        _forget_old(path.parent)


def _path(state: str) -> Path | None:
    named = os.environ.get(FOLDER)
    if named == "":
        return None
    folder = Path(named) if named else user_cache_path("talentx", appauthor=False)
    return folder / f"pack-{_code()}-{state[:32]}.json"


@cache
def _code() -> str:
    """What tells one state of the code that reads packs from another."""
    state = hashlib.sha256()
    package = Path(__file__).parents[1]
    for path in (*sorted(package.glob("packs/*.py")), *(package / name for name in _READS_TOO)):
        state.update(path.read_bytes())
    return state.hexdigest()[:16]


def _seal(state: str, body: bytes) -> bytes:
    return hashlib.sha256(state.encode() + b"\0" + body).hexdigest().encode()


def _replace(path: Path, content: bytes) -> None:
    """Written beside it and renamed, so that nobody reads half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".pack-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_old(folder: Path) -> None:
    files = sorted(folder.glob("pack-*.json"), key=lambda file: (file.lstat().st_mtime, file.name))
    for file in files[:-_KEPT]:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
