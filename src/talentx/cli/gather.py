"""The records of whatever a command is given: record files, stores, articles and folders of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from talentx.cli import options
from talentx.cli.config import packs
from talentx.cli.run import Run, checked, refuse_to_overwrite

if TYPE_CHECKING:
    from talentx.recordfiles.row import Row
    from talentx.records.model import Record

Figure: TypeAlias = "Record | Row"


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: their date, their table of sources, the packs, and what is said meanwhile."""

    published: str | None = None
    sources: str | None = None
    rules: Sequence[str] | None = None
    quiet: bool = False
    debug: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a command is given: files of records, and a run over the articles, None without any.

    A store in PostgreSQL is a file by its URL, which stays text.
    """

    files: Sequence[str | Path]
    run: Run[Record] | None

    def rows(self) -> Iterator[Figure]:
        """The records: those of the files, then those of the articles.

        Raises RecordFileError for a file that cannot be read; an article that fails is told of on stderr.
        """
        from talentx.recordfiles.files import read_rows

        for file in self.files:
            yield from read_rows(file)
        if self.run is not None:
            yield from self.run.rows()

    @property
    def failed(self) -> bool:
        """Did an article fail?"""
        return self.run is not None and self.run.failed > 0


def given(arguments: Sequence[str], reading: Reading, output: Path | None = None) -> Given:
    """What the arguments name. Raises UsageError where they name nothing, or the output is one of them."""
    from talentx.recordfiles.files import is_record_file
    from talentx.store.target import is_url

    named = [each if is_url(each) else options.path(each) for each in arguments]
    files = [each for each in named if is_record_file(each)]
    articles = [each for each in named if isinstance(each, Path) and each not in files]
    refuse_to_overwrite(output, [each for each in files if isinstance(each, Path)])
    return Given(files, _run(articles, reading, output) if articles else None)


def _run(articles: list[Path], reading: Reading, output: Path | None) -> Run[Record]:
    folders, table = packs(reading.rules), options.optional_path(reading.sources)
    date = options.published_date(reading.published)
    from talentx.pipeline import Extractor
    from talentx.reading.documents import Document, collect

    shelf = checked(collect(articles, table), output, table)
    extractor = Extractor(rules=folders)

    def records(document: Document) -> list[Record]:
        return extractor.extract(
            document.text, document=document.name, published=document.published, title=document.title
        )

    return Run(shelf, records, date, reading.quiet, reading.debug)
