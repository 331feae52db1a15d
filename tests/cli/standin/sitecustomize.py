"""A pipeline for tests of the command line: each run of digits is a figure, some words make it misbehave."""

from __future__ import annotations

import re
import sys
import time
import types
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talentx.records.model import Record


class Extractor:
    """CRASH in a text is an unforeseen error, REFUSE a foreseen one, SLOW takes a minute."""

    def __init__(self, rules: Sequence[Path] = ()) -> None:
        from talentx.errors import PackError

        for pack in rules:
            if not pack.is_dir():
                raise PackError("no such rule pack", str(pack), "check the path")

    def extract(
        self, text: str, *, document: str, published: str | None = None, title: str | None = None
    ) -> list[Record]:
        from talentx.errors import DocumentError
        from talentx.records.model import Record, content_hash, record_id

        if "CRASH" in text:
            raise ZeroDivisionError("division by zero")
        if "REFUSE" in text:
            raise DocumentError("refused", document, "write another one")
        if "SLOW" in text:
            sys.stderr.write("slow now\n")
            sys.stderr.flush()
            time.sleep(60)
        content = content_hash(text)
        return [
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
            for match in re.finditer("[0-9]+", text)
        ]


module = types.ModuleType("talentx.pipeline")
module.__dict__["Extractor"] = Extractor
sys.modules["talentx.pipeline"] = module
