"""Snapshots: what came out of each example when somebody last reviewed it.

A pack may keep them in `snapshots/<family>.jsonl`, a line an example. They say more than the examples expect
(the item, the time, the deciding rule), so that an edit of the rules shows in them what else it changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from talentx.errors import PackError
from talentx.packs.packfiles import read_text
from talentx.records.decimals import plain

if TYPE_CHECKING:
    from talentx.authoring.testing import Case, Result
    from talentx.records.model import Record

FOLDER = "snapshots"
_FIELDS = (
    "raw", "kind", "indicator", "item", "place", "subject", "value", "low", "high", "bound", "unit",
    "currency", "per", "date", "time", "status", "rule",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """What came out of an example: the fields of its record that hold something; none without a record."""

    rule: str
    text: str
    fields: Mapping[str, str]

    @property
    def key(self) -> tuple[str, str]:
        return self.rule, self.text


def shown(case: Case, record: Record | None) -> Shown:
    """What is kept of a case."""
    text = case.example.text if case.example.title is None else f"{case.example.title}\n{case.example.text}"
    fields = {
        name: plain(value) if name in ("value", "low", "high") else str(value)
        for name in _FIELDS
        if record is not None and (value := getattr(record, name)) is not None
    }
    return Shown(case.rule.id, text, fields)


def read(pack: Path) -> dict[tuple[str, str], Shown]:
    """The snapshots of a pack, by rule and text. Raises PackError naming the line of one that is broken."""
    found: dict[tuple[str, str], Shown] = {}
    for path in sorted((pack / FOLDER).glob("*.jsonl")):
        for number, line in enumerate(read_text(path).splitlines(), 1):
            try:
                row = json.loads(line)
                kept = Shown(row["rule"], row["text"], dict(row["shown"]))
            except (ValueError, KeyError, TypeError):
                advice = "write the snapshots anew: talentx rules test --update"
                raise PackError("no snapshot", f"{path}:{number}", advice) from None
            found[kept.key] = kept
    return found


def write(pack: Path, results: Iterable[Result]) -> list[Path]:
    """Write what came out, a file a family; returns the files whose content is another now."""
    families: dict[str, list[str]] = {}
    for result in results:
        family = Path(result.case.where.rsplit(":", 2)[0]).stem
        row = {"rule": result.shown.rule, "text": result.shown.text, "shown": result.shown.fields}
        families.setdefault(family, []).append(json.dumps(row, ensure_ascii=False))
    changed = []
    for family, lines in sorted(families.items()):
        path = pack / FOLDER / f"{family}.jsonl"
        content = "".join(f"{line}\n" for line in lines)
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
            changed.append(path)
    return changed
