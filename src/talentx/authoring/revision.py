"""A pack as it is, or as it was in a revision that git keeps."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from talentx.errors import UsageError
from talentx.packs.location import located


@contextmanager
def checked_out(named: str) -> Iterator[Path]:
    """The folder of a pack; REVISION:FOLDER is taken from git, into a temporary folder that goes again.

    Raises UsageError for what is neither.
    """
    folder = located(named)
    revision, colon, inside = named.partition(":")
    if folder.is_dir() or not (colon and revision and inside):
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="talentx-") as temporary:
        place = Path(temporary, Path(inside).name)
        with tarfile.open(fileobj=io.BytesIO(_archive(named, revision, inside))) as archive:
            archive.extractall(place, filter="data")
        yield place


def _archive(named: str, revision: str, inside: str) -> bytes:
    """What git has of a folder, its path taken from the current one."""
    path = inside if inside.startswith((".", "/")) else f"./{inside}"
    command = ["git", "archive", "--format=tar", f"{revision}:{path}"]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603
    except FileNotFoundError:
        raise UsageError("git is not installed", named, "name a folder") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise UsageError(
            f"no such revision or folder: {said}", named, "name a folder, or REV:FOLDER"
        ) from None
