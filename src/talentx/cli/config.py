"""The project's settings: `talentx.toml`, or `[tool.talentx]` in `pyproject.toml`, in this folder or one
above.

The nearest folder that has one counts. Its keys are `rules`, packs in place of the built-in one, as with
--rules, and `db`, the store that is read where no --db names one; paths are relative to the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from talentx.cli.options import path
from talentx.errors import UsageError
from talentx.packs.location import located, shipped_names
from talentx.packs.packfiles import nearest

OWN, SHARED = "talentx.toml", "pyproject.toml"
_RULES, _STORE = "rules", "db"
_ADVICE = f'write {_RULES} = ["talent", "my-rules"]'
_DEFAULT_STORE = "talent.db"


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
    rules = table.get(_RULES, [])
    if isinstance(rules, str):
        rules = [rules]
    if not isinstance(rules, list) or not all(isinstance(each, str) and each for each in rules):
        raise UsageError(f"{_RULES} is no list of folders", str(file), _ADVICE)
    return [_located(file, each) for each in rules]


def store(named: str | None) -> str:
    """The store to read: the one named on the command line, else that of the settings, else talent.db here.

    Raises UsageError for settings that cannot be read.
    """
    found = _settings(Path.cwd()) if named is None else None
    name = found[1].get(_STORE) if found is not None else named
    if found is None or name is None:
        return _DEFAULT_STORE if named is None else named
    if not isinstance(name, str) or not name:
        where = f"{found[0]}:{_line(found[0], _STORE)}"
        raise UsageError(f"{_STORE} is no file", where, f'write {_STORE} = "{_DEFAULT_STORE}"')
    return name if "://" in name else str(found[0].parent / name)


def _line(file: Path, key: str) -> int:
    """The line in which a key stands."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.strip(" \"'").startswith(key)), 1)


def _located(file: Path, name: str) -> Path:
    """The folder of a pack that the settings name, beside them or one of talentx's own."""
    for folder in (file.parent / name, located(name)):
        if folder.is_dir():
            return folder
    advice = nearest(name, shipped_names(), f"name a folder in {file.parent}, or a pack of talentx")
    raise UsageError(f"no rule pack {name!r}", f"{file}:{_line(file, _RULES)}", advice)


def _settings(start: Path) -> tuple[Path, dict[str, Any]] | None:
    """The nearest file with settings and what it says, from `start` upwards."""
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return folder / OWN, _known(folder / OWN, _read(folder / OWN))
        if (folder / SHARED).is_file():
            tools = _read(folder / SHARED).get("tool", {})
            table = tools.get("talentx") if isinstance(tools, dict) else None
            if table is not None and not isinstance(table, dict):
                raise UsageError(
                    "tool.talentx is no table", str(folder / SHARED), f"write [tool.talentx] and {_ADVICE}"
                )
            if table is not None:
                return folder / SHARED, _known(folder / SHARED, table)
    return None


def _known(file: Path, table: dict[str, Any]) -> dict[str, Any]:
    """The table, all of whose keys are known. Raises UsageError for one that is not."""
    for key in table:
        if key not in (_RULES, _STORE):
            where = f"{file}:{_line(file, key)}"
            raise UsageError(f"unknown key {key!r}", where, f"its keys are {_RULES} and {_STORE}: {_ADVICE}")
    return table


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError("cannot be read", str(file), error.strerror) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not TOML: {error}", str(file), "mend it, or name the packs with --rules") from None
