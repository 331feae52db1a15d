"""SQLite: a fresh store of the records alone, as one file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from talentx.store.fresh import write_fresh

if TYPE_CHECKING:
    from talentx.records.model import Record


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """The records as a store that nothing but these was ever written to.

    It is made in a temporary file first. Raises StoreError where that cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="talentx-") as folder:
        path = Path(folder, "records.db")
        write_fresh(records, path)
        with path.open("rb") as made:
            shutil.copyfileobj(made, stream)
