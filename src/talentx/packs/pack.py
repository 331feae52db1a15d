"""A rule pack, as the pipeline needs it: word lists, indicators and rules, without their examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talentx.packs import cache
from talentx.packs.book import Book, own_words, read_book
from talentx.packs.folders import Folder, digest, folders, places_of
from talentx.packs.language import Indicator, Rule
from talentx.packs.lexicon import Lexicon, build_lexicon


@dataclass(frozen=True, slots=True)
class Pack:
    """What rules say. `places` is the folder of the gazetteer's tables."""

    places: Path
    lexicon: Lexicon
    indicators: Mapping[str, Indicator]
    rules: tuple[Rule, ...]
    """By id, macros written out, without examples."""
    homes: Mapping[str, str]
    """Where each rule stands: pack/file:line."""


def load_pack(folder: Path, *more: Path) -> Pack:
    """The pack in `folder` (`pack.yaml`, the families beside it, the lists in `words/`), and `more` with it.

    What was read once is taken from the user's cache as long as no byte of the pack has changed.
    Raises PackError for whatever does not load.
    """
    found = folders((folder, *more))
    state = digest(found)
    kept = cache.read(state)
    if kept is None:
        kept = _kept(read_book(found))
        cache.write(state, kept)
    lexicon = build_lexicon(kept.lists, found, own_words(kept.rules))
    return Pack(places_of(found), lexicon, kept.indicators, kept.rules, _homes(found, kept))


def pack_of(book: Book) -> Pack:
    """The pack that the book holds, for tools that have read it."""
    kept = _kept(book)
    return Pack(
        places_of(book.folders), book.lexicon, kept.indicators, kept.rules, _homes(book.folders, kept)
    )


def _homes(found: Sequence[Folder], kept: cache.Kept) -> dict[str, str]:
    """pack/file:line of each rule."""
    return {name: f"{found[at].path.resolve().name}/{place}" for name, (at, place) in kept.homes.items()}


def _kept(book: Book) -> cache.Kept:
    at = {folder.path: index for index, folder in enumerate(book.folders)}
    return cache.Kept(
        lists=dict(book.lists),
        indicators=dict(book.indicators),
        rules=tuple(
            each.rule.model_copy(update={"examples": (), "counterexamples": ()}) for each in book.rules
        ),
        homes={each.rule.id: (at[each.folder], each.place.partition("/")[2]) for each in book.rules},
    )
