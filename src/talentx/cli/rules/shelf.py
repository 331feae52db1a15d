"""The pack that a command of `talentx rules` works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentx.cli.config import packs

if TYPE_CHECKING:
    from talentx.packs.book import Book
    from talentx.pipeline import Extractor

Pack = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PACK]...",
        help="Folders of rule packs, each adding to those before. Default: those of talentx.toml, or talent.",
    ),
]


def opened(named: list[str] | None) -> tuple[Book, Extractor]:
    """The pack as it was written, and compiled."""
    from talentx.packs.pack import pack_of
    from talentx.pipeline import Extractor

    book = book_of(named)
    return book, Extractor(pack_of(book))


def book_of(named: list[str] | None) -> Book:
    """The pack as it was written."""
    from talentx.packs.book import read_book
    from talentx.packs.folders import folders

    return read_book(folders(chosen(named)))


def chosen(named: list[str] | None) -> list[Path]:
    """The folders named, those of the settings, or that of the built-in pack."""
    from talentx.packs.location import default_pack

    return packs(named) or [default_pack()]
