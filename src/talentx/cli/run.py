"""A run over documents: which are read, how one that fails is told of, and where the rows go."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, NoReturn, TextIO, TypeVar

import typer

from talentx.cli.console import Progress, binary_stdout, complain, data_stdout, unforeseen
from talentx.errors import DocumentError, OutputError, TalentxError, UsageError

if TYPE_CHECKING:
    from talentx.output.formats import Writer
    from talentx.reading.documents import Document, Shelf
    from talentx.reading.files import Found

R = TypeVar("R")


@dataclass(slots=True)
class Run(Generic[R]):
    """One run over a shelf of documents; one that fails is named on stderr, and the next one is read.

    `of` gives the rows of a document.
    """

    shelf: Shelf
    of: Callable[[Document], Iterable[R]]
    published: str | None
    quiet: bool
    debug: bool
    failed: int = field(default=0, init=False)

    def rows(self) -> Iterator[R]:
        """The rows of all documents, in the order of the files."""
        progress = Progress(len(self.shelf.files), quiet=self.quiet)
        for problem in self.shelf.problems:
            self._fail(problem)
        for number, found in enumerate(self.shelf.files, 1):
            progress.step(number, found.name)
            yield from self._of(found)
        progress.done()

    def _of(self, found: Found) -> Iterable[R]:
        try:
            return self.of(self.shelf.read(found, self.published))
        except DocumentError as problem:
            self._fail(problem)
        except TalentxError:
            raise
        except Exception as error:
            if self.debug:
                raise
            self._fail(DocumentError(unforeseen(error), str(found.path)))
        return ()

    def _fail(self, problem: DocumentError) -> None:
        self.failed += 1
        complain(str(problem))


def checked(shelf: Shelf, output: Path | None, sources: Path | None = None) -> Shelf:
    """The shelf. Raises UsageError where it holds nothing, and where the output is one of the inputs."""
    if not shelf.files and not shelf.problems:
        raise UsageError(
            "no article among the paths", advice="name text files, or folders of .txt and .md files"
        )
    _refuse_to_overwrite(output, shelf, sources)
    return shelf


def deliver(run: Run[R], writer: Writer[R], output: Path | None, *, bom: bool = False) -> NoReturn:
    """Write the rows of the run to a file that is replaced whole, or to stdout, and leave the command."""
    put(run.rows(), writer, output, bom=bom)
    raise typer.Exit(1 if run.failed else 0)


def put(rows: Iterable[R], writer: Writer[R], output: Path | None, *, bom: bool = False) -> None:
    """Write rows as they come to a file that is replaced whole, or to stdout."""
    place: AbstractContextManager[Any] = opened_bytes(output) if writer.binary else opened(output)
    with place as stream:
        if bom:
            stream.write("\ufeff")
        writer.write(rows, stream)
        stream.flush()


def _refuse_to_overwrite(output: Path | None, shelf: Shelf, sources: Path | None) -> None:
    """An output that is one of the inputs is a slip of the hand, and would cost the article."""
    inputs = [path for found in shelf.files for path in (found.path, found.path.parent / "sources.csv")]
    refuse_to_overwrite(output, inputs if sources is None else [*inputs, sources])


def refuse_to_overwrite(output: Path | None, inputs: Iterable[Path]) -> None:
    """Raises UsageError where the output is one of the inputs."""
    if output is not None and os.path.realpath(output) in {os.path.realpath(each) for each in inputs}:
        raise UsageError("the output would replace an input", str(output), "name another file with -o")


def opened(output: Path | None) -> AbstractContextManager[TextIO]:
    """Where text goes: a file that is replaced whole, or stdout."""
    if output is None:
        return _to_stdout(data_stdout)
    from talentx.output.target import replacing

    return replacing(output)


def opened_bytes(output: Path | None) -> AbstractContextManager[BinaryIO]:
    """Where bytes go: a file that is replaced whole, or stdout where it is no terminal."""
    if output is None:
        return _to_stdout(binary_stdout)
    from talentx.output.target import replacing_bytes

    return replacing_bytes(output)


@contextlib.contextmanager
def _to_stdout(stream: Callable[[], Any]) -> Iterator[Any]:
    try:
        yield stream()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", "standard output", "check the disk"
        ) from None
