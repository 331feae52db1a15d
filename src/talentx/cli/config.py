"""The project's settings: `talentx.toml`, or `[tool.talentx]` in `pyproject.toml`, in this folder or one
above.

The nearest folder that has one counts. It holds one key, `rules`: packs in place of the built-in one, as with
--rules, which goes before it; paths are relative to the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from talentx.cli.options import path
from talentx.errors import UsageError
from talentx.packs.location import located

OWN, SHARED = "talentx.toml", "pyproject.toml"
_RULES = "rules"
_ADVICE = f'write {_RULES} = ["talent", "my-rules"]'


def packs(named: Sequence[str] | None) -> list[Path]:
    """The folders of the packs to use: those named on the command line, else those of the settings.

    Empty where neither names any. Raises UsageError for settings that cannot be read.
    """
    if named:
        return [located(path(name)) for name in named]
    found = _settings(Path.cwd())
    if found is None:
        return []
    file, table = found
    for key in table:
        if key != _RULES:
            where = f"{file}:{_line(file, key)}"
            raise UsageError(f"unknown key {key!r}", where, f"its only key is {_RULES}: {_ADVICE}")
    rules = table.get(_RULES, [])
    if isinstance(rules, str):
        rules = [rules]
    if not isinstance(rules, list) or not all(isinstance(each, str) and each for each in rules):
        raise UsageError(f"{_RULES} is no list of folders", str(file), _ADVICE)
    return [_located(file.parent, each) for each in rules]


def _line(file: Path, key: str) -> int:
    """The line in which a key stands."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.strip(" \"'").startswith(key)), 1)


def _located(folder: Path, name: str) -> Path:
    beside = folder / name
    return beside if beside.is_dir() else located(name)


def _settings(start: Path) -> tuple[Path, dict[str, Any]] | None:
    """The nearest file with settings and what it says, from `start` upwards."""
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return folder / OWN, _read(folder / OWN)
        if (folder / SHARED).is_file():
            table = _read(folder / SHARED).get("tool", {}).get("talentx")
            if isinstance(table, dict):
                return folder / SHARED, table
    return None


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError("cannot be read", str(file), error.strerror) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not TOML: {error}", str(file), "mend it, or name the packs with --rules") from None
