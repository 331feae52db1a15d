"""What stands under a name in a pack's files: a rule, an indicator, a macro or a word list, as it was
written."""

from __future__ import annotations

from collections.abc import Iterator

from talentx.errors import UsageError
from talentx.packs.book import Book
from talentx.packs.packfiles import nearest, read_text
from talentx.packs.strict_yaml import Source


def source_of(book: Book, name: str) -> Iterator[str]:
    """The lines that define the name, each place under its own head. Raises UsageError where there is
    none."""
    found = [*_rule(book, name), *_defined(book, name), *_list(book, name.removeprefix("$"))]
    if not found:
        known = [*(p.rule.id for p in book.rules), *book.indicators, *book.macro_places, *book.lists]
        raise UsageError(
            f"no rule, indicator, macro or list {name!r}", advice=nearest(name, known, "see rules list")
        )
    yield from found


def _rule(book: Book, name: str) -> Iterator[str]:
    for placed in book.rules:
        if placed.rule.id == name:
            yield from _lines(placed.source, "rules", placed.index)


def _defined(book: Book, name: str) -> Iterator[str]:
    for source in book.sources:
        for part in ("indicators", "macros"):
            if source.has(part, name):
                yield from _lines(source, part, name)


def _list(book: Book, name: str) -> Iterator[str]:
    for folder in book.folders:
        for _, path in folder.words:
            if path.stem == name:
                yield f"# {path}"
                yield from read_text(path).splitlines()


def _lines(source: Source, *loc: str | int) -> Iterator[str]:
    first, last = source.lines(*loc)
    yield f"# {source.path}:{first}"
    yield from read_text(source.path).splitlines()[first - 1 : last]
