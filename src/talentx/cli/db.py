"""`--db`: the records of articles into a store, reading only what is new or changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from talentx import __version__
from talentx.cli.console import say
from talentx.cli.run import Run
from talentx.errors import DocumentError

if TYPE_CHECKING:
    from talentx.pipeline import Extractor
    from talentx.reading.documents import Document, Shelf
    from talentx.reading.files import Found
    from talentx.store.model import Counts, Given
    from talentx.store.writing import Writer


@dataclass(frozen=True, slots=True)
class Task:
    """What to bring into a store: the shelf of the files below `paths`, read by the packs."""

    paths: Sequence[Path]
    shelf: Shelf
    packs: Sequence[Path]
    published: str | None


def into_store(task: Task, target: str, *, quiet: bool, debug: bool) -> NoReturn:
    """Bring the store up to date with the files, and leave the command."""
    from talentx.packs.fingerprint import fingerprint
    from talentx.store.target import writing

    rules = fingerprint(task.packs)
    with writing(target) as store:
        given = _given(task, rules, store.folder)
        with store.run(__version__, rules, _digest(given.values())) as counts:
            files = _restored(store, given, counts)
            take = _Taker(store, task.packs, {found.path: given[found] for found in files}, counts)
            run = Run(replace(task.shelf, files=files), take, task.published, quiet, debug)
            for _ in run.rows():
                pass
            counts.failed = run.failed
            counts.gone = _mark_gone(store, task.paths, {each.path for each in given.values()})
    if not quiet:
        say(_summary(counts))
    raise typer.Exit(1 if run.failed else 0)


@dataclass
class _Taker:
    """Reads a document and puts it into the store, unless another writer has just done so."""

    store: Writer
    packs: Sequence[Path]
    given: dict[Path, Given]
    counts: Counts

    def __call__(self, document: Document) -> Iterable[None]:
        """No rows: they are in the store."""
        from talentx.store.model import Article

        given = replace(self.given[document.path], content=document.content or "")
        if not self.store.holds(given):
            found = self._extractor.articles(
                document.text, document=document.name, published=document.published, title=document.title
            )
            articles = [Article(title, records) for title, records in found]
            if self.store.put(given, articles):
                self.counts.read += 1
                self.counts.records += sum(len(article.records) for article in articles)
                return ()
        self.counts.unchanged += 1
        return ()

    @cached_property
    def _extractor(self) -> Extractor:
        """The pipeline, made when the first document is to be read: where none is, no rule is loaded."""
        from talentx.pipeline import Extractor

        return Extractor(rules=self.packs)


def _given(task: Task, rules: str, folder: str | None) -> dict[Found, Given]:
    """Every file as it is now; the content of one that cannot be read is that of no other."""
    from talentx.reading.documents import bytes_of, digest
    from talentx.store.model import Given
    from talentx.store.paths import below, key_of

    root = cache(lambda path: key_of(os.path.realpath(path), folder))
    found = {}
    for file in task.shelf.files:
        source = task.shelf.sources.of(file)
        try:
            content = digest(bytes_of(file))
        except DocumentError:
            content = ""
        key = below(root(file.root), str(file.path.relative_to(file.root)))
        date = task.published or source.published
        found[file] = Given(key, file.name, content, date, source.title, rules)
    return found


def _restored(store: Writer, given: dict[Found, Given], counts: Counts) -> tuple[Found, ...]:
    """The files to read. What was gone and is there again as it was is none of them."""
    known = store.known()
    back = [each.path for each in given.values() if known.get(each.path) == (each, True)]
    if back:
        store.mark(back, gone=False)
    files = tuple(found for found, each in given.items() if known.get(each.path, (None,))[0] != each)
    counts.unchanged = len(given) - len(files)
    return files


def _mark_gone(store: Writer, paths: Sequence[Path], there: set[str]) -> int:
    """Mark the documents below the paths whose files are no longer there; how many they are."""
    from talentx.store.paths import covers, file_of, key_of

    named = [key_of(_real(path), store.folder) for path in paths]
    gone = [
        key
        for key, (_, is_gone) in store.known().items()
        if not is_gone
        and key not in there
        and any(covers(each, key) for each in named)
        and _is_missing(file_of(key, store.folder))
    ]
    if gone:
        store.mark(gone, gone=True)
    return len(gone)


def _real(path: Path) -> str:
    """Where a folder really is; a file counts by its name in the folder that really holds it."""
    if path.is_dir():
        return os.path.realpath(path)
    return f"{os.path.realpath(path.parent)}{os.sep}{path.name}"


def _is_missing(file: str) -> bool:
    """Whether nothing is at the path, which is more than that it cannot be looked at."""
    try:
        os.lstat(file)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _digest(given: Iterable[Given]) -> str:
    """What tells one input from another: the files with their contents, dates and titles."""
    state = hashlib.blake2b(digest_size=16)
    for each in given:
        state.update(repr((each.path, each.name, each.content, each.published, each.title)).encode())
    return state.hexdigest()


def _summary(counts: Counts) -> str:
    read = f"read {counts.read} ({counts.records} records), unchanged {counts.unchanged}, gone {counts.gone}"
    return f"{read}, failed {counts.failed}" if counts.failed else read
