"""Checks of words: a word that is never cut out whole can never hold, and one that stands twice says
nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding
from talentx.figures.scan import read
from talentx.meaning.slots import SETS, VALUES
from talentx.packs.book import GROUP_OF, Placed
from talentx.packs.folders import Folder
from talentx.packs.packfiles import read_text
from talentx.packs.types import pattern_of
from talentx.text.fold import fold

_CUT = ("nouns", "verbs", "cues", "stops")
"""Groups whose words are compared with those that a sentence was cut into."""
_JOINED = re.compile("(?<=.)[，、；,;\\s](?=.)")
_ELSEWHERE = "look for it as text: under left, clause or item"


def cut(bench: Bench) -> Iterator[Finding]:
    """Words that are cut in pieces, by the segmenter or by a figure inside them, and so never hold."""
    for folder in _folders(bench):
        for path in (path for group, path in folder.words if group in _CUT):
            for number, word in _lines(path):
                yield from _whole(bench, word, f"{path}:{number}", "take it out, or split it")
    for placed in bench.own:
        for slot, word, where in _plain_words(placed):
            yield from _whole(bench, word, where, _ELSEWHERE)
            if slot == "cue" and word not in bench.book.lexicon.groups["cues"]:
                yield Finding("cut-word", where, f"{word} is no cue", "add it to a list under words/cues")


def joined(bench: Bench) -> Iterator[Finding]:
    """Several words that a comma or a blank makes one, which then stands in no text."""
    for placed in bench.own:
        for part in ("when", "unless"):
            for slot, words in getattr(placed.rule, part).slots().items():
                for index, word in enumerate(words):
                    if _JOINED.search(word) and pattern_of(word) is None:
                        yield _joined(word, placed.at(part, slot, index), "write them apart: [甲, 乙]")
    for folder in _folders(bench):
        for _, path in folder.words:
            for number, word in _lines(path):
                if _JOINED.search(word):
                    yield _joined(word, f"{path}:{number}", "write one word a line")


def _joined(word: str, where: str, advice: str) -> Finding:
    return Finding("joined-words", where, f"{word!r} is one word here", advice)


def unlisted(bench: Bench) -> Iterator[Finding]:
    """Names of lists without their $, which are words of no Chinese text."""
    for placed in bench.own:
        for part in ("when", "unless"):
            for slot, words in getattr(placed.rule, part).slots().items():
                for index, word in enumerate(words):
                    if slot not in VALUES and slot not in SETS and word in bench.book.lists:
                        where = placed.at(part, slot, index)
                        yield Finding("unlisted", where, f"{word} is the name of a list", f"write ${word}")


def twice(bench: Bench) -> Iterator[Finding]:
    """Words that stand twice in a list."""
    for folder in _folders(bench):
        for _, path in folder.words:
            seen: dict[str, int] = {}
            for number, word in _lines(path):
                first = seen.setdefault(word, number)
                if first != number:
                    yield Finding(
                        "word-twice",
                        f"{path}:{number}",
                        f"{word} stands in line {first} too",
                        "take one out",
                        "warning",
                    )


def _whole(bench: Bench, word: str, where: str, advice: str) -> Iterator[Finding]:
    pieces = bench.extractor.segmenter.cut(word)
    if len(pieces) > 1:
        shown = "|".join(piece.text for piece in pieces)
        yield Finding("cut-word", where, f"{word} is cut into {shown} and never holds", advice)
        return
    figures = read(word)
    if figures:
        yield Finding("cut-word", where, f"{word} holds the figure {figures[0].raw} and is cut there", advice)


def _folders(bench: Bench) -> Iterator[Folder]:
    own = {placed.folder for placed in bench.own}
    return (folder for folder in bench.book.folders if folder.path in own or folder is bench.book.folders[-1])


def _plain_words(placed: Placed) -> Iterator[tuple[str, str, str]]:
    for part in ("when", "unless"):
        for slot, words in getattr(placed.rule, part).slots().items():
            if slot in GROUP_OF:
                for index, word in enumerate(words):
                    if not word.startswith("$") and word != "*":
                        yield slot, word, placed.at(part, slot, index)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(read_text(path).splitlines(), 1):
        word = fold(line.split("#", 1)[0].strip())
        if word:
            yield number, word
