"""The pipeline and the reader of figures for tests of the command line: each run of digits is a figure.

CRASH in a text is an unforeseen error, REFUSE a foreseen one, SLOW takes a minute.
"""

from __future__ import annotations

import re
import sys
import time
import types
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talentx.figures.model import Figure
    from talentx.records.model import Record


def digits(text: str) -> Iterator[re.Match[str]]:
    """The figures of a text, or what its words ask for."""
    from talentx.errors import DocumentError

    if "CRASH" in text:
        raise ZeroDivisionError("division by zero")
    if "REFUSE" in text:
        raise DocumentError("refused", "bad.txt", "write another one")
    if "SLOW" in text:
        sys.stderr.write("slow now\n")
        sys.stderr.flush()
        time.sleep(60)
    return re.finditer("[0-9]+", text)


def scan(text: str, published: str | None = None) -> list[Figure]:
    """`talentx.scan`; with a date, the figures have that one."""
    from talentx.figures.model import Figure

    return [
        Figure(*match.span(), match[0], "number", Decimal(match[0]), bound="exact", date=published)
        for match in digits(text)
    ]


class Extractor:
    """The pipeline."""

    def __init__(self, rules: Sequence[Path] = ()) -> None:
        from talentx.errors import PackError

        for pack in rules:
            if not pack.is_dir():
                raise PackError("no such rule pack", str(pack), "check the path")

    def extract(
        self, text: str, *, document: str, published: str | None = None, title: str | None = None
    ) -> list[Record]:
        found = self.articles(text, document=document, published=published, title=title)
        return [record for _, records in found for record in records]

    def articles(
        self, text: str, *, document: str, published: str | None = None, title: str | None = None
    ) -> Iterator[tuple[str | None, list[Record]]]:
        from talentx.records.model import Record, content_hash, record_id

        content = content_hash(text)
        records = [
            Record(
                id=record_id(content, *match.span(), "count"),
                document=document,
                article=title,
                published=published,
                kind="count",
                value=Decimal(match[0]),
                bound="exact",
                status="actual",
                raw=match[0],
                start=match.start(),
                end=match.end(),
                sentence=text.strip(),
            )
            for match in digits(text)
        ]
        yield title, records


def stand_in(name: str, **names: object) -> None:
    module = types.ModuleType(name)
    module.__dict__.update(names)
    sys.modules[name] = module


stand_in("talentx.pipeline", Extractor=Extractor)
stand_in("talentx.figures.scan", scan=scan)
