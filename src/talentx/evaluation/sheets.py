"""An article with its figures, as it goes to a tool to be corrected by hand and as it comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from talentx.errors import GoldError
from talentx.evaluation.gold import Articles, fault, misplaced, ordered
from talentx.evaluation.rows import Row
from talentx.reading.documents import Document


@dataclass(frozen=True, slots=True)
class Sheet:
    """The name of an article's file, its text and its figures as rows of gold, in text order."""

    document: str
    text: str
    rows: list[Row]

    @property
    def stem(self) -> str:
        """The name that its gold goes by."""
        return PurePosixPath(self.document).stem


def sheets(rows: Articles, texts: Mapping[str, Document]) -> Iterator[Sheet]:
    """A sheet for every text, with the figures of records or gold.

    Raises GoldError for figures whose text is not among them, or that are not where they say they are.
    """
    without = sorted(set(rows) - set(texts))
    if without:
        raise GoldError(
            f"no text for {', '.join(without)}", advice="name the folder of the articles with --texts"
        )
    for stem, document in texts.items():
        figures = [ordered(row) for row in rows.get(stem, ())]
        for figure in figures:
            wrong = fault(figure) or misplaced(figure, document.text)
            if wrong:
                raise GoldError(wrong, document.name, "export the figures of this very text")
        yield Sheet(document.name, document.text, figures)


def in_order(rows: list[Row]) -> list[Row]:
    """The rows by their spans."""
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def check_text(sheet: Sheet, text: str) -> None:
    """Raises GoldError where the sheet's text is not that of the file: its spans would mean other words."""
    if sheet.text != text:
        pairs = enumerate(zip(sheet.text, text, strict=False))
        same = next(
            (place for place, (ours, theirs) in pairs if ours != theirs), min(len(sheet.text), len(text))
        )
        raise GoldError(
            f"the text is not that of the file: they differ from character {same} on",
            sheet.document,
            "name the text that was exported",
        )
