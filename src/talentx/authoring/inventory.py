"""What a pack holds, told in lines or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from talentx.packs.book import Book, Placed

if TYPE_CHECKING:
    from talentx.authoring.coverage import Coverage

_MOST = 20
"""How many of the commonest are told."""


def pack_lines(book: Book) -> Iterator[str]:
    """A line a pack: its name, version, folder, and how much it holds."""
    for folder in book.folders:
        own = [placed.rule for placed in book.rules if placed.folder == folder.path]
        examples = sum(len(rule.examples) + len(rule.counterexamples) for rule in own)
        lists = len(folder.words)
        yield (
            f"{folder.manifest.name} {folder.manifest.version} ({folder.path}): "
            f"{len(own)} rules, {examples} examples, {lists} word lists"
        )
    yield f"{len(book.rules)} rules, {len(book.indicators)} indicators in all"


def rule_lines(book: Book, covered: Coverage | None, *, every: bool = False) -> Iterator[str]:
    """A line a rule of the pack itself; with a corpus, of every rule that gave something there, how often.

    `every`: all rules, whatever they gave and wherever they stand.
    """
    own = book.own() if covered is None else [placed for placed in book.rules if _fired(placed, covered)]
    placed = sorted(book.rules if every else own, key=lambda each: -_fired(each, covered))
    rows = [
        (*([str(_fired(p, covered))] if covered else []), p.rule.id, p.rule.stage, _says(p), p.place)
        for p in placed
    ]
    heads = (*(["fired"] if covered else []), "rule", "stage", "says", "where")
    yield from _aligned([heads, *rows])
    if len(placed) < len(book.rules):
        yield f"and {len(book.rules) - len(placed)} more rules; --all shows them"
    if covered is not None:
        yield from _coverage_lines(book, covered)


def _fired(placed: Placed, covered: Coverage | None) -> int:
    return covered.rules[placed.rule.id] if covered is not None else 0


def indicator_lines(book: Book, covered: Coverage | None) -> Iterator[str]:
    """A line an indicator."""
    rows = [
        (
            *([str(covered.indicators[name])] if covered else []),
            name,
            each.zh,
            each.en,
            " ".join(each.units) or "-",
            each.measure,
            each.definition,
        )
        for name, each in sorted(book.indicators.items())
    ]
    heads = (*(["records"] if covered else []), "indicator", "zh", "en", "units", "measure", "definition")
    yield from _aligned([heads, *rows])


def as_json(book: Book, covered: Coverage | None) -> str:
    """Packs, rules, indicators and the counts of a corpus as one object."""
    told: dict[str, object] = {
        "packs": [
            {"name": f.manifest.name, "version": f.manifest.version, "folder": str(f.path)}
            for f in book.folders
        ],
        "rules": [
            {
                "id": placed.rule.id,
                "stage": placed.rule.stage,
                "where": placed.place,
                "message": placed.rule.message,
                "then": placed.rule.then.model_dump(exclude_defaults=True),
                "examples": len(placed.rule.examples),
                "counterexamples": len(placed.rule.counterexamples),
            }
            for placed in book.rules
        ],
        "indicators": {name: each.model_dump() for name, each in sorted(book.indicators.items())},
    }
    if covered is not None:
        told["coverage"] = {
            "documents": covered.documents,
            "figures": covered.figures,
            "records": covered.records,
            "rules": dict(_ordered(covered.rules)),
            "indicators": dict(_ordered(covered.indicators)),
            "without_indicator": dict(_ordered(covered.without)),
            "unclaimed": dict(_ordered(covered.unclaimed)),
        }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _coverage_lines(book: Book, covered: Coverage) -> Iterator[str]:
    idle = [placed.rule.id for placed in book.own() if not _fired(placed, covered)]
    without = ", ".join(f"{kind} {count}" for kind, count in _ordered(covered.without))
    yield ""
    yield f"{covered.documents} documents, {covered.figures} figures, {covered.records} records"
    if idle:
        more = f" and {len(idle) - _MOST} more" if len(idle) > _MOST else ""
        yield f"rules of the pack that gave nothing: {', '.join(idle[:_MOST])}{more}"
    yield f"without indicator: {without or 'none'}"
    commonest = _ordered(covered.unclaimed)[:_MOST]
    if commonest:
        yield "what they count, and where first:"
        yield from _aligned([(f"{count:7}", noun, covered.seen_at[noun]) for noun, count in commonest])


def _says(placed: Placed) -> str:
    then = placed.rule.then.model_dump(exclude_defaults=True)
    return " ".join(f"{name}={value}" for name, value in then.items())


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    """The commonest first, those of one count by name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows in columns; a Chinese character takes two cells."""
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join((*cells, row[-1]))
