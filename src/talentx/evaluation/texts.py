"""The articles that gold is about, by the stem of their file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from talentx.errors import UsageError
from talentx.reading.documents import Document, collect


def read_texts(paths: Sequence[Path]) -> dict[str, Document]:
    """The documents below the paths.

    Raises DocumentError where one cannot be read, UsageError where two have one stem.
    """
    shelf = collect(paths)
    for problem in shelf.problems:
        raise problem
    documents: dict[str, Document] = {}
    for found in shelf.files:
        document = shelf.read(found)
        stem = PurePosixPath(document.name).stem
        if stem in documents:
            raise UsageError(
                f"{documents[stem].name} and {document.name} both have {stem}.jsonl for gold",
                advice="name one of them",
            )
        documents[stem] = document
    return documents
