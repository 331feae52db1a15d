"""What is said of a record file that cannot be read: what is wrong with it, and what to do."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import msgspec

from talentx.errors import RecordFileError
from talentx.recordfiles.row import Row
from talentx.records.model import COLUMNS, SCHEMA_VERSION

DAMAGED = "it is damaged or cut off: write it again"
EXTRACTED = "give a file that talentx extract wrote"
_OTHER_TALENTX = (
    f"this talentx reads schema version {SCHEMA_VERSION}: "
    "extract the articles again, or read it with the talentx that wrote it"
)
FAULTS = (msgspec.MsgspecError, ValueError, RecursionError)
"""What decoding and checking a row raises; `fault` tells of it."""


def fault(error: Exception, where: str, data: bytes | None = None) -> RecordFileError:
    """The error for a row that could not be decoded or is not valid. `data`: its JSON, if it was that."""
    if isinstance(error, UnicodeDecodeError):
        return RecordFileError("not in UTF-8", where, "save it in UTF-8")
    if isinstance(error, msgspec.ValidationError):
        if " field `" in str(error) and data is not None:
            with contextlib.suppress(*FAULTS):
                return other_columns(list(msgspec.json.decode(data)), where)
        what, _, path = str(error).partition(" - at `$.")
        column = f"{path.removesuffix('`')}: " if path else ""
        return RecordFileError(f"no record: {column}{what.replace('`', '')}", where, EXTRACTED)
    if isinstance(error, (msgspec.DecodeError, RecursionError)):
        return RecordFileError(f"no JSON: {error}", where, DAMAGED)
    return RecordFileError(f"no valid record: {error}", where, EXTRACTED)


def other_columns(names: Sequence[str], where: str) -> RecordFileError:
    """The error for rows that have these columns, not those of a record."""
    unknown = [name for name in names if name not in COLUMNS]
    missing = [column for column in COLUMNS if column not in names]
    twice = sorted({name for name in names if names.count(name) > 1})
    if len(missing) > len(COLUMNS) // 2:
        return RecordFileError(f"no records: it has no column {', '.join(missing[:3])} …", where, EXTRACTED)
    says = [f"unknown column {', '.join(unknown)}"] if unknown else []
    says += [f"no column {', '.join(missing)}"] if missing else []
    says += [f"column {', '.join(twice)} twice"] if twice else []
    return RecordFileError(f"written by another version of talentx: {', '.join(says)}", where, _OTHER_TALENTX)


def check_columns(names: Sequence[str], where: str) -> None:
    """Raise RecordFileError unless these are the columns of a record, in any order."""
    if sorted(names) != sorted(Row.__struct_fields__):
        raise other_columns(names, where)


def check_version(version: int, where: str) -> None:
    """Raise RecordFileError for a schema version that is newer than this talentx."""
    if version > SCHEMA_VERSION:
        raise RecordFileError(f"written by a newer talentx: schema version {version}", where, _OTHER_TALENTX)
