"""`talentx extract`: every figure of articles, as validated records."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from talentx.cli.console import Progress, complain, data_stdout, unforeseen
from talentx.edtf import is_published
from talentx.errors import DocumentError, OutputError, TalentxError, UsageError
from talentx.meaning.location import located
from talentx.output.formats import Format, by_suffix, writer

if TYPE_CHECKING:
    from talentx.pipeline import Extractor
    from talentx.reading.documents import Shelf
    from talentx.reading.files import Found
    from talentx.records.model import Record


def _path(argument: str) -> Path:
    """A path; an empty one, as an unset variable leaves behind, would mean the current folder."""
    if not argument:
        raise UsageError("an empty path among the arguments", advice="name a file or folder")
    return Path(argument)


def _pack(argument: str) -> Path:
    """The folder of a rule pack."""
    _path(argument)
    return located(argument)


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", parser=_path, help="Articles, or folders of .txt and .md files."),
    ],
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format", help="Default: by the suffix of -o; else table on a terminal, json in a pipe."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", parser=_path, help="Write to this file, whole or not at all."
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="EDTF", help="Date of every article: 2024, 2024-09 or 2024-09-28.")
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            parser=_path,
            help="CSV of file, published, title. Default: sources.csv beside the articles.",
        ),
    ] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DIR",
            parser=_pack,
            help="A rule pack in place of the built-in one, which goes by the name talent; repeatable.",
        ),
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Mark CSV as UTF-8, for Excel.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr, only errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
) -> None:
    """Extract every figure of the articles as a record."""
    chosen = _format(format_, output, bom=bom)
    if published is not None and not is_published(published):
        raise UsageError(f"{published!r} is no date", "--published", "write 2024, 2024-09 or 2024-09-28")
    from talentx.reading.documents import collect

    shelf = collect(paths, sources)
    if not shelf.files and not shelf.problems:
        raise UsageError(
            "no article among the paths", advice="name text files, or folders of .txt and .md files"
        )
    _refuse_to_overwrite(output, shelf, sources)
    run = _Run(shelf, _extractor(rules or []), published, Progress(len(shelf.files), quiet=quiet), debug)
    with _opened(output) as stream:
        if bom:
            stream.write("\ufeff")
        writer(chosen)(run.records(), stream)
        stream.flush()
    raise typer.Exit(1 if run.failed else 0)


@dataclass(slots=True)
class _Run:
    """One run over a shelf of documents; one that fails is named on stderr, and the next one is read."""

    shelf: Shelf
    extractor: Extractor
    published: str | None
    progress: Progress
    debug: bool
    failed: int = field(default=0, init=False)

    def records(self) -> Iterator[Record]:
        """The records of all documents, in the order of the files."""
        for problem in self.shelf.problems:
            self._fail(problem)
        for number, found in enumerate(self.shelf.files, 1):
            self.progress.step(number, found.name)
            yield from self._of(found)
        self.progress.done()

    def _of(self, found: Found) -> list[Record]:
        try:
            document = self.shelf.read(found, self.published)
            return self.extractor.extract(
                document.text, document=document.name, published=document.published, title=document.title
            )
        except DocumentError as problem:
            self._fail(problem)
        except TalentxError:
            raise
        except Exception as error:
            if self.debug:
                raise
            self._fail(DocumentError(unforeseen(error), str(found.path)))
        return []

    def _fail(self, problem: DocumentError) -> None:
        self.failed += 1
        complain(str(problem))


def _format(asked: Format | None, output: Path | None, *, bom: bool) -> Format:
    if asked is not None:
        chosen: Format | None = asked
    elif output is not None:
        chosen = by_suffix(output)
    else:
        chosen = "table" if sys.stdout is not None and sys.stdout.isatty() else "json"
    if chosen is None:
        raise UsageError("no format goes by this suffix", str(output), "name one with --format")
    if bom and chosen != "csv":
        raise UsageError(f"{chosen} has no byte order mark", "--bom", "use it with --format csv")
    return chosen


def _extractor(rules: list[Path]) -> Extractor:
    from talentx.pipeline import Extractor

    return Extractor(rules=rules)


def _refuse_to_overwrite(output: Path | None, shelf: Shelf, sources: Path | None) -> None:
    """An output that is one of the inputs is a slip of the hand, and would cost the article."""
    if output is None:
        return
    inputs = {os.path.realpath(found.path) for found in shelf.files}
    inputs |= {os.path.realpath(found.path.parent / "sources.csv") for found in shelf.files}
    if sources is not None:
        inputs.add(os.path.realpath(sources))
    if os.path.realpath(output) in inputs:
        raise UsageError("the output would replace an input", str(output), "name another file with -o")


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """Where the records go: a file that is replaced whole, or stdout."""
    if output is not None:
        from talentx.output.target import replacing

        with replacing(output) as stream:
            yield stream
        return
    try:
        yield data_stdout()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", "standard output", "check the disk"
        ) from None
