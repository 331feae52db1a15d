"""The keys of documents: where their files are, from the store's folder, so that both can move together."""

from __future__ import annotations

import os


def key_of(file: str, folder: str | None) -> str:
    """The key of a file whose path is absolute, with /; bytes that are no UTF-8 are written out.

    `folder` is the store's own; without one, keys are absolute.
    """
    if folder is not None:
        try:
            file = os.path.relpath(file, folder)
        except ValueError:  # on another drive
            return _written(file)
    return _written(file)


def below(root: str, inside: str) -> str:
    """The key of a file inside a folder that has a key, by its path from there."""
    if root == ".":
        return _written(inside)
    return f"{root.rstrip('/')}/{_written(inside)}"


def file_of(key: str, folder: str | None) -> str:
    """The path of the file that a key stands for."""
    return key if folder is None else os.path.join(folder, key)  # noqa: PTH118 - a path of text, as keys are


def covers(named: str, key: str) -> bool:
    """Whether a file or folder that was named, by its key, is the file of a key, or holds it."""
    if named == ".":
        return key != ".." and not key.startswith(("../", "/"))
    return key == named or key.startswith(named if named.endswith("/") else f"{named}/")


def _written(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace(os.sep, "/")
